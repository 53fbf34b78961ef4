"""What people bring: any common format is read, anything else is told apart in Vietnamese."""

import io
import subprocess
import tempfile
from pathlib import Path

import imageio_ffmpeg
import lameenc
import numpy as np
import pytest
import soundfile

from pipeline.audio import intake
from pipeline.errors import SoundError

from .sounds import sine

RATE = 44_100
TONE = sine(1000, -12, 1.5, RATE)
LEVEL = float(np.sqrt(np.mean(np.square(TONE.samples))))


def written(form: str, subtype: str | None = None, channels: int = 1) -> bytes:
    target = io.BytesIO()
    samples = np.tile(TONE.samples[:, np.newaxis], (1, channels))
    soundfile.write(target, samples, RATE, format=form, subtype=subtype)
    return target.getvalue()


def converted(*options: str) -> bytes:
    """By the ffmpeg of the wheel; M4A cannot be written to a pipe, so it is fragmented."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", "-", *options, "-"]
    return subprocess.run(command, input=written("WAV"), capture_output=True, check=True).stdout


def mp3_of_a_phone() -> bytes:
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(128)
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(2)
    both = np.repeat((TONE.samples * 32767).astype("<i2"), 2)
    return bytes(encoder.encode(both.tobytes()) + encoder.flush())


KNOWN = {
    "wav 16": lambda: written("WAV", "PCM_16"),
    "wav 8": lambda: written("WAV", "PCM_U8"),
    "wav 24 stereo": lambda: written("WAV", "PCM_24", 2),
    "wav float": lambda: written("WAV", "FLOAT"),
    "flac": lambda: written("FLAC"),
    "ogg": lambda: written("OGG", "VORBIS"),
    "opus": lambda: converted("-c:a", "libopus", "-f", "ogg"),
    "mp3": mp3_of_a_phone,
    "m4a": lambda: converted("-c:a", "aac", "-movflags", "frag_keyframe+empty_moov", "-f", "mp4"),
    "aac": lambda: converted("-c:a", "aac", "-f", "adts"),
    "wma": lambda: converted("-c:a", "wmav2", "-f", "asf"),
    "webm": lambda: converted("-c:a", "libopus", "-f", "webm"),
}


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of temporary files of the test's own; nothing may be left in it."""
    folder = tmp_path / "tam"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.mark.parametrize("name", KNOWN)
def test_every_common_format_is_read(name: str, scratch: Path) -> None:
    sound = intake.decode(KNOWN[name]())
    assert sound.samples.ndim == 1
    assert sound.samples.dtype == np.float32
    assert sound.seconds == pytest.approx(1.5, abs=0.12)
    middle = sound.samples[sound.rate // 2 : sound.rate]
    assert float(np.sqrt(np.mean(np.square(middle)))) == pytest.approx(LEVEL, rel=0.08)
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize("name", ["wav 16", "flac"])
def test_lossless_formats_are_exact(name: str) -> None:
    assert intake.decode(KNOWN[name]()).samples == pytest.approx(TONE.samples, abs=2**-15)


def test_two_channels_are_mixed() -> None:
    target = io.BytesIO()
    one_side = np.stack([TONE.samples, np.zeros_like(TONE.samples)], axis=1)
    soundfile.write(target, one_side, RATE, format="WAV", subtype="FLOAT")
    assert intake.decode(target.getvalue()).samples == pytest.approx(TONE.samples / 2, abs=1e-6)


def wav_of(samples: np.ndarray) -> bytes:
    target = io.BytesIO()
    soundfile.write(target, samples, RATE, format="WAV", subtype="PCM_16")
    return target.getvalue()


REFUSED = {
    "empty": (b"", "rỗng"),
    "text": ("Kính gửi Ủy ban nhân dân xã".encode() * 50, "Không phải tệp âm thanh"),
    "random": (np.random.default_rng(1).bytes(5000), "Không phải tệp âm thanh"),
    "a header alone": (wav_of(np.zeros(0)), "không chứa âm thanh"),
    "silence": (wav_of(np.zeros(RATE)), "khoảng lặng"),
    "faint": (wav_of(np.full(RATE, 0.0005)), "khoảng lặng"),
    "an hour and a bit": (wav_of(np.full(RATE * 3601, 0.1, np.float32)), "dài hơn một giờ"),
    "a page": (b"<!doctype html><html><body>404</body></html>", "Không phải tệp âm thanh"),
    "a cut M4A": (KNOWN["m4a"]()[:200], "Không phải tệp âm thanh"),
    "a cut FLAC": (KNOWN["flac"]()[:60], "âm thanh"),
    "a cut WAV header": (KNOWN["wav 16"]()[:20], "Không phải tệp âm thanh"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_anything_else_is_refused_in_vietnamese(name: str, scratch: Path) -> None:
    content, message = REFUSED[name]
    with pytest.raises(SoundError, match=message) as refusal:
        intake.decode(content)
    assert str(refusal.value).endswith(".")
    assert list(scratch.iterdir()) == []


def test_a_wav_cut_off_gives_what_is_there() -> None:
    cut = intake.decode(KNOWN["wav 16"]()[: RATE * 2])
    assert cut.seconds == pytest.approx(1, abs=0.01)
