"""From a plan and finished work to a week's release: every station's bundle and an overview."""

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import MappingProxyType

from ..plan import BundlePlan, Plan
from ..store import Damaged, Missing, Store
from . import names, overview
from .bundle import Bindery
from .errors import Unfinished
from .manifest import write as as_json
from .overview import Overview, StationLine
from .papers import plain_overview
from .parcel import Packer, Parcel
from .records import PublishedBundle, Release
from .staging import Staging

THREADS = 4  # hashing, decoding and writing let go of the interpreter lock
NOTHING: Mapping[str, str] = MappingProxyType({})


def publish(
    plan: Plan,
    store: Store,
    to: Path,
    *,
    failed: Mapping[str, str] = NOTHING,
    note: Mapping[str, str] = NOTHING,
) -> Release:
    """Arrange the plan's finished work below `to`, checked, each bundle at once.

    `failed`: bulletin id -> why it is left out. `note`: station code, or "" for every station ->
    a line for its week sheet. Both Vietnamese. A station without a single bulletin keeps the bundle
    it has. A bundle that would come out the same is not touched. Stations in the week's folder
    that the plan does not name stay.

    Raises Unfinished (a PublishError) when the store lacks something: build again, then publish;
    PublishError when a bundle fails its check; StoreError when files cannot be written.
    """
    staging = Staging(to, str(plan.week))
    staging.open()
    try:
        bindery = Bindery(plan, store, Packer(plan, store, note), staging)
        bound = _bind_all(plan, bindery, {**plan.voiceless, **failed})
        _oversee(plan, staging, [parcel for parcel, _ in bound])
    finally:
        staging.close()
    return _release(plan, staging.home, bindery, bound)


def _bind_all(plan: Plan, bindery: Bindery, failed: Mapping[str, str]) -> list[tuple[Parcel, bool]]:
    """Every station, several at once. What the store lacks is told when all others are done."""
    lacking: list[tuple[str, str]] = []
    by_station: dict[str, dict[str, str]] = {}
    for name, why in failed.items():
        by_station.setdefault(name.partition("/")[0], {})[name] = why

    def bind(bundle: BundlePlan) -> tuple[Parcel, bool] | None:
        code = bundle.station.code
        try:
            return bindery.bind(bundle, by_station.get(code, {}))
        except (Missing, Damaged) as error:
            lacking.append((code, error.key))
            return None

    pool = ThreadPoolExecutor(min(THREADS, os.cpu_count() or 1))
    try:
        bound = list(pool.map(bind, plan.bundles))
    finally:
        pool.shutdown(cancel_futures=True)
    if lacking:
        raise Unfinished(sorted(lacking))
    return [each for each in bound if each is not None]


def _oversee(plan: Plan, staging: Staging, parcels: list[Parcel]) -> None:
    """Write RELEASE.JSON and TOM-TAT.TXT where they differ from what is there."""
    known = {bundle.station.code for bundle in plan.bundles}
    lines = [*_lines(staging.home, parcels), *overview.others(staging.home, known)]
    whole = Overview(
        week=str(plan.week),
        title=plan.title,
        stations=tuple(sorted(lines, key=lambda line: line.station.code)),
    )
    files = {
        names.OVERVIEW: plain_overview.write(whole, plan.week).encode("utf-8"),
        names.RELEASE: as_json(whole),
    }
    for name, content in files.items():
        staging.put_paper(name, content)


def _lines(home: Path, parcels: list[Parcel]) -> Iterator[StationLine]:
    for parcel in parcels:
        if parcel.sounds:
            yield overview.line(parcel.manifest, parcel.papers[names.SUMS])
        else:
            yield overview.silent_line(parcel.manifest, home)


def _release(plan: Plan, home: Path, bindery: Bindery, bound: list[tuple[Parcel, bool]]) -> Release:
    bundles: list[PublishedBundle] = []
    silent: list[str] = []
    failed: dict[str, str] = {}
    for parcel, changed in bound:
        failed |= parcel.manifest.failed
        if parcel.sounds:
            bundles.append(bindery.published(parcel, changed))
        else:
            silent.append(parcel.manifest.station.code)
    return Release(
        week=plan.week, folder=home, bundles=tuple(bundles), failed=failed, silent=tuple(silent)
    )
