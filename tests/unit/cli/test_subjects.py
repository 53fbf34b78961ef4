"""A name that is not there: every command says which there are, and ends with 2."""

from pathlib import Path

import pytest

from pipeline.cli.main import main
from pipeline.project import create

OLD = "phong-chong-mua-ban-nguoi"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ten") / "du-an"
    create(folder)
    (folder / "tin.txt").write_text("Bà con hãy gọi số 111.", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["kit", "khong-co"], OLD),
        (["kit", "--channel", "khong-co"], "tin-nhan"),
        (["approve", "khong-co"], "truyenthanh approve --list"),
        (["coverage", "khong-co"], OLD),
        (["campaign", "renew", "khong-co", "moi"], OLD),
        (["report", "--week", "2026-W49", "--campaign", "khong-co"], OLD),
        (["import", "tin.txt", "--messages", "--to", "campaigns/khong-co"], OLD),
        (["bulletins", "--voice", "khong-co"], "nu-mien-bac"),
        (["plan", "--station", "99999"], "stations"),
        (["publish", "khong-co"], "./khong-co"),
    ],
    ids=lambda each: each[0] if isinstance(each, list) else "",
)
def test_what_there_is_is_told(
    project: Path,
    words: list[str],
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setattr("sys.argv", ["truyenthanh", *words])
    assert main() == 2
    assert told in capsys.readouterr().err
