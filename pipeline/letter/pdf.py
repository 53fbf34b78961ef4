"""PDF files: letters by their places on the page, put back into lines and columns."""

import ctypes
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from statistics import median
from threading import Lock
from unicodedata import combining

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ..errors import LetterError
from ..model import Problem
from .plain import unfonted, vietnamese
from .sheet import Line, Sheet, remark

PAGES = 60  # that are read; a letter has three
FEW = 20  # words, too few to tell by
COLUMN = 2.2  # gap between columns, in heights of a letter
WORD = 0.12  # and between words, from where one letter ends its room to where the next begins
_NUMBER = re.compile(r"[-–\s]*(?:Trang\s*)?\d{1,3}(?:\s*/\s*\d{1,3})?[-–\s]*", re.IGNORECASE)
_ALONE = Lock()  # the library is not made for threads


def read_pdf(name: str, content: bytes, models: Path | None = None) -> Sheet:
    """A PDF's lines; a scan is read by OCR where it is installed. Raises LetterError."""
    with _ALONE:
        try:
            document = pdfium.PdfDocument(content)
        except pdfium.PdfiumError as error:
            raise LetterError(_refused(name, raw.FPDF_GetLastError())) from error
        try:
            return _read(name, document, models)
        except pdfium.PdfiumError as error:
            raise LetterError(_refused(name, raw.FPDF_ERR_FORMAT)) from error
        finally:
            document.close()


def _refused(name: str, why: int) -> str:
    if why in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
        return f"{name}: tệp PDF có mật khẩu. Hãy mở bằng mật khẩu, in ra PDF mới rồi thử lại."
    return f"{name}: tệp PDF bị hỏng. Hãy tải lại, hoặc xin lại tệp từ nơi gửi."


def _read(name: str, document: pdfium.PdfDocument, models: Path | None) -> Sheet:
    count = len(document)
    remarks: list[Problem] = []
    if count > PAGES:
        what = f"tệp có {count} trang; chỉ đọc {PAGES} trang đầu"
        remarks.append(remark(name, "pages", what, "tách riêng công văn ra nếu nó nằm ở phần sau"))
    pages = [_page(document[number]) for number in range(min(count, PAGES))]
    if not any(pages):
        from .scan import read_scan

        return read_scan(name, document, PAGES, models)
    if _garbled(pages):
        from .scan import GARBLED, read_scan

        return read_scan(name, document, PAGES, models, GARBLED)
    blank = [str(number) for number, page in enumerate(pages, 1) if not page]
    if blank:
        what = f"trang {', '.join(blank)} không có chữ, có lẽ là ảnh chụp"
        remarks.append(remark(name, "scanned-pages", what, "xem bản gốc, gõ thêm phần còn thiếu"))
    return _sheet(name, pages, remarks)


def _garbled(pages: list[list[Line]]) -> bool:
    """Whether what is seen is no longer told by the codes: a font without its table of letters."""
    text, _ = unfonted("\n".join(line.text for page in pages for line in page))
    return len(text.split()) >= FEW and vietnamese(text) < 0.5


def _sheet(name: str, pages: list[list[Line]], remarks: list[Problem]) -> Sheet:
    lines = tuple(line for page in pages for line in (*_unnumbered(page), Line("")))
    text, font = unfonted("\n".join(line.text for line in lines))
    if font:
        what = f"tệp gõ bằng phông chữ cũ ({font}), đã chuyển sang Unicode"
        fix = "đối chiếu lại với bản gốc, nhất là chữ hoa"
        remarks.append(remark(name, "encoding", what, fix))
        lines = tuple(
            Line(each, line.room) for each, line in zip(text.split("\n"), lines, strict=True)
        )
    return Sheet(name, lines, tuple(remarks))


def _unnumbered(page: list[Line]) -> list[Line]:
    """The page without its number, which stands at its top or at its foot."""
    start = 1 if page and _NUMBER.fullmatch(page[0].text) else 0
    end = len(page) - 1 if len(page) > 1 and _NUMBER.fullmatch(page[-1].text) else len(page)
    return page[start:end]


@dataclass(frozen=True)
class _Glyph:
    letter: str
    left: float
    right: float
    base: float
    size: float


def _page(page: pdfium.PdfPage) -> list[Line]:
    """The page's lines from top to bottom."""
    glyphs = _marked(_glyphs(page.get_textpage()))
    rows: list[list[_Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: -each.base):
        if rows and abs(rows[-1][0].base - glyph.base) < 0.45 * min(rows[-1][0].size, glyph.size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    if not rows:
        return []
    edges = sorted(max(glyph.right for glyph in row) for row in rows)
    margin = edges[int(len(edges) * 0.9)]
    return [_line(sorted(row, key=lambda each: each.left), margin) for row in rows]


def _marked(glyphs: Iterable[_Glyph]) -> list[_Glyph]:
    """Letters with the marks that are drawn by themselves, which follow their letter."""
    found: list[_Glyph] = []
    for glyph in glyphs:
        if found and combining(glyph.letter):
            found[-1] = replace(found[-1], letter=found[-1].letter + glyph.letter)
        else:
            found.append(glyph)
    return found


def _line(row: list[_Glyph], margin: float) -> Line:
    text = row[0].letter
    for former, glyph in pairwise(row):
        gap, height = glyph.left - former.right, max(former.size, glyph.size)
        if gap > COLUMN * height:
            text += "\t"
        elif gap > WORD * height:
            text += " "
        text += glyph.letter
    wide = (row[-1].right - row[0].left) / max(1, len(text))
    return Line(text, max(0, int((margin - row[-1].right) / (wide or 1))))


def _glyphs(page: pdfium.PdfTextPage) -> Iterator[_Glyph]:
    """Each letter that leaves ink, with its place."""
    box = raw.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    sizes = [raw.FPDFText_GetFontSize(page, at) for at in range(page.count_chars())]
    usual = median([size for size in sizes if size > 0] or [12.0])
    for at, size in enumerate(sizes):
        hyphen = raw.FPDFText_IsHyphen(page, at) == 1  # at a line's end it has a code of its own
        code = ord("-") if hyphen else raw.FPDFText_GetUnicode(page, at)
        if code <= 32 or code in (0xA0, 0xAD, 0xFFFE, 0xFFFF) or 0xD800 <= code <= 0xDFFF:
            continue
        if raw.FPDFText_IsGenerated(page, at) == 1:
            continue
        raw.FPDFText_GetLooseCharBox(page, at, box)
        raw.FPDFText_GetCharOrigin(page, at, x, y)
        scale = size if size > 2 else max(usual if usual > 2 else 12.0, box.top - box.bottom)
        yield _Glyph(chr(code), box.left, box.right, y.value, scale)
