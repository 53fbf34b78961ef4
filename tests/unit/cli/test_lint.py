"""`truyenthanh lint` tells all at once: broken files, unreadable words, what an editor marks."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli.main import cli
from pipeline.project import create

CAMPAIGN = "phong-chong-mua-ban-nguoi"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    create(tmp_path / "du-an")
    return tmp_path / "du-an"


def lint(project: Path, *asked: str) -> Result:
    return CliRunner(mix_stderr=False).invoke(
        cli, ["lint", "-C", str(project), *asked], standalone_mode=False
    )


def message(project: Path, name: str) -> Path:
    return project / "campaigns" / CAMPAIGN / f"{name}.md"


def spoil(project: Path) -> None:
    """An unreadable word and a strange number in one message, another one without its head."""
    path = message(project, "viec-nhe-luong-cao")
    path.write_text(path.read_text("utf-8") + "\nXem vrombix rồi gọi số 118.\n", encoding="utf-8")
    message(project, "hay-thuoc-so-111").write_text("Bà con nhớ số 111.\n", encoding="utf-8")


def test_all_problems_are_in_one_list_and_the_rest_is_still_looked_at(project: Path) -> None:
    spoil(project)
    done = lint(project)
    assert done.return_value == 2
    for told in ("hay-thuoc-so-111.md:1:1", "không biết đọc “vrombix”", "số 118 không có trong"):
        assert done.stdout.count(told) == 1
    assert f"■ {CAMPAIGN}/nguoi-bi-lua-khong-co-loi: " in done.stdout
    assert "chưa có tin bài nào" not in done.stdout  # nobody knows what the lost one tells of


def test_json_has_problems_beside_reviews(project: Path) -> None:
    spoil(project)
    told = json.loads(lint(project, "--json").stdout)
    assert [each["code"] for each in told["problems"]] == ["message.no-head"]
    rules = [each["rule"] for review in told["reviews"] for each in review["findings"]]
    assert rules == ["reading.unread", "phone.unknown"]


@pytest.mark.parametrize(
    ("name", "count"), [("viec-nhe-luong-cao", 2), ("hay-thuoc-so-111", 1), ("loi-keu-goi", 0)]
)
def test_of_one_message_only_its_own_problems_are_told(
    project: Path, name: str, count: int
) -> None:
    spoil(project)
    done = lint(project, f"{CAMPAIGN}/{name}")
    assert done.stdout.count("✗") == count
    assert done.return_value == (2 if count else 0)


def test_what_a_lost_file_may_hold_is_not_called_wrong(project: Path) -> None:
    (project / "campaigns" / CAMPAIGN / "campaign.yaml").write_text("title: [\n", encoding="utf-8")
    told = lint(project).stdout
    assert told.count("✗") == 1
    assert "campaign.yaml:2:1" in told


def test_a_sketch_tells_what_is_wrong_in_it_but_not_what_is_left_to_do(project: Path) -> None:
    path = project / "campaigns" / CAMPAIGN / "campaign.yaml"
    path.write_text(path.read_text("utf-8") + "status: nháp\n", encoding="utf-8")
    words = message(project, "viec-nhe-luong-cao")
    words.write_text(words.read_text("utf-8") + "\nXem vrombix.\n", encoding="utf-8")
    head = message(project, "hay-thuoc-so-111").read_text("utf-8").split("---")[1]
    message(project, "hay-thuoc-so-111").write_text(f"---{head}---\n", encoding="utf-8")
    told = lint(project).stdout
    assert "không biết đọc “vrombix”" in told
    assert "chưa có lời" not in told
