"""Rules over a project: one review for each thing that is approved as one."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from ..model import FRAME, Campaign, Paragraph, Project, Subject
from ..plan.unapproved import titles
from ..reading import Lexicon
from .coverage import uncovered
from .finding import Finding, Review
from .listening import listening
from .order import RULES
from .passage import Passage
from .phones import digits, known
from .problems import lacks_messages, unsure
from .rule import Around, Hit, Rule


def lint(
    project: Project,
    today: date,
    subjects: Collection[Subject] | None = None,
    doubted: Collection[str] = (),
) -> Iterator[Review]:
    """Reviews in the project's order; of these subjects, or of all. `today`: what is over by then.

    Messages in other languages, which only recordings speak, are left out. `doubted`: files with
    something wrong in them; what they may hold is not called missing.
    """
    general = Lexicon().over(project.lexicon)
    campaigns = {each.id: each for each in project.campaigns}
    lexicons = {each.id: general.over(each.lexicon) for each in project.campaigns}
    for subject, title in titles(project.campaigns):
        if subjects is not None and subject not in subjects:
            continue
        campaign = campaigns.get(subject.campaign)
        written = _written(project, campaign, subject)
        if written is None:
            continue
        numbers = None if unsure(project, campaign, doubted) else _numbers(project, campaign)
        around = Around(today, numbers, bool(subject.message))
        passages = [Passage.of(each, lexicons.get(subject.campaign, general)) for each in written]
        found = review(subject, title, passages, around)
        if campaign and not subject.message:
            found = found.but(findings=(*_whole(campaign, doubted), *found.findings))
        yield found


def glance(
    project: Project, campaign: Campaign, written: Sequence[Paragraph], today: date
) -> Review:
    """What there is to say of a message while it is being written; its places are those given."""
    lexicon = Lexicon().over(project.lexicon).over(campaign.lexicon)
    around = Around(today, _numbers(project, campaign), item=True)
    passages = [Passage.of(each, lexicon) for each in written]
    return review(Subject(campaign=campaign.id), campaign.title, passages, around)


def review(subject: Subject, title: str, passages: Sequence[Passage], around: Around) -> Review:
    """One text. Findings by their places."""
    found = [_finding(rule, hit) for rule in RULES for hit in rule.look(passages, around)]
    return Review(
        subject=subject,
        title=title,
        findings=tuple(sorted(found, key=lambda each: each.place)),
        listening=listening(passages),
    )


def _written(
    project: Project, campaign: Campaign | None, subject: Subject
) -> tuple[Paragraph, ...] | None:
    if subject == FRAME or campaign is None:
        return project.rundown.opening, project.rundown.closing
    if not subject.message:
        return (campaign.call_to_action,)
    message = next(each for each in campaign.messages if each.id == subject.message)
    return message.paragraphs if message.language == "vi" else None


def _numbers(project: Project, campaign: Campaign | None) -> frozenset[str]:
    """Telephone numbers of the project itself."""
    own = {*project.numbers, project.site.contact, campaign.hotline if campaign else ""}
    return frozenset(map(digits, filter(None, own)))


def _whole(campaign: Campaign, doubted: Collection[str]) -> Iterator[Finding]:
    """What concerns a campaign and no text of it alone."""
    if not lacks_messages(campaign, doubted):
        yield from uncovered(campaign)
    number = digits(campaign.hotline)
    if 0 < len(number) < 7 and number not in known():  # a short number is the whole country's
        yield Finding(
            place=campaign.call_to_action.place,
            rule="phone.unknown",
            severity="error",
            quote=campaign.hotline,
            what=f"số ngắn {campaign.hotline} không có trong danh sách số khẩn cấp của cả nước",
            why="đọc nhầm đường dây nóng là người đang nguy cấp gọi không ai nghe",
        )


def _finding(rule: Rule, hit: Hit) -> Finding:
    return Finding(
        place=hit.passage.place.after(hit.passage.text, hit.start),
        rule=rule.id,
        severity=rule.severity,
        quote=hit.passage.text[hit.start : hit.end],
        what=hit.what,
        why=rule.why,
        suggestion=hit.suggestion,
    )
