"""From a plan and finished work to a week's release: every station's bundle and an overview."""

import os
from collections import defaultdict
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from ..build.events import Bundled, Event
from ..errors import PublishError
from ..plan import BundlePlan, Key, Plan
from ..signing import Signer
from ..store import Damaged, Missing, Store
from . import names, overview, quality
from .bundle import Bindery, Bound
from .errors import Unfinished
from .ledger import Ledger
from .levels import Meters
from .manifest import write as as_json
from .overview import Overview, StationLine
from .papers import Press, guide, plain_overview
from .parcel import Packer
from .records import PublishedBundle, Release
from .seal import Seal
from .staging import Staging

Report = Callable[[Event], None]
THREADS = 4  # hashing, decoding and writing let go of the interpreter lock
BATCH = 32  # bundles that reach the disk together
NOTHING: Mapping[str, str] = MappingProxyType({})
NO_FILES: Mapping[str, bytes] = MappingProxyType({})


def publish(
    plan: Plan,
    store: Store,
    to: Path,
    *,
    failed: Mapping[str, str] = NOTHING,
    note: Mapping[str, str] = NOTHING,
    signer: Signer | None = None,
    templates: Path | None = None,
    ledger: Path | None = None,
    enclosed: Mapping[str, bytes] = NO_FILES,
    report: Report = lambda event: None,
) -> Release:
    """Arrange the plan's finished work below `to`, checked, each bundle at once.

    `failed`: bulletin id -> why it is left out. `note`: station code, or "" for every station ->
    a line for its week sheet. Both Vietnamese. A station without a single bulletin keeps the bundle
    it has. A bundle that would come out the same is not touched. Stations in the week's folder
    that the plan does not name stay. With `signer` every bundle and the release are signed.
    `templates`: a folder with papers of the office's own design. `ledger`: a file that remembers
    how bundles lay on disk, so that those nobody has touched since need not be read again.
    `enclosed`: further files for the week's own folder.

    Raises Unfinished (a PublishError) when the store lacks something: build again, then publish;
    PublishError when a bundle fails its check, or a draft would lie among what is published;
    StoreError when files cannot be written.
    """
    if plan.draft != (to.name == names.DRAFTS):
        raise PublishError(_misplaced(plan, to))
    staging, kept = Staging(to, str(plan.week)), Ledger(ledger)
    staging.open()
    try:
        packer = Packer(plan, store, note, signer, Press(templates))
        bindery = Bindery(plan, packer, staging, kept, note)
        bound = _bind_all(plan, store, bindery, {**plan.voiceless, **failed}, report)
        _oversee(plan, staging, [each.line for each in bound], signer)
        for name, content in enclosed.items():
            staging.put_paper(name, content)
        _appraise(plan, staging, packer.meters, bound)
        _guide(plan, staging, packer.press, bound)
    finally:
        staging.close()
        kept.close()
    return _release(plan, staging.home, bound)


def _bind_all(
    plan: Plan, store: Store, bindery: Bindery, failed: Mapping[str, str], report: Report
) -> list[Bound]:
    """Every station's bundle: those the ledger knows at once, the others several at a time.

    What the store lacks, all of it, is told when all others are done.
    """
    reasons: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for name, why in failed.items():
        reasons[name.partition("/")[0]][name] = why
    bound: dict[str, Bound] = {}
    for bundle in plan.bundles:
        known = bindery.known(bundle, reasons[bundle.station.code])
        if known is not None:
            bound[bundle.station.code] = known
    report(Bundled(done=len(bound), of=len(plan.bundles)))
    lacking: dict[str, list[Key]] = {}
    lost = _losses(store)

    def bind(bundle: BundlePlan) -> Bound | None:
        code = bundle.station.code
        try:
            return bindery.bind(bundle, reasons[code])
        except (Missing, Damaged):
            lacking[code] = lost(bundle)
            return None

    unknown = [each for each in plan.bundles if each.station.code not in bound]
    if unknown:
        bindery.load()
    pool = ThreadPoolExecutor(min(THREADS, os.cpu_count() or 1))
    try:
        waiting = pool.map(bind, unknown)
        while batch := list(islice(waiting, BATCH)):
            there = [each for each in batch if each is not None]
            bindery.settle(there)
            bound |= {each.line.station.code: each for each in there}
            report(Bundled(done=len(bound) + len(lacking), of=len(plan.bundles)))
    finally:
        pool.shutdown(cancel_futures=True)
    if lacking:
        raise Unfinished((code, key) for code in sorted(lacking) for key in lacking[code])
    return [bound[bundle.station.code] for bundle in plan.bundles]


