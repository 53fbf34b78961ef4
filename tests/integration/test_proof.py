"""Proofs of the sample project and of a hostile one, read back by other people's readers."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from pipeline.api import Folder, load
from pipeline.api.proofing import print_proofs, sheets
from pipeline.model import Paragraph, Place, Project, Subject
from pipeline.plan import Renditions
from pipeline.testing import approved, small_project

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 25)
HOSTILE = "#panic() <b>&amp;</b> *đậm* $x$ \\ // [ngoặc] 30/7"
Printed = tuple[PdfReader, str]


def printed(project: Project, to: Path, subjects: set[Subject] | None = None) -> Printed:
    found = sheets(project, TODAY, subjects)
    pdf, page = print_proofs(Folder(to), project, found, to)
    return PdfReader(pdf), page.read_text("utf-8")


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, PdfReader, str]:
    project = load(ROOT)
    return project, *printed(project, tmp_path_factory.mktemp("in thử"))


def test_each_message_has_one_a4_page_of_its_own(
    sample: tuple[Project, PdfReader, str],
) -> None:
    project, pdf, page = sample
    subjects = list(Renditions.of(project).subjects())
    assert len(pdf.pages) == len(subjects) == page.count("<section")
    for sheet in pdf.pages:
        assert [round(float(side)) for side in sheet.mediabox[2:]] == [595, 842]
        assert "Chữ ký" in sheet.extract_text()


def test_a_page_holds_written_and_spoken_words_digest_and_signature(
    sample: tuple[Project, PdfReader, str],
) -> None:
    project, pdf, page = sample
    text = next(
        words(each.extract_text())
        for each in pdf.pages
        if "Hãy dừng lại" in words(each.extract_text())
    )
    for part in (
        "Ngày 30/7 là Ngày toàn dân",
        "ba mươi tháng bảy",
        "một một một",
        "Duyệt mẫu",
        "truyenthanh approve ngay-30-7/hay-dung-lai --by",
        Renditions.of(project).all(Subject(campaign="ngay-30-7", message="hay-dung-lai"))[0],
    ):
        assert part in text, part
        assert part in words(re.sub("<[^>]+>", "", page)), part


def test_only_what_is_said_otherwise_is_underlined(sample: tuple[Project, PdfReader, str]) -> None:
    page = sample[2]
    marked = set(re.findall(r'<span class="differs">([^<]+)</span>', page))
    assert "ba mươi tháng bảy" in marked
    assert not any("Ngày toàn dân" in each for each in marked)


def test_hostile_words_are_words(tmp_path: Path) -> None:
    project = small_project(tmp_path).but(title=HOSTILE)
    campaign = project.campaigns[0]
    paragraph = Paragraph(text=HOSTILE, place=Place(file="x.md"))
    first = campaign.messages[0].but(title=HOSTILE, paragraphs=(paragraph,))
    project = project.but(campaigns=(campaign.but(messages=(first,)),))
    pdf, page = printed(project, tmp_path, {Subject(campaign=campaign.id, message=first.id)})
    assert "#panic()" in pdf.pages[0].extract_text()
    assert "<b>&amp;</b>" not in page
    assert "&lt;b&gt;&amp;amp;&lt;/b&gt;" in page


def test_a_station_that_says_it_otherwise_is_shown_with_what_differs(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    first, second = project.stations
    voice = project.voices["thu"].but(id="khac", name="Giọng khác")
    choice = voice.choices[0].but(settings={"pitch": 900})
    project = project.but(
        voices={**project.voices, "khac": voice.but(choices=(choice,))},
        stations=(first, second.but(voices={"A": "khac", "B": "khac"})),
    )
    subject = Subject(campaign="quanh-nam", message="tin-0")
    pdf, _ = printed(approved(project), tmp_path, {subject})
    text = words(pdf.pages[0].extract_text())
    assert f"Ở {second.name} nghe khác" in text
    assert all(each in text for each in Renditions.of(project).all(subject))


def test_same_words_same_bytes(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    found = sheets(project, TODAY)
    one = print_proofs(Folder(tmp_path), project, found, tmp_path / "a")
    two = print_proofs(Folder(tmp_path), project, found, tmp_path / "b")
    assert [each.read_bytes() for each in one] == [each.read_bytes() for each in two]


def test_the_command_prints_what_is_asked_for(tmp_path: Path) -> None:
    asked = ("ngay-30-7/hay-dung-lai", "khung", "-C", str(ROOT), "--to", str(tmp_path))
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "proof", *asked],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    assert len(PdfReader(tmp_path / "IN-THU.PDF").pages) == 2
