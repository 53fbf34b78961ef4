"""Speech and music on one timeline, with silences, fades and levels that were designed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

import numpy as np

from .bed import Under, around, ramp
from .chains import Chain
from .loudness import level_of
from .pcm import Pcm, Samples
from .resample import to_rate

WORKING = -23.0  # LUFS of speech while mixing (EBU R 128), which leaves room for peaks
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


def unshaped(pcm: Pcm) -> Pcm:
    """The chain that does nothing."""
    return pcm


def arrange(parts: Sequence[Placed], bed: Under | None, rate: int, chain: Chain = unshaped) -> Pcm:
    """One piece at `rate` Hz, every voice at -23 LUFS, digital silence at both ends."""
    sounds = _balanced(parts, rate, chain)
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
        (music,) = _levelled([to_rate(bed.sound, rate)], chain, WORKING)
        first, last = starts[spoken[0]], ends[spoken[-1]]
        laid = around(music, bed, last - first)
        start = first - _samples(bed.lead, rate)
        within[start : start + len(laid)] += laid
    return Pcm(piece, rate)


def _balanced(parts: Sequence[Placed], rate: int, chain: Chain) -> list[Pcm]:
    """Each part's sound, shaped and at its level.

    All that a voice says has one gain, so no sentence is louder than it was said; another voice has
    its own, so none stands back. Each piece of music is set on its own.
    """
    groups: dict[object, list[int]] = {}
    for index, part in enumerate(parts):
        groups.setdefault(part.voice if part.kind == "speech" else index, []).append(index)
    ready: dict[int, Pcm] = {}
    for group in groups.values():
        offset = parts[group[0]].gain if parts[group[0]].kind == "music" else 0.0
        sounds = [to_rate(parts[index].sound, rate) for index in group]
        ready.update(zip(group, _levelled(sounds, chain, WORKING + offset), strict=True))
    return [ready[index] for index in range(len(parts))]


def _levelled(sounds: list[Pcm], chain: Chain, level: float) -> list[Pcm]:
    """Shaped at the working level, at which chains are tuned; then, taken as one, at `level`."""
    shaped = [chain(sound) for sound in _at(sounds, WORKING)]
    return _at(shaped, level)


def _at(sounds: list[Pcm], level: float) -> list[Pcm]:
    """The sounds, taken as one, at `level` LUFS. Silence stays silence."""
    joined = Pcm(np.concatenate([sound.samples for sound in sounds]), sounds[0].rate)
    gain = level - level_of(joined)
    return [sound.gained(gain) for sound in sounds] if np.isfinite(gain) else sounds


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
