"""Speech and music on one timeline, with silences, fades and levels that were designed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from .loudness import level_of
from .pcm import Pcm
from .resample import to_rate

WORKING = -23.0  # LUFS of speech while mixing (EBU R 128), which leaves room for peaks
GUARD = 2 * 1152  # samples of digital silence at both ends: two MP3 frames, so pieces splice
DOWN, UP = 0.2, 0.7  # s: the bed steps back before the first word, returns after the last


@dataclass(frozen=True)
class Placed:
    """A sound on the timeline and the silence after it."""

    sound: Pcm
    kind: Literal["speech", "music"]
    pause: int  # ms
    gain: float = 0.0  # LU relative to the speech
    fade_in: int = 10  # ms
    fade_out: int = 10  # ms


@dataclass(frozen=True)
class Under:
    """A bed: music below the speech parts."""

    sound: Pcm
    gain: float  # LU relative to the speech, in the open
    ducked: float  # LU relative to the speech, under words
    lead: int  # ms of open bed before the first word
    tail: int  # ms after the last word


def arrange(parts: Sequence[Placed], bed: Under | None, rate: int) -> Pcm:
    """One piece at `rate` Hz, speech at -23 LUFS, digital silence at both ends."""
    levelled = _levelled([_at(part, rate) for part in parts])
    starts, at = [], 0
    first = next((i for i, part in enumerate(parts) if part.kind == "speech"), None)
    for index, (part, sound) in enumerate(zip(parts, levelled, strict=True)):
        if bed is not None and index == first:
            at += _samples(bed.lead, rate)
        starts.append(at)
        at += len(sound) + _samples(part.pause, rate)
    spoken = [
        (start, start + len(sound))
        for part, sound, start in zip(parts, levelled, starts, strict=True)
        if part.kind == "speech"
    ]
    if bed is not None and spoken:
        at = max(at, spoken[-1][1] + _samples(bed.tail, rate))
    piece = np.zeros(at + 2 * GUARD, dtype=np.float64)
    for sound, start in zip(levelled, starts, strict=True):
        piece[GUARD + start : GUARD + start + len(sound)] += sound
    if bed is not None and spoken:
        _lay_under(piece, bed, spoken[0][0], spoken[-1][1], rate)
    return Pcm(piece.astype(np.float32), rate)


def _at(part: Placed, rate: int) -> Placed:
    sound = to_rate(part.sound, rate)
    return Placed(sound, part.kind, part.pause, part.gain, part.fade_in, part.fade_out)


def _levelled(parts: list[Placed]) -> list[NDArray[np.float64]]:
    """Faded samples. All speech has one gain: no sentence is louder than it was said."""
    speech = [part.sound.samples for part in parts if part.kind == "speech"]
    gain = _gain(speech, parts[0].sound.rate, 0.0)
    faded = []
    for part in parts:
        own = (
            gain
            if part.kind == "speech"
            else _gain([part.sound.samples], part.sound.rate, part.gain)
        )
        faded.append(_faded(part) * own)
    return faded


def _gain(samples: list[NDArray[np.float32]], rate: int, offset: float) -> float:
    joined = np.concatenate(samples) if samples else np.zeros(0, dtype=np.float32)
    level = level_of(Pcm(joined, rate))
    return float(10 ** ((WORKING + offset - level) / 20)) if np.isfinite(level) else 1.0


def _faded(part: Placed) -> NDArray[np.float64]:
    """Straight fades for speech, equal-power (sine) ones for music."""
    samples = part.sound.samples.astype(np.float64)
    for length, at_end in ((part.fade_in, False), (part.fade_out, True)):
        count = min(_samples(length, part.sound.rate), len(samples))
        ramp = (np.arange(count) + 0.5) / max(count, 1)
        if part.kind == "music":
            ramp = np.sin(ramp * np.pi / 2)
        if at_end:
            samples[len(samples) - count :] *= ramp[::-1]
        else:
            samples[:count] *= ramp
    return samples


def _lay_under(piece: NDArray[np.float64], bed: Under, first: int, last: int, rate: int) -> None:
    """Add the bed by a gain curve drawn from the known timeline: nothing listens and follows."""
    start, end = first - _samples(bed.lead, rate), last + _samples(bed.tail, rate)
    music = to_rate(bed.sound, rate).samples
    if len(music) == 0:
        return
    looped = np.resize(music, end - start).astype(np.float64)
    base = _gain([music], rate, 0.0)
    open_, ducked = 10 ** (bed.gain / 20), 10 ** (bed.ducked / 20)
    lead, tail = first - start, last - start
    points = [
        0,
        min(lead, _samples(400, rate)),
        lead - round(DOWN * rate),
        lead,
        tail,
        tail + round(UP * rate),
        end - start,
    ]
    gains = [0.0, open_, open_, ducked, ducked, open_, 0.0]
    curve = np.interp(np.arange(end - start), np.maximum.accumulate(points), gains)
    piece[GUARD + start : GUARD + end] += looped * base * curve


def _samples(milliseconds: int, rate: int) -> int:
    return round(milliseconds * rate / 1000)
