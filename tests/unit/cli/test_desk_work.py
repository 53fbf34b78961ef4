"""`import`, `coverage` and `campaign renew` as an officer types them, one after the other."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli.main import cli, speak_vietnamese
from pipeline.project import create

LETTER = Path(__file__).parents[3] / "campaigns" / "ngay-30-7" / "cong-van.txt"
OLD = "phong-chong-mua-ban-nguoi"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    create(tmp_path / "du-an")
    return tmp_path / "du-an"


def run(project: Path, *words: str) -> Result:
    speak_vietnamese()
    return CliRunner().invoke(cli, [*words, "-C", str(project)], catch_exceptions=False)


def test_a_letter_is_covered_by_nothing_until_words_are_written(project: Path) -> None:
    brought = run(project, "import", str(LETTER), "--to", "campaigns/moi")
    assert brought.exit_code == 0
    assert "“truyền truyền”" in brought.output
    told = run(project, "coverage", "moi", "--week", "2026-W49")
    assert told.exit_code == 0
    assert told.output.count("✗ ") == 6
    assert "Bản nháp, chưa phát." in told.output
    checked = run(project, "check", "--week", "2026-W49")
    assert "Bản nháp campaigns/moi, chưa phát: còn 8 việc phải làm" in checked.output


def test_a_campaign_for_the_next_year(project: Path) -> None:
    made = run(project, "campaign", "renew", OLD, "nam-2027", "--year", "2027")
    assert made.exit_code == 0
    assert (project / "campaigns/nam-2027/campaign.yaml").is_file()
    assert "có thể đã cũ" in made.output


def test_an_unknown_campaign_is_told_with_those_there_are(project: Path) -> None:
    for words in (("coverage", "khong-co"), ("campaign", "renew", "khong-co", "moi")):
        told = run(project, *words)
        assert told.exit_code == 2
        assert OLD in told.output
