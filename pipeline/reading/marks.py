"""Signs between words: each has a declared reading, a pause, or a declared silence."""

import re

PAUSES = {",": ",", ".": ".", ";": ";", ":": ":", "?": "?", "!": "!", "…": ".", "(": ",", ")": ",",
          "[": ",", "]": ",", "–": ",", "—": ",", "|": ","}  # fmt: skip
SILENT = set(
    "\"“”„‘’‚'`´′″«»‹›*•·●▪■◦_→{}\\\u200b\u200c\u200d\ufeff\u00ad\ufe0e\ufe0f"
    "▫□○◆◇★☆✦✧✓✔✅☑✗✘❖➢➤►▶▸‣⁃➔➜➡⇒☛☞⭐❤♥"
    "\uf02d\uf0a7\uf0b7\uf0d8\uf0e8\uf0fc"  # bullets of word processors' own fonts
    "📢📣🔔🔊📌📍📝📞☎📱🕐🕖🕗⏰📅🗓🔥💧🌧⛈🌪🌊🌾🏥💉🩸🚨⚠❗‼❌🚫👉👇👍🎉🇻🇳💐🌹🌸🏠🚒🚓🚑🐷🐔🐶🌳♻💡📡🎤📰"
)
WORDS = {"&": " và ", "+": " cộng ", "=": " bằng ", "%": " phần trăm ", "@": " a còng ",
         "°": " độ ", "×": " nhân ", "≥": " lớn hơn hoặc bằng ", "≤": " nhỏ hơn hoặc bằng ",
         "½": " một phần hai ", "¼": " một phần tư ", "²": " bình phương ", "‰": " phần nghìn ", "÷": " đến ", "≈": " xấp xỉ ", "≠": " khác ",
         "³": " khối ", "£": " bảng ", "€": " ơ rô ", "$": " đô la ", "≡": " bằng "}  # fmt: skip
END = re.compile(r"\./\.")
RULE = re.compile(r"[-=_*~–—+#.]{3,}")  # a line drawn with signs
ARROW = re.compile(r"[-=–]+>|>{2,}|<{2,}|<[-=–]+")
NOTE = re.compile(r"\(\*+\)|\[\d{1,3}\]")  # of a footnote
DOTS = re.compile(r"\.{2,}|…+")
BULLET = re.compile(r"(?:(?<=\n)|^)[ \t]*[-+*•–—●▪](?:[ \t]+|\)[ \t]*)")


_PATTERNS = (
    (END, "."),
    (DOTS, "."),
    (RULE, ","),
    (BULLET, " "),
    (ARROW, ","),
    (NOTE, " "),
)


def mark(text: str, at: int) -> tuple[int, str] | None:
    """The sign at a position: where it ends, how it is said. None for an unknown one."""
    for pattern, said in _PATTERNS:
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
