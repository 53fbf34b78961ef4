"""Names of letters as syllables, so that no engine spells them its own way."""

import unicodedata

NAMES = {
    "a": "a", "ă": "á", "â": "ớ", "b": "bê", "c": "xê", "d": "dê", "đ": "đê", "e": "e", "ê": "ê",
    "f": "ép", "g": "gờ", "h": "hát", "i": "i", "j": "gi", "k": "ca", "l": "lờ", "m": "mờ",
    "n": "nờ", "o": "o", "ô": "ô", "ơ": "ơ", "p": "pê", "q": "quy", "r": "rờ", "s": "ét",
    "t": "tê", "u": "u", "ư": "ư", "v": "vê", "w": "vê kép", "x": "ích", "y": "i dài", "z": "dét",
}  # fmt: skip

_MARKED = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
SMALL = f"[a-z{_MARKED}]"  # patterns of one letter
CAPITAL = f"[A-Z{_MARKED.upper()}]"


def spell(text: str) -> str:
    """Letters by name and digits by word: "TDP4" -> "tê dê pê bốn"."""
    from .numbers import DIGITS

    said = []
    for letter in unicodedata.normalize("NFC", text).lower():
        if letter in NAMES:
            said.append(NAMES[letter])
        elif letter.isdigit() and letter.isascii():
            said.append(DIGITS[int(letter)])
    return " ".join(said)
