"""Word files: paragraphs, and tables cell by cell, so that columns never mix."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.document import Document as Opened
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import LxmlError

from ..errors import LetterError
from ..figures import size
from ..model import Problem
from .accepted import accept
from .numbering import Numbering
from .plain import unfonted
from .rows import headed, told
from .sheet import Line, Sheet, remark

LARGEST = 60_000_000  # bytes unpacked; a letter has less than a hundredth
BROKEN = (  # what the library meets in damaged files
    *(PackageNotFoundError, LxmlError, zipfile.BadZipFile),
    *(AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError),
)
_MACROS = "application/vnd.ms-word.document.macroEnabled"


def read_word(name: str, content: bytes) -> Sheet:
    """A Word file's lines. Raises LetterError."""
    _check(name, content)
    try:
        document = Document(BytesIO(content))
        tracked = accept(document)
        lines = tuple(_lines(document))
    except BROKEN as error:
        raise LetterError(
            f"{name}: tệp Word bị hỏng. Hãy mở bằng Word, lưu lại thành .docx rồi thử lại."
        ) from error
    if not any(line.text.strip() for line in lines):
        raise LetterError(
            f"{name}: tệp không có chữ nào, có lẽ chỉ dán ảnh chụp. Hãy xin bản có chữ."
        )
    return _unfonted(Sheet(name, lines, tuple(_remarks(name, document, tracked))))


def _unfonted(sheet: Sheet) -> Sheet:
    text, font = unfonted("\n".join(line.text for line in sheet.lines))
    if not font:
        return sheet
    what = f"tệp gõ bằng phông chữ cũ ({font}), đã chuyển sang Unicode"
    note = remark(sheet.name, "encoding", what, "đối chiếu lại với bản gốc, nhất là chữ hoa")
    return Sheet(sheet.name, tuple(map(Line, text.split("\n"))), (*sheet.remarks, note))


def _check(name: str, content: bytes) -> None:
    """Refuse what is no Word file, or would fill the memory when unpacked."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            names = {each.filename for each in packed.infolist()}
            unpacked = sum(each.file_size for each in packed.infolist())
            types = packed.open("[Content_Types].xml").read(200_000) if names else b""
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError) as error:
        raise LetterError(
            f"{name}: đây không phải tệp Word, hoặc tệp bị hỏng khi chép. "
            "Chương trình đọc được .txt, .docx và .pdf có chữ."
        ) from error
    if unpacked > LARGEST:
        raise LetterError(
            f"{name}: nội dung nén trong tệp lớn bất thường ({size(unpacked)}) "
            "nên không mở. Hãy xin lại tệp từ nơi gửi."
        )
    if _MACROS.encode() in types:
        raise LetterError(
            f"{name}: tệp Word có chứa mã lệnh (.docm) nên không mở. "
            "Hãy mở bằng Word, lưu thành .docx rồi thử lại."
        )
    if "word/document.xml" not in names:
        raise LetterError(
            f"{name}: đây không phải tệp Word. Chương trình đọc được .txt, .docx và .pdf có chữ."
        )


def _lines(document: Opened) -> Iterator[Line]:
    numbering = Numbering(document)
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            styled = (block.style.name or "") if block.style else ""
            heading = styled.startswith(("Heading", "Title"))
            yield from (Line(each, heading=heading) for each in _paragraph(block, numbering))
        elif _laid_out(block):
            yield from map(Line, _columns(block, numbering))
        else:
            yield from map(Line, _rows(block))


def _paragraph(paragraph: Paragraph, numbering: Numbering) -> Iterator[str]:
    """Its lines; a list's bullet or number, which Word draws by itself, is written."""
    mark = numbering.mark(paragraph) if paragraph.text.strip() else ""
    yield from (mark + paragraph.text).split("\n")


def _laid_out(table: Table) -> bool:
    """Whether a table only sets things side by side, as heads and signatures are."""
    return len(table.rows) <= 4 and len(table.columns) <= 3 and not _headed(table)


def _headed(table: Table) -> bool:
    return bool(table.rows) and headed(cell.text for cell in table.rows[0].cells)


def _columns(table: Table, numbering: Numbering) -> Iterator[str]:
    for column in range(len(table.columns)):
        for row in table.rows:
            cells = row.cells
            if column < len(cells) and (
                column == 0 or cells[column]._tc is not cells[column - 1]._tc
            ):
                for paragraph in cells[column].paragraphs:
                    yield from _paragraph(paragraph, numbering)
        yield ""


def _rows(table: Table) -> Iterator[str]:
    """A table of contents proper: a line for each row."""
    for each in table.rows[1 if _headed(table) else 0 :]:
        yield told(cell.text for cell in each.cells)
    yield ""


def _remarks(name: str, document: Opened, tracked: bool) -> Iterator[Problem]:
    if tracked:
        what = "tệp còn dấu vết sửa (Track Changes); đọc như đã chấp nhận mọi chỗ sửa"
        yield remark(name, "tracked", what, "xem lại với bản đã ký")
    if any(not _laid_out(table) for table in document.tables):
        yield remark(
            name,
            "table",
            "công văn có bảng; mỗi hàng được lấy thành một dòng",
            "đối chiếu lại với bản gốc",
        )
