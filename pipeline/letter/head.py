"""The head of a letter: whose it is, number and symbol, place and date, what it is about."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ..model import PartialDate
from .lines import HANGING, MARKER, pieces, tidy
from .sheet import Line

_BLANK = r"[.…_\s]*"
_MOTTO = re.compile(
    r"C[ỘO]NG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA(?:\s+VIỆT(?:\s+NAM)?)?|^(?:VIỆT\s+)?NAM$"
    r"|Độc\s+lập\s*[-–]\s*Tự\s+do\s*[-–]\s*Hạnh\s+phúc|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM"
)
_RULE = re.compile(r"[-–—_=*\s.o0]+")
_NUMBER = re.compile(
    rf"Số\s*:?{_BLANK}(?P<number>\d{{1,5}}[a-z]?)?{_BLANK}[/–-]\s*"
    r"(?P<symbol>(?:\d{4}/)?[A-ZĐƯ][\w&.]*(?:\s?[/–-]\s?[A-ZĐƯ][\w&.]*)*)"
)
_DAY = re.compile(
    rf"ngày{_BLANK}(?P<day>\d{{1,2}})?{_BLANK}tháng{_BLANK}(?P<month>\d{{1,2}})?{_BLANK}"
    rf"năm{_BLANK}(?P<year>(?:19|20)\d\d)?{_BLANK}",
    re.IGNORECASE,
)
_CUT = re.compile(r"\btháng\b[^\t]*\bnăm\s*(?:\t|$)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_ABOUT = re.compile(r"(?:V/v|Về việc|Vv)\s*:?\s*", re.IGNORECASE)
_UNDER_KIND = re.compile(r"(?:V/v|Về việc|Về|Vv)\s*:?\s+", re.IGNORECASE)
_PROPER = re.compile(r"\b(?:việt nam|đảng(?! viên)|tổ quốc|tết)\b")
_MANNER = re.compile(r"\s+(?:KHẨN|HỎA TỐC|LIÊN TỊCH|LIÊN NGÀNH|PHỐI HỢP)$")
_FIGURES = re.compile(
    r"(?<=, )(?:ngày )?(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>20\d\d)$"
)
_HOUR = re.compile(r"\bhồi\s+\d{1,2}\s*(?:giờ|h|:)\s*(?:\d{2})?(?:\s*phút)?,?\s*$")
_DRAFT = re.compile(r"\(?\s*DỰ THẢO\b.*", re.IGNORECASE)
_SENTENCE = re.compile(r"[.:;]$|[^\W\d_]{2,}\. +(?=[^\W\d_])")
KINDS = (
    "CÔNG ĐIỆN", "KẾ HOẠCH", "THÔNG BÁO", "CHỈ THỊ", "HƯỚNG DẪN", "QUYẾT ĐỊNH", "CHƯƠNG TRÌNH",
    "THƯ NGỎ", "LỜI KÊU GỌI", "THÔNG TRI", "CÔNG VĂN", "ĐỀ CƯƠNG TUYÊN TRUYỀN",
)  # fmt: skip
_BEGINS = re.compile(
    r"Kính gửi|Căn cứ|Thực hiện|Triển khai|Để |Nhằm |Theo |Tiếp tục|Trong thời gian|Hiện nay"
    r"|Ngày \d|Tiếp theo|Xét |Được sự|Qua |Năm \d|Thời gian qua|Vừa qua|Trên cơ sở|Từ ngày|Kính thưa"
)
FURTHEST = 60  # lines a head may have


@dataclass
class Head:
    """What the head says; what it leaves blank is None or empty."""

    house: list[str] = field(default_factory=list)  # lines above the number, outermost first
    number: str | None = None
    symbol: str = ""
    place: str = ""
    date: PartialDate | None = None
    subject: str = ""
    kind: str = "công văn"
    shouted: bool = False  # its subject was in capitals
    wraps: bool = False  # the year of its date is still to come, on the next line


def read_head(lines: Sequence[Line]) -> tuple[Head, int]:
    """The head, and the index of the first line after it."""
    head, about, titled = Head(), list[str](), False
    gaps = _gaps(lines[:FURTHEST])
    for at, line in enumerate(lines[:FURTHEST]):
        text = tidy(line.text)
        under = " ".join(about) if titled else ""
        if _closes(head, about, text) or (under.strip() and _ended(under, text, at in gaps)):
            return _closed(head, about), at
        columns = _wrapped(head, line.text) or map(tidy, line.text.split("\t"))
        rest = _dated(head, _numbered(head, "\t".join(columns)))
        rest = tidy(" ".join(map(_unmottoed, rest.split("\t"))))
        if not rest or _RULE.fullmatch(rest) or _DRAFT.fullmatch(rest):
            continue
        if _ABOUT.match(rest) and not titled:
            about = [_ABOUT.sub("", rest, count=1)]
        elif rest.isupper() and (kind := _MANNER.sub("", rest.rstrip(":"))) in KINDS:
            head.kind, about, titled = kind.lower(), [""], True
        elif about:
            about.append(_UNDER_KIND.sub("", rest, count=1) if about == [""] else rest)
        elif not head.symbol and len(head.house) < 4 and _shouted(rest):
            head.house.append(rest)
    return _none(lines)


def _closes(head: Head, about: Sequence[str], text: str) -> bool:
    """Whether a line begins the body, by its own words or mark."""
    marked = bool(about or head.symbol) and MARKER.match(text) and not _open(about)
    return bool(_BEGINS.match(text) or marked)


def _gaps(lines: Sequence[Line]) -> set[int]:
    """Lines after a blank one; none where every line is followed by one, which then says nothing."""
    filled = [bool(line.text.strip()) for line in lines]
    if not any(one and other for one, other in pairwise(filled)):
        return set()
    return {at for at, (one, other) in enumerate(pairwise(filled), 1) if other and not one}


def _ended(about: str, text: str, gap: bool) -> bool:
    """Whether the subject below "KẾ HOẠCH" is over before this line."""
    if not text:
        return False
    if _RULE.fullmatch(text):
        return True
    begins = text[:1].isupper() and not HANGING.search(about)
    return begins and (
        gap or bool(_SENTENCE.search(text)) or (text.isupper() and not about.strip().isupper())
    )


def _none(lines: Sequence[Line]) -> tuple[Head, int]:
    """A text without a letter's head: all of it is body, but a number or a date is taken."""
    head, about = Head(), list[str]()
    start = 0
    for at, line in enumerate(lines[:FURTHEST]):
        text = tidy(line.text)
        rest = _unmottoed(text)
        if _numbered(head, _dated(head, rest)) != rest or not rest:
            start = at + 1
        elif _ABOUT.match(rest):
            about, start = [_ABOUT.sub("", rest, count=1)], at + 1
        elif not _shouted(rest):
            break
        else:
            head.house.append(rest)
            start = at + 1
    return _closed(head, about), start


