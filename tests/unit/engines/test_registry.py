import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from pipeline.engines.base import Surroundings
from pipeline.engines.registry import BUILT_IN, GROUP, known, open_engine
from pipeline.errors import EngineUnavailable

ROOT = Path(__file__).parents[3]


def test_built_ins_are_the_entry_points_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    ours = {name: door.value for name, door in BUILT_IN.items()}
    assert ours == project["entry-points"][GROUP]


@pytest.mark.parametrize("name", ["espeak", "tone"])
def test_every_built_in_opens_under_its_own_name(name: str) -> None:
    engine = open_engine(name, Surroundings())
    assert engine.name == name
    engine.close()


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    with pytest.raises(EngineUnavailable, match="espeak, fpt, gtts, http,"):
        open_engine("espeek", Surroundings())


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder with somebody else's package that offers three engines."""
    (tmp_path / "choir.py").write_text(
        "from pipeline.engines.tone import Tone\n"
        "class Choir(Tone):\n    name = 'choir'\n"
        "class Thief(Tone):\n    name = 'thief'\n"
    )
    record = tmp_path / "choir-1.0.dist-info"
    record.mkdir()
    (record / "METADATA").write_text("Metadata-Version: 2.1\nName: choir\nVersion: 1.0\n")
    (record / "entry_points.txt").write_text(
        f"[{GROUP}]\nchoir = choir:Choir\nbroken = choir:Nobody\ntone = choir:Thief\n"
    )
    return tmp_path


def test_an_installed_package_adds_engines(outside: Path) -> None:
    script = (
        "from pipeline.engines.base import Surroundings\n"
        "from pipeline.engines.registry import known, open_engine\n"
        "from pipeline.errors import EngineUnavailable\n"
        "print(*known())\n"
        "for name in ('choir', 'tone', 'broken'):\n"
        "    try:\n        print(open_engine(name, Surroundings()).name)\n"
        "    except EngineUnavailable as error:\n        print(error)\n"
    )
    paths = f"import sys; sys.path[:0] = [{str(outside)!r}, *{sys.path!r}]\n"
    ran = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", paths + script],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    names, choir, tone, broken = ran.stdout.splitlines()
    assert {"broken", "choir", "espeak", "gtts", "recorded", "tone"} <= set(names.split())
    assert choir == "choir"
    assert tone == "tone"  # a built-in's name cannot be taken over
    assert broken.startswith("broken: Không nạp được bộ đọc")


def test_names_come_in_order() -> None:
    assert list(known()) == sorted(known())
