"""Units of measure, and what is counted per what: "đồng một héc ta", "mét khối trên giây"."""

import re

from .letters import spell
from .numbers import figures, hours
from .table import table
from .words import ABBREVIATIONS

UNITS = table("units")
UNIT = "|".join(re.escape(unit) for unit in sorted(UNITS, key=len, reverse=True))
UNIT = rf"(?!đ/[cCvkm](?!\w))(?:{UNIT})"  # đ/c is a comrade, not money by the c
_SPEED = frozenset(("km", "Km", "m", "cm", "mm", "m3", "m³", "l", "lit", "lít", "ml"))
_TIMES = frozenset(("h", "giờ", "s", "giây", "p", "ph", "phút", "min"))
_PARTS = frozenset(
    ("mi li gam", "mi cờ rô gam", "gam", "mi li lít", "mi li mon", "xê xê", "đơn vị quốc tế")
)
_WHOLES = frozenset(("lít", "mi li lít", "đề xi lít", "mét khối", "ki lô gam"))
_FAMILIES = {
    "tấn": "gam",
    "tạ": "gam",
    "yến": "gam",
    "ta": "vuông",
    "sào": "vuông",
    "giờ": "giây",
    "phút": "giây",
}
_WORD = r"[a-zà-ỹđ]{2,}|[A-ZĐ]{2,4}"
_UNDER = rf"\s?/\s?(?:\d{{1,4}}(?:,\d{{1,2}})?\s?(?:{UNIT})|(?:{UNIT})|(?:{_WORD}))(?![\w²³])"
PER = rf"(?:{_UNDER}){{0,4}}"
_EACH = re.compile(rf"\s?/\s?(?:(\d[\d,]*)\s?)?({UNIT}|{_WORD})(?![\w²³])")


def name(unit: str) -> str:
    """A unit as it is said; an unknown one is a word already."""
    return UNITS.get(unit, unit)


def alike(one: str, other: str) -> bool:
    """Whether a span may go from one unit to the other: metres to kilometres, not kilograms to đồng."""
    families = (
        _FAMILIES.get(last, last) for last in (name(one).split()[-1], name(other).split()[-1])
    )
    return len(set(families)) == 1


def per(over: str, under: str) -> str:
    """What follows a unit: "/ha/vụ" after "đồng" is "một héc ta một vụ", "/h" after "km" "trên giờ"."""
    said = []
    for count, unit in _EACH.findall(under):
        joint = _joint(over, unit, count)
        number = hours(int(count)) if joint == "trong" else figures(count) if count else ""
        said.append(" ".join(filter(None, (joint, number, _under(unit)))))
        over = ""
    return " ".join(said)


def _joint(over: str, unit: str, count: str) -> str:
    if over == "" and unit in ("km2", "km²"):
        return "trên"  # người/km2
    if count.isdigit() and unit in ("h", "giờ"):
        return "trong"  # 150 mm/24h
    if (
        count
        or (over in _SPEED and unit in _TIMES)
        or (name(over) in _PARTS and name(unit) in _WHOLES)
    ):
        return "trên"
    return "một"


def _under(unit: str) -> str:
    if unit.isupper() and unit not in UNITS:
        return ABBREVIATIONS.get(unit) or spell(unit)
    return {"min": "phút"}.get(unit) or name(unit)
