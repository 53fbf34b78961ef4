"""One option is one thing, whichever command has it."""

from collections.abc import Iterator
from datetime import datetime

import click
import pytest

from pipeline.cli import clock
from pipeline.cli.main import cli
from pipeline.cli.options import WeekType
from pipeline.plan import Week
from pipeline.zone import VIETNAM

SUNDAY = datetime(2026, 11, 29, 20, 30, tzinfo=VIETNAM)
TYPE = WeekType()


def every_command() -> Iterator[tuple[str, click.Command]]:
    context = click.Context(cli)
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        yield name, command
        if isinstance(command, click.Group):
            yield from ((f"{name} {each}", command.commands[each]) for each in command.commands)


def options() -> Iterator[tuple[str, click.Option]]:
    for name, command in every_command():
        yield from ((name, each) for each in command.params if isinstance(each, click.Option))


def test_each_says_what_it_is_for() -> None:
    assert [(name, each.name) for name, each in options() if not each.help] == []


@pytest.mark.parametrize("flag", ["--folder", "--offline", "--voice", "--wait", "--draft"])
def test_the_same_words_explain_the_same_option(flag: str) -> None:
    told = {
        each.help: name
        for name, each in options()
        if flag in each.opts and name != "speak"  # it has a voice of its own to choose
    }
    assert len(told) == 1, told


def test_a_week_is_typed_alike_everywhere() -> None:
    having = {name: each for name, each in options() if "--week" in each.opts}
    assert {"bulletins", "usb", "bag", "publish", "verify", "report", "proof"} <= having.keys()
    assert {name for name, each in having.items() if not isinstance(each.type, WeekType)} == set()


@pytest.mark.parametrize(
    ("typed", "number"),
    [("this", 48), ("next", 49), ("due", 49), ("2026-W9", 9), ("2026-w09", 9), ("2026W50", 50)],
)
def test_weeks(typed: str, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: SUNDAY)
    assert TYPE.convert(typed, None, None) == Week(year=2026, number=number)


@pytest.mark.parametrize("typed", ["tuần này", "49", "2026-W60", ""])
def test_what_is_no_week_says_what_is(typed: str) -> None:
    with pytest.raises(click.BadParameter, match=r"không (phải|có) tuần"):
        TYPE.convert(typed, None, None)
