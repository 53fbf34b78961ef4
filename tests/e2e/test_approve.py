"""Approving from the command line, and what may go on air for it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from mutagen.id3 import ID3
from pypdf import PdfReader

from pipeline.cli.approve import approve
from pipeline.plan import Casting, Week, plan
from pipeline.project import load

from .conftest import STATIONS, WEEK, Command

pytestmark = pytest.mark.usefixtures("stocked")
CAMPAIGN = "phong-chong-mua-ban-nguoi"
MESSAGE = f"{CAMPAIGN}/hay-thuoc-so-111"
WHO = ("--by", "Nguyễn Thị Lan", "--role", "Trưởng phòng Văn hóa")


def edit(project: Path) -> str:
    """Add a sentence to a message that Monday's bulletin has; its name."""
    planned = plan(load(project), Week(year=2026, number=49), Casting(revisions={"tone": "1"}))
    heard = next(each for each in planned.bulletins[0].rundown if each.message)
    name = f"{heard.campaign}/{heard.message}"
    path = project / "campaigns" / f"{name}.md"
    path.write_text(path.read_text("utf-8") + "\nBà con nhớ giúp nhé.\n", encoding="utf-8")
    return name


def test_an_edit_is_left_out_until_somebody_approves_it(
    truyenthanh: Command, project: Path
) -> None:
    name = edit(project)
    begun = "---\ntitle: Đang viết\ntopic: quyen-nan-nhan\n---\n"
    (project / "campaigns" / CAMPAIGN / "dang-viet.md").write_text(begun, encoding="utf-8")
    folder = project / "output" / WEEK
    made = truyenthanh("bulletins", "--offline", "--week", WEEK, "--station", STATIONS[0])
    assert made.returncode == 0, made.stderr
    assert f"✗ {name}" in made.stderr
    assert f"✗ {CAMPAIGN}/dang-viet: Đang viết" in made.stderr
    summary = (folder / "TOM-TAT.TXT").read_text("utf-8-sig")
    assert "1 MỤC CHƯA DUYỆT NÊN KHÔNG PHÁT" in summary
    assert "1 TIN CHƯA CÓ LỜI NÊN KHÔNG PHÁT\n  - Đang viết" in summary.replace("\r", "")
    script = folder / STATIONS[0] / "KICH-BAN.HTML"
    assert "Bà con nhớ giúp nhé." not in script.read_text("utf-8")

    refused = truyenthanh("approve", f"{CAMPAIGN}/dang-viet", *WHO)
    assert refused.returncode == 2
    assert "chưa có lời" in refused.stderr
    shown = truyenthanh("approve", name, *WHO)
    assert shown.returncode == 2  # nobody at a keyboard has said yes
    assert "Bà con nhớ giúp nhé." in shown.stdout
    assert truyenthanh("approve", name, *WHO, "--yes").returncode == 0
    again = truyenthanh("bulletins", "--offline", "--week", WEEK, "--station", STATIONS[0])
    assert name not in again.stderr
    assert "Bà con nhớ giúp nhé." in script.read_text("utf-8")
    manifest = json.loads((folder / STATIONS[0] / "MANIFEST.JSON").read_bytes())
    by = {f"{each['campaign']}/{each['message']}": each["by"] for each in manifest["approvals"]}
    assert by[name] == "Nguyễn Thị Lan"
    sheet = (folder / STATIONS[0] / "LICH-PHAT.TXT").read_text("utf-8-sig")
    assert "Nguyễn Thị Lan, Trưởng phòng Văn hóa" in sheet


