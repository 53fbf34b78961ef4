"""Sentences nobody can follow by ear: too long, too many citations, chained passives."""

import re
from collections.abc import Iterator

from .passage import Passage
from .rule import Hit, Rule, each

LONGEST = 35  # syllables: two breaths of a reader, about ten seconds
CITATIONS = 2
_WORD = r"(?: [^\W\d]+)"
_ONE = r"\b(?:được|bị)\b"
_PASSIVE = re.compile(  # done by somebody, or three in a row without a rest
    rf"{_ONE}{_WORD}{{1,8}}? bởi\b|{_ONE}(?:{_WORD}{{1,6}}? {_ONE}){{2}}", re.IGNORECASE
)


def _long(passage: Passage) -> Iterator[Hit]:
    for sentence in passage.sentences:
        count = sentence.syllables
        if count > LONGEST:
            what = f"câu dài {count} âm tiết, nên tách thành câu ngắn (dưới {LONGEST})"
            yield Hit(passage, sentence.start, sentence.end, what)


def _citations(passage: Passage) -> Iterator[Hit]:
    for sentence in passage.sentences:
        cited = [span for span in sentence.spans if span.kind == "document"]
        if len(cited) > CITATIONS:
            what = f"một câu dẫn {len(cited)} văn bản, nên bỏ bớt số hiệu"
            yield Hit(passage, cited[0].start, cited[-1].end, what)


def _passive(passage: Passage) -> Iterator[Hit]:
    for match in _PASSIVE.finditer(passage.text):
        what = "nói vòng bằng “được”, “bị”; nên nói thẳng ai làm gì"
        yield Hit(passage, *match.span(), what)


RULES = (
    Rule(
        "sentence.long",
        "warning",
        "nghe loa không đọc lại được: câu quá hai hơi là quên mất đầu câu",
        "một hơi đọc 25 âm tiết (pipeline/reading/breath.py), kinh nghiệm làm tin phát thanh",
        each(_long),
        (
            "Đề nghị các cơ quan, đơn vị tiếp tục tuyên truyền sâu rộng chủ trương, đường lối của "
            "Đảng, chính sách, pháp luật của Nhà nước về phòng, chống tội phạm và vi phạm pháp "
            "luật tới mọi người dân ở vùng sâu, vùng xa.",
        ),
        (
            "Ai rủ đi làm xa mà không rõ người, rõ việc, thì đừng theo. Hãy báo công an.",
            "Giữ lại tin nhắn, rồi báo công an.\nAi cần giúp xin gọi số 111.",
        ),
    ),
    Rule(
        "sentence.citations",
        "warning",
        "số hiệu văn bản nghe qua loa chỉ là tiếng ồn; người nghe cần biết phải làm gì",
        "lỗi thường gặp khi đọc nguyên công văn",
        each(_citations),
        (
            "Theo Chỉ thị số 48-CT/TW, Quyết định số 193/QĐ-TTg và Kế hoạch số 1769/KH-UBND, "
            "bà con hãy cảnh giác.",
        ),
        ("Luật số 53/2024/QH15 và Nghị định 162/2025/NĐ-CP che chở cho bà con.",),
    ),
    Rule(
        "sentence.passive",
        "note",
        "câu bị động nối nhau làm người nghe không biết ai làm việc gì",
        "kinh nghiệm biên tập",
        each(_passive),
        (
            "Nạn nhân được hỗ trợ bởi cơ quan chức năng.",
            "Hồ sơ được tiếp nhận sẽ được xem xét để được giải quyết sớm.",
        ),
        ("Đã làm thì bị điều tra, bị truy tố, bị đưa ra tòa.", "Anh chị được giúp đỡ."),
    ),
)
