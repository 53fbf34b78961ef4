"""From a project and a week to a plan. Pure text: nothing is spoken, decoded or written here."""

from datetime import date
from functools import cache

from ..errors import ProjectError
from ..model import Message, Problem, Project, Slot, Station, Tag
from .casting import Casting, Voiceless, cast
from .clearance import Clearance, Cleared
from .composer import Composer
from .draft import WRITTEN, marked
from .heard import Renditions
from .names import bulletin_file
from .plan import BulletinPlan, BundlePlan, Plan
from .programme import programme
from .reader import Reader
from .scripts import slowly
from .unapproved import Silent, refusals, titles, unwritten
from .week import Week
from .windows import overruns

WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")


def plan(
    project: Project,
    week: Week,
    casting: Casting,
    stations: tuple[str, ...] = (),
    draft: bool = False,
) -> Plan:
    """The week of every station, or of those whose codes are named.

    Only what is approved as it will be heard comes in; `Plan.unapproved` tells what stays out. A
    draft holds everything and says that it is one.

    Raises ProjectError with every broadcast that cannot be (nothing to say, nothing approved,
    outside its hours, too long for them) and every station that is not there.
    """
    if draft:
        project = marked(project)
    named, there = frozenset(stations), {each.code for each in project.stations}
    wanted = tuple(each for each in project.stations if not named or each.code in named)
    reader = Reader(project)
    composer = Composer(project, casting.revisions, reader)
    clearance = Clearance(project, Renditions(project, reader), draft)
    planner = _Planner(project, week, casting, composer, reader, clearance, draft)
    problems = [_unknown(project, code) for code in stations if code not in there]
    bundles = tuple(planner.bundle(station) for station in wanted)
    spoken = [each for each in project.campaigns if any(map(each.speaks_on, week.days))]
    unapproved = tuple(clearance.unapproved(wanted, titles(spoken)))
    planner.problems += refusals(project, planner.silent, wanted, unapproved)
    if problems or planner.problems:
        raise ProjectError([*problems, *planner.problems])
    return Plan(
        week=week,
        title=project.title,
        directives={campaign.id: campaign.directive for campaign in project.campaigns},
        campaigns={campaign.id: campaign.title for campaign in project.campaigns},
        tasks=composer.book.tasks,
        bundles=bundles,
        voiceless=planner.voiceless,
        approvals=() if draft else tuple(clearance.approvals(_spoken(bundles))),
        unapproved=unapproved,
        unwritten=dict(unwritten(spoken)),
        draft=draft,
    )


class _Planner:
    """Plans stations one after the other; what a day says is decided once for all alike."""

    def __init__(
        self,
        project: Project,
        week: Week,
        casting: Casting,
        composer: Composer,
        reader: Reader,
        clearance: Clearance,
        draft: bool,
    ) -> None:
        self.problems: list[Problem] = []
        self.voiceless: dict[str, str] = {}
        self.silent: Silent = {}
        self._project = project
        self._week = week
        self._casting = casting
        self._composer = composer
        self._clearance = clearance
        self._draft = draft
        self._budget = (project.rundown.least + project.rundown.most) / 2
        self._lengths = {
            (message.campaign, message.id): slowly(reader.message(message))
            for campaign in project.campaigns
            for message in campaign.messages
        }
        self._messages = cache(self._told)
        self._titles = {campaign.id: campaign.title for campaign in project.campaigns}

    def bundle(self, station: Station) -> BundlePlan:
        days = [day for day in self._week.days if day.isoweekday() in station.days]
        cleared = self._clearance.messages(station)
        planned = (
            self._bulletin(station, day, (number, len(days)), cleared)
            for number, day in enumerate(days, start=1)
        )
        return BundlePlan(station=station, bulletins=tuple(filter(None, planned)))

    def _bulletin(
        self, station: Station, day: date, track: tuple[int, int], cleared: Cleared
    ) -> BulletinPlan | None:
        """The station's bulletin of that day, or None with the reason noted."""
        name = f"{station.code}/{day.isoformat()}"
        messages = self._messages(day, cleared)
        if not messages:
            self._note_silence(station, day, name)
            return None
        try:
            voices = cast(self._project, station, self._casting, name)
        except Voiceless as why:
            self.voiceless[name] = str(why)
            return None
        rundown = self._composer.rundown(station, messages, voices)
        tag = self._tag(station, day, track, messages[0])
        bulletin = BulletinPlan(
            id=name,
            file=bulletin_file(track[0], day, station.times, messages[0].title),
            title=tag.title,
            slots=tuple(Slot(day=day, at=at) for at in sorted(station.times)),
            rundown=rundown,
            cast=voices,
            moved=self._casting.moved.get(name, {}),
            tag=tag,
        )
        self.problems += overruns(station, bulletin, bulletin.seconds)
        return bulletin

    def _told(self, day: date, cleared: Cleared) -> tuple[Message, ...]:
        """What is said on a day by stations that may say these messages."""
        campaigns = [
            each.but(messages=tuple(it for it in each.messages if (it.campaign, it.id) in cleared))
            for each in self._project.campaigns
        ]
        return programme(
            campaigns, day, self._budget, lambda each: self._lengths[each.campaign, each.id]
        )

    def _note_silence(self, station: Station, day: date, name: str) -> None:
        """Nothing is written for that day, or nothing of it is approved for this station."""
        if not self._messages(day, frozenset(self._lengths)):
            self.problems.append(_nothing(station, day))
            return
        self.silent.setdefault(day, set()).add(station.code)
        self.voiceless[name] = "chưa duyệt gì để phát ở đài này, xem: truyenthanh approve --list"

    def _tag(self, station: Station, day: date, track: tuple[int, int], lead: Message) -> Tag:
        mark = f"{WRITTEN}: " if self._draft else ""
        return Tag(
            title=f"{mark}{WEEKDAYS[day.weekday()]} {day:%d/%m}: {lead.title}",
            artist=f"Đài truyền thanh {station.name}",
            album=f"Bản tin tuần {self._week.number}/{self._week.year}",
            track=track[0],
            of=track[1],
            year=day.year,
            date=f"{day:%d%m}",
            comment=self._titles[lead.campaign],
        )


def _spoken(bundles: tuple[BundlePlan, ...]) -> set[tuple[str, str]]:
    """Every message (campaign, id) in these bundles."""
    return {
        (element.campaign, element.message)
        for bundle in bundles
        for bulletin in bundle.bulletins
        for element in bulletin.rundown
        if element.message
    }


def _unknown(project: Project, code: str) -> Problem:
    known = ", ".join(station.code for station in project.stations[:12])
    return Problem(
        place=project.place,
        code="plan.unknown-station",
        what=f"không có đài nào mang mã “{code}”",
        fix=f"dùng một mã có trong thư mục stations: {known}",
    )


def _nothing(station: Station, day: date) -> Problem:
    return Problem(
        place=station.place,
        code="plan.nothing-to-say",
        what=f"không chiến dịch nào có tin cho ngày {day:%d/%m/%Y}",
        fix="thêm tin vào một chiến dịch quanh năm (không có mục season)",
    )
