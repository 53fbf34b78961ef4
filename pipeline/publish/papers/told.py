"""What the printed papers are told: an edition as plain words, ready to be set."""

from collections.abc import Iterator
from datetime import time
from typing import Any

from ...model import GAPS, Segment, Slot
from ...plan import Element
from ...plan.draft import WRITTEN
from ...plan.slotcodes import slot_codes
from . import wording
from .edition import Day, Edition, Printed

Told = dict[str, Any]


def sheet(edition: Edition) -> Told:
    """For LICH-PHAT.PDF."""
    return _head(edition, "Lịch phát") | {
        "days": [
            {
                "name": wording.weekday(day.day),
                "date": f"{day.day:%d/%m}",
                "times": [f"{at:%H:%M}" for at in day.times],
                "title": day.title,
                "file": day.file,
                "length": wording.duration(day.seconds),
                "why_not": day.why_not,
            }
            for day in edition.days
        ],
        "note": edition.note,
        "calls": edition.calls,
        "rules": wording.rules(edition.station.windows),
        "letters": [wording.letter(campaign) for campaign in edition.campaigns],
        "approved": wording.approved(edition.approvals),
    }


def log(edition: Edition) -> Told:
    """For NHAT-KY.PDF."""
    days = edition.days
    code = f"{edition.station.code} W{edition.plan.week.number}"
    played = [broadcast for day in days if not day.why_not for broadcast in day_codes(day)]
    some = played[0][1] if played else "T2S"
    return _head(edition, "Nhật ký phát") | {
        "days": [
            {
                "name": wording.weekday(day.day),
                "date": f"{day.day:%d/%m}",
                "slots": [{"at": f"{at:%H:%M}", "code": name} for at, name in day_codes(day)],
                "why_not": day.why_not,
            }
            for day in days
        ],
        "codes": {"all": f"{code} du", "but": f"{code} {some} khong, con lai ok"},
    }


def script(edition: Edition, parts: dict[Element, Told]) -> Told:
    """For KICH-BAN.PDF. `parts` keeps what was worked out for elements that stations share."""
    return _head(edition, "Kịch bản") | {
        "bulletins": [_bulletin(printed, parts) for printed in edition.bulletins]
    }


def day_codes(day: Day) -> list[tuple[time, str]]:
    """The broadcasts of a day with their short codes."""
    codes = slot_codes(Slot(day=day.day, at=at) for at in day.times)
    return [(slot.at, code) for slot, code in codes.items()]


def marked(edition: Edition) -> str:
    """What stands before a title where there is no head that tells of a draft."""
    return f"{WRITTEN}: " if edition.plan.draft else ""


def _head(edition: Edition, name: str) -> Told:
    station, week = edition.station, edition.plan.week
    whose = f"Đài truyền thanh {station.name}"
    draft = "BẢN THỬ · " if edition.plan.draft else ""
    return {
        "title": f"{name} tuần {week.number}/{week.year}, {whose}",
        "whose": whose,
        "running": f"{draft}{whose} · mã {station.code} · tuần {week.number}/{week.year}",
        "week": str(week.number),
        "span": wording.span(week),
        "sample": station.sample,
        "draft": wording.DRAFT if edition.plan.draft else "",
    }


def _bulletin(printed: Printed, parts: dict[Element, Told]) -> Told:
    bulletin, entry = printed.plan, printed.entry
    for element in bulletin.rundown:
        if element not in parts:
            parts[element] = _part(element)
    return {
        "title": bulletin.title,
        "file": bulletin.file,
        "length": wording.duration(entry.seconds),
        "voices": wording.voices(entry.voices),
        "not_used": [f"Không dùng {engine}: {why}" for engine, why in entry.not_used.items()],
        "parts": [
            parts[element] | {"at": wording.clock(place.start)}
            for element, place in zip(bulletin.rundown, entry.elements, strict=True)
        ],
    }


def _part(element: Element) -> Told:
    title = f": {element.title}" if element.kind == "item" else ""
    return {
        "name": wording.KINDS[element.kind] + title,
        "segments": list(_segments(element.script)),
    }


def _segments(script: tuple[Segment, ...]) -> Iterator[Told]:
    speaking = ""
    for segment in script:
        yield {
            "role": segment.role if segment.role != speaking else "",
            "spoken": segment.spoken,
            "written": segment.written if segment.written != segment.spoken else "",
            "rest": "//" if segment.pause >= GAPS.sentence else "/",
        }
        speaking = segment.role
