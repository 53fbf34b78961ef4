"""The starter project with something wrong in it, and what loading says about that."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from pipeline.errors import ProjectError
from pipeline.model import Problem
from pipeline.project import create, load

FRAME = "project.yaml"
STATION = "stations/07288-xa-yen-the.yaml"
VOICE = "voices/nu-mien-bac.yaml"
LEXICON = "voices/lexicon/chung.yaml"
JINGLE = "jingles/nhac-cat.yaml"
CAMPAIGN = "campaigns/phong-chong-mua-ban-nguoi/campaign.yaml"
MESSAGE = "campaigns/phong-chong-mua-ban-nguoi/viec-nhe-luong-cao.md"


def reads_anything() -> bool:
    """Whether this user may read even what nobody may: then there is nothing to refuse."""
    with TemporaryDirectory() as name:
        locked = Path(name, "x")
        locked.touch()
        locked.chmod(0)
        try:
            locked.read_bytes()
        except PermissionError:
            return False
        return True


@cache
def starter() -> dict[str, bytes]:
    """The files of a fresh project, by relative path."""
    with TemporaryDirectory() as name:
        folder = Path(name, "du-an")
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in create(folder)}


def write(folder: Path, **changed: bytes) -> Path:
    """A fresh project with some files' content replaced."""
    for name, content in {**starter(), **changed}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """Replace the one place where `old` is written."""
    path = folder / name
    text = path.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} is written {text.count(old)} times"
    path.write_bytes(text.replace(old, new).encode())


def problems(folder: Path) -> tuple[Problem, ...]:
    """What is wrong with a project that cannot be loaded."""
    with pytest.raises(ProjectError) as caught:
        load(folder)
    return caught.value.problems


def placed(folder: Path) -> list[str]:
    """Where what is wrong, one line each: `file:line:column code`."""
    return [f"{problem.place} {problem.code}" for problem in problems(folder)]
