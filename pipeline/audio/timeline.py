"""Speech and music on one timeline, with silences, fades and levels that were designed."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

import numpy as np

from .balance import balanced, unshaped
from .bed import Under, around, ramp
from .chains import Chain
from .pcm import Pcm, Samples
from .resample import to_rate

GUARD = 2 * 1152  # samples of digital silence at both ends: two MP3 frames, so pieces splice


@dataclass(frozen=True)
class Placed:
    """A sound on the timeline and the silence after it."""

    sound: Pcm
    kind: Literal["speech", "music"]
    pause: int  # ms; below 0, the next sound begins before this one ends
    voice: str = ""  # whose speech it is
    gain: float = 0.0  # LU relative to the speech
    fade_in: int = 10  # ms
    fade_out: int = 10  # ms


def arrange(
    parts: Sequence[Placed],
    bed: Under | None,
    rate: int,
    chain: Chain = unshaped,
    headroom: float = math.inf,
) -> Pcm:
    """One piece at `rate` Hz, every voice at -23 LUFS, digital silence at both ends.

    `headroom` is how far peaks may stand above the words, dB.
    """
    sounds = _ready(parts, rate, chain, headroom)
    starts, end = _starts(parts, sounds, bed, rate)
    ends = _ends(starts, sounds)
    spoken = [index for index, part in enumerate(parts) if part.kind == "speech"]
    if bed is not None and spoken:
        end = max(end, ends[spoken[-1]] + _samples(bed.tail, rate))
    piece = np.zeros(end + 2 * GUARD, dtype=np.float32)
    within = piece[GUARD : GUARD + end]
    for part, sound, start, stop in zip(parts, sounds, starts, ends, strict=True):
        within[start:stop] += _faded(part, sound)
    if bed is not None and spoken and len(bed.sound.samples):
        (music,) = balanced([to_rate(bed.sound, rate)], 0.0, chain, headroom)
        first, last = starts[spoken[0]], ends[spoken[-1]]
        laid = around(music, bed, last - first)
        start = first - _samples(bed.lead, rate)
        within[start : start + len(laid)] += laid
    return Pcm(piece, rate)


def _ready(parts: Sequence[Placed], rate: int, chain: Chain, headroom: float) -> list[Pcm]:
    """Each part's sound at its level.

    All that a voice says has one gain, so no sentence is louder than it was said; another voice has
    its own, so none stands back. Each piece of music is set on its own.
    """
    groups: dict[object, list[int]] = {}
    for index, part in enumerate(parts):
        groups.setdefault(part.voice if part.kind == "speech" else index, []).append(index)
    ready: dict[int, Pcm] = {}
    for group in groups.values():
        first = parts[group[0]]
        offset = first.gain if first.kind == "music" else 0.0
        sounds = [to_rate(parts[index].sound, rate) for index in group]
        ready.update(zip(group, balanced(sounds, offset, chain, headroom), strict=True))
    return [ready[index] for index in range(len(parts))]


def _starts(
    parts: Sequence[Placed], sounds: list[Pcm], bed: Under | None, rate: int
) -> tuple[list[int], int]:
    """Where each part begins and the last pause ends, in samples after the guard."""
    steps = [
        len(sound.samples) + _samples(part.pause, rate)
        for part, sound in zip(parts, sounds, strict=True)
    ]
    *starts, end = accumulate(steps, initial=0)
    first = next((index for index, part in enumerate(parts) if part.kind == "speech"), None)
    if bed is not None and first is not None:
        lead = _samples(bed.lead, rate)
        starts[first:] = [start + lead for start in starts[first:]]
        end += lead
    return starts, max([end, *_ends(starts, sounds)])


def _ends(starts: Iterable[int], sounds: Iterable[Pcm]) -> list[int]:
    return [start + len(sound.samples) for start, sound in zip(starts, sounds, strict=True)]


def _faded(part: Placed, sound: Pcm) -> Samples:
    """Straight fades for speech, equal-power (sine) ones for music."""
    samples = sound.samples.copy()
    for length, at_end in ((part.fade_in, False), (part.fade_out, True)):
        count = min(_samples(length, sound.rate), len(samples))
        if part.kind == "music":
            rise = ramp(count, 0, 1)
        else:
            rise = (np.arange(count, dtype=np.float32) + np.float32(0.5)) / np.float32(
                max(count, 1)
            )
        if at_end:
            samples[len(samples) - count :] *= rise[::-1]
        else:
            samples[:count] *= rise
    return samples


def _samples(milliseconds: int, rate: int) -> int:
    return round(milliseconds * rate / 1000)
