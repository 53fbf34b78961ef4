"""Music around words, by a gain curve drawn from the timeline: nothing listens and follows."""

from dataclasses import dataclass

import numpy as np

from .pcm import Pcm, Samples

DOWN, UP = 0.2, 0.7  # s: the bed steps back before the first word, returns after the last
SEAM = 0.02  # s in which a looped bed crosses into its beginning


@dataclass(frozen=True)
class Under:
    """A bed: music before and after the speech parts, and below them unless `ducked` is None."""

    sound: Pcm
    gain: float  # LU relative to the speech, in the open
    ducked: float | None  # LU relative to the speech, under words; None: silent
    lead: int  # ms of open bed before the first word
    tail: int  # ms after the last word
    swell: int = 400  # ms in which it comes in


def around(music: Pcm, bed: Under, words: int) -> Samples:
    """Lead, `words` samples and tail of the bed; `music` is at the speech's level and rate."""
    lead, tail, swell = (
        round(each * music.rate / 1000) for each in (bed.lead, bed.tail, bed.swell)
    )
    down, up = min(round(DOWN * music.rate), lead // 2), min(round(UP * music.rate), tail // 2)
    swell = min(swell, lead - down)
    open_ = 10 ** (bed.gain / 20)
    ducked = 0.0 if bed.ducked is None else 10 ** (bed.ducked / 20)
    stretches = [
        (swell, 0.0, open_),
        (lead - down - swell, open_, open_),
        (down, open_, ducked),
        (words, ducked, ducked),
        (up, ducked, open_),
        (tail - up, open_, 0.0),
    ]
    curve: Samples = np.concatenate([ramp(*stretch) for stretch in stretches])
    curve *= looped(music, len(curve))
    return curve


def ramp(length: int, before: float, after: float) -> Samples:
    """From one gain to another: of equal power from or to nothing, else without a corner."""
    turn = (np.arange(length, dtype=np.float32) + np.float32(0.5)) * np.float32(
        np.pi / 2 / max(length, 1)
    )
    if before == 0:
        gains: Samples = np.sin(turn) * np.float32(after)
    elif after == 0:
        gains = np.cos(turn) * np.float32(before)
    else:
        gains = np.sin(turn) ** 2 * np.float32(after - before) + np.float32(before)
    return gains


def looped(music: Pcm, length: int) -> Samples:
    """The music again and again up to `length`, its end crossing into its beginning."""
    samples = music.samples
    if len(samples) >= length:
        return samples[:length]
    lap = min(round(SEAM * music.rate), len(samples) // 4)
    seam = samples[len(samples) - lap :] * ramp(lap, 1, 0) + samples[:lap] * ramp(lap, 0, 1)
    again = np.concatenate([samples[lap : len(samples) - lap], seam])
    return np.concatenate([samples[:lap], np.resize(again, length - lap)])
