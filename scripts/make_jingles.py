"""Makes the project's own music: plucked strings and soft bells on a Vietnamese pentatonic scale.

    python scripts/make_jingles.py [FOLDER]

Writes nhac-hieu.wav (signature), nhac-cat.wav (sting) and nhac-nen.wav (bed). The same bytes every
time. Energy lies between 300 and 4,000 Hz, where a horn loudspeaker is at its best, and every note
begins softly: it plays at 5:30 in the morning.
"""

import sys
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray
from scipy.signal import fftconvolve

RATE = 44_100  # Hz
PEAK = 10 ** (-3 / 20)
# The "bắc" scale, hò xự xang xê cống, on D: bright and festive
SCALE = {"D": 293.66, "E": 329.63, "G": 392.00, "A": 440.00, "B": 493.88}
Sound = NDArray[np.float64]
Note = tuple[float, str, float]  # start in s, name with octave ("A5"), strength 0…1

SIGNATURE: list[Note] = [
    (0.00, "D4", 0.40),  # a rolled chord opens
    (0.07, "A4", 0.42),
    (0.14, "D5", 0.55),
    (0.59, "E5", 0.55),  # the call rises
    (1.04, "G5", 0.65),
    (1.49, "A5", 0.80),
    (2.25, "E5", 0.28),  # the quick run of a đàn tranh up to the highest note
    (2.33, "G5", 0.34),
    (2.41, "A5", 0.42),
    (2.49, "B5", 0.78),
    (2.96, "A5", 0.68),  # and the answer comes down
    (3.41, "G5", 0.58),
    (3.90, "E5", 0.58),
    (4.55, "D4", 0.42),  # home, rolled again
    (4.63, "A4", 0.45),
    (4.71, "D5", 0.62),
    (5.30, "D6", 0.20),
]
STING: list[Note] = [(0.0, "A5", 0.60), (0.20, "D5", 0.36), (0.26, "D6", 0.62)]
BED: list[Note] = [
    (bar * 3.0 + at, name, 0.45)
    for bar, chord in enumerate(("DAD", "GDB", "EBG", "ADA", "DAG", "GBD", "EGB", "DAD"))
    for at, name in ((0.0, f"{chord[0]}4"), (0.75, f"{chord[1]}4"), (1.5, f"{chord[2]}5"))
]


def pitch(name: str) -> float:
    """Hertz of a note such as "A5"."""
    return SCALE[name[0]] * 2 ** (int(name[1]) - 4)


def pluck(hertz: float, strength: float, seconds: float = 2.6) -> Sound:
    """A string like a đàn tranh's: bright at first, its high partials dying sooner."""
    at = np.arange(round(seconds * RATE)) / RATE
    sound = np.zeros_like(at)
    for partial in range(1, 9):
        frequency = hertz * partial * (1 + 0.0002 * partial**2)  # stiff strings are a little sharp
        if frequency > 5000:
            break
        bend = 1 + 0.0025 * np.exp(-at / 0.08)  # the finger lets the string slide into tune
        bend += 0.0025 * np.clip((at - 0.25) / 0.4, 0, 1) * np.sin(2 * np.pi * 5.2 * at)  # "rung"
        decay = np.exp(-at * (1.3 + 0.75 * partial))
        phase = 2 * np.pi * np.cumsum(frequency * bend) / RATE
        sound += decay * np.sin(phase) / partial**1.35
    attack = np.clip(at / 0.012, 0, 1)
    end = np.clip((seconds - at) / 0.2, 0, 1)
    return strength * np.sin(attack * np.pi / 2) ** 2 * end * sound


def pad(hertz: float, seconds: float, swell: float = 0.8) -> Sound:
    """A soft sustained tone, like a flute far away."""
    at = np.arange(round(seconds * RATE)) / RATE
    vibrato = 1 + 0.002 * np.sin(2 * np.pi * 4.6 * at)
    phase = 2 * np.pi * np.cumsum(hertz * vibrato) / RATE
    sound = 0.6 * np.sin(phase) + 0.5 * np.sin(2 * phase) + 0.2 * np.sin(3 * phase)
    envelope = np.clip(np.minimum(at, seconds - at) / swell, 0, 1)
    return np.sin(envelope * np.pi / 2) ** 2 * sound


def score(notes: list[Note], seconds: float, wrap: bool = False) -> Sound:
    """Plucked notes on a timeline; with `wrap`, what rings past the end goes on at the start."""
    length = round(seconds * RATE)
    line = np.zeros(length + 4 * RATE)
    for start, name, strength in notes:
        note = pluck(pitch(name), strength)
        begin = round(start * RATE)
        line[begin : begin + len(note)] += note
    if wrap:
        line[: 4 * RATE] += line[length:]
    return line[:length]


def room(sound: Sound, wet: float, wrap: bool = False) -> Sound:
    """A small warm room: a decaying noise tail, the same every time."""
    tail = np.random.default_rng(1975).standard_normal(round(0.9 * RATE))
    tail *= np.exp(-np.arange(len(tail)) / (0.22 * RATE))
    tail /= np.sqrt(np.square(tail).sum())
    echo = fftconvolve(sound, tail)
    if wrap:
        echo[: len(echo) - len(sound)] += echo[len(sound) :]
    return sound + wet * echo[: len(sound)]


def finished(sound: Sound, fade: float) -> Sound:
    """At its peak level, faded at the end."""
    count = round(fade * RATE)
    if count:
        sound = sound.copy()
        sound[-count:] *= np.cos(np.linspace(0, np.pi / 2, count)) ** 2
    return sound * PEAK / np.abs(sound).max()


def signature() -> Sound:
    """Six and a half seconds: a rising call, an answer, home."""
    line = score(SIGNATURE, 6.6)
    for start, name, seconds in ((0.0, "D4", 2.7), (2.3, "G4", 2.5), (4.4, "D4", 2.2)):
        tone = 0.10 * pad(pitch(name), seconds)
        begin = round(start * RATE)
        line[begin : begin + len(tone)] += tone
    return finished(room(line, 0.35), 1.2)


def sting() -> Sound:
    """A second and a half: two soft notes upwards."""
    return finished(room(score(STING, 1.5), 0.3), 0.6)


def bed() -> Sound:
    """Twenty-four seconds that loop without a seam."""
    line = score(BED, 24.0, wrap=True)
    whole = len(line)
    for bar, name in enumerate("DGEADGED"):
        tone = 0.22 * pad(pitch(f"{name}4"), 3.6, 1.2)
        begin = bar * 3 * RATE
        index = (begin + np.arange(len(tone))) % whole
        line[index] += tone
    return finished(room(line, 0.4, wrap=True), 0.0)


def main() -> None:
    """Write the three files."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "jingles"
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in (("nhac-hieu", signature), ("nhac-cat", sting), ("nhac-nen", bed)):
        soundfile.write(folder / f"{name}.wav", make(), RATE, subtype="PCM_16")
        print(folder / f"{name}.wav")


if __name__ == "__main__":
    main()
