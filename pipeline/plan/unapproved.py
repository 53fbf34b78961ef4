"""What stays out of a week for want of an approval, and when that leaves nothing to broadcast."""

from collections.abc import Iterable, Iterator
from datetime import date

from ..model import FRAME, Campaign, Place, Problem, Project, Record, Station, Subject

Silent = dict[date, set[str]]  # codes of the stations with nothing approved for that day

FRAME_NAME, CALL_NAME = "khung", "loi-keu-goi"


class Unapproved(Record):
    """Something that stays out because nobody has approved it as it is now."""

    subject: Subject
    title: str  # Vietnamese
    why: str  # Vietnamese
    stations: tuple[str, ...] = ()  # codes of those where it stays out; empty: everywhere

    @property
    def name(self) -> str:
        """As `truyenthanh approve` calls it."""
        return name(self.subject)


def name(subject: Subject) -> str:
    """Subject -> "khung", "<campaign>/loi-keu-goi" or "<campaign>/<message>"."""
    if subject == FRAME:
        return FRAME_NAME
    return f"{subject.campaign}/{subject.message or CALL_NAME}"


def titles(campaigns: Iterable[Campaign]) -> Iterator[tuple[Subject, str]]:
    """The frame, then each campaign's call to action and messages, as people call them."""
    yield FRAME, "Khung chung: lời mở đầu, lời kết, nhạc"
    for campaign in campaigns:
        yield Subject(campaign=campaign.id), f"Lời kêu gọi: {campaign.title}"
        for message in campaign.messages:
            yield Subject(campaign=campaign.id, message=message.id), message.title


def unwritten(campaigns: Iterable[Campaign]) -> Iterator[tuple[str, str]]:
    """Messages without words, which nobody can approve: name, title."""
    for campaign in campaigns:
        for message in campaign.unwritten:
            yield name(Subject(campaign=campaign.id, message=message.id)), message.title


def refusals(
    project: Project,
    silent: Silent,
    stations: tuple[Station, ...],
    unapproved: Iterable[Unapproved],
) -> Iterator[Problem]:
    """What to approve, when on some day none of the stations has anything to broadcast."""
    empty = [day for day, codes in silent.items() if codes == _on_air(stations, day)]
    if not empty:
        return
    days = ", ".join(f"{day:%d/%m}" for day in sorted(empty))
    yield Problem(
        place=project.place,
        code="plan.nothing-approved",
        what=f"không có gì đã duyệt để phát ngày {days}",
        fix="duyệt những mục dưới đây; muốn nghe thử khi chưa duyệt: truyenthanh bulletins --draft",
    )
    places = _places(project)
    for each in unapproved:
        yield Problem(
            place=places[each.subject],
            code="plan.unapproved",
            what=f"“{each.title}” {each.why}",
            fix=f"đọc lại rồi duyệt: truyenthanh approve {each.name}",
        )


def _places(project: Project) -> dict[Subject, Place]:
    """Where each thing is written."""
    places = {FRAME: project.rundown.opening.place}
    for campaign in project.campaigns:
        places[Subject(campaign=campaign.id)] = campaign.call_to_action.place
        for message in campaign.messages:
            places[Subject(campaign=campaign.id, message=message.id)] = message.place
    return places


def _on_air(stations: Iterable[Station], day: date) -> set[str]:
    return {each.code for each in stations if day.isoweekday() in each.days}
