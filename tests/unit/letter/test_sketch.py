"""A letter in a project: a folder as people write it, never over anything, never spoken."""

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.api.letters import Known, import_letter
from pipeline.errors import LetterError, TruyenThanhError
from pipeline.letter.sketching import scalar
from pipeline.model import Place
from pipeline.project import create, load
from pipeline.project.nodes import compose
from pipeline.project.report import Report

from .seeds import CAMPAIGNS, letter, setting


@pytest.fixture
def project(tmp_path: Path) -> Path:
    create(tmp_path / "du-an")
    return tmp_path / "du-an"


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_the_sketch_holds_the_record_and_hinders_no_broadcast(project: Path, campaign: str) -> None:
    before = load(project)
    made = import_letter(letter(campaign), project, Path("campaigns/moi"))
    after = load(project)
    assert after.campaigns == before.campaigns
    (sketch,) = after.sketches
    assert sketch.campaign.directive == made.letter.directive.but(source="cong-van.txt")
    assert (made.folder / "cong-van.txt").read_text("utf-8").split() == letter(campaign).read_text(
        "utf-8"
    ).split()


def test_every_stub_is_told_as_not_yet_written(project: Path) -> None:
    made = import_letter(letter("ngay-30-7"), project)
    (sketch,) = load(project).sketches
    unwritten = {each.place.file for each in sketch.problems if each.code == "message.empty"}
    assert len(unwritten) == len(made.letter.directive.tasks) == 6
    blank = {each.what for each in sketch.problems if each.code == "field.missing"}
    assert blank == {"thiếu mục “hotline”", "thiếu mục “call_to_action”"}
    assert len(sketch.problems) == 8


def test_a_written_sketch_becomes_a_campaign(project: Path) -> None:
    folder = import_letter(letter("ngay-30-7"), project, Path("campaigns/moi")).folder
    for path in folder.glob("*.md"):
        path.write_text(path.read_text("utf-8") + "\nBà con hãy gọi số 111.\n", encoding="utf-8")
    written = folder / "campaign.yaml"
    text = written.read_text("utf-8").replace("\nhotline:\n", "\nhotline: 111\n")
    call = "\ncall_to_action: Hãy gọi số 111. Xin nhắc lại, hãy gọi số 111.\n"
    text = text.replace("\ncall_to_action:\n", call).replace("\nstatus: nháp\n", "\n")
    written.write_text(text, encoding="utf-8")
    assert "moi" in {each.id for each in load(project).campaigns}


def test_nothing_is_written_over_or_elsewhere(project: Path) -> None:
    import_letter(letter("ngay-30-7"), project)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    for to in (
        None,
        Path("campaigns/phong-chong-mua-ban-nguoi"),
        Path("../x"),
        Path("campaigns/a/b"),
    ):
        with pytest.raises(TruyenThanhError):
            import_letter(letter("ngay-30-7"), project, to)
    assert before == {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}


def test_another_letter_on_the_same_subject_gets_a_campaign_of_its_own(
    project: Path, tmp_path: Path
) -> None:
    first = import_letter(letter("ngay-30-7"), project).folder.name
    text = letter("ngay-30-7").read_text("utf-8")
    (tmp_path / "sau.txt").write_text(text.replace("năm 2023", "năm 2027", 1), encoding="utf-8")
    second = import_letter(tmp_path / "sau.txt", project).folder.name
    assert second == f"{first}-2027"
    for file, campaign in ((letter("ngay-30-7"), first), (tmp_path / "sau.txt", second)):
        with pytest.raises(Known) as found:
            import_letter(file, project)
        assert found.value.campaign == campaign


def test_the_original_is_kept(project: Path, tmp_path: Path) -> None:
    file = setting("ngay-30-7").docx(tmp_path / "CV.docx")
    made = import_letter(file, project)
    assert (made.folder / "cong-van.docx").read_bytes() == file.read_bytes()


def test_what_is_no_letter_makes_no_campaign(project: Path, tmp_path: Path) -> None:
    (tmp_path / "tin.txt").write_text("Bà con chú ý giữ gìn vệ sinh.", encoding="utf-8")
    with pytest.raises(LetterError, match="không giống công văn"):
        import_letter(tmp_path / "tin.txt", project)


@pytest.mark.parametrize(
    "text",
    ["a: b", "# x", "- y", "“x” # y", "true", "*a", "x" * 200, "{{ x }}", "012", "'", "a\n---\nb"],
)
def test_any_words_come_back_from_yaml(text: str) -> None:
    report = Report()
    node = compose(f"a:{scalar(text, 2)}\n", Place(file="x"), report)
    assert not report.problems
    assert node is not None
    assert isinstance(node.value, dict)
    assert " ".join(str(node.value["a"].value).split()) == " ".join(text.split())


def test_the_command_prints_json_and_writes_nothing(tmp_path: Path) -> None:
    file = letter("ngay-30-7")
    command = [sys.executable, "-m", "pipeline", "import", str(file), "--json"]
    ran = subprocess.run(command, capture_output=True, cwd=file.parents[2], check=True)
    assert b'"symbol": "STTTT-TTBCXB"' in ran.stdout
