"""The desk a request is for, and what pages ask of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from flask import current_app

from ...model import Campaign, Message, Problem, Record
from ..desk import Desk


class Shown(Record):
    """A message as a list shows it, also when its file cannot be read."""

    id: str
    title: str
    topic: str
    problems: tuple[Problem, ...]
    is_empty: bool  # it has no words yet, so that it serves nothing


def desk() -> Desk:
    """The desk this request is for."""
    return cast(Desk, current_app.extensions["desk"])


def campaign(name: str) -> Campaign | None:
    """A campaign by its folder, or None."""
    return next((each for each in desk().campaigns if each.id == name), None)


def is_sketch(name: str) -> bool:
    """Whether the campaign is still being written, and so never spoken."""
    return any(each.campaign.id == name for each in desk().project.sketches)


def problems(folder: str = "") -> tuple[Problem, ...]:
    """What is to be mended in files whose names begin so; a sketch's own lacks among them."""
    project, found = desk().survey()
    lacking = [it for each in project.sketches for it in each.problems] if folder else []
    return tuple(it for it in (*found, *lacking) if it.place.file.startswith(folder))


def messages(name: str) -> Iterator[Shown]:
    """The messages in a campaign's folder, by their files."""
    known = campaign(name)
    begun = {each.id: each for each in known.unwritten} if known else {}
    read: dict[str, Message] = {each.id: each for each in known.messages} | begun if known else {}
    for path in sorted(Path(desk().folder.root, "campaigns", name).glob("*.md")):
        if path.stem == "README" or path.name.startswith("."):
            continue
        message = read.get(path.stem)
        yield Shown(
            id=path.stem,
            title=message.title if message and message.title else path.stem,
            topic=message.topic if message else "",
            problems=problems(f"campaigns/{name}/{path.name}"),
            is_empty=path.stem in begun,
        )
