"""Files that are no letters, or are made to hurt: a kind word each, never a traceback."""

import io
import zipfile
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import LetterError
from pipeline.letter import open_letter, read_letter, read_pasted, record

from .seeds import letter
from .setting import Setting

TYPES = "[Content_Types].xml"


def zipped(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "/"), content)
    return packed.getvalue()


def blank_pdf(pages: int = 1) -> bytes:
    document, content = pdfium.PdfDocument.new(), io.BytesIO()
    for _ in range(pages):
        document.new_page(595, 842)
    document.save(content)
    return content.getvalue()


def word_with_macros() -> bytes:
    content = io.BytesIO()
    Document().save(content)
    with zipfile.ZipFile(content) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    plain = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main"
    files[TYPES] = files[TYPES].replace(plain, b"vnd.ms-word.document.macroEnabled.main")
    return zipped(**files)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "trống"),
        (b"\xef\xbb\xbf \r\n", "trống"),
        (b"\x00\x01\x02abc" * 50, "không phải tệp chữ"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "đời cũ"),
        (b"{\\rtf1 xin chao}", "RTF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "ảnh chụp"),
        (b"PK\x03\x04 hong", "không phải tệp Word"),
        (zipped(a=b"x"), "không phải tệp Word"),
        (zipped(**{TYPES: b"<Types/>", "word/document.xml": bytes(70_000_000)}), "lớn bất thường"),
        (zipped(**{TYPES: b"<Types/>", "word/document.xml": b"<a"}), "hỏng"),
        (b"%PDF-1.7 hong", "hỏng"),
        (blank_pdf(), "bản chụp"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_gets_a_kind_word(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "cong-van.bin"
    path.write_bytes(content)
    with pytest.raises(LetterError, match=r"cong-van\.bin") as caught:
        open_letter(path)
    assert said in str(caught.value)


def test_macros_are_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "cong-van.docm"
    path.write_bytes(word_with_macros())
    with pytest.raises(LetterError, match="mã lệnh"):
        open_letter(path)


def test_a_locked_pdf_says_so(tmp_path: Path) -> None:
    path = tmp_path / "khoa.pdf"
    owner, user = b"41" * 32, b"42" * 32
    lock = b"9 0 obj<</Filter/Standard/V 2/R 3/Length 128/P -44/O<%s>/U<%s>>>endobj trailer"
    locked = blank_pdf().replace(b"trailer", lock % (owner, user))
    path.write_bytes(locked.replace(b"/Root", b"/Encrypt 9 0 R/ID[<41><41>]/Root"))
    with pytest.raises(LetterError, match="mật khẩu"):
        open_letter(path)


def test_nothing_there_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(LetterError, match="Không thấy"):
        open_letter(tmp_path / "khong-co.txt")
    with pytest.raises(LetterError, match="thư mục"):
        open_letter(tmp_path)


def test_only_the_first_pages_of_a_book_are_read(tmp_path: Path) -> None:
    lines = [f"Dòng thứ {number} của một cuốn sách dài." for number in range(2600)]
    path = Setting(["SỞ Y TẾ"], ["x"], lines, [], []).pdf(tmp_path / "sach.pdf")
    sheet = open_letter(path)
    assert [each.code for each in sheet.remarks] == ["letter.pages"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_unicode_however_it_is_stored(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(letter("ngay-30-7").read_text(encoding="utf-8").encode(encoding))
    assert read_letter(path).directive == read_letter(letter("ngay-30-7")).directive


@pytest.mark.parametrize(
    ("typed", "font"),
    [
        ("KÝnh göi: §µi TruyÒn thanh x· Yªn ThÕ, ®Ò nghÞ th«ng b¸o lÞch tiªm phßng.", "TCVN3"),
        (
            "Kính göûi: Ñaøi Truyeàn thanh xaõ Yeân Theá, ñeà nghò thoâng baùo lòch tieâm phoøng.",
            "VNI",
        ),
    ],
)  # fmt: skip
def test_fonts_of_the_nineties_are_converted_and_told(
    tmp_path: Path, typed: str, font: str
) -> None:
    path = tmp_path / "cu.txt"
    for content in (typed.encode("latin-1"), typed.encode()):
        path.write_bytes(content)
        sheet = open_letter(path)
        assert "Đài Truyền thanh xã Yên Thế, đề nghị thông báo lịch tiêm phòng" in sheet.text
        assert font in sheet.remarks[0].what


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_no_text_is_too_strange_to_record(text: str) -> None:
    if text.strip() and "\0" not in text and text.strip(" \t\r\n"):
        record(read_pasted(text))


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_letter_cut_or_shuffled_still_gives_a_record(data: st.DataObject) -> None:
    lines = letter("ngay-30-7").read_text(encoding="utf-8").split("\n")
    some = data.draw(st.lists(st.sampled_from(lines), min_size=1, max_size=30))
    text = "\n".join(some)
    if text.strip():
        found = record(read_pasted(text)).directive
        assert found.number is None  # the letter's is blank: nothing is invented
        assert not found.date.day
