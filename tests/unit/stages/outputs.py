"""What each stage makes of the same small input, reduced to numbers that a real change moves.

.venv/bin/python -m tests.unit.stages.outputs      write them down anew
"""

import hashlib
import json
import random
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from pipeline.audio import mp3
from pipeline.audio.pcm import Pcm
from pipeline.engines.base import Surroundings
from pipeline.engines.tone import Tone
from pipeline.model import from_json
from pipeline.plan.jobs import Arrange, Bed, Decode, Encode, Job, Master, Meter, Part, Speak
from pipeline.stages.meter import ENERGY, PieceMeasure
from pipeline.stages.perform import perform

NOTED = Path(__file__).parents[2] / "golden" / "stages" / "outputs.json"
DIRECTIONS = 24
Output = dict[str, list[float]]


def outputs() -> dict[str, Output]:
    """Stage -> its job's version and its output's numbers. Each works on the one before."""
    found: dict[str, Output] = {}

    def do(job: Job, *inputs: bytes, sources: dict[str, Path] | None = None) -> bytes:
        engine = Tone(Surroundings()) if isinstance(job, Speak) else None
        made = perform(job, inputs, sources or {}, engine)
        name = type(job).__name__.lower()
        found.setdefault(name, {"version": [job.version], "output": _numbers(job, made)})
        return made

    words = "mời bà con cùng nghe"
    speech = do(Speak(engine="tone", revision="1", voice="", settings={}, words=words))
    with TemporaryDirectory() as folder:
        music = Path(folder) / "music.wav"
        music.write_bytes(_chirp().to_wav())
        decode = Decode(source=_sha256(music), rate=44_100)
        bed = do(decode, sources={decode.source: music})
    parts = (Part(input=0, kind="speech", pause=400), Part(input=0, kind="speech", pause=900))
    under = Bed(input=1, gain=-6.0, ducked=-22.0, lead=500, swell=200, tail=600)
    arrange = Arrange(rate=44_100, chain="pa_horn", headroom=14.0, parts=parts, bed=under)
    mastered = do(Master(loudness=-16.0, true_peak=-1.7), do(arrange, speech, bed))
    encode = Encode(rate=44_100, bitrate=96, loudness=-16.0, true_peak=-1.0)
    do(Meter(), do(encode, mastered))
    return found


def _numbers(job: Job, made: bytes) -> list[float]:
    if isinstance(job, Meter):
        measure = from_json(made, PieceMeasure)
        energies = np.frombuffer(measure.energies, ENERGY).astype(np.float64)
        outline = np.frombuffer(measure.waveform, np.uint8).astype(np.float64)
        levels = [measure.loudness or 0.0, measure.true_peak or 0.0, *measure.bands]
        return [measure.samples, *levels, *_seen(energies), *_seen(outline)]
    sound = mp3.decode(made) if isinstance(job, Encode) else Pcm.from_wav(made)
    return [sound.rate, len(sound.samples), *_seen(sound.samples.astype(np.float64))]


def _seen(values: NDArray[np.float64]) -> list[float]:
    """Size, and shadows in directions drawn once for all: a change of one part in a thousand shows,
    the last bits in which processors differ do not."""
    size = float(np.linalg.norm(values))
    bits = random.Random(7)  # the same on every version, unlike numpy's
    shadows = []
    for _ in range(DIRECTIONS):
        drawn = np.frombuffer(bits.randbytes(len(values) // 8 + 1), np.uint8)
        signs = np.unpackbits(drawn)[: len(values)] * 2.0 - 1.0
        shadows.append(float(values @ signs) / (size or 1.0))
    return [size, *shadows]


def _chirp() -> Pcm:
    """Two seconds from 200 to 3,200 Hz, softly."""
    time = np.arange(2 * 32_000) / 32_000
    return Pcm((0.2 * np.sin(2 * np.pi * (200 + 750 * time) * time)).astype(np.float32), 32_000)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    NOTED.write_text(json.dumps(outputs(), indent=1) + "\n", encoding="utf-8")
