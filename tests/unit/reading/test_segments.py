"""Segments: where a reader breathes, and for how long it then stays quiet."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import GAPS
from pipeline.reading import read, say, segments
from pipeline.reading.breath import BREATH

YEARS = "hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm hai mươi lăm"
MARKS = re.compile(r"[.,;:?!]")
LETTERS = sorted((Path(__file__).parents[3] / "campaigns").glob("*/cong-van.txt"))
LEGAL = (
    "Tuyên truyền chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước về công tác"
    " phòng, chống tội phạm và vi phạm pháp luật; Chỉ thị số 48-CT/TW, ngày 22/10/2010 của Bộ"
    " Chính trị về “Tăng cường sự lãnh đạo của Đảng đối với công tác phòng, chống tội phạm trong"
    " tình hình mới” Quyết định số 193/QĐ-TTg ngày 09/02/2021 của Thủ tướng Chính phủ phê duyệt"
    " Chương trình phòng, chống tội phạm mua bán người giai đoạn 2021-2025, định hướng đến năm"
    " 2030; Kế hoạch số 1769/KH- UBND ngày 27/4/2021 của UBND tỉnh Bắc Giang về triển khai thực"
    " hiện Chương trình phòng chống mua bán người giai đoạn 2021-2025 và định hướng đến năm 2030."
)


def spoken(text: str) -> list[str]:
    return [segment.spoken for segment in segments(text)]


def test_a_sentence_of_one_breath_is_one_segment() -> None:
    text = "Thấy ngờ ngợ thì ra công an hỏi, hoặc gọi số 111."
    assert spoken(text) == ["Thấy ngờ ngợ thì ra công an hỏi, hoặc gọi số một một một."]


def test_sentences_part_and_the_paragraph_ends_longer() -> None:
    found = segments("Bà con có nghe không? Hãy gọi ngay! Số 111.")
    assert [segment.pause for segment in found] == [GAPS.sentence, GAPS.sentence, GAPS.paragraph]


@pytest.mark.parametrize(
    "text",
    [
        "Họp tại TP. Bắc Giang lúc 8h30.",
        "BS. Nguyễn Văn An khám bệnh.",
        "Giá là 1.250.000đ một suất.",
        "Gọi 0983.112.233 gặp cô Hòa.",
        "Gồm gạo, muối, v.v. cho bà con.",
        "KT. CHỦ TỊCH",
    ],
)
def test_short_forms_and_numbers_end_no_sentence(text: str) -> None:
    assert len(segments(text)) == 1


def test_a_legal_sentence_is_cut_into_breaths() -> None:
    found = segments(LEGAL)
    assert sum(segment.syllables for segment in found) > 150
    assert max(segment.syllables for segment in found) <= BREATH + 1
    assert all(segment.pause >= 300 for segment in found)


def test_no_cut_inside_a_number_a_date_or_a_set_phrase() -> None:
    said = spoken(LEGAL)
    for whole in (
        "ngày hai mươi hai tháng mười năm hai nghìn không trăm mười",
        "một nghìn bảy trăm sáu mươi chín, kế hoạch ủy ban nhân dân",
        "phòng, chống tội phạm",
        "hai nghìn không trăm hai mươi mốt đến hai nghìn không trăm hai mươi lăm",
    ):
        assert any(whole in each for each in said), whole


@pytest.mark.parametrize("letter", LETTERS, ids=lambda path: path.parent.name)
def test_both_letters_are_cut_into_breaths(letter: Path) -> None:
    whole = letter.read_text(encoding="utf-8")
    for paragraph in (whole, *whole.split("\n\n")):
        for segment in segments(paragraph):
            assert segment.syllables <= BREATH + 5, segment.spoken


@given(st.lists(st.sampled_from(["một", "hai", "ba,", "bốn;", "và", "năm", "để"]), max_size=200))
def test_cutting_loses_and_adds_no_word(words: list[str]) -> None:
    said = " ".join(spoken(" ".join(words)))
    plain = [word.strip(",;") for word in words]
    assert [word.strip(",;.") for word in said.split()] == plain


CLAUSES = [
    (
        "Tuyên truyền, vận động người dân thực hiện công tác phòng, chống tội phạm mua, bán",
        "thông qua hoạt động của lực lượng báo cáo viên, tuyên truyền viên cơ sở.",
    ),
    (
        "Đề nghị các hộ dân chủ động di dời người, tài sản, gia súc, gia cầm đến nơi an toàn;",
        "kiểm tra, chằng chống nhà cửa, chặt tỉa cành cây trước khi bão đổ bộ.",
    ),
    (
        "Thông tin về công tác điều tra, truy tố, xét xử tội phạm mua bán người",
        "nhằm răn đe tội phạm, nâng cao ý thức cảnh giác của nhân dân.",
    ),
    (
        "Kính mời toàn thể bà con nhân dân thôn Đông đúng 19h30 về Nhà văn hóa thôn",
        "để họp bàn việc đóng góp xây dựng đường giao thông nông thôn mới.",
    ),
]


@pytest.mark.parametrize(("before", "after"), CLAUSES, ids=[after[:20] for _, after in CLAUSES])
def test_a_reader_breathes_before_a_clause(before: str, after: str) -> None:
    assert spoken(f"{before} {after}")[-1] == after


@pytest.mark.parametrize(
    "whole",
    [
        "vùng sâu, vùng xa",
        "Sở Nông nghiệp và Môi trường tỉnh Bắc Ninh",
        "cán bộ, công chức, viên chức",
        f"giai đoạn {YEARS}",
        "ít nhất ba ngày",
        "tính mạng, tài sản",
    ],
)
@pytest.mark.parametrize("words", range(12, 26, 2))
def test_what_belongs_together_stays_wherever_it_stands(whole: str, words: int) -> None:
    before = ", ".join(["các hộ dân trong xã"] * (words // 5)) + " cùng nhau lo"
    after = "của mọi người, để cho xóm làng yên vui và con trẻ được học hành đến nơi đến chốn."
    written = whole.replace(YEARS, "2021-2025").replace("ba ngày", "3 ngày")
    text = f"{before} {written} {after}"
    assert any(whole in part for part in spoken(text)), spoken(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ông nói: “Không ai được dừng lại! Ai dừng lại là có tội.” rồi đi.",
        "Gồm gạo, muối, mì v.v. cho bà con vùng lũ.",
        "Bảng số 12.5 và mục 3.1 của quyết định.",
        "Chờ đã... rồi hãy đi.",
    ],
)
def test_no_sentence_ends_in_a_quotation_or_before_small_letters(text: str) -> None:
    assert len(segments(text)) == 1


def test_a_heading_and_numbered_items_are_segments_of_their_own() -> None:
    lines = ("THÔNG BÁO", "Về việc nộp thuế", "1. Đối tượng: các hộ", "a) Nộp tại xã")
    assert spoken("\n".join(lines)) == [
        "thông báo",
        "Về việc nộp thuế",
        "một, Đối tượng: các hộ",
        "ý a, Nộp tại xã",
    ]


WORDS = ["bà con,", "Sở Y tế;", "và", "để", "nhằm", "của", "Nguyễn Văn An", "“", "”", "(", ")", "–"]
FIGURES = ["ngày 5/9/2025", "số 111", "12/KH-UBND", "250.000đ/kg", "mục 3.1", "v.v.", "Km12+500"]
SENTENCES = st.lists(st.sampled_from(WORDS + FIGURES), max_size=120)


@given(SENTENCES)
def test_cuts_fall_between_spans_and_lose_nothing(words: list[str]) -> None:
    text = " ".join(words)
    whole = [span.spoken for span in read(text).spans if span.rule not in ("", "mark")]
    parts = [" ".join(MARKS.sub(" ", part).split()) for part in spoken(text)]
    for said in whole:
        plain = " ".join(MARKS.sub(" ", said).split())
        assert not plain or any(plain in part for part in parts), plain
    assert " ".join(parts) == " ".join(MARKS.sub(" ", read(text).spoken).split())


def test_list_items_are_segments_of_their_own() -> None:
    assert len(segments("Gồm có:\n- giấy khai sinh;\n- sổ tiêm chủng;\n- thẻ bảo hiểm.")) >= 3


def test_a_paragraph_of_marks_says_nothing() -> None:
    assert segments("… - “” ./.") == ()


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        ("đường lối của Đảng, pháp luật của \n\nNhà nước", "pháp luật của Nhà nước"),
        (
            "giai đoạn 2021-2025, định hướng đến năm \n\n2030;",
            "đến năm hai nghìn không trăm ba mươi",
        ),
        (
            "đề nghị các đơn vị \n\n(như kính gửi) triển khai",
            "các đơn vị, như kính gửi, triển khai",
        ),
        (
            "Sở phối hợp với các cơ quan phát hiện và xử lý hoạt động lợi dụng\n\nBưu điện xã",
            "lợi dụng Bưu điện xã",
        ),
        ("SỞ THÔNG TIN\n\nĐộc lập - Tự do", "sở thông tin. Độc lập"),
        ("Công an xã thông báo\n\n1. Thời gian", "Công an xã thông báo. một, Thời gian"),
        ("Lãnh đạo Sở;\n\nLưu văn thư", "Lãnh đạo Sở. Lưu văn thư"),
    ],
)
def test_an_empty_line_parts_only_what_ended(paper: str, said: str) -> None:
    assert said in say(paper)
