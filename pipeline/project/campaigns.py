"""campaigns/<id>/campaign.yaml: who ordered what, when it may be spoken, the hotline."""

import re
from datetime import date

from ..model import Campaign, Directive, DirectiveTask, Paragraph, PartialDate, Season
from .fields import Fields
from .files import Shelf
from .messages import read_messages
from .nodes import Node, Report, compose

_ANCHOR = re.compile(r"(\d{1,2})/(\d{1,2})")


def read_campaigns(shelf: Shelf, report: Report) -> tuple[Campaign, ...]:
    """All campaigns with their messages."""
    campaigns = []
    for path in shelf.find("campaigns/*/campaign.yaml"):
        start, text = shelf.start(path), shelf.text(path)
        if text is None:
            continue
        name = path.parent.name
        fields = Fields(compose(text, start, report), report, start)
        campaigns.append(
            Campaign(
                id=name,
                title=fields.text("title"),
                directive=_directive(fields.inside("directive"), report),
                messages=read_messages(shelf, report, name),
                call_to_action=Paragraph(
                    text=fields.text("call_to_action"), place=fields.at("call_to_action")
                ),
                hotline=fields.text("hotline"),
                season=_season(fields),
                priority=fields.whole("priority", 0),
            )
        )
        fields.close()
    return tuple(campaigns)


def _directive(fields: Fields, report: Report) -> Directive:
    directive = Directive(
        number=fields.text("number", "") or None,
        symbol=fields.text("symbol"),
        issuer=fields.text("issuer"),
        subject=fields.text("subject"),
        date=_date(fields.inside("date", required=False)),
        signer=fields.text("signer", "") or None,
        source=fields.text("source", ""),
        bases=fields.list_of("bases", _text),
        tasks=fields.list_of("tasks", lambda node: _task(node, report), 1),
    )
    fields.close()
    return directive


def _date(fields: Fields) -> PartialDate:
    day, month, year = (fields.whole(each, 0) or None for each in ("day", "month", "year"))
    fields.close()
    try:
        date(year or 2024, month or 1, day or 1)  # 2024: a leap year allows every day there is
    except ValueError:
        fields.refuse("day", "ngày của công văn không có trong lịch", "sửa day, month, year")
    return PartialDate(day=day, month=month, year=year)


def _task(node: Node, report: Report) -> DirectiveTask:
    fields = Fields(node, report, node.place)
    task = DirectiveTask(id=fields.text("id"), text=fields.text("text"))
    fields.close()
    return task


def _season(fields: Fields) -> Season | None:
    if not fields.has("season"):
        fields.inside("season", required=False)
        return None
    inside = fields.inside("season")
    anchor = _ANCHOR.fullmatch(inside.text("anchor"))
    season = Season(
        day=int(anchor[1]) if anchor else 1,
        month=int(anchor[2]) if anchor else 1,
        before=inside.whole("before"),
        after=inside.whole("after"),
    )
    try:
        date(2024, season.month, season.day)
    except ValueError:
        anchor = None
    if anchor is None and inside.has("anchor"):
        inside.refuse("anchor", "ngày mốc không có trong lịch", "viết ngày/tháng, ví dụ 30/7")
    if not (0 <= season.before <= 180 and 0 <= season.after <= 180):
        inside.refuse("before", "số ngày trước và sau phải từ 0 đến 180", "sửa before, after")
    inside.close()
    return season


def _text(node: Node) -> str | None:
    return node.value if isinstance(node.value, str) else None
