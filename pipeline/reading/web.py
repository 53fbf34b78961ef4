"""Addresses of pages and mail: the scheme is dropped, signs are named, words get their marks back."""

import re
from functools import cache

from .letters import NAMES, spell
from .numbers import DIGITS
from .rule import make
from .syllable import is_syllable
from .table import table

SOURCE = "thói quen phát thanh viên"
_ENDS = "vn|com|net|org|edu|gov|info|io|ai|vip|me|xyz|top|asia|tv|app|site|online|shop|club|biz|cc|ly|gl|be|co|gle|link|page|apk|pdf|doc|docx|exe"
_NAME = r"[A-Za-z0-9][A-Za-z0-9_\-]{0,62}"
_DOMAIN = rf"(?:{_NAME}\.){{1,6}}(?:{_ENDS})(?:\.vn)?"
_SIGNS = {
    ".": "chấm", "@": "a còng", "/": "gạch chéo", "_": "gạch dưới", "-": "gạch ngang", "?": "hỏi",
    "=": "bằng", "&": "và", "#": "thăng", "%": "phần trăm", "+": "cộng", ":": "hai chấm", "~": "ngã",
}  # fmt: skip
_KNOWN, _BARE, _LETTER = 1.0, 4.0, 6.0  # how unwillingly an address is parted into these
_LONGEST = 24  # letters of a known word
_SYLLABLE = 7  # letters of a syllable without marks
_RUN = 64  # letters that are parted; more are spelled


@cache
def _words() -> dict[str, str]:
    return {**table("web_places"), **table("web")}


def _said(text: str) -> str:
    parts = re.findall(r"[A-Za-z]+|\d+|[^A-Za-z\d]", text)
    return " ".join(filter(None, map(_part, parts)))


def _part(part: str) -> str:
    if part.isdigit():
        return " ".join(DIGITS[int(digit)] for digit in part)
    if not part.isalpha():
        return _SIGNS.get(part, "")
    return _words().get(part.lower()) or (_run(part.lower()) if len(part) <= _RUN else spell(part))


def _run(letters: str) -> str:
    """Words written together: the cheapest way to part them into known ones, syllables, letters."""
    best: list[tuple[float, str]] = [(0.0, "")]
    for end in range(1, len(letters) + 1):
        best.append(
            min(
                (best[start][0] + cost, f"{best[start][1]} {said}")
                for start in range(max(0, end - _LONGEST), end)
                for cost, said in (_piece(letters[start:end]),)
            )
        )
    return best[-1][1].strip()


def _piece(letters: str) -> tuple[float, str]:
    known = _words().get(letters)
    if known and len(letters) > 1:
        return _KNOWN + 2 / len(letters), known
    if len(letters) == 1:
        return _LETTER, NAMES[letters]
    if len(letters) <= _SYLLABLE and is_syllable(letters):
        return _BARE + 2 / len(letters), letters
    return float("inf"), ""


def _address(match: re.Match[str]) -> str:
    return _said(match["rest"].rstrip("/"))


RULES = (
    make(
        "web.mail",
        rf"(?<![\w.])(?P<rest>[A-Za-z0-9][\w.\-]{{0,63}}@{_DOMAIN})(?![\w@])",
        _address,
        SOURCE,
        {"ubnd@bacninh.gov.vn": "u bê nờ dê a còng bắc ninh chấm gốp chấm vê nờ"},
        sure=False,
        begins="A-Za-z0-9",
    ),
    make(
        "web.page",
        rf"(?<![\w.@])(?:[hH]ttps?://)?(?P<rest>(?i:{_DOMAIN})(?:/[\w./\-?=&#%+~:]{{0,200}}[\w/])?)(?![\w@])",
        _address,
        SOURCE,
        {
            "https://dichvucong.gov.vn": "dịch vụ công chấm gốp chấm vê nờ",
            "tuyensinh.langson.edu.vn": "tuyển sinh chấm lạng sơn chấm e đu chấm vê nờ",
        },
        sure=False,
        begins="A-Za-z0-9",
    ),
    make(
        "web.end",
        rf"(?<![^\s(“\"])(?P<rest>\.(?:{_ENDS})(?:\.vn)?)(?!\w)",
        _address,
        SOURCE,
        {"đuôi .com": "đuôi chấm com"},
        begins=r"\.",
    ),
)
