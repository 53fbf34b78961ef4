"""Signs between words: each has a declared reading, a pause, or a declared silence."""

import re

PAUSES = {",": ",", ".": ".", ";": ";", ":": ":", "?": "?", "!": "!", "…": ".", "(": ",", ")": ",",
          "[": ",", "]": ",", "–": ",", "—": ",", "|": ","}  # fmt: skip
SILENT = set("\"“”‘’'«»*•·●▪■◦_→\u200b\u200c\u200d\ufeff\u00ad")
WORDS = {"&": " và ", "+": " cộng ", "=": " bằng ", "%": " phần trăm ", "@": " a còng ",
         "°": " độ ", "×": " nhân ", "≥": " lớn hơn hoặc bằng ", "≤": " nhỏ hơn hoặc bằng ",
         "½": " một phần hai ", "¼": " một phần tư ", "²": " bình phương ", "‰": " phần nghìn "}  # fmt: skip
END = re.compile(r"\./\.")
DOTS = re.compile(r"\.{2,}|…+")

BULLET = re.compile(r"(?:(?<=\n)|^)[ \t]*[-+*•–—●▪][ \t]+")


def mark(text: str, at: int) -> tuple[int, str] | None:
    """The sign at a position: where it ends, how it is said. None for an unknown one."""
    for pattern, said in ((END, "."), (DOTS, "."), (BULLET, " ")):
        match = pattern.match(text, at)
        if match:
            return match.end(), said
    sign = text[at]
    if sign in PAUSES:
        return at + 1, PAUSES[sign]
    if sign in WORDS:
        return at + 1, WORDS[sign]
    if sign in SILENT:
        return at + 1, " "
    if sign in "-/":
        return at + 1, _between(text, at)
    return None


def _between(text: str, at: int) -> str:
    """A dash or slash: nothing inside a compound, a pause between words."""
    tight = 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()
    if text[at] == "/":
        return ", " if tight else ","
    return " " if tight else ","
