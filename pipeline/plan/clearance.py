"""What may go out: only what somebody approved, just as it will be heard and printed now."""

from collections.abc import Iterable, Iterator
from functools import cache

from ..model import FRAME, Approval, Project, Station, Subject
from .heard import Digest, Ear, Renditions
from .printed import printed
from .unapproved import Unapproved

Cleared = frozenset[tuple[str, str]]  # messages: campaign, id
SOUNDS = "lời, cách đọc, giọng hoặc nhạc"


class Clearance:
    """Answers for one project. With `draft` everything is let through."""

    def __init__(self, project: Project, renditions: Renditions, draft: bool = False) -> None:
        self._project = project
        self._renditions = renditions
        self._draft = draft
        self._last = {each.subject: each for each in project.approvals}
        self._printed = printed(project)
        self._messages = cache(self._cleared)

    def messages(self, station: Station) -> Cleared:
        """The messages the station may broadcast.

        None without the frame; none of a campaign that may not make its call to action, for any
        of its messages may lead a bulletin.
        """
        if not self._may(FRAME, station):
            return frozenset()
        return self._messages(self._renditions.ear(station))

    def items(self, ear: Ear) -> Cleared:
        """The messages that may be used, call to action included, as those with this ear say them.

        The frame of bulletins is another matter.
        """
        return self._messages(ear)

    def approval(self, subject: Subject) -> Approval | None:
        """The last word on a subject."""
        return self._last.get(subject)

    def approvals(self, messages: Iterable[tuple[str, str]]) -> Iterator[Approval]:
        """By whose word these messages are broadcast, frame and calls to action first."""
        spoken = sorted(messages)
        calls = {campaign: Subject(campaign=campaign) for campaign, _ in spoken}
        told = (Subject(campaign=campaign, message=message) for campaign, message in spoken)
        for subject in (FRAME, *calls.values(), *told) if spoken else ():
            if subject in self._last:
                yield self._last[subject]

    def unapproved(
        self, stations: tuple[Station, ...], named: Iterable[tuple[Subject, str]]
    ) -> Iterator[Unapproved]:
        """What stays out at any of these stations, of these subjects with their titles."""
        ears = [self._renditions.ear(each) for each in stations]
        distinct = frozenset(ears)
        for subject, title in named:
            if subject == FRAME:
                out = [each.code for each in stations if not self._may(FRAME, each)]
            else:
                deaf = {each for each in distinct if not self._may_item(subject, each)}
                heard = zip(stations, ears, strict=True) if deaf else ()
                out = [each.code for each, ear in heard if ear in deaf]
            if out:
                yield Unapproved(
                    subject=subject,
                    title=title,
                    why=self.why(subject) + _reach(subject),
                    stations=() if len(out) == len(stations) else tuple(out),
                )

    def why(self, subject: Subject) -> str:
        """Why a subject is not approved everywhere, in Vietnamese."""
        last = self._last.get(subject)
        if last is None:
            return "chưa ai duyệt"
        day = f"ngày {last.at:%d/%m/%Y}"
        if last.verdict == "withdrawn":
            return f"{last.by} đã rút duyệt {day}"
        heard = set(last.heard).isdisjoint(self._renditions.all(subject))
        if not last.printed and not heard:
            return f"mới duyệt phần nghe {day}, chưa duyệt chữ in ({_prints(subject)})"
        changed = [f"lời nghe ({SOUNDS})"] if heard else []
        if last.printed and last.printed != self._printed[subject]:
            changed.append(f"chữ in ({_prints(subject)})")
        if changed:
            return f"đã đổi {' và '.join(changed)} sau khi duyệt {day}"
        return f"ở đây nghe khác bản đã duyệt {day}"

    def _may(self, subject: Subject, station: Station) -> bool:
        return self._draft or self._holds(subject, self._renditions.digest(subject, station))

    def _may_item(self, subject: Subject, ear: Ear) -> bool:
        return self._draft or self._holds(subject, self._renditions.item(subject, ear))

    def _holds(self, subject: Subject, digest: Digest) -> bool:
        last = self._last.get(subject)
        return (
            last is not None
            and last.verdict == "approved"
            and digest in last.heard
            and last.printed == self._printed[subject]
        )

    def _cleared(self, ear: Ear) -> Cleared:
        def may(campaign: str, message: str = "") -> bool:
            return self._may_item(Subject(campaign=campaign, message=message), ear)

        return frozenset(
            (campaign.id, message.id)
            for campaign in self._project.campaigns
            if may(campaign.id)
            for message in campaign.messages
            if may(campaign.id, message.id)
        )


def _prints(subject: Subject) -> str:
    """What is printed of it."""
    if subject.message:
        return "tên tin hoặc lời viết"
    if subject == FRAME:
        return "lời viết"
    return "tên chiến dịch, lời viết, đường dây nóng hoặc số công văn"


def _reach(subject: Subject) -> str:
    """What else stays out with it."""
    if subject == FRAME:
        return ", nên không bản tin nào phát được"
    return "" if subject.message else ", nên cả chiến dịch không phát được"
