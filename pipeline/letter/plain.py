"""Text files, in whatever letters they were typed."""

import codecs
from itertools import pairwise

from ..errors import LetterError
from ..reading.legacy import legacy
from ..reading.syllable import is_syllable
from .fonts import FONTS, converted
from .rows import barred
from .sheet import Line, Sheet, remark

WIDEST = 140  # letters of a line somebody broke by hand; longer ones are whole paragraphs
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_plain(name: str, content: bytes) -> Sheet:
    """A text file's lines. Raises LetterError for what is no text."""
    text, typed = decoded(name, content)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\f\n")
    text, font = unfonted(text)
    remarks = []
    if typed or font:
        remarks.append(
            remark(
                name,
                "encoding",
                f"tệp gõ theo bảng mã cũ ({typed or font}), đã chuyển sang Unicode",
                "đối chiếu lại với bản gốc, nhất là chữ hoa, vì phông cũ không phân biệt",
            )
        )
    written = text.split("\n")
    lines = list(barred(written))
    counted = len(lines) == len(written) and "\f" not in text
    return Sheet(name, measured(lines), tuple(remarks), counted)


def measured(lines: list[str]) -> tuple[Line, ...]:
    """Lines with the room left at their ends, where they were broken to fit a width."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    width = lengths[int(len(lengths) * 0.95)] if lengths else 0
    broken = sum(
        bool(one.strip()) and one.rstrip()[-1:] not in ".;:!?" and other.strip()[:1].islower()
        for one, other in pairwise([line for line in lines if line.strip()])
    )
    if width > WIDEST or broken < 2:
        return tuple(Line(line.rstrip()) for line in lines)
    return tuple(Line(line.rstrip(), max(0, width - len(line.strip()))) for line in lines)


def decoded(name: str, content: bytes) -> tuple[str, str]:
    """The text, and the old encoding it was in ("" for Unicode). Raises LetterError."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace"), ""
    if b"\0" in content:
        raise LetterError(
            f"{name}: đây không phải tệp chữ. Chương trình đọc được .txt, .docx và .pdf có chữ."
        )
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    tries = {"windows-1258": content.decode("cp1258", errors="replace")}
    latin = content.decode("latin-1").replace("\x96", "–").replace("\x93", "“").replace("\x94", "”")
    tries |= {font: converted(latin, font) for font in FONTS}
    best = max(tries, key=lambda each: vietnamese(tries[each]))
    if vietnamese(tries[best]) < 0.5:
        raise LetterError(
            f"{name}: không nhận ra bảng mã của tệp. "
            "Hãy mở tệp, chọn lưu thành (Save as) với bảng mã UTF-8 rồi thử lại."
        )
    return tries[best], best


def unfonted(text: str) -> tuple[str, str]:
    """Text typed with an old font, in Unicode, and the font; other text as it is."""
    if not legacy(text):
        return text, ""
    tries = {font: converted(text, font) for font in FONTS}
    best = max(tries, key=lambda each: vietnamese(tries[each]))
    return (tries[best], best) if vietnamese(tries[best]) > vietnamese(text) else (text, "")


def vietnamese(text: str) -> float:
    """The share of words that could be Vietnamese syllables."""
    words = [word.strip(".,;:()/-“”\"'") for word in text.split()]
    words = [word for word in words if word.isalpha()]
    return sum(map(is_syllable, words)) / len(words) if words else 0.0


def read_pasted(text: str, name: str = "văn bản dán vào") -> Sheet:
    """Pasted text as if it had come in a file. Raises LetterError."""
    if not text.strip():
        raise LetterError("Chưa có chữ nào. Hãy dán lời công văn vào rồi thử lại.")
    return read_plain(name, text.encode("utf-8", errors="replace"))
