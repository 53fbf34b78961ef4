"""A splice of pieces decodes to the decoded pieces in a row, sample for sample."""

import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from pipeline.audio import id3, mp3
from pipeline.audio.frames import parse
from pipeline.audio.info import DROPPED
from pipeline.audio.pcm import Pcm
from pipeline.audio.splice import splice
from pipeline.audio.timeline import Placed, arrange
from pipeline.errors import SoundError
from pipeline.model import Tag

Sound = NDArray[np.float32]
FORMATS = [(44_100, 96), (44_100, 64), (44_100, 48), (48_000, 128), (32_000, 64)]
FORMATS += [(44_100, 128), (48_000, 192), (32_000, 160)]
FORMATS += [(22_050, 32), (22_050, 64), (24_000, 64), (24_000, 160), (16_000, 24)]
ROUNDING = 2e-6  # the order of a decoder's additions turns with the frames before
TAG = Tag(
    title="Tin", artist="Đài", album="Tuần", track=1, of=1, year=2026, date="0101", comment=""
)


@cache
def piece(seed: int, rate: int, bitrate: int) -> bytes:
    """Music of chance between two guards of silence, as `arrange` leaves them."""
    chance = np.random.default_rng(seed)
    time = np.arange(chance.integers(rate // 3, rate * 2)) / rate
    notes = [np.sin(2 * np.pi * chance.uniform(100, 4000) * time) for _ in range(3)]
    sound = 0.1 * np.sum(notes, axis=0) + 0.05 * chance.standard_normal(len(time))
    part = Placed(Pcm(sound.astype(np.float32), rate), "music", int(chance.integers(0, 300)))
    return mp3.encode(arrange([part], None, rate), bitrate)


def libsndfile(content: bytes) -> Sound:
    return mp3.decode(content).samples


def ffmpeg(content: bytes) -> Sound:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "mp3", "-i", "-"]
    done = subprocess.run(
        [*command, "-f", "f32le", "-"], input=content, capture_output=True, check=True
    )
    assert done.stderr == b""
    return np.frombuffer(done.stdout, dtype="<f4")


def mpg123(content: bytes) -> Sound:
    command = ["mpg123", "-q", "-e", "f32", "-s", "-"]
    done = subprocess.run(command, input=content, capture_output=True, check=True)
    return np.frombuffer(done.stdout, dtype="<f4")


DECODERS: list[Callable[[bytes], Sound]] = [libsndfile, ffmpeg]
if shutil.which("mpg123"):
    DECODERS.append(mpg123)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(FORMATS), st.lists(st.integers(0, 9), min_size=1, max_size=6))
def test_pieces_in_a_row(form: tuple[int, int], seeds: list[int]) -> None:
    pieces = [piece(seed, *form) for seed in seeds]
    whole = libsndfile(splice(pieces))
    alone = np.concatenate([libsndfile(each) for each in pieces])
    assert np.abs(whole - alone[DROPPED:]).max() < ROUNDING
    assert len(whole) == sum(f.samples for each in pieces for f in parse(each)) - DROPPED


@pytest.mark.parametrize("decoder", DECODERS, ids=lambda each: each.__name__)
@pytest.mark.parametrize("form", FORMATS, ids=str)
def test_every_decoder_gives_the_same(
    form: tuple[int, int], decoder: Callable[[bytes], Sound]
) -> None:
    """Also through the tags, and a shared piece is the same between other neighbours."""
    first, shared, last = (piece(seed, *form) for seed in (1, 2, 3))
    one = decoder(id3.write(splice([first, shared, last]), TAG))
    other = decoder(id3.write(splice([last, shared]), TAG))
    reference = libsndfile(splice([first, shared, last]))
    assert len(one) == len(reference)
    assert np.abs(one - reference).max() < ROUNDING
    size = sum(each.samples for each in parse(shared))
    at = [sum(each.samples for each in parse(before)) - DROPPED for before in (first, last)]
    alike = one[at[0] : at[0] + size] - other[at[1] : at[1] + size]
    assert np.abs(alike).max() < ROUNDING


@pytest.mark.skipif(shutil.which("mp3val") is None, reason="mp3val is not on this machine")
@pytest.mark.parametrize("form", FORMATS, ids=str)
def test_a_validator_finds_nothing_to_say(form: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / "tin.mp3"
    path.write_bytes(id3.write(splice([piece(seed, *form) for seed in (1, 2, 3)]), TAG))
    told = subprocess.run(["mp3val", path], capture_output=True, text=True, check=True).stdout
    assert "+ID3v1+ID3v2, CBR" in told
    assert "WARNING" not in told
    assert "ERROR" not in told


def test_joints_are_digital_silence() -> None:
    for rate, bitrate in FORMATS:
        pieces = [piece(seed, rate, bitrate) for seed in (4, 5, 6)]
        sound, at = libsndfile(splice(pieces)), -DROPPED
        for each in pieces[:-1]:
            at += sum(frame.samples for frame in parse(each))
            assert np.abs(sound[at - 200 : at + 200]).max() < 1e-4


def test_unlike_pieces_are_refused() -> None:
    usual = piece(1, 44_100, 96)
    for other in (piece(1, 44_100, 64), piece(1, 48_000, 96), piece(1, 22_050, 96)):
        with pytest.raises(SoundError, match="không cùng định dạng"):
            splice([usual, other])


def test_a_piece_that_leans_on_what_came_before_is_refused() -> None:
    usual = piece(1, 44_100, 96)
    leaning = next(frame for frame in parse(usual) if frame.main_data_begin)
    with pytest.raises(SoundError, match="thứ 2 không bắt đầu độc lập"):
        splice([usual, usual[leaning.offset :]])


@pytest.mark.parametrize("pieces", [[], [b""], [b"", piece(1, 44_100, 96)]])
def test_nothing_is_no_piece(pieces: list[bytes]) -> None:
    with pytest.raises(SoundError, match="không chứa khung"):
        splice(pieces)
