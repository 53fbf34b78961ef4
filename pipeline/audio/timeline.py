"""Speech and music on one timeline, with silences, fades and levels that were designed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from .loudness import level_of
from .pcm import Pcm, Samples
from .resample import to_rate

WORKING = -23.0  # LUFS of speech while mixing (EBU R 128), which leaves room for peaks
GUARD = 2 * 1152  # samples of digital silence at both ends: two MP3 frames, so pieces splice
DOWN, UP = 0.2, 0.7  # s: the bed steps back before the first word, returns after the last
SWELL = 400  # ms in which the bed comes in
SEAM = 20  # ms in which a looped bed crosses into its beginning


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
    ready = [replace(part, sound=to_rate(part.sound, rate)) for part in parts]
    starts, end = _starts(ready, bed, rate)
    spoken = [
        (start, start + len(part.sound.samples))
        for part, start in zip(ready, starts, strict=True)
        if part.kind == "speech"
    ]
    if bed is not None and spoken:
        end = max(end, spoken[-1][1] + _samples(bed.tail, rate))
    piece = np.zeros(end + 2 * GUARD, dtype=np.float32)
    speech_gain = _gain([part.sound for part in ready if part.kind == "speech"], 0.0)
    for part, start in zip(ready, starts, strict=True):
        # all speech has one gain: no sentence is louder than it was said
        gain = speech_gain if part.kind == "speech" else _gain([part.sound], part.gain)
        piece[GUARD + start : GUARD + start + len(part.sound.samples)] += _faded(part) * gain
    if bed is not None and spoken:
        _lay_under(piece, bed, spoken[0][0], spoken[-1][1], rate)
    return Pcm(piece, rate)


def _starts(parts: list[Placed], bed: Under | None, rate: int) -> tuple[list[int], int]:
    """Where each part begins and the last pause ends, in samples after the guard."""
    starts, at = [], 0
    first = next((i for i, part in enumerate(parts) if part.kind == "speech"), None)
    for index, part in enumerate(parts):
        if bed is not None and index == first:
            at += _samples(bed.lead, rate)
        starts.append(at)
        at += len(part.sound.samples) + _samples(part.pause, rate)
    return starts, at


def _gain(sounds: list[Pcm], offset: float) -> np.float32:
    """The factor that brings these sounds, taken as one, to `offset` LU from the speech."""
    if not sounds:
        return np.float32(1)
    joined = Pcm(np.concatenate([sound.samples for sound in sounds]), sounds[0].rate)
    level = level_of(joined)
    return np.float32(10 ** ((WORKING + offset - level) / 20) if np.isfinite(level) else 1)


def _faded(part: Placed) -> Samples:
    """Straight fades for speech, equal-power (sine) ones for music."""
    samples = part.sound.samples.copy()
    for length, at_end in ((part.fade_in, False), (part.fade_out, True)):
        count = min(_samples(length, part.sound.rate), len(samples))
        ramp = (np.arange(count, dtype=np.float32) + np.float32(0.5)) / np.float32(max(count, 1))
        if part.kind == "music":
            ramp = np.sin(ramp * np.float32(np.pi / 2))
        if at_end:
            samples[len(samples) - count :] *= ramp[::-1]
        else:
            samples[:count] *= ramp
    return samples


def _lay_under(piece: Samples, bed: Under, first: int, last: int, rate: int) -> None:
    """Add the bed by a gain curve drawn from the known timeline: nothing listens and follows."""
    lead, tail = _samples(bed.lead, rate), _samples(bed.tail, rate)
    music = to_rate(bed.sound, rate)
    if len(music.samples) == 0:
        return
    down, up = min(round(DOWN * rate), lead // 2), min(round(UP * rate), tail // 2)
    words, length = last - first, lead + last - first + tail
    swell = min(_samples(SWELL, rate), lead - down)
    open_, ducked = 10 ** (bed.gain / 20), 10 ** (bed.ducked / 20)
    points = [0, swell, lead - down, lead, lead + words, lead + words + up, length]
    gains = [0.0, open_, open_, ducked, ducked, open_, 0.0]
    curve = np.interp(np.arange(length), points, gains).astype(np.float32)
    curve *= _looped(music, length) * _gain([music], 0.0)
    piece[GUARD + first - lead : GUARD + last + tail] += curve


def _looped(music: Pcm, length: int) -> Samples:
    """The music again and again up to `length`, its end crossing into its beginning."""
    samples = music.samples
    if len(samples) >= length:
        return samples[:length]
    lap = min(_samples(SEAM, music.rate), len(samples) // 4)
    ramp = np.sin(
        (np.arange(lap, dtype=np.float32) + np.float32(0.5)) * np.float32(np.pi / 2 / max(lap, 1))
    )
    seam = samples[len(samples) - lap :] * ramp[::-1] + samples[:lap] * ramp
    again = np.concatenate([samples[lap : len(samples) - lap], seam])
    return np.concatenate([samples[:lap], np.resize(again, length - lap)])


def _samples(milliseconds: int, rate: int) -> int:
    return round(milliseconds * rate / 1000)
