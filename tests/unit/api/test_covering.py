"""What a span of days tells of each letter: what was on air, what lies there, what rests."""

from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

import pytest

from pipeline import testing
from pipeline.api.covering import of_span
from pipeline.coverage import CampaignLine, Coverage, Products
from pipeline.kit import CHANNELS, Workshop, approved, deliver
from pipeline.model import Paragraph, PartialDate, Project, Season, Slot
from pipeline.plan import Week
from pipeline.playlog import Book, Broadcast, Outcomes, Play, PlayLog, outcomes
from pipeline.playlog.planned import Part
from pipeline.publish.manifest import StationEntry
from pipeline.testing import small_project
from pipeline.zone import VIETNAM

WEEK = Week(year=2026, number=49)
STATION = StationEntry(code="00001", name="xã Thử Một", unit="", province="", sample=True)
ALL_YEAR, SEASONAL = "quanh-nam", "theo-mua"
SEASON = Season(day=30, month=7, before=2, after=2)


def broadcast(code: str, *messages: str, campaign: str = ALL_YEAR) -> Broadcast:
    return Broadcast(
        station=STATION,
        week=WEEK,
        slot=Slot(day=WEEK.monday, at=time(5, 45)),
        code=code,
        title="Tin",
        seconds=300.0,
        campaigns={campaign: Part(title="Tên khi phát", seconds=100.0)},
        messages={(campaign, each): 30.0 for each in messages},
    )


@dataclass(frozen=True)
class Office:
    """A project with a campaign all year and one of a season, and what it has published."""

    project: Project
    root: Path

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def became(self) -> Outcomes:
        return outcomes(Book(self.root), datetime(2026, 12, 7, 8, 0, tzinfo=VIETNAM))

    def told(self, *broadcasts: Broadcast, campaign: str = "") -> Coverage:
        span = (WEEK.monday, WEEK.days[-1])
        return of_span(self.project, broadcasts, self.became, self.output, span, campaign=campaign)

    def line(self, *broadcasts: Broadcast, campaign: str = ALL_YEAR) -> CampaignLine:
        (line,) = self.told(*broadcasts, campaign=campaign).campaigns
        return line


@pytest.fixture
def office(tmp_path: Path) -> Office:
    project = small_project(tmp_path, messages=3, season=SEASON)
    campaigns = tuple(
        each.but(directive=each.directive.but(channels=("Loa", "Tin nhắn")))
        for each in project.campaigns
    )
    return Office(project.but(campaigns=campaigns), tmp_path)


def test_tasks_and_loudspeakers_take_what_stations_tell(office: Office) -> None:
    plays = (Play(code="T2S", played=True), Play(code="T2C", played=False))
    Book(office.root).add(
        PlayLog(
            station="00001", week=str(WEEK), plays=plays, source="tin nhắn", received="2026-12-07"
        )
    )
    aired = [broadcast("T2S", "tin-0", "tin-1"), broadcast("T2C", "tin-0"), broadcast("T3S")]
    line = office.line(*aired)
    (task,) = line.tasks
    assert task.count is not None
    assert (task.count.planned, task.count.played, task.count.missed) == (2, 1, 1)
    assert task.count.played_seconds == 60.0
    loud = line.channels[0].served[0].count
    assert loud is not None
    assert (loud.planned, loud.played, loud.missed, loud.unreported) == (3, 1, 1, 1)


def test_products_are_done_while_they_say_what_is_approved(office: Office) -> None:
    def texting() -> Products | None:
        return office.line(broadcast("T2S", "tin-0")).channels[1].served[0].products

    assert texting() == Products(of=3, approved=3, made=0)
    channels = [each for each in CHANNELS if each.id == "tin-nhan"]
    deliver(approved(office.project), office.output / "bo-tai-lieu", Workshop(), channels)
    assert texting() == Products(of=3, approved=3, made=3)

    whole, seasonal = office.project.campaigns
    first, *others = whole.messages
    words = Paragraph(text="Lời đã đổi sau khi duyệt.", place=first.place)
    changed = whole.but(messages=(first.but(paragraphs=(words,)), *others))
    office = Office(office.project.but(campaigns=(changed, seasonal)), office.root)
    assert texting() == Products(of=3, approved=2, made=2)


@pytest.mark.parametrize(
    "part",
    [
        {"number": "12"},
        {"symbol": "UBND-VX"},
        {"issuer": "Ủy ban nhân dân"},
        {"date": PartialDate(day=2, month=7, year=2026)},
    ],
    ids=lambda part: next(iter(part)),
)
def test_products_that_name_a_former_letter_are_not_done(
    office: Office, part: dict[str, object]
) -> None:
    def texting(project: Project) -> Products | None:
        line = Office(project, office.root).line(broadcast("T2S", "tin-0"))
        return line.channels[1].served[0].products

    def make(project: Project) -> None:
        channels = [each for each in CHANNELS if each.id == "tin-nhan"]
        deliver(approved(project), office.output / "bo-tai-lieu", Workshop(), channels)

    make(office.project)
    whole, seasonal = office.project.campaigns
    changed = whole.but(directive=whole.directive.but(**part))
    project = office.project.but(campaigns=(changed, seasonal))
    assert texting(project) == Products(of=3, approved=0, made=0)
    project = testing.approved(project)
    assert texting(project) == Products(of=3, approved=3, made=0)
    make(project)
    assert texting(project) == Products(of=3, approved=3, made=3)


def test_a_campaign_at_rest_is_named_with_the_reason(office: Office) -> None:
    told = office.told(broadcast("T2S", "tin-0"))
    assert [each.id for each in told.campaigns] == [ALL_YEAR]
    (resting,) = told.resting
    assert "Chiến dịch theo-mua" in resting
    assert "chỉ phát quanh ngày 30/7" in resting


def test_a_campaign_asked_for_is_told_though_it_was_not_on_air(office: Office) -> None:
    line = office.line(campaign=SEASONAL)
    assert [bool(task.count and task.count.planned) for task in line.tasks] == [False]
    assert line.notes == ("Trong kỳ này không phát, vì chiến dịch chỉ phát quanh ngày 30/7.",)
    assert office.line().notes == ("Trong kỳ này không có lượt phát nào theo lịch.",)


def test_a_campaign_that_should_have_been_on_air_is_not_passed_over(office: Office) -> None:
    silent = Office(office.project.but(approvals=()), office.root)
    line, *_ = silent.told().campaigns
    assert line.id == ALL_YEAR
    assert any("chưa ai duyệt" in note for note in line.notes)
    assert {each.verdict.approved for each in line.tasks[0].messages} == {False}


def test_what_was_on_air_and_is_here_no_more_is_told(office: Office) -> None:
    gone = broadcast("T2C", "cu", campaign="nam-ngoai")
    told = office.told(broadcast("T2S", "tin-0", "da-xoa"), gone)
    here, former = told.campaigns
    assert any("da-xoa" in note for note in here.notes)
    assert (former.title, former.tasks) == ("Tên khi phát", ())
    assert [each.id for each in office.told(gone, campaign="nam-ngoai").campaigns] == ["nam-ngoai"]


def test_a_season_within_the_span_counts(office: Office) -> None:
    span = (date(2026, 7, 1), date(2026, 12, 31))
    told = of_span(office.project, (), office.became, office.output, span)
    assert [each.id for each in told.campaigns] == [ALL_YEAR, SEASONAL]
    assert told.resting == ()
