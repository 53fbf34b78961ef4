"""The table as text and as a page."""

import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..publish.papers.pages import TEMPLATES as PAGES
from ..publish.papers.pages import environment
from .record import Coverage
from .told import told

TEMPLATES = Path(__file__).parent / "templates"
WIDTH = 96


def text(coverage: Coverage) -> str:
    """For a screen of letters."""
    whole = told(coverage)
    lines = [line for each in whole["campaigns"] for line in _campaign(each, whole)]
    return "\n".join([*lines, *whole["resting"]])


def page(coverage: Coverage) -> bytes:
    """HTML, nothing loaded, for a screen, a phone and paper."""
    made = environment(TEMPLATES, PAGES).get_template("coverage.html")
    return made.render(title=coverage.title, told=told(coverage)).encode()


def _campaign(campaign: dict[str, Any], whole: dict[str, Any]) -> Iterator[str]:
    yield campaign["title"]
    for line in filter(None, (campaign["directive"], *campaign["notes"], campaign["verdict"])):
        yield from _wrapped(line, "  ", "  ")
    for task in campaign["tasks"]:
        yield from _task(task, whole)
    for channel in campaign["channels"]:
        yield from _wrapped(f"Hình thức: {channel['text']}", "  ", "    ")
        for each in channel["served"]:
            told = "; ".join(filter(None, (each["planned"], each["done"])))
            yield from _wrapped(f"→ {each['title']}" + (f": {told}" if told else ""), "     ")
        if not channel["served"]:
            yield f"     → {whole['unserved']}"
    if campaign["others"]:
        yield f"  Việc giao cho nơi khác, đài không làm: {len(campaign['others'])}"
    yield ""


def _task(task: dict[str, Any], whole: dict[str, Any]) -> Iterator[str]:
    mark = "✓" if task["messages"] else "✗"
    shown = textwrap.shorten(task["text"], 100, placeholder=" …")
    yield f"  {mark} {task['number']}. {shown} [{task['id']}]"
    if not task["messages"]:
        yield f"       {whole['none']}"
    for message in task["messages"]:
        standing = f" ({message['standing']})" if message["standing"] else ""
        yield f"       {message['title']}{standing}"
    told = zip(whole["columns"], task["cells"], strict=True)
    if cells := [f"{name}: {cell}" for name, cell in told if cell]:
        yield from _wrapped("; ".join(cells), "       ")


def _wrapped(line: str, first: str, others: str | None = None) -> list[str]:
    after = f"{first}  " if others is None else others
    return textwrap.wrap(line, WIDTH, initial_indent=first, subsequent_indent=after)
