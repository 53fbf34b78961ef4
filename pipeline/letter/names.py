"""Short names for files and tasks, made of a text's own words."""

import re
import unicodedata

_EMPTY = re.compile(  # phrases that do not tell one task from another
    r"\b(?:tiếp tục|tăng cường|đẩy mạnh|thực hiện|tổ chức|triển khai|hưởng ứng|lồng ghép|vận động|tuyên truyền|thông tin"
    r"|phổ biến|giới thiệu|nội dung|công tác|về|các|những|và|của|cho|với|một số|đến|theo)\b"
)
WORDS = 5


def slug(text: str, words: int = WORDS) -> str:
    """The first words that say something, without marks, joined by dashes: "thu-doan-moi"."""
    telling = re.findall(r"[^\W_]+", _EMPTY.sub(" ", text.lower())) or text.lower().split()
    return ascii_only("-".join(telling[:words])) or "viec"


def ascii_only(text: str) -> str:
    """Small letters without marks, digits and dashes."""
    bare = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub(r"-+", "-", re.sub(r"[^a-z0-9-]", "", bare)).strip("-")
