"""Real durations and levels of bulletins, added up from what each piece measured once."""

from dataclasses import dataclass
from itertools import pairwise

import msgspec
import numpy as np
from numpy.typing import NDArray

from ..audio.loudness import integrated_from
from ..model import Record
from ..plan import BulletinPlan, Key
from ..stages.meter import PieceMeasure
from ..store import Store


class Levels(Record):
    """What the decoded sound of one bulletin measures."""

    seconds: float
    loudness: float | None  # LUFS integrated (ITU-R BS.1770-5); None for silence
    true_peak: float | None  # dBTP; None for silence
    spans: tuple[tuple[float, float], ...]  # seconds at which each element begins and ends


@dataclass(frozen=True, eq=False)
class Piece:
    """What is needed of one measured piece."""

    seconds: float
    true_peak: float | None
    energies: NDArray[np.float64]  # K-weighted mean square of each 100 ms


class Meters:
    """Reads measurements from the store, each once however many bulletins share the piece."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._pieces: dict[Key, Piece] = {}

    def levels(self, bulletin: BulletinPlan) -> Levels:
        """Raises Missing or Damaged when a measurement is not in the store."""
        pieces = [self._piece(element.meter) for element in bulletin.rundown]
        ends = np.cumsum([0.0, *(piece.seconds for piece in pieces)]).tolist()
        peaks = [piece.true_peak for piece in pieces if piece.true_peak is not None]
        loudness = float(integrated_from(np.concatenate([piece.energies for piece in pieces])))
        return Levels(
            seconds=ends[-1],
            loudness=loudness if np.isfinite(loudness) else None,
            true_peak=max(peaks, default=None),
            spans=tuple(pairwise(ends)),
        )

    def _piece(self, key: Key) -> Piece:
        if key not in self._pieces:
            measure = msgspec.json.decode(self._store.get(key), type=PieceMeasure)
            self._pieces[key] = Piece(
                seconds=measure.samples / measure.rate,
                true_peak=measure.true_peak,
                energies=np.array(measure.energies),
            )
        return self._pieces[key]
