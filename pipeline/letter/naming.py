"""Draft titles: what a text is about, ended where a phrase ends.

An order begins with what the station is to do ("Tuyên truyền, phổ biến về …"), which is no title. What
follows is cut where the reader of sentences would breathe, never within one of its set phrases.
"""

import re
from collections.abc import Iterator

from ..reading import Lexicon, Span, read
from ..reading.cuts import costs
from .audience import audience

LONGEST = 8  # words of a title that is cut
WHOLE = 10  # words of a text that is a title as it stands
SHORTEST = 3  # fewer say nothing
STRETCHED = 16  # words up to which a phrase that is longer is waited for
UNWILLING = 8.0  # cost less words from which an end is too poor to be taken
_VERB = (
    r"(?:hướng dẫn(?= tuyên truyền)|tiếp tục|tăng cường|đẩy mạnh|tập trung|chú trọng|chủ động|thường xuyên|kịp thời|tổ chức|triển khai|phối hợp"
    r"|chỉ đạo|lồng ghép|thông tin|tuyên truyền|phổ biến|truyền thông|giới thiệu|biểu dương|khích lệ"
    r"|hưởng ứng|thông báo|đăng tải|đưa tin|mở chuyên (?:trang|mục)|phát (?:sóng|thanh|tin,? bài|tin|bài)|phản ánh|xây dựng tin bài|rộng rãi"
    r"|sâu rộng|đậm nét|đầy đủ)"
)
_ABOUT = (
    r"(?:về|tới|đến|nội dung|các nội dung|công tác|việc tổ chức|việc|(?:các )?tin,? bài|thời lượng phát sóng"
    r"|(?:các )?quy định của pháp luật về|cho (?:nhân dân|người dân|bà con) về)"
)
_ORDER = re.compile(rf"{_VERB}(?:(?:\s*,|\s+và)?\s+{_VERB})*(?:\s+{_ABOUT})*\s+", re.IGNORECASE)
_BARE = re.compile(rf"(?:thực hiện\s+)?{_VERB}(?:,?\s+{_VERB})*", re.IGNORECASE)
_NOT_A_TITLE = re.compile(  # what needs the verb before it
    r"(?:mỗi|hằng|ít nhất|cho|trên|trong|tại|bằng|qua|thông qua|để|nhằm|theo|với|và|là|tới|đến|của|số|viên|cơ sở|\d+ (?:buổi|lần|lượt))\b|[,.;:]",
    re.IGNORECASE,
)
_STOP = re.compile(r"[;:.!?]\s|\s\(|\s–\s|[;:.]$")
_QUOTED = re.compile(r"[“\"«]([^”\"»]+)[”\"»]?")
_WHEN = re.compile(r"^(?:khi|nếu|để|trường hợp)\b[^,]{0,60},\s+", re.IGNORECASE)
_HELD = ("vào", "đến", "ra", "được", "là")  # begin what the words before them cannot do without
_PASSED_ON = re.compile(
    r"^.*?\bchỉ đạo (?:các )?đài truyền thanh(?: (?:các )?(?:cấp )?(?:xã|phường),?)*\s+(?=\S+\s+\S)",
    re.IGNORECASE,
)
_LABELS = ("nội dung", "nội dung tuyên truyền")
_DANGLING = re.compile(  # words that want another
    r"(?:các|những|một|mọi|mỗi|và|hoặc|của|về|cho|với|trên|trong|tại|từ|đến|để|do|bởi|theo|khi|nếu|là|có|không"
    r"|được|bị|đã|sẽ|đang|cần|phải|nên|việc|sự|cuộc|nhằm|bằng|qua|như|số|ngày|tháng|năm|ngay|sau|trước|cùng),?",
    re.IGNORECASE,
)


def title(text: str, order: bool = True) -> str:
    """A title from the beginning of a text; of an `order`, without what the station is to do."""
    text = " ".join(text.split())
    if order:
        text = _subject(text)
    quoted = _QUOTED.match(text)
    text = quoted[1] if quoted else text
    clause = _clause(text)
    found = clause if len(clause.split()) <= WHOLE else _cut(clause)
    if order and _BARE.fullmatch(found) and " về " in clause:
        return title(clause.split(" về ", 1)[1], order=False)
    return found[:1].upper() + found[1:]


def _subject(text: str) -> str:
    """What an order is about."""
    text = _PASSED_ON.sub("", text, count=1)
    head, colon, rest = text.partition(": ")
    labelled = head.lower() in _LABELS or audience(head)
    if colon and labelled and len(rest.split()) >= SHORTEST:
        text = rest
    named = audience(text)
    near = named is not None and named.station and len(named.to.split()) <= LONGEST
    if named and near and len(named.rest.split()) >= SHORTEST:
        text = named.rest
    bare = _ORDER.sub("", text, count=1) if _ORDER.match(text) else text
    bare = bare.removeprefix("Công tác ").removeprefix("công tác ")
    bare = _WHEN.sub("", bare, count=1)
    whole = len(bare.split()) < 2 or _NOT_A_TITLE.match(bare)
    return text if whole else bare


def _clause(text: str) -> str:
    """Up to the first full stop of any kind that leaves something to say."""
    for stop in _STOP.finditer(text):
        before, after = text[: stop.start()], text[stop.end() :]
        if "(" not in stop[0] and stop[0][0] == " " and after[:1].isupper():
            continue  # "Thương binh - Liệt sĩ"
        if len(before.split()) >= SHORTEST:
            return before.strip(" ,")
    return text.strip(" .,;:")


def _cut(clause: str) -> str:
    """The beginning up to the best place to end: cheap for the reader, and not too soon."""
    ends = _ends(read(clause, Lexicon()).spans)
    sized = [(cost, len(end.split()), end) for cost, end in ends]
    near = [(cost - words, end) for cost, words, end in sized if SHORTEST <= words <= LONGEST]
    best = min(near, default=(UNWILLING, ""))
    if best[0] < UNWILLING:
        return best[1]
    far = [end for _, words, end in sized if LONGEST < words <= STRETCHED]
    if far or len(clause.split()) <= STRETCHED:
        return far[0] if far else clause
    words = clause.split()[:LONGEST]
    while len(words) > SHORTEST and _DANGLING.fullmatch(words[-1]):
        words.pop()
    return " ".join(words).strip(" ,")


def _ends(spans: tuple[Span, ...]) -> Iterator[tuple[float, str]]:
    """Where a reader might breathe: how unwillingly, and what stands before."""
    for index, cost in costs(list(spans)).items():
        before = "".join(span.written for span in spans[:index]).rstrip()
        joined = before.endswith("-")  # "kinh tế - xã hội" is one
        before = before.strip(" ,–-“”")
        last = before.split()[-1:]
        if (
            last
            and not joined
            and spans[index].written not in _HELD
            and not _DANGLING.fullmatch(last[0])
        ):
            yield cost, before
