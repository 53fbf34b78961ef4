"""Coverage of a project: what was ordered against what is written, approved, planned and played."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ..coverage import Column, Confirmed, Coverage, Planned, airings_of, broadcast_airings, cover
from ..coverage.columns import both
from ..coverage.paper import page, table
from ..model import Campaign, Project, Subject
from ..plan import Clearance, Plan, Renditions
from ..plan.unapproved import titles
from ..playlog import Book, planned
from ..publish import names

SAMPLE, APPROVED = "duyệt mẫu", "đã duyệt"


def coverage(
    project: Project,
    plan: Plan,
    root: Path,
    output: Path,
    campaign: str = "",
    columns: Sequence[Column] = (),
) -> Coverage:
    """The table of one campaign or all, sketches too; planned for the plan's week, and played."""
    broadcasts = planned(output, lambda week: True)
    own: tuple[Column, ...] = (
        Planned(plan.week, airings_of(plan.bundles)),
        Confirmed(broadcasts, Book(root)),
        *columns,
    )
    wanted = [each for each in _all(project) if campaign in ("", each.id)]
    return cover(
        project.title, wanted, own, standings=_standings(project), notes=_notes(project, plan)
    )


def enclosed(project: Project, plan: Plan, output: Path) -> dict[str, bytes]:
    """The table for a week's folder, as files: what was planned, for every station of the week."""
    aired = airings_of(plan.bundles)
    here = {bundle.station.code for bundle in plan.bundles}
    if here < {station.code for station in project.stations}:
        others = planned(output, lambda week: week == plan.week)
        aired = both(aired, broadcast_airings(o for o in others if o.station.code not in here))
    whole = cover(
        project.title,
        project.campaigns,
        [Planned(plan.week, aired)],
        standings=_standings(project),
        notes=_notes(project, plan),
    )
    return {names.COVERAGE: page(whole), names.COVERAGE_TABLE: table(whole)}


def _all(project: Project) -> Iterable[Campaign]:
    return (*project.campaigns, *(each.campaign for each in project.sketches))


def _notes(project: Project, plan: Plan) -> Mapping[str, str]:
    sketches = {each.campaign.id: "Bản nháp, chưa phát." for each in project.sketches}
    resting = {
        each.id: f"Tuần này không phát: chỉ phát quanh ngày {each.season.day}/{each.season.month}."
        for each in project.campaigns
        if each.season and not any(map(each.speaks_on, plan.week.days))
    }
    return sketches | resting


def _standings(project: Project) -> Mapping[Subject, str]:
    """Of every message; what the frame needs is not asked, for it is read for every station."""
    clearance = Clearance(project, Renditions.of(project))
    messages = [each for each in titles(project.campaigns) if each[0].message]
    out = {each.subject: each.why for each in clearance.unapproved(project.stations, messages)}
    return {
        subject: out.get(subject) or (SAMPLE if _is_sample(clearance, subject) else APPROVED)
        for subject, _ in messages
    }


def _is_sample(clearance: Clearance, subject: Subject) -> bool:
    last = clearance.approval(subject)
    return last is not None and last.sample
