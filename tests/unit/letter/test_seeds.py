"""The two real letters: as text, Word and PDF they give one record, the one written by hand."""

import os
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from pipeline.letter import read_letter
from pipeline.letter.lines import tidy
from pipeline.model import Directive, Letter
from pipeline.project import load

from .seeds import CAMPAIGNS, ROOT, letter, setting

ORDERED = (  # beginnings of the tasks, in order, in both letters
    "tuyên truyền chủ trương, đường lối",
    "thông tin, tuyên truyền về các hình thức, thủ đoạn mới",
    "thông tin về công tác điều tra, truy tố",
    "lồng ghép thông tin về quyền của nạn nhân",
    "giới thiệu, biểu dương, khích lệ",
)


@cache
def by_hand(campaign: str) -> Directive:
    return next(each.directive for each in load(ROOT).campaigns if each.id == campaign)


@cache
def read(campaign: str) -> Letter:
    return read_letter(letter(campaign))


def codes(letter: Letter) -> list[str]:
    return [each.code for each in letter.remarks]


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_the_record_is_the_one_written_by_hand(campaign: str) -> None:
    found, wanted = read(campaign).directive, by_hand(campaign)
    wanted = wanted.but(bases=tuple(map(tidy, wanted.bases)), source="", tasks=found.tasks)
    assert found == wanted


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_each_task_of_the_stations_is_one(campaign: str) -> None:
    directive = read(campaign).directive
    first, *others = (task.text.lower() for task in directive.tasks)
    assert first == directive.subject.lower()
    assert len(others) == len(ORDERED)
    for text, begin in zip(others, ORDERED, strict=True):
        assert text.startswith(begin)


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_word_and_pdf_give_the_same_record(campaign: str, tmp_path: Path) -> None:
    typeset = setting(campaign)
    for file in (typeset.docx(tmp_path / "a.docx"), typeset.pdf(tmp_path / "a.pdf")):
        other = read_letter(file)
        assert other.directive == read(campaign).directive
        assert other.references == read(campaign).references
        assert [each.code for each in other.remarks] == [
            each.code for each in read(campaign).remarks
        ]


def test_a_motto_over_two_lines_is_nobodys_name(tmp_path: Path) -> None:
    typeset = setting("phong-chong-mua-ban-nguoi")
    typeset.right[:1] = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM"]
    wanted = read("phong-chong-mua-ban-nguoi").directive
    for file in (typeset.docx(tmp_path / "a.docx"), typeset.pdf(tmp_path / "a.pdf")):
        assert read_letter(file).directive == wanted


def test_blanks_stay_blank_and_slips_are_told() -> None:
    first, second = (read(campaign) for campaign in CAMPAIGNS)
    assert {each.code for each in first.remarks} == {
        "letter.blank-number", "letter.blank-day", "letter.issuer-guessed", "letter.slip"
    }  # fmt: skip
    assert any("“truyền truyền”" in each.what for each in first.remarks)
    assert {each.code for each in second.remarks} == {
        f"letter.blank-{field}" for field in ("number", "day", "month")
    }


def test_references_know_who_issued_them_and_when() -> None:
    decision = next(each for each in read("ngay-30-7").references if each.kind == "Quyết định")
    assert (decision.symbol, decision.issuer) == ("193/QĐ-TTg", "Thủ tướng Chính phủ")
    assert (decision.date.day, decision.date.month, decision.date.year) == (9, 2, 2021)


def test_a_scan_is_read_where_tesseract_is(tmp_path: Path) -> None:
    pytest.importorskip("tesserocr")
    models = Path(os.environ.get("TESSDATA_PREFIX", ""))
    if not (models / "vie.traineddata").is_file():
        pytest.skip("TESSDATA_PREFIX names no folder with vie.traineddata")
    pages = [
        page.render(scale=200 / 72, grayscale=True).to_pil()
        for page in pdfium.PdfDocument(setting("ngay-30-7").pdf(tmp_path / "a.pdf"))
    ]
    scan = tmp_path / "scan.pdf"
    pages[0].save(scan, "PDF", resolution=200, save_all=True, append_images=pages[1:])
    found, wanted = read_letter(scan, models), read("ngay-30-7")
    assert found.remarks[0].code == "letter.scan"
    for field in ("number", "symbol", "issuer", "date", "subject", "signer", "addressees"):
        assert getattr(found.directive, field) == getattr(wanted.directive, field)
