"""Proofs of what is to be approved, as a printed page and for the screen."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from ..lint import lint
from ..model import FRAME, Project, Subject
from ..plan import Plan, proofs
from ..publish.papers import Typesetter, proofsheets
from ..publish.papers.proofsheets import ProofSheet
from ..store import atomic
from .approving import standings
from .folder import Folder

PDF, PAGE = "IN-THU.PDF", "IN-THU.HTML"


def sheets(
    project: Project, today: date, subjects: Collection[Subject] | None = None
) -> tuple[ProofSheet, ...]:
    """One for each subject, or for everything, in the project's order."""
    reviews = {each.subject: each for each in lint(project, today, subjects)}
    standing = {each.subject: each for each in standings(project)}
    return tuple(
        ProofSheet(
            proof=proof,
            review=reviews.get(proof.subject),
            last=standing[proof.subject].last,
            why=standing[proof.subject].why,
        )
        for proof in proofs(project, subjects)
    )


def print_proofs(
    folder: Folder, project: Project, sheets: Collection[ProofSheet], to: Path
) -> tuple[Path, Path]:
    """Write the PDF and the page into a folder; where they are. Raises StoreError, PublishError."""
    told = proofsheets.told(project.title, len(project.stations), sheets)
    pdf = proofsheets.pdf(Typesetter(folder.papers), told)
    atomic.write(to / PDF, pdf, mode=atomic.SHARED)
    atomic.write(to / PAGE, proofsheets.page(told), mode=atomic.SHARED)
    return to / PDF, to / PAGE


def heard_in(plan: Plan) -> set[Subject]:
    """Everything that a week's listeners hear: the frame, calls to action, messages."""
    heard = {FRAME}
    for bulletin in plan.bulletins:
        spoken = [each for each in bulletin.rundown if each.message]
        heard |= {Subject(campaign=each.campaign, message=each.message) for each in spoken}
        heard.add(Subject(campaign=spoken[0].campaign))  # the lead's call is the one that is made
    return heard
