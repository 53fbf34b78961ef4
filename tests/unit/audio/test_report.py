"""The figures of a file, on files whose figures are known beforehand."""

import io

import numpy as np
import pytest
import soundfile

from pipeline.audio import id3, mp3
from pipeline.audio.report import measure
from pipeline.audio.splice import splice
from pipeline.errors import SoundError
from pipeline.model import Tag

from .sounds import sine, steps

RATE = 44_100


def wav(samples: np.ndarray, rate: int = RATE) -> bytes:
    target = io.BytesIO()
    soundfile.write(target, samples, rate, format="WAV", subtype="PCM_16")
    return target.getvalue()


def test_a_tone_of_known_figures() -> None:
    figures = measure(wav(sine(1000, -20, 10, RATE).samples))
    assert figures.seconds == 10
    assert (figures.rate, figures.channels) == (RATE, 1)
    assert figures.bitrate == pytest.approx(RATE * 16 / 1000, rel=0.01)
    assert figures.constant is None
    assert figures.loudness == pytest.approx(-23.0, abs=0.1)
    assert figures.short_term == pytest.approx(-23.0, abs=0.1)
    assert figures.loudness_range == pytest.approx(0, abs=0.1)
    assert figures.true_peak == pytest.approx(-20, abs=0.1)
    assert figures.crest == pytest.approx(3.01, abs=0.05)
    assert (figures.longest_silence, figures.silent, figures.clipped) == (0, 0, 0)
    assert figures.horn_band > 0.99
    assert (figures.tag, figures.texts) == ("", {})


def test_loudness_range_of_two_levels() -> None:
    assert measure(wav(steps((-20, 20), (-30, 20)).samples, 48_000)).loudness_range == (
        pytest.approx(10, abs=1)
    )


def test_silences_are_found() -> None:
    tone, gap = sine(1000, -20, 2, RATE).samples, np.zeros(RATE, np.float32)
    figures = measure(wav(np.concatenate([gap, tone, gap, gap, tone])))
    assert figures.longest_silence == pytest.approx(2, abs=0.02)
    assert figures.silent == pytest.approx(3 / 7, abs=0.01)


@pytest.mark.parametrize(("hertz", "share"), [(100, 0), (1000, 1), (8000, 0)])
def test_the_horn_band(hertz: float, share: float) -> None:
    assert measure(wav(sine(hertz, -20, 2, RATE).samples)).horn_band == pytest.approx(
        share, abs=0.02
    )


def test_clipped_samples_are_counted_in_every_channel() -> None:
    samples = np.stack([sine(500, -20, 1, RATE).samples, sine(500, 6, 1, RATE).samples], axis=1)
    figures = measure(wav(samples))
    assert figures.channels == 2
    assert figures.clipped == pytest.approx(RATE * 2 / 3, rel=0.05)  # a sine above half its height
    assert measure(wav(samples[:, 0])).clipped == 0


def test_a_bulletin_tells_its_rate_and_its_tag() -> None:
    tag = Tag(
        title="Bản tin sáng",
        artist="Đài",
        album="Tuần",
        track=1,
        of=2,
        year=2026,
        date="0101",
        comment="Ghi chú",
    )
    figures = measure(id3.write(splice([mp3.encode(sine(1000, -20, 5, RATE), 64)]), tag))
    assert (figures.bitrate, figures.constant) == (64, True)
    assert figures.tag == "ID3v2.3"
    assert figures.texts["TIT2"] == "Bản tin sáng"
    assert figures.texts["COMM"] == "Ghi chú"
    assert figures.loudness == pytest.approx(-23.45, abs=0.1)  # what LAME takes away


def test_an_mp3_whose_rate_changes() -> None:
    target = io.BytesIO()
    soundfile.write(
        target, steps((-60, 3), (-6, 3)).samples, 48_000, format="MP3", bitrate_mode="VARIABLE"
    )
    assert measure(target.getvalue()).constant is False


def test_silence_has_figures_too() -> None:
    figures = measure(wav(np.zeros(RATE)))
    assert figures.loudness is figures.true_peak is figures.crest is figures.short_term is None
    assert (figures.silent, figures.longest_silence, figures.horn_band) == (1, 1, 0)


def test_what_is_no_sound_is_refused() -> None:
    with pytest.raises(SoundError, match="Không phải tệp âm thanh"):
        measure("Kính gửi".encode() * 100)


def test_two_channels_are_measured_together() -> None:
    """As every meter does: the mix to one channel would read 3 dB lower or, opposed, nothing."""
    side = sine(1000, -23, 10, RATE).samples
    for other in (side, -side):
        figures = measure(wav(np.stack([side, other], axis=1)))
        assert figures.loudness == pytest.approx(-23.0, abs=0.1)
        assert figures.short_term == pytest.approx(-23.0, abs=0.1)
        assert figures.true_peak == pytest.approx(-23.0, abs=0.1)


def test_the_frames_of_a_bulletin() -> None:
    found = measure(splice([mp3.encode(sine(1000, -20, 5, RATE), 64)])).structure
    assert found is not None
    assert (found.version, found.rate, found.bitrate, found.constant) == (1, RATE, 64, True)
    assert (found.header, found.delay, found.padding, found.independent) == ("Info", 576, 529, True)
    bare = measure(mp3.encode(sine(1000, -20, 2, 24_000), 64)).structure
    assert bare is not None
    assert (bare.version, bare.header, bare.gapless) == (2, "", False)


def test_the_frames_of_other_encoders_are_read_too() -> None:
    target = io.BytesIO()
    sound = steps((-60, 3), (-6, 3)).samples
    soundfile.write(target, sound, 48_000, format="MP3", bitrate_mode="VARIABLE")
    found = measure(target.getvalue()).structure
    assert found is not None
    assert (found.header, found.constant, found.gapless) == ("Xing", False, True)
    assert found.delay is not None
    assert found.padding is not None
    heard = found.frames * 1152 - found.delay - found.padding
    assert heard == len(sound)


def test_highest_moments_and_ends() -> None:
    figures = measure(wav(steps((-40, 5), (-20, 1), (-40, 5)).samples, 48_000))
    assert figures.momentary == pytest.approx(-23, abs=0.2)
    assert figures.short_term is not None
    assert figures.momentary > figures.short_term + 4
    tone, gap = sine(1000, -20, 2, RATE).samples, np.zeros(RATE, np.float32)
    figures = measure(wav(np.concatenate([gap, tone, gap, gap, tone])))
    ends = (figures.leading_silence, figures.inner_silence, figures.trailing_silence)
    assert ends == pytest.approx((1, 2, 0), abs=0.02)
    assert (figures.clipped_run, figures.low_band < 0.01) == (0, True)
