"""Last year's campaign for this year: a copy, its day moved, and what in it may be stale."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..errors import TruyenThanhError, refusal
from ..model import Campaign, Place, Problem
from .expired import ended
from .files import plain
from .placing import place

_BEGINNING = re.compile(r"(?:\A|[\n.!?“]|^[A-Z]:)\s*\Z", re.MULTILINE)  # of a sentence
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
LEFT = re.compile(r"duyet\.yaml|cong-van\..*|\..*")  # approvals, last year's letter
_ONE = r"^(?P<head>  {}:)[^\n]*(?:\n {{4,}}[^\n]*)*"  # a field of `directive`, folded or not
_EMPTIED = ("number", "signer", "signer_title", "source")
_YEAR = re.compile(r"(?<![\d/])(?:(?:\d{1,2}/){1,2})?((?:19|20)\d\d)(?![\d/])")
_TIED = re.compile(
    r"\b(?:năm nay|năm ngoái|năm trước|hôm nay|hôm qua|vừa qua|sắp tới|mới đây)\b", re.I
)
_STATUS = re.compile(r"^status:[^\n]*\n", re.MULTILINE)


@dataclass(frozen=True)
class Renewed:
    """A sketch made of an old campaign."""

    folder: Path
    files: tuple[Path, ...]
    moved: tuple[Problem, ...]  # what was changed, to be looked at
    stale: tuple[Problem, ...]  # what may no longer be true; nothing of it was changed


@dataclass(frozen=True)
class Renewal:
    """The same before it lies anywhere."""

    files: Mapping[str, bytes]
    moved: tuple[Problem, ...]
    stale: tuple[Problem, ...]


def renew(root: Path, old: Campaign, new: str, year: int) -> Renewed:
    """Copy a campaign as a sketch for `year`. Approvals and the old letter stay behind.

    Raises TruyenThanhError when the new folder exists or nothing can be written.
    """
    made = renewal(root, old, new, year)
    folder = root / "campaigns" / new
    return Renewed(folder, place(folder, made.files), made.moved, made.stale)


def renewal(root: Path, old: Campaign, new: str, year: int) -> Renewal:
    """What `renew` would write; nothing is written. Raises TruyenThanhError."""
    home = f"campaigns/{new}"
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", new):
        raise TruyenThanhError(
            f"Tên “{new}” không dùng được. Hãy dùng chữ thường không dấu, số, gạch ngang."
        )
    moved: list[Problem] = []
    doubts: list[Problem] = []
    written: dict[str, bytes] = {}
    for name, content in _files(root / "campaigns" / old.id).items():
        if not name.endswith((".yaml", ".md")):
            written[name] = content
            continue
        start = Place(file=f"{home}/{name}")
        text = _text(start, content)
        if name == "campaign.yaml":
            text = _sketched(_emptied(text, year), old, year)
        text, changes = _moved(text, start, old, year)
        moved += changes
        doubts += _stale(text, start, year)
        written[name] = text.encode("utf-8")
    return Renewal(written, tuple(moved), tuple(doubts))


def stale(root: Path, name: str, year: int) -> tuple[Problem, ...]:
    """What may no longer be true in the texts of a campaign, as they are now.

    Raises TruyenThanhError.
    """
    home = f"campaigns/{name}"
    texts = {
        each: _text(Place(file=f"{home}/{each}"), content)
        for each, content in _files(root / home).items()
        if each.endswith((".yaml", ".md"))
    }
    return tuple(
        found
        for each, text in texts.items()
        for found in _stale(text, Place(file=f"{home}/{each}"), year)
    )


def next_year(campaign: Campaign, today: date) -> int:
    """The year of its next season: this one's, unless its day is over."""
    season = campaign.season
    over = season is not None and (season.month, season.day) < (today.month, today.day)
    return today.year + over


def _files(folder: Path) -> Mapping[str, bytes]:
    try:
        return {
            path.name: path.read_bytes()
            for path in sorted(folder.iterdir())
            if path.is_file() and not LEFT.fullmatch(path.name)
        }
    except OSError as error:
        raise TruyenThanhError(f"Không đọc được {folder}: {refusal(error, 'đọc')}") from error


