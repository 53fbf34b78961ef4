"""What bulletins measure, added up from what each piece measured once. Nothing is decoded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np

from ..audio import loudness
from ..audio.bands import Bands, shares
from ..audio.loudness import Energies
from ..audio.waveform import POINTS, gaps
from ..model import Record, Segment, from_json
from ..plan import BulletinPlan, Element, Key
from ..stages.meter import ENERGY, PieceMeasure
from ..store import Store
from .heard import Span, heard, shortest
from .outline import outline
from .transcript import SYLLABLE

SPOKEN = ("item", "call_to_action")  # nothing but speech: no music stretches their time


class Levels(Record):
    """What the decoded sound of one bulletin measures."""

    seconds: float
    loudness: float | None  # LUFS integrated (ITU-R BS.1770-5); None for silence
    true_peak: float | None  # dBTP; None for silence
    momentary: float | None  # LUFS, highest of 400 ms
    short_term: float | None  # LUFS, highest of 3 s; None when shorter
    loudness_range: float  # LU (EBU Tech 3342)
    silence: float  # s, the longest between two sounds
    silent: float  # 0…1, share of the time
    bands: Bands  # 0…1, shares of the energy below 300 Hz, 300-4000 Hz, above
    clipped: int  # the longest run of samples at full scale; 0 below three
    offset: float  # mean of all samples, full scale ±1
    syllables_per_second: float | None  # of a voice, its pauses left out; None: no voice speaks
    spans: tuple[Span, ...]  # seconds at which each element begins and ends
    words: tuple[tuple[Span, ...], ...]  # in each element, when each segment sounds; (): not known
    outline: str  # see `outline.outline`


@dataclass(frozen=True, eq=False)
class Piece:
    """One measured piece."""

    measure: PieceMeasure

    @cached_property
    def energies(self) -> Energies:
        """K-weighted mean square of each 100 ms."""
        return np.frombuffer(self.measure.energies, ENERGY).astype(np.float64)


class Meters:
    """Reads measurements from the store, each once however many bulletins share the piece."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._pieces: dict[Key, Piece] = {}
        self._spoken: dict[tuple[Key, tuple[Segment, ...]], tuple[Span, ...]] = {}

    def levels(self, bulletin: BulletinPlan) -> Levels:
        """Raises Missing or Damaged when a measurement is not in the store."""
        pieces = [self.piece(element.meter) for element in bulletin.rundown]
        measures = [piece.measure for piece in pieces]
        energies = np.concatenate([piece.energies for piece in pieces])
        ends = np.cumsum([0.0, *(each.seconds for each in measures)]).tolist()
        weights = [each.samples for each in measures]
        peaks = [each.true_peak for each in measures if each.true_peak is not None]
        low, middle, high = _mean([each.bands for each in measures], weights)
        return Levels(
            seconds=ends[-1],
            loudness=_known(loudness.integrated_from(energies)),
            true_peak=max(peaks, default=None),
            momentary=_highest(energies, loudness.MOMENTARY),
            short_term=_highest(energies, loudness.SHORT),
            loudness_range=loudness.spread(energies),
            silence=longest_silence(measures),
            silent=sum(each.silences.total for each in measures) / ends[-1],
            bands=shares((low, middle, high)),
            clipped=max(each.clipped for each in measures),
            offset=_mean([[each.offset] for each in measures], weights)[0],
            syllables_per_second=syllable_rate(zip(bulletin.rundown, measures, strict=True)),
            spans=tuple(pairwise(ends)),
            words=tuple(map(self._words, bulletin.rundown)),
            outline=outline(energies),
        )

    def piece(self, key: Key) -> Piece:
        """Raises Missing or Damaged when it is not in the store."""
        if key not in self._pieces:
            self._pieces[key] = Piece(from_json(self._store.get(key), PieceMeasure))
        return self._pieces[key]

    def _words(self, element: Element) -> tuple[Span, ...]:
        """When each of its segments sounds, found once for a piece."""
        place = element.meter, element.script
        if place not in self._spoken:
            self._spoken[place] = words(element, self.piece(element.meter).measure)
        return self._spoken[place]


def words(element: Element, measure: PieceMeasure) -> tuple[Span, ...]:
    """From when to when each segment sounds, seconds into the piece, by its silences.

    Nothing where it cannot be told: under a bed of music there are none.
    """
    begin, end = element.before, measure.seconds - element.after
    if not element.script or begin >= end:
        return ()
    drawn = measure.waveform[round(begin * POINTS) : round(end * POINTS)]
    silences = gaps(drawn, shortest(element.script))
    found = heard(element.script, silences, len(drawn) / POINTS, 1 / SYLLABLE)
    return tuple((begin + start, begin + stop) for start, stop in found or ())


def longest_silence(measures: Sequence[PieceMeasure]) -> float:
    """Seconds of the longest silence between two sounds, across the joints of pieces too."""
    longest = waiting = 0.0
    begun = False
    for silences, seconds in ((each.silences, each.seconds) for each in measures):
        waiting += silences.lead
        if silences.lead >= seconds:
            continue
        longest = max(longest, silences.inner, waiting if begun else 0.0)
        waiting, begun = silences.tail, True
    return longest


def syllable_rate(heard: Iterable[tuple[Element, PieceMeasure]]) -> float | None:
    """Syllables a second of what a voice speaks, silences left out; None where none speaks.

    Words that a person recorded are not counted: how they were said is not known.
    """
    syllables, seconds = 0, 0.0
    for element, measure in heard:
        if element.kind in SPOKEN and not element.recorded:
            syllables += sum(segment.syllables for segment in element.script)
            seconds += measure.seconds - measure.silences.total
    return syllables / seconds if syllables and seconds > 0 else None


def _highest(energies: Energies, window: float) -> float | None:
    return _known(float(loudness.curve(energies, window).max(initial=-np.inf)))


def _known(level: float) -> float | None:
    return level if np.isfinite(level) else None


def _mean(rows: Sequence[Sequence[float]], weights: Sequence[int]) -> list[float]:
    mean: list[float] = np.average(np.array(rows), axis=0, weights=weights).tolist()
    return mean
