"""Proofs of what is to be approved, as a printed page and for the screen."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from ..lint import lint
from ..model import FRAME, Project, Subject
from ..plan import Plan, proofs
from ..publish.papers import Typesetter, proofsheets
from ..publish.papers.proofsheets import ProofSheet
from ..publish.papers.told import Told
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


def as_page(project: Project, sheets: Collection[ProofSheet]) -> bytes:
    """The proofs as one HTML page."""
    return proofsheets.page(_told(project, sheets))


def as_pdf(folder: Folder, project: Project, sheets: Collection[ProofSheet]) -> bytes:
    """The proofs as PDF. Raises PublishError for a template with a mistake."""
    return proofsheets.pdf(Typesetter(folder.papers), _told(project, sheets))


def print_proofs(
    folder: Folder, project: Project, sheets: Collection[ProofSheet], to: Path
) -> tuple[Path, Path]:
    """Write the PDF and the page into a folder; where they are. Raises StoreError, PublishError."""
    atomic.write(to / PDF, as_pdf(folder, project, sheets))
    atomic.write(to / PAGE, as_page(project, sheets))
    return to / PDF, to / PAGE


def heard_in(plan: Plan) -> set[Subject]:
    """Everything that a week's listeners hear: the frame, calls to action, messages."""
    heard = {FRAME}
    for bulletin in plan.bulletins:
        spoken = [each for each in bulletin.rundown if each.message]
        heard |= {Subject(campaign=each.campaign, message=each.message) for each in spoken}
        heard.add(Subject(campaign=spoken[0].campaign))  # the lead's call is the one that is made
    return heard


def _told(project: Project, sheets: Collection[ProofSheet]) -> Told:
    return proofsheets.told(project.title, len(project.stations), sheets)
