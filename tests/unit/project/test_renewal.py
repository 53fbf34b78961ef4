"""Last year's campaign for this year: the day moves, the rest is told, nobody has approved it."""

from pathlib import Path

import pytest

from pipeline.errors import TruyenThanhError
from pipeline.model import Campaign
from pipeline.project import create, load, renew, renewal, stale

OLD = "phong-chong-mua-ban-nguoi"
SEASON = "season:\n  anchor: 30/7\n  before: 5\n  after: 2\n"
WORDS = """
Thứ Năm, ngày 30/7/2026 là ngày của chiến dịch. Năm 2024 có 163 vụ.
Năm nay xã mình làm theo Quyết định số 193/QĐ-TTg. Xin báo công an huyện.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "du-an"
    create(root)
    folder = root / "campaigns" / OLD
    settings = folder / "campaign.yaml"
    settings.write_text(settings.read_text("utf-8").rstrip() + "\n" + SEASON, encoding="utf-8")
    message = folder / "viec-nhe-luong-cao.md"
    message.write_text(message.read_text("utf-8") + WORDS, encoding="utf-8")
    (folder / "cong-van.txt").write_text("thư cũ", encoding="utf-8")
    return root


def old(root: Path) -> Campaign:
    return next(each for each in load(root).campaigns if each.id == OLD)


def test_the_copy_is_a_sketch_nobody_has_approved(project: Path) -> None:
    before = old(project)
    made = renew(project, before, "nam-2027", 2027)
    assert not {"duyet.yaml", "cong-van.txt"} & {path.name for path in made.files}
    after = load(project)
    assert old(project) == before
    (sketch,) = after.sketches
    directive = sketch.campaign.directive
    assert (directive.number, directive.signer, directive.source) == (None, None, "")
    assert (directive.date.day, directive.date.month, directive.date.year) == (None, None, 2027)
    assert directive.tasks == before.directive.tasks
    assert not any(each.subject.campaign == "nam-2027" for each in after.approvals)
    assert not sketch.problems


def test_only_the_campaigns_own_day_moves_with_its_weekday(project: Path) -> None:
    made = renew(project, old(project), "nam-2027", 2027)
    text = (made.folder / "viec-nhe-luong-cao.md").read_text("utf-8")
    assert "\nThứ Sáu, ngày 30/7/2027" in text
    assert "Năm 2024 có 163 vụ" in text
    assert len(made.moved) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("B: Thứ Năm, ngày 30/7/2026, là", "B: Thứ Sáu, ngày 30/7/2027, là"),
        ("Cả xã họp. Thứ Năm, 30/7/2026 nhé.", "Cả xã họp. Thứ Sáu, 30/7/2027 nhé."),
        ("Cả xã họp vào\nthứ Năm, 30/7/2026 nhé.", "Cả xã họp vào\nthứ Sáu, 30/7/2027 nhé."),
        ("Xã họp.\nHọp vào Chủ nhật 30/7/2023.", "Xã họp.\nHọp vào thứ Sáu 30/7/2027."),
    ],
)
def test_a_weekday_is_capital_where_a_sentence_begins(
    project: Path, before: str, after: str
) -> None:
    message = project / "campaigns" / OLD / "viec-nhe-luong-cao.md"
    message.write_text(message.read_text("utf-8") + f"\n{before}\n", encoding="utf-8")
    made = renew(project, old(project), "nam-2027", 2027)
    assert f"\n{after}\n" in (made.folder / message.name).read_text("utf-8")


def test_what_may_be_stale_is_told_with_its_place(project: Path) -> None:
    made = renew(project, old(project), "nam-2027", 2027)
    here = [each for each in made.stale if each.place.file.endswith("viec-nhe-luong-cao.md")]
    told = {each.code: each.what for each in here}
    assert "2024" in told["renew.year"]
    assert "Năm nay" in told["renew.tied"]
    ended = [each.what for each in here if each.code == "renew.ended"]
    assert any("193/QĐ-TTg" in each for each in ended)
    assert any("công an huyện" in each for each in ended)
    lines = (made.folder / "viec-nhe-luong-cao.md").read_text("utf-8").split("\n")
    for each in here:
        words = each.what.split("”")[0].removeprefix("“")
        assert lines[each.place.line - 1][each.place.column - 1 :].startswith(words)


@pytest.mark.parametrize("new", [OLD, "../x", "Có dấu", ""])
def test_nothing_is_written_over_or_elsewhere(project: Path, new: str) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    with pytest.raises(TruyenThanhError):
        renew(project, old(project), new, 2027)
    assert before == {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}


def test_what_is_stale_is_told_until_it_is_mended(project: Path) -> None:
    made = renew(project, old(project), "nam-2027", 2027)
    assert stale(project, "nam-2027", 2027) == made.stale
    message = made.folder / "viec-nhe-luong-cao.md"
    message.write_text(message.read_text("utf-8").replace("Năm nay xã", "Xã"), encoding="utf-8")
    gone = set(made.stale) - set(stale(project, "nam-2027", 2027))
    assert "“Năm nay” có thể đã cũ" in {each.what for each in gone}


def test_a_text_in_old_letters_is_told_by_name(project: Path) -> None:
    whole = old(project)
    (project / "campaigns" / OLD / "cu.md").write_bytes(b"---\ntitle: C\xf9\n---\n")
    with pytest.raises(TruyenThanhError, match=r"cu\.md"):
        renewal(project, whole, "nam-2027", 2027)
