"""From a project and a week to a plan. Pure text: nothing is spoken, decoded or written here."""

from datetime import date

from ..errors import ProjectError
from ..model import Message, Problem, Project, Slot, Station
from .casting import Casting, Voiceless, cast
from .composer import Composer
from .names import bulletin_file
from .plan import BulletinPlan, BundlePlan, Plan, Tag
from .programme import programme
from .reader import Reader
from .scripts import slowly
from .week import Week
from .windows import overruns

WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")


def plan(project: Project, week: Week, casting: Casting, stations: tuple[str, ...] = ()) -> Plan:
    """The week of every station, or of those whose codes are named.

    Raises ProjectError with every broadcast that cannot be (nothing to say, outside its hours, too
    long for them) and every station that is not there.
    """
    reader = Reader(project)
    composer = Composer(project, casting.revisions, reader)
    planner = _Planner(project, week, casting, composer, reader)
    named, there = frozenset(stations), {each.code for each in project.stations}
    wanted = [each for each in project.stations if not named or each.code in named]
    problems = [_unknown(project, code) for code in stations if code not in there]
    bundles = tuple(planner.bundle(station) for station in wanted)
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
    )


class _Planner:
    """Plans stations one after the other; what a day says is decided once for all of them."""

    def __init__(
        self, project: Project, week: Week, casting: Casting, composer: Composer, reader: Reader
    ) -> None:
        self.problems: list[Problem] = []
        self.voiceless: dict[str, str] = {}
        self._project = project
        self._week = week
        self._casting = casting
        self._composer = composer
        budget = (project.rundown.least + project.rundown.most) / 2
        lengths = {
            (message.campaign, message.id): slowly(reader.message(message))
            for campaign in project.campaigns
            for message in campaign.messages
        }
        self._messages = {
            day: programme(
                project.campaigns, day, budget, lambda each: lengths[each.campaign, each.id]
            )
            for day in week.days
        }
        self._titles = {campaign.id: campaign.title for campaign in project.campaigns}

    def bundle(self, station: Station) -> BundlePlan:
        days = [day for day in self._week.days if day.isoweekday() in station.days]
        planned = (
            self._bulletin(station, day, (number, len(days)))
            for number, day in enumerate(days, start=1)
        )
        return BundlePlan(station=station, bulletins=tuple(filter(None, planned)))

    def _bulletin(self, station: Station, day: date, track: tuple[int, int]) -> BulletinPlan | None:
        """The station's bulletin of that day, or None with the reason noted."""
        name = f"{station.code}/{day.isoformat()}"
        messages = self._messages[day]
        if not messages:
            self.problems.append(_nothing(station, day))
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

    def _tag(self, station: Station, day: date, track: tuple[int, int], lead: Message) -> Tag:
        return Tag(
            title=f"{WEEKDAYS[day.weekday()]} {day:%d/%m}: {lead.title}",
            artist=f"Đài truyền thanh {station.name}",
            album=f"Bản tin tuần {self._week.number}/{self._week.year}",
            track=track[0],
            of=track[1],
            year=day.year,
            date=f"{day:%d%m}",
            comment=self._titles[lead.campaign],
        )


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
