"""`truyenthanh key`: made once, kept out of the project, never shown."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli.key import key
from pipeline.cli.main import speak_vietnamese
from pipeline.errors import PassphraseNeeded, SigningError

Command = Callable[..., Result]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "dự án"
    folder.mkdir()
    (folder / "project.yaml").touch()
    return folder


@pytest.fixture
def run(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setenv("TRUYENTHANH_KEYS", str(tmp_path / "khóa"))
    speak_vietnamese()  # click keeps the words it has once found

    def command(name: str, *more: str, told: str = "") -> Result:
        return CliRunner(mix_stderr=False).invoke(
            key, [name, "-C", str(project), *more], input=told, standalone_mode=False
        )

    return command


def test_a_key_can_sign_and_its_public_half_be_shown(
    run: Command, project: Path, tmp_path: Path
) -> None:
    made = run("make")
    assert made.exception is None
    (secret,) = (tmp_path / "khóa").iterdir()
    assert secret.read_text().splitlines()[1] not in made.stdout + made.stderr
    assert [path.name for path in project.iterdir()] == ["project.yaml", "khoa-cong-khai.pub"]
    assert "ký được" in run("check").stdout
    assert run("show").stdout == (project / "khoa-cong-khai.pub").read_text()


def test_a_key_is_not_replaced_by_accident(run: Command) -> None:
    run("make")
    with pytest.raises(SigningError, match="đã có khóa"):
        raise run("make").exception or AssertionError


def test_a_secret_never_lies_in_the_project(
    run: Command, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRUYENTHANH_KEYS", str(project / "voices"))
    with pytest.raises(SigningError, match="không được nằm trong thư mục dự án"):
        raise run("make").exception or AssertionError
    assert [path.name for path in project.iterdir()] == ["project.yaml"]


def test_a_timer_signs_with_a_passphrase_from_its_environment(
    run: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("make", "--passphrase", told="mở ra\nmở ra\n").exception is None
    assert isinstance(run("check").exception, PassphraseNeeded)
    monkeypatch.setenv("TRUYENTHANH_PASSPHRASE", "mở ra")
    assert "ký được" in run("check").stdout


@pytest.mark.parametrize("name", ["show", "check"])
def test_a_project_without_a_key_says_how_to_make_one(run: Command, name: str) -> None:
    told = run(name)
    assert told.return_value == 3
    assert "key make" in told.stderr


def test_a_harmed_public_key_is_told_with_its_place(run: Command, project: Path) -> None:
    (project / "khoa-cong-khai.pub").write_bytes(b"\0")
    with pytest.raises(SigningError, match=r"khoa-cong-khai\.pub"):
        raise run("show").exception or AssertionError
