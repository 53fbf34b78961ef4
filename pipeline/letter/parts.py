"""A letter to its parts: head, addressees, body, foot."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .foot import Foot, read_foot
from .head import Head, read_head
from .lines import paragraphs, tidy, unnumbered
from .sheet import Line, Sheet

_TO = re.compile(r"Kính gửi\s*:?\s*|[^:]{4,90}\b(?:điện|gửi)\s*:\s*", re.IGNORECASE)
_RULE = re.compile(r"[-–—_=*\s]*")
_DASH = re.compile(r"^[-–•+*]\s*")
_BODY = re.compile(
    r"(?:Căn cứ|Thực hiện|Triển khai|Để |Nhằm |Theo |Tiếp tục|Trong thời gian|Hiện nay|Ngày \d|Qua |Xét "
    r"|Tiếp theo|Hưởng ứng|Vừa qua|Trước )"
)


@dataclass(frozen=True)
class Parts:
    """A letter taken apart."""

    head: Head
    addressees: tuple[str, ...]
    body: tuple[str, ...]  # paragraphs
    foot: Foot


def take_apart(sheet: Sheet) -> Parts:
    """The parts of a letter; those it lacks are empty."""
    lines = list(unnumbered(sheet.lines))
    head, at = read_head(lines)
    foot, end = read_foot(lines, at)
    addressees, at = _addressees(lines, at, end)
    return Parts(head, addressees, tuple(paragraphs(lines[at:end])), foot)


def _addressees(lines: Sequence[Line], begin: int, end: int) -> tuple[tuple[str, ...], int]:
    """Whom the letter is addressed to, and the index of the first line of its body."""
    near = range(begin, min(end, begin + 6))
    at = next((at for at in near if not _RULE.fullmatch(tidy(lines[at].text))), end)
    if at == end or not _TO.match(tidy(lines[at].text)):
        return (), begin
    found = [_TO.sub("", tidy(lines[at].text), count=1)]
    at, bare = at + 1, not found[0]
    while at < end:
        text = tidy(lines[at].text)
        if text and (_BODY.match(text) or _over(found, text)):
            break
        bare = bare and not _DASH.match(text)
        fresh = _DASH.match(text) or not found[-1] or found[-1].endswith((";", "."))
        if text and (fresh or (bare and text[0].isupper() and not found[-1].endswith(","))):
            found.append(text)
        elif text:
            found[-1] += f" {text}"
        at += 1
    whole = (_DASH.sub("", each).strip(" ,;.") for each in found)
    return tuple(each for line in whole for each in _split(line) if each), at


def _over(found: Sequence[str], text: str) -> bool:
    """Whether the list has ended before this line."""
    return found[-1].endswith((".", "./.")) or (
        found[-1].endswith(("…", "")) and bool(found[-1]) and not _DASH.match(text)
        and text[0].isupper() and not found[-1].endswith((";", ",")) and len(text.split()) > 14
    )  # fmt: skip


def _split(line: str) -> list[str]:
    """Addressees written in one line are parted by semicolons."""
    return [part.strip(" .") for part in re.split(r";\s*", line)]
