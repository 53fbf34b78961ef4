"""Letters of the fonts of the nineties as Unicode: TCVN3 (.VnTime) and VNI.

Source: TCVN 5712:1993, table VN3; the key tables of the VNI fonts. TCVN3 has no capitals with tones: a
capital font shows them, so they come out small.
"""

import re
import unicodedata

_TONES = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}
_TCVN3 = """
a:¸' µ` ¶? ·~ ¹. ă:¨ ¾' »` ¼? ½~ Æ. â:© Ê' Ç` È? É~ Ë. đ:® e:Ð' Ì` Î? Ï~ Ñ. ê:ª Õ' Ò` Ó? Ô~ Ö.
i:Ý' ×` Ø? Ü~ Þ. o:ã' ß` á? â~ ä. ô:« è' å` æ? ç~ é. ơ:¬ í' ê` ë? ì~ î. u:ó' ï` ñ? ò~ ô.
ư:\xad ø' õ` ö? ÷~ ù. y:ý' ú` û? ü~ þ. Ă:¡ Â:¢ Đ:§ Ê:£ Ô:¤ Ơ:¥ Ư:¦
"""
_VNI_BASES = {"a": "aâê", "e": "eâ", "o": "oâ", "ô": "ô", "ö": "ö", "u": "u", "y": "y"}
_VNI_SINGLE = {"ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
_VNI_MARKS = {  # what follows a vowel: its own mark and tone
    "ù": ("", "'"), "ø": ("", "`"), "û": ("", "?"), "õ": ("", "~"), "ï": ("", "."),
    "â": ("^", ""), "á": ("^", "'"), "à": ("^", "`"), "å": ("^", "?"), "ã": ("^", "~"),
    "ä": ("^", "."), "ê": ("u", ""), "é": ("u", "'"), "è": ("u", "`"), "ú": ("u", "?"),
    "ü": ("u", "~"), "ë": ("u", "."),
}  # fmt: skip
_SHAPES = {"": "", "^": "\u0302", "u": "\u0306"}
_HORNED = {"ô": "ơ", "ö": "ư"}


def _tcvn3() -> dict[int, str]:
    letters: dict[int, str] = {}
    base = ""
    for token in _TCVN3.replace("\n", " ").split(" "):
        if not token:
            continue
        if len(token) > 1 and token[1] == ":":
            base, token = token[0], token[2:]
        tone = _TONES.get(token[1:], "")
        letters[ord(token[0])] = unicodedata.normalize("NFC", base + tone)
    return letters


def _vni() -> dict[str, str]:
    pairs = dict(_VNI_SINGLE)
    for vowel in _VNI_BASES:
        letter = _HORNED.get(vowel, vowel)
        for mark, (shape, tone) in _VNI_MARKS.items():
            if (shape == "u" and vowel != "a") or (shape == "^" and vowel not in "aeo"):
                continue
            whole = letter + _SHAPES[shape] + _TONES.get(tone, "")
            pairs[vowel + mark] = unicodedata.normalize("NFC", whole)
        if letter != vowel:
            pairs[vowel] = letter
    return pairs | {key.upper(): value.upper() for key, value in pairs.items()}


_TCVN3_LETTERS = _tcvn3()
_VNI_PAIRS = _vni()
_VNI = re.compile("|".join(sorted(map(re.escape, _VNI_PAIRS), key=len, reverse=True)))
FONTS = ("TCVN3", "VNI")
_RUN = re.compile(r"(?:(?! {3})[^\n\t])+")  # what stands in one column of a line


def _shouted(match: re.Match[str]) -> str:
    """A heading in a font of capitals: its letters with marks, which came out small, are capitals."""
    run = match[0]
    plain = [letter for letter in run if letter.isascii() and letter.isalpha()]
    heading = sum(map(str.isupper, plain)) > 2 and not any(map(str.islower, plain))
    return run.upper() if heading and not re.search(r"\d", run) else run


def converted(text: str, font: str) -> str:
    """Text typed with an old font, in Unicode."""
    if font == "TCVN3":
        return _RUN.sub(_shouted, text.translate(_TCVN3_LETTERS))
    return _VNI.sub(lambda match: _VNI_PAIRS[match[0]], text)
