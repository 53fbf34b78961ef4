"""Code points that look the same: a text is read as what it looks like."""

import unicodedata

_LETTERS = str.maketrans(
    "ÐðƉАВЕКМНОРСТУХІЅЈаеорсухіѕјΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",  # Icelandic, Cyrillic, Greek
    "ĐđĐABEKMHOPCTYXISJaeopcyxisjABEZHIKMNOPTYXo",
)
_SIGNS = str.maketrans("\u00a0\u2002\u2003\u2009\u202f\u3000−‐‑﹣－º˚", "      -----°°")
_WIDE = {
    wide: wide - 0xFEE0
    for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_ALIKE = _LETTERS | _SIGNS | _WIDE


def plain(text: str) -> str:
    """The text in its composed form (NFC), look-alikes as what they look like."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).translate(_ALIKE))
