"""Text into mark-up: nothing in it is taken for mark-up itself."""

import re
import unicodedata

from markupsafe import Markup, escape

from .content import stressed

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>#~|&]|^[-+=](?=\s|[-+=])|(?<=^\d)[.)]|(?<=^\d\d)[.)]")


def bold(text: str, hotline: str) -> Markup:
    """HTML with the hotline in bold, the rest escaped."""
    parts = (
        Markup("<strong>{}</strong>").format(part) if loud else escape(part)
        for part, loud in stressed(text, hotline)
    )
    return Markup("").join(parts)


def escaped(text: str) -> str:
    """A line of text for a Markdown file (CommonMark, GFM): no sign in it is taken for mark-up."""
    return _MARKDOWN.sub(r"\\\g<0>", text)


def hashtag(name: str) -> str:
    """An identifier as a hashtag: "phong-chong-mua-ban" -> "#PhongChongMuaBan"."""
    plain = name.replace("đ", "d").replace("Đ", "D")
    letters = unicodedata.normalize("NFD", plain).encode("ascii", "ignore").decode()
    return "#" + "".join(
        word[:1].upper() + word[1:] for word in re.findall(r"[A-Za-z0-9]+", letters)
    )
