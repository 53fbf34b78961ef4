"""Letters and marks as operators type them: with or without tone marks, capitals, care."""

import unicodedata

PLAYED = frozenset(
    {
        *("ok", "oke", "okay", "okie", "o", "x", "v", "r", "y", "yes", "1"),
        *("roi", "co", "da", "dp", "du", "dat", "xong", "tot", "phat"),
    }
)
NOT_PLAYED = frozenset({"ko", "k", "khong", "kg", "kp", "chua", "hong", "no", "n", "0"})
FILLER = frozenset({"phat", "duoc", "roi", "vi", "do", "la"})  # between a mark and its reason
TICKS = frozenset({"✓", "✔", "☑"})


def bare(text: str) -> str:
    """Small letters without marks: "Đủ" -> "du"."""
    return "".join(_letter(each) for each in unicodedata.normalize("NFC", text))


def is_played(mark: str) -> bool | None:
    """What a mark means; None: it is none."""
    said = bare(mark).strip(" .!*'\"")
    if said in NOT_PLAYED:
        return False
    return True if said in PLAYED | TICKS else None


def _letter(each: str) -> str:
    return "d" if each in "đĐ" else unicodedata.normalize("NFD", each)[0].lower()
