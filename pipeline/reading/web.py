"""Addresses of pages and mail: the scheme is dropped, signs are named."""

import re

from .letters import spell
from .rule import make
from .syllable import is_syllable
from .table import table

SOURCE = "thói quen phát thanh viên"
WORDS = table("web")
_NAME = r"[A-Za-z0-9][A-Za-z0-9_\-]*"
_DOMAIN = rf"(?:{_NAME}\.)+(?:vn|com|net|org|edu|gov|info|io|ai|vip)(?:\.vn)?"


def _said(text: str) -> str:
    parts = re.findall(r"[A-Za-z]+|\d+|[.@/_\-]", text)
    return " ".join(_part(part) for part in parts)


def _part(part: str) -> str:
    signs = {".": "chấm", "@": "a còng", "/": "gạch chéo", "_": "gạch dưới", "-": "gạch ngang"}
    if part in signs:
        return signs[part]
    word = part.lower()
    if word in WORDS:
        return WORDS[word]
    return word if is_syllable(word) and len(word) > 2 else spell(word)


def _address(match: re.Match[str]) -> str:
    return _said(match["rest"].rstrip("/"))


RULES = (
    make(
        "web.mail",
        rf"(?<![\w.])(?P<rest>[A-Za-z0-9][\w.\-]*@{_DOMAIN})(?![\w@])",
        _address,
        SOURCE,
        {"ubnd@bacninh.gov.vn": "u bê nờ dê a còng bắc ninh chấm gốp chấm vê nờ"},
        sure=False,
        begins="A-Za-z0-9",
    ),
    make(
        "web.page",
        rf"(?<![\w.@])(?:https?://)?(?P<rest>{_DOMAIN}(?:/[\w./\-]*[\w/])?)(?![\w@])",
        _address,
        SOURCE,
        {"https://dichvucong.gov.vn": "dịch vụ công chấm gốp chấm vê nờ"},
        sure=False,
        begins="A-Za-z0-9",
    ),
)
