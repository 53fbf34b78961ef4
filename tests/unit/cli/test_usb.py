"""`truyenthanh usb` as an officer meets it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli.main import speak_vietnamese
from pipeline.cli.usb import usb
from pipeline.errors import PublishError, VolumeError
from tests.unit.usb.bundles import CODE, FIRST, digests

Command = Callable[..., Result]


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "thẻ"
    folder.mkdir()
    return folder


@pytest.fixture
def run(stick: Path) -> Command:
    speak_vietnamese()  # click keeps the words it has once found
    output = str(FIRST.parents[1])

    def command(*more: str, code: str = CODE) -> Result:
        asked = [str(stick), "--station", code, "--output", output, *more]
        return CliRunner(mix_stderr=False).invoke(usb, asked, standalone_mode=False)

    return command


def test_it_ends_with_one_sentence(run: Command, stick: Path) -> None:
    (line,) = run("--any-folder").stdout.splitlines()
    assert line.startswith("✓ Đã chép 2 bản tin tuần 49/2026 của đài 07288 (xã Yên Thế)")
    assert "rút thẻ" in line
    assert digests(stick / CODE) == digests(FIRST)


def test_a_folder_of_this_machine_is_no_stick(run: Command, stick: Path) -> None:
    with pytest.raises(VolumeError, match="--any-folder"):
        raise run().exception or AssertionError
    assert not list(stick.iterdir())


@pytest.mark.parametrize("more", [("--week", "2026-W50"), ()])
def test_what_was_never_made_says_how(run: Command, more: tuple[str, ...]) -> None:
    code = CODE if more else "99999"
    with pytest.raises(PublishError, match=f"bulletins --station {code}"):
        raise run("--any-folder", *more, code=code).exception or AssertionError


@pytest.mark.parametrize("code", ["../..", "*", "", "0728"])
def test_a_code_is_a_code(run: Command, code: str) -> None:
    with pytest.raises(PublishError):
        raise run("--any-folder", code=code).exception or AssertionError


def test_another_stations_bundle_on_the_stick_is_told(run: Command) -> None:
    run("--any-folder")
    assert f"còn gói của đài {CODE}" in run("--any-folder", code="07289").stderr
