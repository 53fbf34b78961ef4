"""Voices and music against each other: each shaped, limited and set to its level on its own."""

import math
from collections.abc import Sequence

import numpy as np

from .chains import Chain
from .level import at_level
from .limiter import Limiter
from .loudness import level_of
from .pcm import Pcm

WORKING = -23.0  # LUFS of speech while mixing (EBU R 128), which leaves room for peaks


def unshaped(pcm: Pcm) -> Pcm:
    """The chain that does nothing."""
    return pcm


def balanced(
    sounds: Sequence[Pcm], offset: float, chain: Chain = unshaped, headroom: float = math.inf
) -> list[Pcm]:
    """The sounds, taken as one, `offset` LU from the working level; silence stays silence.

    `headroom` is how far peaks may stand above the working level, dB. What the limiter takes from
    a voice with high peaks is given back here: later, over the whole piece, it would be missing
    against what has none. All sounds must have one rate.
    """
    shaped = [chain(sound) for sound in _at_working_level(sounds)]
    joined = _joined(shaped)
    level = level_of(joined)
    if math.isinf(level):
        return shaped
    gain = WORKING + offset - level
    ready = at_level(Limiter(joined), WORKING + offset, WORKING + headroom, gain).sound
    ends = np.cumsum([len(sound.samples) for sound in shaped])
    return [Pcm(part, joined.rate) for part in np.split(ready.samples, ends[:-1])]


def _at_working_level(sounds: Sequence[Pcm]) -> list[Pcm]:
    """The level at which chains are tuned."""
    gain = WORKING - level_of(_joined(sounds))
    return [sound.gained(gain) for sound in sounds] if math.isfinite(gain) else list(sounds)


def _joined(sounds: Sequence[Pcm]) -> Pcm:
    return Pcm(np.concatenate([sound.samples for sound in sounds]), sounds[0].rate)
