"""What people bring: any common format is read, anything else is told apart in Vietnamese."""

import io
import struct
import subprocess
import tempfile
from pathlib import Path

import imageio_ffmpeg
import lameenc
import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from pipeline.audio import extent, intake, mp3
from pipeline.audio.splice import splice
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
    "amr": lambda: converted("-ar", "8000", "-c:a", "libopencore_amrnb", "-f", "amr"),
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
    kept = 0.35 if name == "amr" else 0.08  # a telephone's codec keeps no level
    assert float(np.sqrt(np.mean(np.square(middle)))) == pytest.approx(LEVEL, rel=kept)
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize("name", ["wav 16", "flac"])
def test_lossless_formats_are_exact(name: str) -> None:
    assert intake.decode(KNOWN[name]()).samples == pytest.approx(TONE.samples, abs=2**-15)


def test_two_channels_are_mixed() -> None:
    target = io.BytesIO()
    one_side = np.stack([TONE.samples, np.zeros_like(TONE.samples)], axis=1)
    soundfile.write(target, one_side, RATE, format="WAV", subtype="FLOAT")
    assert intake.decode(target.getvalue()).samples == pytest.approx(TONE.samples / 2, abs=1e-6)


def wav_of(samples: np.ndarray, subtype: str = "PCM_16", rate: int = RATE) -> bytes:
    target = io.BytesIO()
    soundfile.write(target, samples, rate, format="WAV", subtype=subtype)
    return target.getvalue()


@pytest.mark.parametrize("sides", [(0.3, 0.3), (0.3, -0.1)])
def test_direct_current_is_taken_away(sides: tuple[float, float]) -> None:
    """It would thump at every cut, and keep the bulletin from being published."""
    shifted = np.stack([TONE.samples + side for side in sides], axis=1)
    sound = intake.decode(wav_of(shifted, "FLOAT"))
    assert sound.samples == pytest.approx(TONE.samples, abs=1e-4)


REFUSED = {
    "direct current": (wav_of(np.full(RATE, 0.3)), "khoảng lặng"),
    "empty": (b"", "rỗng"),
    "text": ("Kính gửi Ủy ban nhân dân xã".encode() * 50, "Không phải tệp âm thanh"),
    "random": (np.random.default_rng(1).bytes(5000), "Không phải tệp âm thanh"),
    "a header alone": (wav_of(np.zeros(0)), "không chứa âm thanh"),
    "silence": (wav_of(np.zeros(RATE)), "khoảng lặng"),
    "faint": (wav_of(np.full(RATE, 0.0005)), "khoảng lặng"),
    "an hour and a bit": (wav_of(np.full(RATE * 3601, 0.1, np.float32)), "dài hơn một giờ"),
    "a strange rate": (wav_of(np.full(9000, 0.1, np.float32), rate=100), "100 Hz"),
    "a page": (b"<!doctype html><html><body>404</body></html>", "Không phải tệp âm thanh"),
    "a cut M4A": (KNOWN["m4a"]()[:200], "cắt cụt"),
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


@pytest.mark.parametrize("name", ["wav 16", "wav 24 stereo", "wav float", "flac", "m4a", "ogg"])
@pytest.mark.parametrize("part", [0.3, 0.7, 0.95])
def test_a_file_half_copied_is_refused(name: str, part: float, scratch: Path) -> None:
    whole = KNOWN[name]()
    with pytest.raises(SoundError):
        intake.decode(whole[: int(len(whole) * part)])
    assert list(scratch.iterdir()) == []


@pytest.mark.parametrize("part", [0.3, 0.7, 0.9])
def test_an_mp3_half_copied_is_refused_where_its_header_knows(part: float) -> None:
    target = io.BytesIO()
    soundfile.write(target, TONE.samples, RATE, format="MP3")
    for whole in (target.getvalue(), splice([mp3.encode(TONE, 96)])):
        assert intake.decode(whole).seconds == pytest.approx(1.5, abs=0.1)
        with pytest.raises(SoundError, match="cắt cụt"):
            intake.decode(whole[: int(len(whole) * part)])


@pytest.mark.parametrize("size", [0x7FFFFFFF, 0xFFFFFFFF, 0])
def test_the_wav_header_of_a_live_stream_is_not_believed(size: int) -> None:
    """Speech servers write the header before they know the length."""
    whole = bytearray(KNOWN["wav 16"]())
    at = whole.index(b"data") + 4
    whole[at : at + 4] = struct.pack("<I", size)
    whole[4:8] = struct.pack("<I", size)
    try:
        assert intake.decode(bytes(whole)).seconds == pytest.approx(1.5, abs=0.01)
    except SoundError as refusal:
        assert size == 0
        assert "không chứa âm thanh" in str(refusal)


def test_a_side_upside_down_does_not_cancel_the_other() -> None:
    target = io.BytesIO()
    both = np.stack([TONE.samples, -TONE.samples], axis=1)
    soundfile.write(target, both, RATE, format="WAV", subtype="FLOAT")
    assert intake.decode(target.getvalue()).samples == pytest.approx(TONE.samples, abs=1e-6)


def test_what_is_beyond_full_scale_is_turned_down_not_clipped() -> None:
    sound = intake.decode(wav_of(TONE.samples * 1000, "FLOAT"))
    assert sound.samples == pytest.approx(TONE.samples / np.abs(TONE.samples).max(), abs=1e-5)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_samples_that_are_no_numbers_are_refused(value: float) -> None:
    samples = TONE.samples.copy()
    samples[1000] = value
    with pytest.raises(SoundError, match="không phải là số"):
        intake.decode(wav_of(samples, "FLOAT"))


@given(st.binary(max_size=300), st.sampled_from([b"RIFF....WAVE", b"\0\0\0\x18ftyp", b"\xff\xfb"]))
def test_no_header_makes_the_check_of_length_crash(content: bytes, head: bytes) -> None:
    assert extent.lacking(head + content) >= 0


@pytest.mark.parametrize(("form", "subtype"), [("WAV", "PCM_16"), ("OGG", "VORBIS")])
def test_a_recording_with_flat_tops_is_refused(form: str, subtype: str) -> None:
    """Straight from the recorder, or from a codec that puts ripples on the flat tops."""
    target = io.BytesIO()
    loud = np.clip(sine(300, 8, 3, RATE).samples, -1, 1)
    soundfile.write(target, loud, RATE, format=form, subtype=subtype)
    with pytest.raises(SoundError, match=r"bị vỡ vì thu quá to .* Hãy giảm mức thu"):
        intake.decode(target.getvalue())


def test_a_recording_that_only_just_touches_the_top_is_taken() -> None:
    assert intake.decode(wav_of(sine(300, 0, 3, RATE).samples, "PCM_16")).seconds == 3


def test_a_recording_too_faint_to_be_raised_is_refused() -> None:
    with pytest.raises(SoundError, match=r"quá nhỏ \(−55 LUFS\).*gần micrô hơn"):
        intake.decode(wav_of(sine(1000, -52, 3, RATE).samples, "PCM_16"))
    assert intake.decode(wav_of(sine(1000, -42, 3, RATE).samples, "PCM_16")).seconds == 3
