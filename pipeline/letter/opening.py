"""A file to its lines. What it is, its first bytes say, not its name."""

from pathlib import Path

from ..errors import LetterError, refusal
from ..figures import size
from .plain import read_plain
from .sheet import Sheet

LARGEST = 30_000_000  # bytes; a scanned letter of twenty pages has ten million
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")


def open_letter(path: Path, models: Path | None = None) -> Sheet:
    """The lines of a text, Word or PDF file. `models`: where OCR finds its model, for scans.

    Raises LetterError, which says what the file is and what to do.
    """
    content = _bytes(path)
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise LetterError(f"{path.name}: tệp trống, không có chữ nào. Hãy chọn tệp khác.")
    if content.startswith(b"PK"):
        from .word import read_word

        return read_word(path.name, content)
    if b"%PDF-" in content[:1024]:
        from .pdf import read_pdf

        return read_pdf(path.name, content, models)
    _refuse_others(path.name, content)
    return read_plain(path.name, content)


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise LetterError(f"{path} là một thư mục. Hãy chỉ ra một tệp công văn.")
        if path.stat().st_size > LARGEST:
            raise LetterError(
                f"{path.name}: tệp lớn quá ({size(path.stat().st_size)}). "
                "Hãy tách lấy riêng phần công văn rồi thử lại."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise LetterError(f"Không thấy tệp {path}. Hãy kiểm tra lại đường dẫn.") from None
    except OSError as error:
        raise LetterError(f"Không đọc được {path}: {refusal(error, 'đọc')}") from error


def _refuse_others(name: str, content: bytes) -> None:
    if content.startswith(_OLE):
        raise LetterError(
            f"{name}: đây là tệp Word đời cũ (.doc) hoặc tệp có mật khẩu. "
            "Hãy mở bằng Word hay LibreOffice, gỡ mật khẩu nếu có, lưu thành .docx rồi thử lại."
        )
    if content.startswith(b"{\\rtf"):
        raise LetterError(f"{name}: đây là tệp RTF. Hãy mở bằng Word, lưu thành .docx rồi thử lại.")
    if content.startswith(_PICTURES):
        raise LetterError(
            f"{name}: đây là ảnh chụp, không có chữ để đọc. "
            "Hãy xin bản .docx hoặc .pdf có chữ, hoặc gõ lại lời vào tệp .txt."
        )