def test_nothing_approved_is_told_item_by_item_and_only_a_draft_can_be_made(
    truyenthanh: Command, project: Path
) -> None:
    withdrawn = truyenthanh("approve", "khung", *WHO, "--withdraw", "--yes")
    assert withdrawn.returncode == 0
    refused = truyenthanh("bulletins", "--offline", "--week", WEEK, "--station", STATIONS[0])
    assert refused.returncode == 2
    assert "truyenthanh approve khung" in refused.stderr
    assert not (project / "output" / WEEK).exists()

    code = STATIONS[0]
    draft = truyenthanh("bulletins", "--offline", "--week", WEEK, "--draft", "--station", code)
    assert draft.returncode == 0, draft.stderr
    assert "BẢN THỬ" in draft.stderr
    folder = project / "output" / "ban-thu" / WEEK / code
    assert not (project / "output" / "index.html").exists()
    assert not (project / "output" / WEEK).exists()
    for mp3 in folder.glob("*.MP3"):
        assert ID3(mp3)["TIT2"].text[0].startswith("BẢN THỬ")
    for paper in ("LICH-PHAT.TXT", "KICH-BAN.HTML"):
        assert "BẢN THỬ, CHƯA DUYỆT" in (folder / paper).read_text("utf-8-sig")
    for paper in ("LICH-PHAT.PDF", "KICH-BAN.PDF", "NHAT-KY.PDF"):
        pages = PdfReader(folder / paper).pages
        assert all("BẢN THỬ" in page.extract_text() for page in pages)
        assert "CHƯA DUYỆT: KHÔNG PHÁT" in pages[0].extract_text()
    assert "Bản thử." in (folder / "KICH-BAN.HTML").read_text("utf-8")

    stick = project / "the"
    stick.mkdir()
    output = str(project / "output" / "ban-thu")
    copied = truyenthanh("usb", str(stick), "--station", code, "--any-folder", "--output", output)
    assert copied.returncode == 3
    assert list(stick.iterdir()) == []
    bagged = truyenthanh("bag", str(project / "tui"), "--output", output)
    assert bagged.returncode == 3
    assert "bản thử" in bagged.stderr


def test_the_history_is_kept(truyenthanh: Command, project: Path) -> None:
    book = project / "campaigns" / CAMPAIGN / "duyet.yaml"
    before = book.read_text("utf-8")
    truyenthanh("approve", MESSAGE, *WHO, "--withdraw", "--yes", "--note", "chờ sửa số liệu")
    truyenthanh("approve", MESSAGE, *WHO, "--yes")
    after = book.read_text("utf-8")
    assert after.startswith(before)
    assert after.count("withdrawn") == before.count("withdrawn") + 1
    assert "chờ sửa số liệu" in after
    assert "✓ " + MESSAGE in truyenthanh("approve", "--list").stdout


@pytest.mark.parametrize("asked", [("khong-co", *WHO), WHO, (MESSAGE,)], ids=str)
def test_a_name_that_is_not_there_or_no_name_at_all_records_nothing(
    project: Path, asked: tuple[str, ...]
) -> None:
    done = CliRunner().invoke(approve, ["-C", str(project), "--yes", *asked])
    assert done.exit_code == 2


def test_a_wrong_number_is_told_by_lint_and_not_approved_without_a_reason(
    truyenthanh: Command, project: Path
) -> None:
    path = project / "campaigns" / f"{MESSAGE}.md"
    path.write_text(path.read_text("utf-8") + "\nHãy gọi số 118.\n", encoding="utf-8")
    linted = truyenthanh("lint", MESSAGE)
    assert linted.returncode == 2
    assert f"{MESSAGE}.md:" in linted.stdout
    told = json.loads(truyenthanh("lint", MESSAGE, "--json").stdout)
    assert [each["rule"] for each in told["reviews"][0]["findings"]] == ["phone.unknown"]

    refused = truyenthanh("approve", MESSAGE, *WHO, "--yes")
    assert refused.returncode == 3
    assert "118" in refused.stderr
    assert "✗" in truyenthanh("approve", "--list", MESSAGE).stdout
    reason = "số thử của bưu điện xã"
    assert truyenthanh("approve", MESSAGE, *WHO, "--yes", "--despite", reason).returncode == 0
    book = project / "campaigns" / CAMPAIGN / "duyet.yaml"
    assert f"despite: {reason}" in book.read_text("utf-8")