def _losses(store: Store) -> Callable[[BundlePlan], list[Key]]:
    """Tells all that a bundle needs and the store cannot give: a bad disk harms more than one.

    A piece that many bundles share is asked for once.
    """

    @cache
    def is_lost(key: Key) -> bool:
        try:
            store.get(key)
        except (Missing, Damaged):
            return True
        return False

    def lost(bundle: BundlePlan) -> list[Key]:
        needed = {key for bulletin in bundle.bulletins for key in bulletin.results}
        return [key for key in sorted(needed) if is_lost(key)]

    return lost


def _oversee(plan: Plan, staging: Staging, bound: list[StationLine], signer: Signer | None) -> None:
    """Write RELEASE.JSON and TOM-TAT.TXT where they differ from what is there, and sign."""
    known = {bundle.station.code for bundle in plan.bundles}
    lines = [*bound, *overview.others(staging.home, known)]
    whole = Overview(
        week=str(plan.week),
        title=plan.title,
        stations=tuple(sorted(lines, key=lambda line: line.station.code)),
        unapproved=plan.unapproved,
        unwritten=plan.unwritten,
        draft=plan.draft,
        sample=any(each.sample for each in plan.approvals),
    )
    files = {
        names.OVERVIEW: plain_overview.write(whole, plan.week).encode("utf-8"),
        names.RELEASE: as_json(whole),
    }
    if signer is None:
        staging.drop_paper(names.RELEASE_SIGNATURE)
    else:
        seal = Seal(week=whole.week)
        files[names.RELEASE_SIGNATURE] = seal.over(files[names.RELEASE], signer)
        files[names.PUBLIC_KEY] = signer.public.write()
    for name, content in files.items():
        staging.put_paper(name, content)


def _appraise(plan: Plan, staging: Staging, meters: Meters, bound: list[Bound]) -> None:
    """Write CHAT-LUONG.JSON and CHAT-LUONG.HTML where they differ from what is there."""
    record, page = staging.home / names.QUALITY_RECORD, staging.home / names.QUALITY
    earlier = quality.read(record)
    touched = {each.line.station.code for each in bound if not each.known}
    if earlier and not touched and page.exists() and quality.covers(earlier, plan):
        return
    try:
        lines = [each.line for each in bound]
        found = quality.collect(plan, meters, staging.home, lines, touched, earlier)
    except (Missing, Damaged) as error:
        raise Unfinished([(names.QUALITY, error.key)]) from error
    staging.put_paper(names.QUALITY_RECORD, quality.write(found))
    staging.put_paper(names.QUALITY, quality.page(found, plan.week).encode("utf-8"))


def _misplaced(plan: Plan, to: Path) -> str:
    if plan.draft:
        return f"Bản thử chưa được duyệt nên không phát hành được vào {to}."
    return f"{to} là nơi để bản thử, không phát hành ở đó. Hãy chọn thư mục khác."


def _guide(plan: Plan, staging: Staging, press: Press, bound: list[Bound]) -> None:
    """Print HUONG-DAN.PDF, the same for all, unless everything is known to lie there untouched."""
    if not (all(each.known for each in bound) and (staging.home / names.GUIDE).exists()):
        staging.put_paper(names.GUIDE, guide.write(plan.title, press.typesetter))


def _release(plan: Plan, home: Path, bound: list[Bound]) -> Release:
    return Release(
        week=plan.week,
        folder=home,
        bundles=tuple(_published(each, home) for each in bound if not each.silent),
        failed={name: why for each in bound for name, why in each.line.failed.items()},
        silent=tuple(each.line.station.code for each in bound if each.silent),
    )


def _published(bound: Bound, home: Path) -> PublishedBundle:
    """What to tell about a bundle."""
    line = bound.line
    return PublishedBundle(
        code=line.station.code,
        name=line.station.name,
        folder=home / (line.folder or ""),
        zip=home / (line.zip or ""),
        bulletins=line.bulletins,
        failed=line.failed,
        changed=bound.folder is not None,
    )
