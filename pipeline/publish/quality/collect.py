"""From what was measured to the record. Nothing is decoded; each piece is looked at once."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
import numpy as np

from ...audio import loudness
from ...audio.waveform import coarser
from ...model import LIMITS, USB, from_json
from ...plan import BulletinPlan, Element, Plan
from .. import manifest, names
from ..levels import Meters, syllable_rate
from ..manifest import BulletinEntry
from ..overview import StationLine
from ..papers import wording
from .record import (
    Aim,
    BulletinFigures,
    PieceFigures,
    Quality,
    StationFigures,
    merged,
    summary,
)

MANY = 40  # stations; in a release of more, a page of single bulletins would help nobody
NAMED = 12  # digits of a key
OUTLINE = 8  # points of a stored waveform in one of ours
SECOND = 10  # 100 ms energies
AIM = Aim(loudness=USB.loudness, tolerance=USB.tolerance, true_peak=USB.true_peak, limits=LIMITS)


def collect(
    plan: Plan,
    meters: Meters,
    home: Path,
    lines: Sequence[StationLine],
    touched: Collection[str],
    earlier: Quality | None,
) -> Quality:
    """The figures of the bundles that lie in `home`, a week's folder.

    `lines`: what came of each planned station; `touched`: codes of those whose bundle is not known
    to be as it was. Stations of the `earlier` record that the plan does not name stay in it. Raises
    Missing or Damaged when a measurement is not in the store.
    """
    kept = {each.station.code: each for each in earlier.stations} if earlier else {}
    stations = dict(kept)
    planned = {bulletin.id: bulletin for bulletin in plan.bulletins}
    detailed = len(kept.keys() | {each.station.code for each in lines}) <= MANY
    for line in lines:
        code = line.station.code
        if code not in kept or code in touched:
            stations[code] = _station(line, home, planned, detailed)
    told = [stations[code] for code in sorted(stations)]
    others = kept.keys() - {each.station.code for each in lines}
    return Quality(
        week=str(plan.week),
        title=plan.title,
        aim=AIM,
        summary=merged(each.summary for each in told),
        stations=tuple(each if detailed else each.but(bulletins=()) for each in told),
        pieces=dict(sorted(_pieces(plan, meters, told, earlier, detailed, bool(others)))),
    )


def covers(earlier: Quality, plan: Plan) -> bool:
    """Whether a record tells of every station of the plan."""
    told = {each.station.code for each in earlier.stations}
    return all(bundle.station.code in told for bundle in plan.bundles)


def read(path: Path) -> Quality | None:
    """An earlier record; None if there is none that this version can read."""
    try:
        return from_json(path.read_bytes(), Quality)
    except (OSError, msgspec.DecodeError):
        return None


def write(quality: Quality) -> bytes:
    """As JSON on one line: it is for programs, and a nation's is long."""
    return msgspec.json.encode(quality, order="deterministic") + b"\n"


def _station(
    line: StationLine, home: Path, planned: dict[str, BulletinPlan], detailed: bool
) -> StationFigures:
    """By the manifest in its bundle; a former bundle is not this release's."""
    entries: tuple[BulletinEntry, ...] = ()
    if line.folder and not line.former:
        entries = manifest.read((home / line.folder / names.MANIFEST).read_bytes()).bulletins
    return StationFigures(
        station=line.station,
        summary=summary(entries),
        voices=tuple(dict.fromkeys(wording.voices(each.voices) for each in entries)),
        not_used={name: why for each in entries for name, why in each.not_used.items()},
        failed=line.failed,
        bulletins=tuple(_bulletin(each, planned[each.id]) for each in entries if detailed),
    )


def _bulletin(entry: BulletinEntry, plan: BulletinPlan) -> BulletinFigures:
    parts = zip(plan.rundown, entry.elements, strict=True)
    return BulletinFigures(
        day=entry.id.rpartition("/")[2],
        file=entry.file,
        title=entry.title,
        seconds=entry.seconds,
        loudness=entry.loudness_lufs,
        true_peak=entry.true_peak_dbtp,
        silence=entry.longest_silence,
        syllables_per_second=entry.syllables_per_second,
        parts=tuple((each.start, element.meter[:NAMED]) for element, each in parts),
    )


def _pieces(
    plan: Plan,
    meters: Meters,
    told: Sequence[StationFigures],
    earlier: Quality | None,
    detailed: bool,
    others: bool,
) -> Iterator[tuple[str, PieceFigures]]:
    """Every piece that is heard; in a release of many, those that several stations share."""
    known = earlier.pieces if earlier else {}
    heard = {piece for line in told for each in line.bulletins for _, piece in each.parts}
    wanted = heard if detailed else _shared(plan, told) | (known.keys() if others else set())
    elements = {
        element.meter[:NAMED]: element for each in plan.bulletins for element in each.rundown
    }
    for name in wanted:
        if name in elements and name not in known:
            yield name, _piece(elements[name], meters)
        elif name in known:
            yield name, known[name]


def _shared(plan: Plan, told: Iterable[StationFigures]) -> set[str]:
    """Pieces that several stations broadcast, of bulletins that are published."""
    failed = {name for line in told for name in line.failed}
    stations: dict[str, str] = {}
    shared: set[str] = set()
    for bundle in plan.bundles:
        made = [each for each in bundle.bulletins if each.id not in failed]
        for key in {element.meter for each in made for element in each.rundown}:
            if stations.setdefault(key, bundle.station.code) != bundle.station.code:
                shared.add(key[:NAMED])
    return shared


def _piece(element: Element, meters: Meters) -> PieceFigures:
    piece = meters.piece(element.meter)
    measure = piece.measure
    rate = syllable_rate([(element, measure)])
    curve = np.maximum(loudness.curve(piece.energies, loudness.SHORT)[::SECOND], -99.0)
    return PieceFigures(
        kind=element.kind,
        title=element.title,
        seconds=round(measure.seconds, 3),
        loudness=_hundredths(measure.loudness),
        true_peak=_hundredths(measure.true_peak),
        silence=measure.silences.inner,
        syllables_per_second=_hundredths(rate),
        outline=bytes(coarser(measure.waveform, OUTLINE)),
        curve=tuple(np.round(curve, 1).tolist()),
    )


def _hundredths(figure: float | None) -> float | None:
    return None if figure is None else round(figure, 2)
