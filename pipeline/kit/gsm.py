"""How long a text message is: 3GPP TS 23.038, clause 6.2.1 (default alphabet) and UCS-2.

A single message carries 140 bytes: 160 septets or 70 UTF-16 units. In a message of several parts
each part begins with a header of 6 bytes (3GPP TS 23.040, clause 9.2.3.24.1), which leaves 153
septets or 67 units. A character of the extension table costs two septets, and is not cut in two.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from ..model import Record

Alphabet = Literal["GSM-7", "UCS-2"]

BASIC = (
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = "\f^{}\\[~]|€"
SINGLE: dict[Alphabet, int] = {"GSM-7": 160, "UCS-2": 70}
PART: dict[Alphabet, int] = {"GSM-7": 153, "UCS-2": 67}

_COSTS = dict.fromkeys(BASIC, 1) | dict.fromkeys(EXTENSION, 2)
_PLAIN = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "•": "-"}
_TOKEN = re.compile(r"(?:\+?\d[\d.,/\-]*(?: (?=\d)[\d.,/\-]+)*\S*|\S+)\s*|\s+")


class Sms(Record):
    """A text as it is sent: its parts in order, joined they are the text."""

    alphabet: Alphabet
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """What the phone shows."""
        return "".join(self.parts)

    @property
    def units(self) -> int:
        """Septets or UTF-16 units."""
        return units(self.text, self.alphabet)


def unmarked(text: str) -> str:
    """Vietnamese without marks, in letters of the default alphabet and nothing else."""
    for sign, plain in (_PLAIN | {"đ": "d", "Đ": "D"}).items():
        text = text.replace(sign, plain)
    bare = "".join(
        each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each)
    )
    return "".join(each for each in bare if each in _COSTS)


def alphabet(text: str) -> Alphabet:
    """The shorter way to send it: GSM-7 where every letter is in its tables."""
    return "GSM-7" if all(each in _COSTS for each in text) else "UCS-2"


def units(text: str, coding: Alphabet) -> int:
    """What it costs: septets of GSM-7, or 16-bit units of UCS-2."""
    if coding == "GSM-7":
        return sum(_COSTS[each] for each in text)
    return len(text.encode("utf-16-le")) // 2


def sms(text: str) -> Sms:
    """The text in as many parts as it needs.

    It is cut between words only; digits in groups ("0204 000 000") stay together. What is longer
    than a whole part, such as an address, is cut between two characters.
    """
    text = unicodedata.normalize("NFC", text)
    coding = alphabet(text)
    if units(text, coding) <= SINGLE[coding]:
        return Sms(alphabet=coding, parts=(text,))
    parts = [""]
    for token in _TOKEN.findall(text):
        for piece in _fitting(token, coding):
            if units(parts[-1] + piece, coding) > PART[coding]:
                parts.append("")
            parts[-1] += piece
    return Sms(alphabet=coding, parts=tuple(filter(None, parts)))


def _fitting(token: str, coding: Alphabet) -> Iterator[str]:
    """The token whole; where no part could hold it, its groups; and of those, what fits."""
    room = PART[coding]
    if units(token, coding) <= room:
        yield token
        return
    for group in re.findall(r"\S+\s*|\s+", token):
        piece = ""
        for each in group:
            if units(piece + each, coding) > room:
                yield piece
                piece = ""
            piece += each
        yield piece
