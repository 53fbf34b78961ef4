"""The coverage in words, in the one shape that pages, papers and screens show.

    {columns, planned, done, campaigns: [{title, directive, subject, notes, verdict, good,
      tasks: [{number, id, text, messages: [{title, standing}], cells}],
      channels: [{text, served: [{title, planned, done, by_hand}]}], others: [{to, text}]}],
     resting, none, unserved}

`cells` has one text for each of `columns`, empty where there is nothing to tell. `planned` and
`done`: whether channels tell of that; `by_hand`: people bring it further, and nothing here knows.
"""

from collections.abc import Iterator
from typing import Any

from ..playlog import Count
from ..playlog.wording import SILENT, TO_COME, airings, turns, untold
from .record import CampaignLine, Coverage, Means, TaskLine

NONE, UNSERVED = "chưa có tin bài", "chưa có gì đáp ứng"


def told(coverage: Coverage) -> dict[str, Any]:
    """Everything there is to show."""
    coming = has_to_come(coverage)
    means = [
        each
        for campaign in coverage.campaigns
        for channel in campaign.channels
        for each in channel.served
    ]
    return {
        "columns": list(columns(coverage)),
        "planned": any(map(planned, means)),
        "done": any(map(done, means)),
        "campaigns": [_campaign(each, coming) for each in coverage.campaigns],
        "resting": list(coverage.resting),
        "none": NONE,
        "unserved": UNSERVED,
    }


def columns(coverage: Coverage) -> Iterator[str]:
    """What is told of each task besides its messages."""
    if coverage.ahead:
        yield f"Dự kiến {coverage.ahead}"
    if coverage.span:
        yield f"Theo lịch {coverage.span}"
        yield from ("Đài xác nhận đã phát", "Đài báo không phát", "Chưa báo cáo")
        if has_to_come(coverage):
            yield "Chưa đến giờ phát"


def has_to_come(coverage: Coverage) -> bool:
    """Whether any task has broadcasts still to come; when none has, nothing is said of them."""
    tasks = (task for campaign in coverage.campaigns for task in campaign.tasks)
    return any(task.count is not None and task.count.to_come for task in tasks)


def cells(task: TaskLine, coming: bool = False) -> Iterator[str]:
    """One for each column; `coming`: whether there is one for what is still to come."""
    if task.ahead is not None:
        yield _times(task.ahead)
    if (count := task.count) is not None:
        yield _times(count)
        last = (turns(count.unreported), *([turns(count.to_come)] if coming else []))
        if not count.planned:
            yield from ("", "", *("" for _ in last))
        elif why := untold(count):
            yield from (why, "", *last)
        else:
            yield from (airings(count.played, count.played_seconds), turns(count.missed), *last)


def _campaign(line: CampaignLine, coming: bool) -> dict[str, Any]:
    return {
        "title": line.title,
        "directive": line.directive,
        "subject": line.subject,
        "notes": list(line.notes),
        "verdict": verdict(line),
        "good": not line.uncovered,
        "tasks": [
            {
                "number": place,
                "id": task.id,
                "text": task.text,
                "messages": [
                    {"title": each.title, "standing": each.verdict.words} for each in task.messages
                ],
                "cells": list(cells(task, coming)),
            }
            for place, task in enumerate(line.tasks, 1)
        ],
        "channels": [
            {
                "text": channel.text,
                "served": [
                    {
                        "title": each.title,
                        "planned": planned(each),
                        "done": done(each),
                        "by_hand": each.products is not None,
                    }
                    for each in channel.served
                ],
            }
            for channel in line.channels
        ],
        "others": [{"to": each.to, "text": each.text} for each in line.others],
    }


def verdict(line: CampaignLine) -> str:
    """In one sentence how far the tasks are done; empty where none is known."""
    if not line.tasks:
        return ""
    whole = len(line.tasks)
    parts = [f"{whole - len(line.uncovered)}/{whole} việc đã có tin bài"]
    known = [[each for each in (task.ahead, task.count) if each] for task in line.tasks]
    if any(known):
        aired = sum(any(count.planned for count in counts) for counts in known)
        parts.append(f"{aired}/{whole} việc có trong lịch phát")
    if any(task.count and task.count.planned > task.count.to_come for task in line.tasks):
        heard = sum(task.count is not None and task.count.played > 0 for task in line.tasks)
        parts.append(f"{heard}/{whole} việc đã có đài xác nhận phát")
    if line.uncovered:
        missing = (str(at) for at, task in enumerate(line.tasks, 1) if not task.messages)
        parts.append(f"{NONE}: việc {', '.join(missing)}")
    return f"{'; '.join(parts)}."


def planned(means: Means) -> str:
    """How often it is to be broadcast, or of what it is made; empty: not at all."""
    if products := means.products:
        word = "duyệt mẫu" if products.sample else "đã duyệt"
        return f"{products.approved}/{products.of} tin bài {word}"
    count = means.count if means.ahead is None else means.ahead
    return f"{_times(count)} theo lịch" if count else ""


def done(means: Means) -> str:
    """What became of that; empty where nothing was to come of it, or nobody asked."""
    if means.products:
        made = means.products.made
        if made is None:
            return ""
        return f"đã làm cho {made}/{means.products.of} tin bài" if made else "chưa làm"
    if means.count is None or not means.count.planned:
        return ""
    return played(means.count)


def played(count: Count) -> str:
    """What stations say of broadcasts: 14 lượt, 17,5 phút; không phát 2 lượt; chưa báo cáo 12."""
    why = untold(count)
    if why and count.planned in (count.unreported, count.to_come):
        return why
    parts = [] if why else [f"đài xác nhận {airings(count.played, count.played_seconds)}"]
    if count.missed:
        parts.append(f"không phát {turns(count.missed)}")
    if count.unreported:
        parts.append(f"{SILENT} {turns(count.unreported)}")
    if count.to_come:
        parts.append(f"{TO_COME} {turns(count.to_come)}")
    return "; ".join(parts)


def _times(count: Count) -> str:
    return airings(count.planned, count.planned_seconds)
