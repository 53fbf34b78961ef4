"""The command line before files that went wrong, and a new project made by it."""

from pathlib import Path

import pytest

from .conftest import Command

STATION = "stations/07288-xa-yen-the.yaml"
FRAME = "project.yaml"


def test_a_new_project_is_in_order(truyenthanh: Command, tmp_path: Path) -> None:
    made = truyenthanh("init", "mới tạo", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    checked = truyenthanh("check", cwd=tmp_path / "mới tạo")
    assert checked.returncode == 0, checked.stderr
    assert "Mọi tệp đều ổn" in checked.stderr
    again = truyenthanh("init", "mới tạo", cwd=tmp_path)
    assert again.returncode != 0
    assert "không trống" in again.stderr
    assert "Traceback" not in again.stderr


@pytest.mark.parametrize("command", [("check",), ("plan",), ("bulletins", "--offline")])
def test_every_problem_is_told_and_nothing_is_made(
    truyenthanh: Command, project: Path, command: tuple[str, ...]
) -> None:
    station = project / STATION
    station.write_text(station.read_text("utf-8").replace("05:30, 17:00", "03:15, 17:00"), "utf-8")
    frame = project / FRAME
    frame.write_text(frame.read_text("utf-8").replace("title:", "tittle:"), "utf-8")
    done = truyenthanh(*command)
    assert done.returncode == 2
    assert f"{FRAME}:3:1" in done.stderr
    assert "ý bạn là “title”" in done.stderr
    assert f"{STATION}:17:9" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "output").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (STATION, "code: xã".encode("utf-16")),
        (STATION, b"a: " + b"[" * 100_000),
        (STATION, b"a: &a [*a]"),
        (FRAME, b"\x00" * 1000),
        (FRAME, b"x" * 3_000_000),
        ("jingles/nhac-hieu.wav", b"RIFF\xff\xff\xff\xffWAVEfmt "),
        ("jingles/nhac-hieu.wav", b""),
        ("voices/nu-mien-bac.yaml", b"id: !!python/object/apply:os.system ['touch x']"),
        ("voices/lexicon/x.yaml", b"- {written: '', spoken: a}"),
        ("campaigns/ngay-30-7/x.md", b"---\n" * 20_000),
    ],
)
def test_no_file_brings_the_program_down(
    truyenthanh: Command, project: Path, name: str, content: bytes
) -> None:
    (project / name).write_bytes(content)
    done = truyenthanh("check", timeout=30)
    assert done.returncode == 2, done.stderr
    assert name.replace(".wav", ".yaml") in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "x").exists()
