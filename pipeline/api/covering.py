"""Coverage of a project: what was ordered against what is written, approved, planned and done."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

from ..coverage import CampaignLine, Coverage, Known, Verdict, cover
from ..coverage.counts import WHOLE, of_broadcasts, of_plan, orphans, together, topics_of
from ..coverage.paper import page
from ..coverage.sheet import table
from ..model import Campaign, Project, Subject
from ..plan import Plan
from ..playlog import Book, Broadcast, Outcomes, outcomes, planned, titles_of
from ..publish import names
from .approving import Standing, standings
from .kit import shelves

SAMPLE, APPROVED = "duyệt mẫu", "đã duyệt"
THIS_SPAN = "Trong kỳ này"
Span = tuple[date, date]  # first and last day


def coverage(
    project: Project, plan: Plan, root: Path, output: Path, now: datetime, campaign: str = ""
) -> Coverage:
    """Of one campaign or all, sketches too: what the week's plan holds, and all that was done.

    `now`, with its zone, tells what is still to come of what was published.
    """
    topics = topics_of(project.campaigns)
    given = standings(project, frame=False)
    known = Known(
        verdicts=_verdicts(given),
        ahead=of_plan(plan.bundles, topics),
        count=of_broadcasts(planned(output, lambda week: True), topics, outcomes(Book(root), now)),
        made=_made(project, output),
    )
    sketches = [each.campaign for each in project.sketches]
    wanted = [each for each in (*project.campaigns, *sketches) if campaign in ("", each.id)]
    return Coverage(
        title=project.title,
        campaigns=tuple(
            cover(
                each, known, _notes(project, each, given, plan.week.days, _week(plan).capitalize())
            )
            for each in wanted
        ),
        ahead=_week(plan),
        span="các tuần đã phát hành",
    )


def enclosed(project: Project, plan: Plan, output: Path) -> dict[str, bytes]:
    """The table for a week's folder, as files: what was planned, for every station of the week."""
    topics = topics_of(project.campaigns)
    ahead = of_plan(plan.bundles, topics)
    here = {bundle.station.code for bundle in plan.bundles}
    if here < {station.code for station in project.stations}:
        published = planned(output, lambda week: week == plan.week)
        others = (each for each in published if each.station.code not in here)
        ahead = together(ahead, of_broadcasts(others, topics))
    given = standings(project, frame=False)
    known = Known(verdicts=_verdicts(given), ahead=ahead)
    whole = Coverage(
        title=project.title,
        campaigns=tuple(
            cover(
                each, known, _notes(project, each, given, plan.week.days, _week(plan).capitalize())
            )
            for each in project.campaigns
        ),
        ahead=_week(plan),
    )
    return {names.COVERAGE: page(whole), names.COVERAGE_TABLE: table(whole)}


def of_span(
    project: Project,
    broadcasts: Sequence[Broadcast],
    became: Outcomes,
    output: Path,
    span: Span,
    campaign: str = "",
) -> Coverage:
    """What was done from the first to the last day of the span, of one campaign or of all.

    `broadcasts` are those of the span. Of all campaigns those that neither were nor were meant to
    be on air are only named, with the reason. Raises ProjectError when a kept log cannot be read.
    """
    topics = topics_of(project.campaigns)
    given = standings(project, frame=False)
    count = of_broadcasts(broadcasts, topics, became)
    known = Known(verdicts=_verdicts(given), count=count, made=_made(project, output))
    days = _days(span)
    shown, resting = [], []
    for each in (*project.campaigns, *(sketch.campaign for sketch in project.sketches)):
        notes = list(_notes(project, each, given, days, THIS_SPAN))
        aired = (each.id, WHOLE) in count
        if campaign == each.id or (not campaign and (aired or _is_meant(project, each, days))):
            if not (aired or notes):
                notes.append(f"{THIS_SPAN} không có lượt phát nào theo lịch.")
            shown.append(cover(each, known, (*notes, *_lost(each, broadcasts, topics))))
        elif not campaign:
            why = " ".join(notes)
            resting.append(f"Chiến dịch “{each.title}”: {why[:1].lower()}{why[1:]}")
    return Coverage(
        title=project.title,
        campaigns=(*shown, *_gone(project, broadcasts, campaign)),
        span="trong kỳ",
        resting=tuple(resting),
    )


def _is_meant(project: Project, campaign: Campaign, days: Iterable[date]) -> bool:
    """Whether it should have been on air on any of these days."""
    return campaign in project.campaigns and any(map(campaign.speaks_on, days))


def _notes(
    project: Project,
    campaign: Campaign,
    given: Iterable[Standing],
    days: Iterable[date],
    when: str,
) -> Iterator[str]:
    """What hinders a campaign as a whole."""
    if campaign not in project.campaigns:
        yield "Bản nháp, chưa phát."
        return
    if campaign.season and not any(map(campaign.speaks_on, days)):
        day = f"{campaign.season.day}/{campaign.season.month}"
        yield f"{when} không phát, vì chiến dịch chỉ phát quanh ngày {day}."
    for each in given:
        if each.why and each.subject == Subject(campaign=campaign.id):
            yield f"{each.title} ({each.why})."


def _gone(
    project: Project, broadcasts: Iterable[Broadcast], campaign: str
) -> Iterator[CampaignLine]:
    """Campaigns that were on air and are in the project no more."""
    titles = titles_of(broadcasts)
    for name in sorted(titles.keys() - {each.id for each in project.campaigns}):
        if campaign in ("", name):
            yield CampaignLine(
                id=name,
                title=titles[name],
                directive="",
                notes=(f"Nay không còn trong dự án ({name}), nên không đối chiếu được từng việc.",),
            )


def _lost(
    campaign: Campaign, broadcasts: Iterable[Broadcast], topics: Mapping[tuple[str, str], str]
) -> Iterator[str]:
    """What was on air and is in the folder no more."""
    lost = sorted(message for name, message in orphans(broadcasts, topics) if name == campaign.id)
    if lost:
        yield (
            "Trong kỳ có phát tin bài nay không còn trong thư mục chiến dịch, không xếp được vào "
            f"việc nào: {', '.join(lost)}."
        )


def _verdicts(given: Iterable[Standing]) -> dict[Subject, Verdict]:
    return {
        each.subject: Verdict(
            approved=_is_approved(each),
            sample=sample,
            words=each.why or (SAMPLE if sample else APPROVED),
        )
        for each in given
        for sample in [each.last is not None and each.last.sample]
    }


def _made(project: Project, output: Path) -> dict[tuple[str, str], Collection[str]]:
    """Channels with products that may be used, by message."""
    return {
        (each.content.campaign, each.content.message): {
            channel for channel, files in each.channels.items() if files
        }
        for each in shelves(project, output)
    }


def _is_approved(standing: Standing) -> bool:
    """Whether any of the ways in which it is said now is approved."""
    last = standing.last
    if last is None or last.verdict != "approved" or last.printed != standing.printed:
        return False
    return bool(set(last.heard) & set(standing.heard))


def _days(span: Span) -> list[date]:
    first, last = span
    return [first + timedelta(after) for after in range((last - first).days + 1)]


def _week(plan: Plan) -> str:
    return f"tuần {plan.week.number}/{plan.week.year}"
