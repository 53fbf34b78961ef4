"""Names of peoples of the highlands: H'Hen, K'Sor, H'Mông."""

import re
import unicodedata

from .rule import make
from .syllable import is_syllable
from .words import PLACES

SOURCE = "thói quen phát thanh viên"
_SOUNDS = {"b": "bơ", "đ": "đơ", "d": "dơ", "h": "hơ", "k": "cơ", "l": "lơ", "m": "mơ", "n": "nơ",
           "p": "pơ", "r": "rơ", "s": "sơ", "t": "tơ", "v": "vơ", "g": "gơ", "y": "y"}  # fmt: skip


def _name(match: re.Match[str]) -> str | None:
    head, rest = match[1].lower(), unicodedata.normalize("NFC", match[2])
    rest = PLACES.get(rest, rest)
    while rest and not all(map(is_syllable, rest.lower().split())):
        rest = rest[:-1]  # an ending no Vietnamese mouth makes: Sor -> So
    return f"{_SOUNDS[head]} {rest}" if head in _SOUNDS and rest else None


RULES = (
    make(
        "name.people",
        r"(?<!\w)([A-ZĐ])\s?['’ʼ]([^\W\d_]{2,})(?!\w)",
        _name,
        SOURCE,
        {"H'Hen Niê": "hơ Hen Niê", "H'Mông": "hơ Mông"},
        sure=False,
        begins="A-ZĐ",
    ),
)