def _text(place: Place, content: bytes) -> str:
    try:
        return plain(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        name = place.file.rpartition("/")[2]
        raise TruyenThanhError(
            f"{name} không lưu theo bảng mã UTF-8 nên chưa chép gì. "
            "Hãy mở bằng trình soạn thảo, lưu lại theo bảng mã UTF-8."
        ) from None


def _emptied(text: str, year: int) -> str:
    """Without what only last year's letter said."""
    for name in _EMPTIED:
        text = re.sub(
            _ONE.format(name), rf"\g<head>   # chờ công văn năm {year}", text, count=1, flags=re.M
        )
    text = re.sub(r"^(    (?:day|month):)[^\n]*", r"\1", text, count=2, flags=re.M)
    return re.sub(r"^(    year:)[^\n]*", rf"\1 {year}", text, count=1, flags=re.M)


def _sketched(text: str, old: Campaign, year: int) -> str:
    head = (
        f"# BẢN NHÁP cho năm {year}, chép từ campaigns/{old.id}. Chưa được phát khi còn dòng\n"
        "# “status: nháp”. Chưa ai duyệt bản này; xem lại từng tin rồi mới bỏ dòng ấy.\n"
        "# Chiến dịch cũ vẫn phát theo mùa của nó; khi bản này xong, hãy bỏ thư mục cũ đi.\n"
        "status: nháp\n\n"
    )
    return head + _STATUS.sub("", text)


def _moved(text: str, start: Place, old: Campaign, year: int) -> tuple[str, list[Problem]]:
    """The campaign's own day in an earlier year becomes this year's, its weekday too."""
    if old.season is None:
        return text, []
    day, month = old.season.day, old.season.month
    pattern = re.compile(
        rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)})(?P<between>,?\s+(?:ngày\s+)?))?"
        rf"(?P<date>0?{day}/0?{month}/)(?P<year>20\d\d)(?!\d)",
        re.IGNORECASE,
    )
    changes: list[Problem] = []

    def change(match: re.Match[str]) -> str:
        if int(match["year"]) >= year:
            return match[0]
        weekday = ""
        if match["weekday"]:
            weekday = WEEKDAYS[date(year, month, day).weekday()] + match["between"]
            began = match["weekday"][0].isupper()  # and no line that goes on with a sentence
            if began and _BEGINNING.search(text[: match.start()]):
                weekday = weekday[:1].upper() + weekday[1:]
        new = f"{weekday}{match['date']}{year}"
        what = f"đã đổi “{match[0]}” thành “{new}”"
        at = start.after(text, match.start())
        changes.append(Problem(place=at, what=what, fix="xem lại", code="renew.moved"))
        return new

    return pattern.sub(change, text), changes


def _stale(text: str, start: Place, year: int) -> Iterator[Problem]:
    """What may no longer be true, in the order of the text; comments and bases are only kept."""
    told = _without_comments(text)
    for match, row in ended(told, date(year, 1, 1)):
        yield _doubt(start.after(text, match.start()), match[0], row.today, "renew.ended")
    if not start.file.endswith(".md"):
        return
    for match in _YEAR.finditer(told):
        if int(match[1]) != year:
            today = f"xem việc này năm {year} còn đúng không"
            yield _doubt(start.after(text, match.start()), match[0], today, "renew.year")
    for match in _TIED.finditer(told):
        today = "lời gắn với một thời điểm; nên viết lại cho năm nào cũng đúng"
        yield _doubt(start.after(text, match.start()), match[0], today, "renew.tied")


def _doubt(at: Place, words: str, today: str, code: str) -> Problem:
    return Problem(place=at, what=f"“{words}” có thể đã cũ", fix=today, code=code)


def _without_comments(text: str) -> str:
    """The text with comments blanked, so that places stay."""
    return re.sub(r"(?m)^\s*#.*$|\s#\s.*$", lambda match: " " * len(match[0]), text)
