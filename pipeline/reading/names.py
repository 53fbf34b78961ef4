"""Names of people: initials, and the peoples of the highlands: H'Hen, K'Sor, H'Mông."""

import re
import unicodedata

from .letters import CAPITAL, SMALL, spell
from .rule import before, left, make
from .syllable import is_syllable
from .titles import FAMILIES
from .words import PLACES

SOURCE = "thói quen phát thanh viên"
_SOUNDS = {"b": "bơ", "č": "chơ", "đ": "đơ", "d": "dơ", "h": "hơ", "k": "cơ", "l": "lơ", "m": "mơ",
           "n": "nơ", "p": "pơ", "r": "rơ", "s": "sơ", "t": "tơ", "v": "vơ", "g": "gơ", "j": "giơ",
           "c": "cơ", "x": "xơ", "y": "y"}  # fmt: skip
_STRANGE = str.maketrans({"ŏ": "o", "ŭ": "u", "ĕ": "e", "ĭ": "i", "ñ": "nh", "č": "ch", "ƀ": "b", "w": "u",
                          "z": "d", "j": "gi", "f": "ph"})  # fmt: skip
_VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
_PART = re.compile(
    rf"(?P<onset>[^{_VOWELS}]*)(?P<rime>[{_VOWELS}]+(?:(?:ng|nh|ch|[mpk]|c(?!h)|n(?![gh])|t(?![hr]))(?![{_VOWELS}]))?)",
    re.IGNORECASE,
)
_GLIDE = re.compile(f"^[Yy](?=[{_VOWELS}])")  # Yuên
_LIQUID = re.compile(rf"l(?![{_VOWELS}])")  # Phol is said Phôn
_STOP = re.compile("(?:ch|[ptc])$")
_LAST_VOWEL = re.compile(f"[{_VOWELS}](?=[^{_VOWELS}]*$)")
_VOWEL = re.compile(f"[{_VOWELS}]", re.IGNORECASE)
_ONSET = re.compile("(?:ng|nh|kh|ph|th|tr|ch|gi|[bk][lr]|[bcdđghklmnprstvx])?", re.IGNORECASE)
_DOUBLE = frozenset(("ng", "nh", "kh", "ph", "th", "ch"))
_HIGHLAND = r"(?-i:[AYH]|Kon|Plei|Buôn|Bon|Rơ|Đăk|Đắk)|buôn|bon|plei|kon|(?-i:Danh|Thạch|Chau|Ch[âa]u|N[ée]ang|Kim|Kiên)(?: (?-i:[A-ZĐ])\w+)*"  # stands before a name of theirs
_CAPITAL = "[A-ZĐČÊĂÂÔƠƯ]"
_LETTER = r"[^\W\d_]"
_END = rf"(?=\s*(?:[(,;:–-]|{SMALL}|\d|$))"  # the sentence goes on: its dot ends no sentence
_NAMED = re.compile(rf"(?<!\w)(?:{CAPITAL}{SMALL}+|[Đđ]/c|chí|ông|bà|anh|chị|em|cháu|tên)\s$")
_FAMILY = re.compile(rf"(?<!\w)(?:{FAMILIES})\s$")


def _syllables(rest: str) -> str | None:
    """A highland word by its syllables; endings no Vietnamese mouth makes are left out: Sor -> So."""
    if rest in PLACES:
        return PLACES[rest]
    said, at = [], 0
    rest = _LIQUID.sub("n", _GLIDE.sub("d", rest.translate(_STRANGE)))
    for part in _PART.finditer(rest):
        sounds = _onset(part["onset"])
        rime = _toned(part["rime"])
        if part.start() != at or sounds is None or not is_syllable(sounds[-1][-1:] + rime):
            break
        at = part.end()
        said += [*sounds[:-1], sounds[-1] + rime]
    return None if _VOWEL.search(rest, at) else " ".join(said)


def _toned(rime: str) -> str:
    """Before a stop there is a tone, written or not: Krit is said Krít."""
    if not rime.isascii() or not _STOP.search(rime):
        return rime
    return unicodedata.normalize("NFC", _LAST_VOWEL.sub("\\g<0>\u0301", rime, count=1))


def _onset(letters: str) -> list[str] | None:
    """Consonants at the beginning: each but the last sound becomes a syllable; Bkr -> bơ, kr."""
    sounds: list[str] = []
    while letters and not _ONSET.fullmatch(letters):
        size = 2 if letters[:2].lower() in _DOUBLE else 1
        sound = f"{letters[:2].lower()}ơ" if size > 1 else _SOUNDS.get(letters[0].lower())
        if sound is None:
            return None
        sounds.append(sound)
        letters = letters[size:]
    return [*sounds, letters]


def _name(match: re.Match[str]) -> str | None:
    head, rest = match[1].lower(), _syllables(match[2])
    return f"{_SOUNDS[head]} {rest}" if head in _SOUNDS and rest else None


def _highland(match: re.Match[str]) -> str | None:
    """A name with marks, which no foreign word has, but with sounds that no Vietnamese word has."""
    named = match[0].isascii() and before(match, _HIGHLAND)
    plain = (match[0].isascii() and not named) or is_syllable(match[0]) or match[0] in PLACES
    said = None if plain or match[0].isupper() else _syllables(match[0])
    return said.lower() if said and not said[1:].islower() else said  # capitals are spelled


def _initial(match: re.Match[str]) -> str | None:
    """One letter after a name; before another name only if the first is a family's."""
    names = _FAMILY if match[1] else _NAMED
    return spell(match[0]) if names.search(left(match, 12)) else None


RULES = (
    make(
        "name.people",
        rf"(?<!\w)([A-ZĐČ])\s?['’ʼ`´‘]\s?({_LETTER}{{2,}})(?!\w)",
        _name,
        SOURCE,
        {"H'Hen Niê": "hơ Hen Niê", "H'Mông": "hơ Mông"},
        sure=False,
        begins="A-ZĐČÊĂÂÔƠƯ",
    ),
    make(
        "name.highland",
        rf"(?<!\w){_CAPITAL}{_LETTER}{{2,}}(?!\w)",
        _highland,
        SOURCE,
        {"Kpă Ngọc": "cơ pă Ngọc"},
        sure=False,
        begins="A-ZĐČÊĂÂÔƠƯ",
    ),
    make(
        "name.initials",
        rf"(?<![\w.])(?!T\.[PXT]\.?\s?{CAPITAL}{SMALL}){CAPITAL}(?:\.\s?{CAPITAL})+(?!\w)(?:\.{_END})?",
        lambda match: spell(match[0]),
        SOURCE,
        {"cháu N.V.A. (15 tuổi)": "cháu nờ vê a, mười lăm tuổi,", "bà L.T.H": "bà lờ tê hát"},
        begins="A-ZĐ",
    ),
    make(
        "name.initial",
        rf"(?<!\w){CAPITAL}\.(?:{_END}|(?=\s({CAPITAL})))",
        _initial,
        SOURCE,
        {"Trần Văn B. (40 tuổi)": "Trần Văn bê, bốn mươi tuổi,"},
        begins="A-ZĐ",
    ),
)