def _open(about: Sequence[str]) -> bool:
    """Whether a quotation is open, so that a dash is not a new item."""
    text = " ".join(about)
    return text.count("“") > text.count("”")


def _closed(head: Head, about: Sequence[str]) -> Head:
    subject = tidy(" ".join(about)).strip(" .,;")
    head.shouted = subject.isupper()
    head.subject = _quietly(subject) if head.shouted else subject
    return head


def _quietly(subject: str) -> str:
    """A subject in capitals, in small letters; names of places have to be mended by hand."""
    return _PROPER.sub(lambda name: name[0].title(), subject.lower())


def _unmottoed(text: str) -> str:
    return tidy(_MOTTO.sub(" ", text))


def _numbered(head: Head, text: str) -> str:
    found = _NUMBER.search(text)
    if found is None or head.symbol:
        return text
    head.number, head.symbol = found["number"], re.sub(r"\s", "", found["symbol"])
    return f"{text[: found.start()]}\t{text[found.end() :]}"


def _dated(head: Head, text: str) -> str:
    """Take "Bắc Giang, ngày … tháng … năm …" out of a line."""
    found = _DAY.search(text) or _FIGURES.search(text)
    if found is None or head.date is not None:
        return text
    ahead = _HOUR.sub("", text[: found.start()])
    if not re.search(r"(?:,|^)\s*$", ahead):
        return text
    before, _, near = ahead.rstrip(" ,\t").rpartition("\t")
    words = near.split(" ")
    place: list[str] = []
    while words and _placelike(words[-1]) and len(place) < 5:
        place.insert(0, words.pop())
    if "Tp." in place or "TP." in place:
        place = [word for word in place if word not in ("Tp.", "TP.")]
    head.place = " ".join(place)
    head.date = PartialDate(
        **{name: int(found[name]) if found[name] else None for name in ("day", "month", "year")}
    )
    head.wraps = head.date.year is None and bool(_CUT.search(text, found.start()))
    return "\t".join((before, " ".join(words), text[found.end() :]))


def _wrapped(head: Head, text: str) -> list[str]:
    """The columns of a line without the year of the date, which broke off at "năm" on the line
    before; none when there is no such year.
    """
    columns = pieces(text) if head.wraps else []
    years = [each for each in columns if _YEAR.fullmatch(each)]
    head.wraps = head.wraps and not columns
    if not years or head.date is None:
        return []
    head.date = head.date.but(year=int(years[-1]))
    columns.remove(years[-1])
    return columns or [""]


def _placelike(word: str) -> bool:
    return word[:1].isupper() and (len(word) < 4 or not word.isupper())


def _shouted(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    if re.search(
        r"/|^\W*\d|\d\D+\d", text
    ):  # no body is called so; what a scan made of a number is
        return False
    return bool(letters) and sum(map(str.isupper, letters)) >= 0.8 * len(letters)
