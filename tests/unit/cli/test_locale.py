"""click's own sentences, in Vietnamese, all of them."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from pipeline.cli.main import COMMANDS

CLICK = Path(click.__file__).parent
ROOT = Path(__file__).parents[3]
CATALOGUE = ROOT / "pipeline" / "cli" / "locale" / "vi" / "LC_MESSAGES" / "messages.po"
Sentence = tuple[str, ...]  # one form, or singular and plural


def sentences_of_click() -> Iterator[Sentence]:
    """Every text click asks gettext for."""
    for path in sorted(CLICK.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "ngettext"):
                yield tuple(
                    each.value
                    for each in node.args
                    if isinstance(each, ast.Constant) and isinstance(each.value, str)
                )


SENTENCES = sorted(set(sentences_of_click()))


@pytest.fixture(scope="module")
def written() -> Catalog:
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="vi", abort_invalid=True)


def entries(catalogue: Catalog) -> dict[Sentence, Sentence]:
    return {
        _forms(message.id): _forms(message.string)
        for message in catalogue
        if message.id  # the head has none
    }


def _forms(text: str | tuple[str, ...] | list[str]) -> Sentence:
    return (text,) if isinstance(text, str) else tuple(text)


def test_every_sentence_of_click_has_one_in_vietnamese(written: Catalog) -> None:
    known = entries(written)
    assert len(SENTENCES) > 50
    assert [each for each in SENTENCES if not all(known.get(each, ("",)))] == []


def test_the_compiled_catalogue_is_the_written_one(written: Catalog) -> None:
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)
    assert entries(compiled) == entries(written)


def test_fields_and_number_forms_are_those_click_fills(written: Catalog) -> None:
    assert written.num_plurals == 1
    for asked, said in entries(written).items():
        assert len(said) == 1
        given = {name for form in asked for _, name, _, _ in Formatter().parse(form) if name}
        used = {name for form in said for _, name, _, _ in Formatter().parse(form) if name}
        assert used <= given, asked
        assert re.findall(r"%\(\w+\)s", said[0]) == re.findall(r"%\(\w+\)s", asked[0])


def english() -> re.Pattern[str]:
    """The pieces of click's sentences between their fields, and what it does not look up."""
    pieces = {"OPTIONS", "COMMAND", "ARGS"}
    for sentence in SENTENCES:
        for form in sentence:
            for literal, _, _, _ in Formatter().parse(re.sub(r"%\(\w+\)s", "{}", form)):
                pieces.update(re.findall(r"[A-Za-z]{3}[A-Za-z' ]*[a-z]{2}", literal))
    return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, sorted(pieces))) + r")\b")


ENGLISH = english()
MISTAKES = [
    "khong-co",
    "--khong-co",
    "bulletins --wek this",
    "bulletins --week",
    "bulletins --week mai",
    "bulletins --jobs ba",
    "bulletins --jobs 0",
    "bulletins --offline=co",
    "bulletins thua hai",
    "bulletins --output pyproject.toml",
    "say",
    "speak xin",
    "speak xin -o stations",
    "verify /khong/co",
    "measure",
    "store khong-co",
]


PAGES = [
    f"{page} --help".strip()
    for page in ("", *COMMANDS, "store info", "store verify", "store gc", "key make")
]
ASK = """
import json, sys
from click.testing import CliRunner
from pipeline.cli.main import cli, speak_vietnamese
speak_vietnamese()
shown = {}
for line in json.load(sys.stdin):
    result = CliRunner().invoke(cli, line.split(), prog_name="truyenthanh")
    shown[line] = result.exit_code, result.output
json.dump(shown, sys.stdout)
"""


@pytest.fixture(scope="module")
def shown() -> dict[str, tuple[int, str]]:
    """Exit code and output by what is asked; in a new process, as click keeps what it once said."""
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=ROOT,
        env={**os.environ, "LANGUAGE": "en"},  # what a system may be set to
        input=json.dumps([*PAGES, *MISTAKES]),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )
    return {line: (code, output) for line, (code, output) in json.loads(done.stdout).items()}


@pytest.mark.parametrize("page", PAGES)
def test_help_has_no_english_left(page: str, shown: dict[str, tuple[int, str]]) -> None:
    code, output = shown[page]
    assert code == 0
    assert output.startswith("Cách dùng: truyenthanh")
    assert ENGLISH.findall(output) == []


@pytest.mark.parametrize("mistake", MISTAKES)
def test_errors_have_no_english_left(mistake: str, shown: dict[str, tuple[int, str]]) -> None:
    code, output = shown[mistake]
    assert code == 2
    assert "✗ " in output
    assert ENGLISH.findall(output) == []


def test_the_english_of_click_would_be_noticed() -> None:
    for text in (
        "Usage: truyenthanh [OPTIONS]",
        "Error: Missing argument 'CÂU'.",
        "No such option: --x",
        "Try 'truyenthanh -h' for help.",
        "Invalid value for '--jobs': 0 is not in the range x>=1.",
    ):
        assert ENGLISH.search(text), text


@pytest.mark.parametrize("language", ["C", "en_US.UTF-8", "fr_FR.UTF-8"])
def test_the_command_speaks_vietnamese_whatever_the_system_speaks(language: str) -> None:
    environment = {**os.environ, "LC_ALL": language, "LANGUAGE": "fr:en"}
    done = subprocess.run(
        [sys.executable, "-m", "pipeline", "say"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 2
    assert "✗ Còn thiếu 'CÂU'." in done.stderr
    assert ENGLISH.findall(done.stderr) == []
