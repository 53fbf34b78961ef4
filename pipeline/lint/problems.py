"""What is wrong with the files themselves, beside what an editor would mark in their words."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

from ..model import FRAME, Campaign, Problem, Project, Subject
from .finding import Finding, Review

OF_WORDS = ("reading.", "message.")  # codes of what a sketch is not merely still without
LEFT_TO_DO = "message.empty"
WHY = "chưa sửa thì chưa phát được"


def of_words(problem: Problem) -> bool:
    """Whether it is a fault of what was written, rather than something not written yet."""
    return problem.code.startswith(OF_WORDS) and problem.code != LEFT_TO_DO


def beside(
    reviews: Iterable[Review], project: Project, problems: Collection[Problem]
) -> tuple[tuple[Review, ...], tuple[Problem, ...]]:
    """Reviews with the problems of their files among their findings, and what no review holds."""
    files = {file: subject for subject, file in _files(project)}
    told: list[Review] = []
    for review in reviews:
        own = [_finding(each) for each in problems if files.get(each.place.file) == review.subject]
        found = sorted((*review.findings, *own), key=lambda each: each.place)
        told.append(review.but(findings=tuple(found)))
    held = {review.subject for review in told}
    left = (each for each in problems if files.get(each.place.file) not in held)
    return tuple(told), tuple(sorted(left, key=lambda each: each.place))


def unsure(project: Project, campaign: Campaign | None, doubted: Collection[str]) -> bool:
    """Whether numbers that may be said are not known, for want of the file that has them."""
    own = f"campaigns/{campaign.id}/campaign.yaml" if campaign else ""
    lost = project.place.file in doubted and not (project.title or project.numbers)
    return lost or bool(campaign and not campaign.hotline and own in doubted)


def lacks_messages(campaign: Campaign, doubted: Collection[str]) -> bool:
    """Whether some of its messages could not be read, so that nobody knows what it tells of."""
    known = {each.id for each in (*campaign.messages, *campaign.unwritten)}
    paths = map(PurePosixPath, doubted)
    folder = PurePosixPath("campaigns", campaign.id)
    return any(it.parent == folder and it.suffix == ".md" and it.stem not in known for it in paths)


def _files(project: Project) -> Iterator[tuple[Subject, str]]:
    yield FRAME, project.place.file
    for campaign in project.campaigns:
        yield Subject(campaign=campaign.id), f"campaigns/{campaign.id}/campaign.yaml"
        for message in campaign.messages:
            yield Subject(campaign=campaign.id, message=message.id), message.place.file


def _finding(problem: Problem) -> Finding:
    return Finding(
        place=problem.place,
        rule=problem.code,
        severity="error",
        quote="",
        what=problem.what,
        why=WHY,
        fix=problem.fix,
    )
