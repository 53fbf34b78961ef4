"""One listener, one noise, one level: what each method scores there."""

from collections.abc import Iterator
from functools import cached_property

import numpy as np

from pipeline.audio.loudness import integrated
from pipeline.audio.pcm import Pcm
from pipeline.audio.resample import to_rate

from . import channel, metrics, noises, voices
from .metrics import RATE, Sound

NOISES = ("traffic", "babble", "rain")
SCALES = {"ESTOI": metrics.estoi, "STOI": metrics.stoi, "SIIB": metrics.siib}
WORKING = -23.0  # LUFS at which chains are fed


class Talk:
    """One voice; noise is set against it as it arrives untreated, and then stays."""

    def __init__(self, speech: Pcm, crowd: list[Sound]) -> None:
        self.raw = speech.gained(WORKING - integrated(speech))
        self._crowd = crowd

    @cached_property
    def clean(self) -> Sound:
        return to_rate(self.raw, RATE).samples.astype(np.float64)

    def sent(self, treated: Pcm) -> Sound:
        """What goes to the horn, with the power that the untreated voice has."""
        power = np.square(self.raw.samples).mean() / np.square(treated.samples).mean()
        return to_rate(treated, RATE).samples.astype(np.float64) * np.sqrt(power)

    def noise(self, kind: str, place: str) -> Sound:
        """At the level of the untreated voice there: 0 dB."""
        seconds = len(self.clean) / RATE
        sound = {
            "traffic": lambda: noises.traffic(seconds),
            "babble": lambda: noises.babble(seconds, self._crowd),
            "rain": lambda: noises.rain(seconds),
        }[kind]()[: len(self.clean)]
        away = channel.level(channel.heard(self.clean, place)) - channel.level(sound)
        return sound * 10 ** (away / 20)

    def scores(
        self,
        sent: Sound,
        place: str,
        noise: Sound,
        levels: tuple[float, ...],
        scales: tuple[str, ...] = tuple(SCALES),
    ) -> Iterator[dict[str, float]]:
        """The scales at each signal-to-noise level, dB."""
        arrived = channel.heard(sent, place)
        for snr in levels:
            received = arrived + noise * 10 ** (-snr / 20)
            yield {name: SCALES[name](self.clean, received) for name in scales}


def crowd() -> list[Sound]:
    return [to_rate(voice, RATE).samples.astype(np.float64) for voice in voices.crowd()]
