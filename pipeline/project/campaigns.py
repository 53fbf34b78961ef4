"""campaigns/<id>/campaign.yaml: who ordered what, when it may be spoken, the hotline."""

import re
from collections.abc import Collection
from datetime import date
from functools import partial
from pathlib import Path

from ..model import (
    Campaign,
    Directive,
    DirectiveTask,
    OthersTask,
    Paragraph,
    PartialDate,
    Place,
    Season,
)
from .fields import Fields, read_fields
from .files import Shelf
from .frame import NUMBER
from .lexemes import read_own_lexicon
from .messages import MessageReader
from .nodes import Node
from .report import Report

DAYS_AROUND = range(181)
SKETCHED = {"nháp": True, "xong": False}  # values of `status`
PRIORITIES = range(-1000, 1001)
Tasks = dict[str, tuple[DirectiveTask, Place]]
_ANCHOR = re.compile(r"(\d{1,2})/(\d{1,2})")


def read_campaigns(
    shelf: Shelf, report: Report, roles: Collection[str] | None
) -> tuple[tuple[Campaign, ...], tuple[tuple[Campaign, Report], ...]]:
    """All campaigns with their messages, and sketches, each with its own report.

    `roles` None: who speaks could not be read. What a sketch still lacks hinders no broadcast.
    """
    campaigns, sketches = [], []
    for path in shelf.find("campaigns/*/campaign.yaml"):
        if _sketched(shelf, path):
            aside = Report()
            sketches.append((_campaign(shelf.reporting(aside), path, aside, roles, True), aside))
        else:
            campaigns.append(_campaign(shelf, path, report, roles, False))
    _check_folders(shelf, report, {each.id for each in (*campaigns, *(one for one, _ in sketches))})
    return tuple(campaigns), tuple(sketches)


def _sketched(shelf: Shelf, path: Path) -> bool:
    """Whether the file says `status: nháp`."""
    aside = Report()
    return read_fields(shelf.reporting(aside), path, aside).choice("status", SKETCHED, "xong")


def _campaign(
    shelf: Shelf, path: Path, report: Report, roles: Collection[str] | None, sketched: bool
) -> Campaign:
    name = path.parent.name
    fields = read_fields(shelf, path, report)
    fields.choice("status", SKETCHED, "xong")
    directive = fields.inside("directive")
    tasks = _tasks(directive, report)
    messages = MessageReader(shelf, report, name, tasks or None, roles, sketched).read()
    topics = {message.topic for message in messages}
    if topics <= tasks.keys() and not report.lost(f"campaigns/{name}/"):
        _check_spoken(tasks, topics, report)
    campaign = Campaign(
        id=name,
        title=fields.text("title"),
        directive=_directive(directive, tuple(task for task, _ in tasks.values()), report),
        messages=tuple(each for each in messages if each.paragraphs),
        unwritten=tuple(each for each in messages if not each.paragraphs),
        call_to_action=Paragraph(
            text=fields.text("call_to_action"), place=fields.at("call_to_action")
        ),
        hotline=_hotline(fields),
        season=_season(fields),
        lexicon=read_own_lexicon(fields, report, "campaign"),
        priority=fields.whole("priority", PRIORITIES, 0),
    )
    fields.close()
    return campaign


def _check_folders(shelf: Shelf, report: Report, known: set[str]) -> None:
    """Messages in a folder without campaign.yaml would never be spoken."""
    for name in sorted({path.parent.name for path in shelf.find("campaigns/*/*.md")} - known):
        if not report.lost(f"campaigns/{name}/"):
            report.add(
                Place(file=f"campaigns/{name}/campaign.yaml"),
                "campaign.none",
                f"thư mục campaigns/{name} có tin bài mà không có tệp campaign.yaml",
                "chép tệp này từ một chiến dịch khác rồi sửa lại",
            )


def _check_spoken(tasks: Tasks, topics: set[str], report: Report) -> None:
    for task, place in tasks.values():
        if task.id not in topics:
            what = f"nhiệm vụ “{task.id}” của công văn chưa có tin bài nào"
            report.add(place, "campaign.task", what, f"viết một tin bài có dòng “topic: {task.id}”")


def _directive(fields: Fields, tasks: tuple[DirectiveTask, ...], report: Report) -> Directive:
    directive = Directive(
        number=fields.text("number", "") or None,
        symbol=fields.text("symbol"),
        issuer=fields.text("issuer"),
        subject=fields.text("subject"),
        date=_date(fields.inside("date", required=False)),
        signer=fields.text("signer", "") or None,
        signer_title=fields.text("signer_title", "") or None,
        source=fields.text("source", ""),
        addressees=fields.texts("addressees"),
        bases=fields.texts("bases"),
        tasks=tasks,
        channels=fields.texts("channels"),
        others=fields.list_of("others", partial(_others, report)),
    )
    fields.close()
    return directive


def _date(fields: Fields) -> PartialDate:
    day = fields.whole("day", range(1, 32), 0) or None
    month = fields.whole("month", range(1, 13), 0) or None
    year = fields.whole("year", range(1945, 2101), 0) or None
    fields.close()
    try:
        date(year or 2024, month or 1, day or 1)  # 2024: a leap year allows every day there is
    except ValueError:
        what = f"tháng {month} không có ngày {day}"
        fields.refuse("day", what, "sửa day, month, hoặc để trống nếu công văn không ghi")
    return PartialDate(day=day, month=month, year=year)


def _tasks(directive: Fields, report: Report) -> Tasks:
    """Tasks by id, with the place where the id is written."""
    tasks: Tasks = {}

    def read(node: Node) -> None:
        fields = Fields(node, report, node.place)
        task = DirectiveTask(id=fields.text("id"), text=fields.text("text"))
        if task.id in tasks:
            fields.refuse("id", f"nhiệm vụ “{task.id}” viết hai lần", "đặt mã khác")
        elif task.id:
            tasks[task.id] = task, fields.at("id")
        fields.close()

    directive.list_of("tasks", read, 1)
    return tasks


def _others(report: Report, node: Node) -> OthersTask:
    fields = Fields(node, report, node.place)
    task = OthersTask(to=fields.text("to"), text=fields.text("text"))
    fields.close()
    return task


def _hotline(fields: Fields) -> str:
    written = fields.text("hotline")
    if written and not NUMBER.fullmatch(written):
        what = f"“{written}” không phải số điện thoại gọi được trong nước"
        fields.refuse("hotline", what, "viết bằng chữ số, ví dụ 111 hoặc 0983.112.233")
        return ""
    return written


def _season(fields: Fields) -> Season | None:
    if not fields.has("season"):
        fields.inside("season", required=False)
        return None
    inside = fields.inside("season")
    written = inside.text("anchor")
    anchor = _ANCHOR.fullmatch(written)
    season = Season(
        day=int(anchor[1]) if anchor else 1,
        month=int(anchor[2]) if anchor else 1,
        before=inside.whole("before", DAYS_AROUND),
        after=inside.whole("after", DAYS_AROUND),
    )
    try:
        date(2024, season.month, season.day)
    except ValueError:
        anchor = None
    if anchor is None:
        what = f"“{written}” không phải một ngày trong lịch"
        inside.refuse("anchor", what, "viết ngày/tháng, ví dụ 30/7")
    inside.close()
    return season
