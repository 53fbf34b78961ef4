"""The table as text, as a spreadsheet, as a page."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

from ..publish.papers.pages import TEMPLATES, environment
from ..publish.papers.spreadsheet import write as spreadsheet
from .record import CampaignLine, Coverage, TaskLine

NONE = "chưa có tin bài"
HEAD = ("Chiến dịch", "Văn bản", "Mã việc", "Việc được giao", "Tin bài", "Duyệt")


def text(coverage: Coverage) -> str:
    """For a screen of letters."""
    return "\n".join(line for each in coverage.campaigns for line in _told(each, coverage.columns))


def table(coverage: Coverage) -> bytes:
    """CSV, one line for each task."""
    return spreadsheet(
        (*HEAD, *coverage.columns),
        (
            (
                *(each.title, each.directive, task.id, task.text),
                "; ".join(message.title for message in task.messages) or NONE,
                "; ".join(dict.fromkeys(one.standing for one in task.messages if one.standing)),
                *task.cells,
            )
            for each in coverage.campaigns
            for task in each.tasks
        ),
    )


def page(coverage: Coverage) -> bytes:
    """HTML, nothing loaded, for a screen, a phone and paper."""
    templates = environment(Path(__file__).parent / "templates", TEMPLATES)
    return templates.get_template("coverage.html").render(table=coverage, none=NONE).encode()


def _told(campaign: CampaignLine, columns: tuple[str, ...]) -> Iterator[str]:
    yield campaign.title
    yield f"  {campaign.directive}"
    if campaign.note:
        yield f"  {campaign.note}"
    for number, task in enumerate(campaign.tasks, 1):
        yield from _task(number, task, columns)
    for channel in campaign.channels:
        yield from textwrap.wrap(f"Hình thức: {channel.text}", 96, initial_indent="  ",
                                 subsequent_indent="    ")  # fmt: skip
        yield f"     → {'; '.join(channel.served) or 'chưa có gì đáp ứng'}"
    if campaign.others:
        yield f"  Việc giao cho nơi khác, đài không làm: {len(campaign.others)}"
    yield ""


def _task(number: int, task: TaskLine, columns: tuple[str, ...]) -> Iterator[str]:
    mark = "✓" if task.messages else "✗"
    yield f"  {mark} {number}. {textwrap.shorten(task.text, 100, placeholder=' …')} [{task.id}]"
    if not task.messages:
        yield f"       {NONE}"
    for message in task.messages:
        yield f"       {message.title}" + (f" ({message.standing})" if message.standing else "")
    cells = [f"{name}: {cell}" for name, cell in zip(columns, task.cells, strict=True) if cell]
    if cells:
        yield f"       {'; '.join(cells)}"
