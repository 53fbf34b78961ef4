"""README.md is true: what it names is there, and what it shows can be read."""

import re
from pathlib import Path

from pipeline.cli.main import COMMANDS
from pipeline.engines.registry import BUILT_IN
from pipeline.project import load

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def example(language: str, beginning: str) -> str:
    """The fenced text in a language that begins so."""
    fences = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    return next(text for kind, text in fences if kind == language and text.startswith(beginning))


def test_every_make_target_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z][a-z-]+)", README, re.MULTILINE))
    assert {"bulletins", "test"} <= named <= targets


def test_every_command_and_every_engine_is_named() -> None:
    table = README[README.index("| command |") : README.index("Exit codes")]
    cells = re.findall(r"^\| (`.*?`) \|", table, re.MULTILINE)
    assert set(re.findall(r"`([a-z]+)`", " ".join(cells))) == set(COMMANDS)
    voices = README[README.index("## Voices") : README.index("## Every week")]
    assert set(re.findall(r"^\| `(\w+)`", voices, re.MULTILINE)) == set(BUILT_IN)


def test_the_map_shows_the_rooms_that_are_there() -> None:
    shown = re.findall(r"^  (\w+)(/|\.py) ", example("", "campaigns/ stations/"), re.MULTILINE)
    pipeline = ROOT / "pipeline"
    folders = {(path.parent.name, "/") for path in pipeline.glob("*/__init__.py")}
    modules = {(path.stem, ".py") for path in pipeline.glob("[!_]*.py")}
    assert set(shown) == folders | modules


def test_every_file_referred_to_exists() -> None:
    for path in re.findall(r"`((?:docs|scripts|tests|pipeline)/[\w./-]+)`", README):
        assert (ROOT / path).exists(), path


def test_the_message_the_station_and_the_word_shown_can_be_read(project: Path) -> None:
    message = project / "campaigns" / "ngay-30-7" / "vi-du.md"
    message.write_text(example("markdown", "---\ntitle"), encoding="utf-8")
    for path in (project / "stations").iterdir():
        path.unlink()
    station = example("yaml", 'code: "07288"')
    (project / "stations" / "vi-du.yaml").write_text(station, encoding="utf-8")
    (project / "voices" / "lexicon" / "chung.yaml").write_text(
        example("yaml", "- written"), encoding="utf-8"
    )
    read = load(project)
    assert [each.name for each in read.stations] == ["xã Yên Thế"]
    assert "vi-du" in {each.id for campaign in read.campaigns for each in campaign.messages}


def test_every_decision_is_in_the_index() -> None:
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    pages = {path.name for path in folder.glob("0*.md")}
    assert set(re.findall(r"\]\((\S+)\)", index)) == pages
