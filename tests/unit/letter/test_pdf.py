"""PDF files as programs make them: wide letters, hyphens at a line's end, broken fonts."""

from pathlib import Path
from unicodedata import combining, normalize

import pypdf
import pytest
import typst

from pipeline.errors import LetterError
from pipeline.letter import open_letter, read_letter

from .seeds import CAMPAIGNS, letter, setting

WIDE = "Be Vietnam Pro"  # its 1 is as broad as its 0, so it stands far from its neighbours


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_figures_in_a_wide_font_are_not_pulled_apart(campaign: str, tmp_path: Path) -> None:
    made = read_letter(setting(campaign).pdf(tmp_path / "a.pdf", WIDE))
    assert made.references == read_letter(letter(campaign)).references
    assert made.directive.bases == read_letter(letter(campaign)).directive.bases


def test_a_hyphen_at_the_end_of_a_line_is_kept(tmp_path: Path) -> None:
    typeset = setting("ngay-30-7")
    for many in range(4, 14):  # words before the code, so that it breaks in one of them
        typeset.body = [*["Thực hiện"] * many, "Kế hoạch số 1769/KH-UBND ngày 27/4/2021"]
        typeset.body = [" ".join(typeset.body)]
        text = open_letter(typeset.pdf(tmp_path / "a.pdf")).text
        assert "1769/KH-UBND" in "".join(text.split()), text


def test_marks_drawn_by_themselves_join_their_letter(tmp_path: Path) -> None:
    path, said = tmp_path / "a.pdf", "Tỉnh Bắc Giang truyền thông phòng, chống mua bán người"
    apart = (
        f"#text(fill: luma(1))[{each}]" if combining(each) else each
        for each in normalize("NFD", said)
    )
    page = '#set text(font: "New Computer Modern")\n' + "".join(apart)
    typst.compile(page.encode(), output=str(path))
    assert normalize("NFC", open_letter(path).text.strip()) == said


def test_a_font_without_its_table_of_letters_is_no_letter(tmp_path: Path) -> None:
    path = tmp_path / "hong-ma.pdf"
    document = pypdf.PdfWriter(clone_from=setting("ngay-30-7").pdf(tmp_path / "a.pdf"))
    for each in document._objects:
        font = each.get_object() if each is not None else None
        if isinstance(font, dict) and "/ToUnicode" in font:
            font[pypdf.generic.NameObject("/ToUnicode")] = pypdf.generic.NullObject()
    document.write(path)
    with pytest.raises(LetterError, match="hỏng mã"):
        open_letter(path)
