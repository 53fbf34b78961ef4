"""Road names and kilometre posts."""

import re

from .letters import spell
from .numbers import DIGITS, cardinal, digits
from .rule import before, make

SOURCE = "thói quen phát thanh viên"
KINDS = {
    "QL": "quốc lộ", "ĐT": "đường tỉnh", "TL": "tỉnh lộ", "ĐH": "đường huyện", "HL": "hương lộ",
    "ĐX": "đường xã", "CT": "xê tê",
}  # fmt: skip


def _pattern(end: str = "") -> str:
    """A post; its groups' names end in `end`."""
    return rf"(?P<head{end}>[Kk][Mm]|K)\s?(?P<km{end}>\d{{1,4}})(?:\s?\+\s?(?P<m{end}>\d{{1,3}}))?(?![\w+])"


def _road(match: re.Match[str]) -> str:
    kind = KINDS[match[1]]
    if kind.startswith("đường ") and before(match, "đường"):
        kind = kind.removeprefix("đường ")
    tail = f" {spell(match[3])}" if match[3] else ""
    number = digits(match[2]) if match[2][0] == "0" else cardinal(int(match[2]))
    return f"{kind} {number}{tail}"


def _post(match: re.Match[str]) -> str | None:
    first = _place(match["head"], match["km"], match["m"])
    if match["km_to"]:
        return f"{first} đến {_place(match['head_to'], match['km_to'], match['m_to'])}"
    return first if match["m"] else None


def _place(head: str, kilometre: str, metres: str | None) -> str:
    said = f"{'ca' if head == 'K' else 'ki lô mét'} {cardinal(int(kilometre))}"
    return f"{said} cộng {_metres(metres)}" if metres else said


def _metres(text: str) -> str:
    """Metres behind a post: +050 is "không trăm năm mươi"."""
    if len(text) < 3 or text[0] != "0":
        return cardinal(int(text))
    tens = int(text)
    linked = f"linh {DIGITS[tens]}" if 0 < tens < 10 else cardinal(tens) if tens else ""
    return f"không trăm {linked}".rstrip()


RULES = (
    make(
        "road.name",
        rf"(?<!\w)({'|'.join(KINDS)})[.\s]?\s?(\d{{1,4}})([A-ZĐ])?(?![\w/]|[ .]\d)",
        _road,
        SOURCE,
        {"QL.18": "quốc lộ mười tám", "ĐT 295B": "đường tỉnh hai trăm chín mươi lăm bê"},
        begins="QĐTHC",
    ),
    make(
        "road.post",
        rf"(?<!\w){_pattern()}(?:\s*[-–—]\s*{_pattern('_to')})?",
        _post,
        SOURCE,
        {"Km 12+500": "ki lô mét mười hai cộng năm trăm", "Km 10 - Km 12": "ki lô mét mười đến ki lô mét mười hai", "K28+050": "ca hai mươi tám cộng không trăm năm mươi"},
        begins="Kk",
    ),
)  # fmt: skip
