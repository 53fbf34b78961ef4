"""Days, durations and letters, as people say them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time

from ...figures import clock as clock
from ...figures import duration as duration
from ...model import AirWindow, Directive, PartialDate
from ...plan import Week
from ...plan.plan import ElementKind
from ...plan.planner import WEEKDAYS
from ...reading.documents import TYPES
from ..manifest import ApprovalEntry, CampaignEntry, Order, VoiceEntry

SAMPLE = "Nội dung mẫu với lượt duyệt mẫu: chưa ai duyệt thật."
DRAFT = "BẢN THỬ, CHƯA DUYỆT: KHÔNG PHÁT"
KINDS: dict[ElementKind, str] = {
    "opening": "Lời xướng",
    "item": "Tin",
    "sting": "Nhạc cắt",
    "call_to_action": "Lời kêu gọi",
    "closing": "Lời kết",
}


def weekday(day: date) -> str:
    """Thứ hai … Chủ nhật."""
    return WEEKDAYS[day.weekday()]


def hours(times: Sequence[time]) -> str:
    """05:45 và 17:15."""
    return _listed([f"{at:%H:%M}" for at in times])


def rules(windows: Iterable[AirWindow]) -> list[str]:
    """When a station may speak and who says so; windows of one rule in one sentence."""
    by_rule: dict[tuple[int, str], list[str]] = {}
    for window in windows:
        span = f"{window.opens:%H:%M}–{window.closes:%H:%M}"
        by_rule.setdefault((window.limit, window.source), []).append(span)
    return [
        f"{_listed(spans)}, mỗi buổi tối đa {limit} phút, theo {source}"
        for (limit, source), spans in by_rule.items()
    ]


def span(week: Week) -> str:
    """Từ thứ hai 30/11 đến chủ nhật 06/12/2026."""
    first, last = week.days[0], week.days[-1]
    form = "%d/%m" if first.year == last.year else "%d/%m/%Y"
    return f"Từ thứ hai {first.strftime(form)} đến chủ nhật {last:%d/%m/%Y}"


def voices(roles: Mapping[str, VoiceEntry]) -> str:
    """Each voice with the roles it speaks: "espeak vi (A), tone bip (B)"."""
    by_voice: dict[str, list[str]] = {}
    for role, voice in roles.items():
        by_voice.setdefault(f"{voice.engine} {voice.voice}".strip(), []).append(role)
    return ", ".join(f"{voice} ({', '.join(names)})" for voice, names in by_voice.items())


def letter(campaign: CampaignEntry) -> str:
    """Whose letter a campaign follows; dots where the letter leaves a blank."""
    return f"{order(campaign.directive)}: {campaign.title}"


def order(directive: Directive | Order) -> str:
    """Công văn số ……/STTTT-TTBCXB ngày …… tháng 7 năm 2023 của Sở …."""
    number = numbered(directive.number, directive.symbol)
    return f"{number} {partial(directive.date)} của {directive.issuer}"


def numbered(number: str | None, symbol: str) -> str:
    """What a letter is and its number: Kế hoạch số 12/KH-UBND, the Party's Công văn số 12-CV/TU."""
    code = re.match(r"(?:\d{4}/)?(\w+)", symbol)
    kind = TYPES.get(code[1], "") if code else ""
    return f"{(kind or 'công văn').capitalize()} số {coded(number, symbol)}"


def coded(number: str | None, symbol: str) -> str:
    """Number and symbol as who issued them writes them: 12/KH-UBND, but the Party's 45-CV/TU.

    A symbol in which the kind of letter comes before a slash is the Party's (Hướng dẫn
    36-HD/VPTW); Decree 30/2020/NĐ-CP has a dash there. Dots where the letter leaves a blank.
    """
    kind, slash, _ = symbol.partition("/")
    joint = "-" if slash and kind in TYPES else "/"
    return f"{number or '……'}{joint}{symbol or '……'}"


def approved(approvals: Sequence[ApprovalEntry]) -> list[str]:
    """Who has approved what is heard, one line for each person."""
    by_person: dict[tuple[str, str], list[ApprovalEntry]] = {}
    for each in approvals:
        if not each.sample:
            by_person.setdefault((each.by, each.role), []).append(each)
    lines = [
        f"{by}, {role}, ngày {max(datetime.fromisoformat(each.at) for each in given):%d/%m/%Y}"
        for (by, role), given in by_person.items()
    ]
    if any(each.sample for each in approvals):
        lines.append("Duyệt mẫu: nội dung mẫu, chưa ai duyệt thật")
    return lines


def partial(day: PartialDate) -> str:
    """Ngày …… tháng 7 năm 2023."""
    if day == PartialDate():
        return "(không ghi ngày)"
    return f"ngày {_or_dots(day.day)} tháng {_or_dots(day.month)} năm {_or_dots(day.year)}"


def _listed(words: list[str]) -> str:
    return " và ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def _or_dots(number: int | None) -> str:
    return "……" if number is None else str(number)
