"""Leaflets, script and pictures, opened by others' libraries."""

import io

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import ContentStream

from pipeline.kit.announcer import Announcer, emphasised
from pipeline.kit.channel import Files
from pipeline.kit.leaflet import Folded, Leaflet, panels, qr, target
from pipeline.kit.social import Social
from pipeline.kit.workshop import Workshop
from pipeline.publish import sitemap
from tests.unit.kit import contents

MM = 72 / 25.4
SHOP = Workshop()
A5, A4_ACROSS = (148.0, 210.0), (297.0, 210.0)
LONG = tuple(f"Đoạn {number}. {'Bà con nhớ kỹ điều này nhé. ' * 12}" for number in range(9))


def opened(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def size(box: object) -> tuple[float, float]:
    return round(float(box.width) / MM, 1), round(float(box.height) / MM, 1)  # type: ignore[attr-defined]


def said(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def sheets() -> Files:
    content = contents.make()
    return {**Leaflet().make(content, SHOP), **Folded().make(content, SHOP)}


@pytest.mark.parametrize(
    ("name", "pages", "trim"), [("to-roi-a5", 1, A5), ("to-gap", 2, A4_ACROSS)]
)
def test_sheets_for_the_office_and_for_the_press(
    sheets: Files, name: str, pages: int, trim: tuple[float, float]
) -> None:
    office, press = opened(sheets[f"{name}.pdf"]), opened(sheets[f"{name}-nha-in.pdf"])
    assert len(office.pages) == len(press.pages) == pages
    for page in office.pages:
        assert size(page.mediabox) == trim
    for page in press.pages:
        assert size(page.trimbox) == trim
        assert size(page.mediabox) == (trim[0] + 18, trim[1] + 18)  # room for bleed and marks


@pytest.mark.parametrize("name", ["to-roi-a5", "to-roi-a5-nha-in", "to-gap", "to-gap-nha-in"])
def test_everything_approved_is_on_the_sheet(sheets: Files, name: str) -> None:
    told = squeezed(said(opened(sheets[f"{name}.pdf"])))
    for text in (*contents.BODY, "Khi có người đòi tiền chuộc", contents.DIGEST[:12], "Bắc Ninh"):
        assert squeezed(text) in told, text


def test_ink_is_cmyk_and_text_is_black_alone(sheets: Files) -> None:
    for name, content in sheets.items():
        pdf = opened(content)
        for page in pdf.pages:
            colours = set()
            for operands, operator in ContentStream(page.get_contents(), pdf).operations:
                assert operator not in (b"rg", b"RG"), name
                if operator == b"k":
                    colours.add(tuple(round(float(each), 2) for each in operands))
            assert (0, 0, 0, 1) in colours, name


def test_typefaces_are_embedded(sheets: Files) -> None:
    pdf = opened(sheets["to-roi-a5-nha-in.pdf"])
    fonts = [font.get_object() for font in pdf.pages[0]["/Resources"]["/Font"].values()]  # type: ignore[index]
    below = [each.get_object() for font in fonts for each in font["/DescendantFonts"]]
    assert below
    for font in below:
        assert {"/FontFile2", "/FontFile3"} & set(font["/FontDescriptor"].get_object())


@pytest.mark.parametrize(
    ("site", "leads"), [("", "tel:111"), ("https://loa.bacninh.example.vn/nghe/", None)]
)
def test_the_code_is_read_back(site: str, leads: str | None) -> None:
    rows = qr(contents.make(site=site))
    cell, quiet = 8, 4
    picture = Image.new("L", ((len(rows) + 2 * quiet) * cell,) * 2, 255)
    for y, row in enumerate(rows):
        for x, module in enumerate(row):
            if module == "1":
                corner = ((x + quiet) * cell, (y + quiet) * cell)
                picture.paste(0, (*corner, corner[0] + cell, corner[1] + cell))
    (found,) = zxingcpp.read_barcodes(picture)
    assert found.text == (leads or site)


def test_the_code_leads_to_the_page_of_a_message_that_was_on_air() -> None:
    made = contents.make(site="https://loa.example.vn/", sound="0" * 64)
    assert target(made) == (
        "https://loa.example.vn/bo-tai-lieu/phong-chong-mua-ban-nguoi/"
        "khi-co-nguoi-doi-tien-chuoc/bai-web.html"
    )
    assert sitemap.is_public(target(made).removeprefix("https://loa.example.vn/"))


def test_the_code_is_read_off_the_sheet() -> None:
    """As a phone would: the page as a picture of 150 dots an inch."""
    from pipeline.kit.leaflet import told

    page = SHOP.typesetter.png("to-roi-a5.typ", told(contents.make(site="https://loa.example.vn/")))
    picture = Image.open(io.BytesIO(page)).convert("L").resize((1240, 1754))
    assert [each.text for each in zxingcpp.read_barcodes(picture)] == ["https://loa.example.vn/"]


def test_a_long_text_goes_on_overleaf() -> None:
    pdf = opened(Leaflet().make(contents.make(LONG), SHOP)["to-roi-a5.pdf"])
    told = squeezed(said(pdf))
    assert len(pdf.pages) == 2
    assert all(squeezed(text) in told for text in LONG)


@pytest.mark.parametrize("count", range(1, 8))
def test_panels_hold_everything_in_order(count: int) -> None:
    body = tuple(f"Câu {number}. Rồi câu nữa." for number in range(count))
    three = panels(contents.make(body))
    assert len(three) == 3
    told = " ".join(part for panel in three for runs in panel for part, _ in runs)
    assert told.split() == " ".join(body).split()


def test_hostile_text_is_printed_as_it_is() -> None:
    content = contents.hostile()
    for channel in (Leaflet(), Folded(), Announcer()):
        for name, made in channel.make(content, SHOP).items():
            if name.endswith(".pdf"):
                assert "#panic()" in said(opened(made)), name


@pytest.mark.parametrize(
    ("name", "pixels"), [("anh-vuong.png", (1080, 1080)), ("anh-ngang.png", (1920, 1080))]
)
@pytest.mark.parametrize("title", ["Ngắn", "Một cái tên rất dài, dài mãi không hết " * 4])
def test_pictures_have_their_size_and_clear_edges(
    name: str, pixels: tuple[int, int], title: str
) -> None:
    made = Social().make(contents.make(title=title, hotline="1900 1234 56"), SHOP)[name]
    picture = Image.open(io.BytesIO(made)).convert("RGB")
    assert picture.size == pixels
    edge = {picture.getpixel((10, y)) for y in range(0, pixels[1], 7)}
    assert edge <= {(248, 244, 236), (13, 92, 88)}  # nothing runs out of the picture
    assert len(picture.getcolors(1 << 24) or ()) > 10


def test_the_script_marks_breath_and_numbers() -> None:
    files = Announcer().make(contents.make(), SHOP)
    text = files["kich-ban.txt"].decode("utf-8-sig")
    assert "gọi số [113], hoặc gọi số [111], giờ nào cũng có người nghe. //" in text
    assert "một một ba" in text
    told = said(opened(files["kich-ban.pdf"]))
    assert "một một ba" in told
    assert "//" in told


@pytest.mark.parametrize(
    ("text", "loud"),
    [
        ("Ngày 30/7, gọi 111.", ["30/7", "111"]),
        ("Máy 0204 000 000 nhé", ["0204 000 000"]),
        ("Không có số", []),
    ],
)
def test_numbers_are_emphasised_without_their_marks(text: str, loud: list[str]) -> None:
    parts = list(emphasised(text))
    assert [part for part, is_loud in parts if is_loud] == loud
    assert "".join(part for part, _ in parts) == text
