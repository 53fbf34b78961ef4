"""For whom a task is: a station, or somebody else."""

import re
from dataclasses import dataclass
from functools import cache
from pkgutil import get_data

_ASKED = re.compile(
    r"^(?:đối với|đề nghị|giao|yêu cầu|chỉ đạo|phân công|trách nhiệm của)\s+(?:các đồng chí\s+)?",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"(?:\s*:|,?\s+(?:chủ trì|phối hợp|tổ chức|tăng cường|thực hiện|chỉ đạo|tiếp tục|có trách nhiệm|tham mưu"
    r"|hướng dẫn|đẩy mạnh|bố trí|xây dựng|triển khai|căn cứ|tuyên truyền|phát|thông báo|thông tin|tiếp nhận|cung cấp|bảo đảm|thường trực|đăng|vận động))\b"
)
NEAR = 160  # letters within which whoever is meant is named


@dataclass(frozen=True)
class Audience:
    """Who is named at the beginning of a text."""

    to: str  # as the letter says
    station: bool
    rest: str  # of the text: what they are to do; empty where it is a heading


def audience(text: str) -> Audience | None:
    """Who a text is addressed to; None where it names nobody."""
    bare = _ASKED.sub("", text, count=1)
    asked = len(bare) < len(text)
    named = next((each for each, _ in _patterns() if each.match(bare)), None)
    if named is None:
        return None
    work = _WORK.search(bare, 0, NEAR)
    to = bare[: work.start()].strip(" :;,") if work else bare.strip(" :;,.")
    if work is None and not asked and len(bare) > NEAR:
        return None
    rest = bare[work.start() :].lstrip(" :,") if work else ""
    return Audience(to, for_stations(to), rest)


def for_stations(text: str) -> bool:
    """Whether a loudspeaker station, or those who run one, is among those named."""
    return any(station and _really(pattern, text) for pattern, station in _patterns())


def _really(pattern: re.Pattern[str], text: str) -> bool:
    """A station is named, and not a provincial broadcaster, which has much the same name."""
    for found in pattern.finditer(text):
        after = text[found.end() :].lstrip()
        if not re.match(r"(?:và|&|-|–)\s*truyền hình", after, re.IGNORECASE):
            return True
    return False


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    text = (get_data(__package__, "tables/audiences.tsv") or b"").decode("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and line[0] != "#")
    return tuple(
        (
            re.compile(rf"(?:các\s+)?(?:{row[0]})(?:(?<=\s)|(?!\w))", re.IGNORECASE),
            row[1] == "station",
        )
        for row in rows
    )
