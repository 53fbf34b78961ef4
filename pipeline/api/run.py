"""The whole way: read, plan, build, publish, under one lock."""

import logging
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from ..build import Crew, Event, Failed, Outcome, produce, settle
from ..engines.base import Surroundings
from ..errors import PublishError, SigningError, StoreError, UnknownName
from ..model import Project
from ..plan import Plan, Week
from ..project import load
from ..publish import DRAFTS, Release, Unfinished, publish, refresh
from ..signing import Signer
from ..store import DirectoryStore
from .covering import enclosed
from .folder import Folder
from .kit import Kit, Wish, kit
from .signing import Desk

Report = Callable[[Event], None]
log = logging.getLogger("truyenthanh")


@dataclass(frozen=True)
class Run:
    """What one run is asked to do."""

    folder: Folder
    week: Week
    stations: tuple[str, ...] = ()  # codes; empty: all
    output: Path | None = None
    offline: bool = False
    jobs: int | None = None  # worker processes; None: one per core
    executor: Executor | None = None
    wait: float = 0  # seconds to wait for another run
    voice: str | None = None  # this voice for every role
    draft: bool = False  # everything, approved or not, to listen to and not to publish


@dataclass(frozen=True)
class Result:
    """What came of it."""

    outcome: Outcome
    release: Release
    unsigned: str = ""  # why the project's key could not be used (Vietnamese)
    kit: Kit | None = None  # products for other channels
    kitless: str = ""  # why there are none (Vietnamese)


def bulletins(run: Run, report: Report = lambda event: None) -> Result:
    """Make a week's bundles. Running it again after any interruption finishes the same work.

    Raises ProjectError (the user's files), Busy, StoreError, PublishError.
    """
    with run.folder.lock(run.wait):
        store = run.folder.store
        store.sweep()
        project = _project(run)
        log.info("tuần %s: bắt đầu, %d đài", run.week, len(project.stations))
        signer, unsigned = (None, "") if run.draft else _signer(run.folder)
        with crew(project, run) as workers:
            outcome, release = _made(run, project, store, workers, _logged(report), signer)
        made, kitless = (None, "") if run.draft else _kit(run, project)
        if not run.draft:
            run.folder.remember(outcome.plan)
            _show(run, project)
        log.info("tuần %s: xong, %d bản tin lỗi", run.week, len(outcome.failed))
    return Result(outcome, release, unsigned, made, kitless)


def _made(
    run: Run,
    project: Project,
    store: DirectoryStore,
    workers: Crew,
    report: Report,
    signer: Signer | None,
) -> tuple[Outcome, Release]:
    """Build and publish. What publishing finds damaged in the store is built once more."""
    to = _to(run)

    def tried() -> tuple[Outcome, Release]:
        outcome = produce(project, run.week, store, workers, report, run.stations, run.draft)
        release = publish(
            outcome.plan,
            store,
            to,
            failed=outcome.failed,
            signer=signer,
            templates=run.folder.papers,
            ledger=run.folder.ledger(run.week, to),
            enclosed=enclosed(project, outcome.plan, to),
            report=report,
        )
        return outcome, release

    try:
        return tried()
    except Unfinished as lacking:
        log.warning("kho có phần hỏng, làm lại: %s", lacking)
    return tried()


def _signer(folder: Folder) -> tuple[Signer | None, str]:
    """Who signs, or why nobody does: a locked key must not keep a station silent."""
    try:
        return Desk(folder).secret(), ""
    except SigningError as error:
        log.warning("không ký được: %s", error)
        return None, str(error)


def _kit(run: Run, project: Project) -> tuple[Kit | None, str]:
    """Products for other channels; a mistake in a template must not keep a station silent."""
    try:
        return kit(run.folder, project, Wish(output=run.output)), ""
    except (PublishError, StoreError) as error:
        log.warning("không làm được bộ tài liệu: %s", error)
        return None, str(error)


def _show(run: Run, project: Project) -> None:
    """Bring the web site up to what is published."""
    to = _to(run)
    changed = refresh(to, project.site, ledger=run.folder.site_ledger(to))
    log.info("trang web: %d tệp mới hoặc đổi", changed)


def _to(run: Run) -> Path:
    output = run.output or run.folder.output
    return output / DRAFTS if run.draft else output


def preview(run: Run) -> Plan:
    """The plan a run would follow; nothing is built and nothing written."""
    project = _project(run)
    with crew(project, run) as workers:
        planned, _ = settle(
            project, run.week, run.folder.store, workers, run.stations, draft=run.draft
        )
    return planned


def crew(project: Project, run: Run) -> Crew:
    """Engines and executors for a project."""
    sources = _sources(project, run.folder.root)
    surroundings = Surroundings(
        offline=run.offline, source=sources.__getitem__, models=run.folder.models
    )
    return Crew(surroundings, sources, run.executor, run.jobs)


def _project(run: Run) -> Project:
    project = load(run.folder.root)
    if run.voice is None:
        return project
    if run.voice not in project.voices:
        known = ", ".join(project.voices)
        raise UnknownName(f"Không có giọng “{run.voice}”. Các giọng của dự án: {known}.")
    stations = tuple(station.but(voices={}) for station in project.stations)
    return project.but(roles=dict.fromkeys(project.roles, run.voice), stations=stations)


def _sources(project: Project, root: Path) -> dict[str, Path]:
    """People's sound files by content."""
    jingles = {each.sha256: root / each.file for each in project.jingles.values()}
    recordings = {
        message.recording_sha256: root / message.recording
        for campaign in project.campaigns
        for message in campaign.messages
        if message.recording and message.recording_sha256
    }
    return jingles | recordings


def _logged(report: Report) -> Report:
    def both(event: Event) -> None:
        if isinstance(event, Failed):
            log.error("không làm được “%s”", event.task.label, exc_info=event.error)
        report(event)

    return both
