"""Frames, header frames and tags: read back by what others have written."""

import io
import re

import lameenc
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mutagen.id3 import ID3
from mutagen.mp3 import MP3, BitrateMode

from pipeline.audio import frames, id3, mp3
from pipeline.audio.splice import splice
from pipeline.errors import SoundError
from pipeline.model import Tag

from .sounds import noise, sine

FORMATS = [(44_100, 96), (44_100, 64), (48_000, 128), (32_000, 48), (22_050, 32), (24_000, 64)]
FORMATS += [(16_000, 24), (44_100, 320), (24_000, 8)]


@pytest.mark.parametrize(("rate", "bitrate"), FORMATS)
def test_frames_lie_one_after_another(rate: int, bitrate: int) -> None:
    content = mp3.encode(sine(500, -12, 2, rate), bitrate)
    row = list(frames.parse(content))
    assert row[0].offset == 0
    assert row[0].main_data_begin == 0
    assert [each.offset + each.size for each in row] == [each.offset for each in row[1:]] + [
        len(content)
    ]
    assert {(each.rate, each.bitrate, each.channels) for each in row} == {(rate, bitrate, 1)}
    assert row[0].version == (1 if rate >= 32_000 else 2)
    assert sum(each.samples for each in row) >= 2 * rate


CONTENT = mp3.encode(noise(1, 1, -20), 96)
ROW = list(frames.parse(CONTENT))


@given(st.integers(1, len(CONTENT) - 1))
def test_a_cut_names_the_byte(length: int) -> None:
    whole = {each.offset for each in ROW}
    if length in whole:
        assert sum(each.size for each in frames.parse(CONTENT[:length])) == length
        return
    last = max(offset for offset in whole if offset < length)
    with pytest.raises(SoundError, match=rf"byte {last}\b|Byte {last}\b"):
        list(frames.parse(CONTENT[:length]))


@given(st.integers(0, len(ROW) - 1), st.sampled_from([0x00, 0x7F]))
def test_a_harmed_header_names_the_byte(number: int, value: int) -> None:
    offset = ROW[number].offset
    harmed = CONTENT[:offset] + bytes([value]) + CONTENT[offset + 1 :]
    with pytest.raises(SoundError, match=rf"Byte {offset} không phải đầu"):
        list(frames.parse(harmed))


@pytest.mark.parametrize(("rate", "bitrate"), FORMATS)
def test_the_quick_look_counts_what_the_parser_finds(rate: int, bitrate: int) -> None:
    content = mp3.encode(noise(3, 1.7, -20, rate), bitrate)
    row = list(frames.parse(content))
    assert frames.uniform(content) == (row[0], len(row))


@given(st.integers(0, len(ROW) - 1), st.integers(0, 3), st.integers(0, 255), st.integers(0, 500))
def test_the_quick_look_sees_every_harm_the_parser_sees(
    number: int, byte: int, value: int, cut: int
) -> None:
    harmed = bytearray(CONTENT[: len(CONTENT) - cut])
    at = ROW[number].offset + byte
    harmed[at : at + 1] = bytes([value])[: len(harmed) - at if at < len(harmed) else 0]
    try:
        kinds = {
            (each.version, each.rate, each.bitrate, each.channels)
            for each in frames.parse(bytes(harmed))
        }
    except SoundError as fault:
        with pytest.raises(SoundError, match=re.escape(str(fault))):
            frames.uniform(bytes(harmed))
        return
    try:
        assert frames.uniform(bytes(harmed))[1] == len(list(frames.parse(bytes(harmed))))
        assert len(kinds) == 1
    except SoundError as fault:
        assert "không cùng định dạng" in str(fault)


def test_a_changed_bit_rate_inside_a_piece_is_refused() -> None:
    other = mp3.encode(noise(2, 1, -20), 64)
    with pytest.raises(SoundError, match="không cùng định dạng"):
        frames.uniform(CONTENT + other)
    with pytest.raises(SoundError, match="không cùng định dạng"):
        splice([CONTENT + other])


@given(st.binary(max_size=400))
def test_no_bytes_make_the_parser_crash(content: bytes) -> None:
    try:
        assert sum(each.size for each in frames.parse(content)) == len(content)
    except SoundError as refusal:
        assert re.search(r"[Bb]yte \d+", str(refusal))


@pytest.mark.parametrize(("bad", "word"), [(0x00, "tốc độ bit"), (0xF0, "tốc độ bit")])
def test_free_format_and_forbidden_rates_are_refused(bad: int, word: str) -> None:
    head = bytes([0xFF, 0xFB, bad, 0xC0])
    with pytest.raises(SoundError, match=word):
        list(frames.parse(head + bytes(500)))


@pytest.mark.parametrize(("rate", "bitrate"), FORMATS)
def test_players_know_the_length_from_the_header_frame(rate: int, bitrate: int) -> None:
    pieces = [mp3.encode(sine(500, -12, seconds, rate), bitrate) for seconds in (1.0, 2.3)]
    whole = splice(pieces)
    known = MP3(io.BytesIO(whole)).info
    heard = mp3.decode(whole)
    assert known.length == pytest.approx(heard.seconds, abs=0.03)
    assert known.bitrate_mode == BitrateMode.CBR
    assert known.sample_rate == rate
    assert known.bitrate == pytest.approx(bitrate * 1000, rel=0.05)
    header, *others = frames.parse(whole)
    assert len(others) == sum(len(list(frames.parse(piece))) for piece in pieces)
    first = whole[: header.size]
    assert b"Info" in first
    count, size = (int.from_bytes(first[at : at + 4], "big") for at in _after_flags(first))
    assert (count, size) == (len(others), len(whole))


def _after_flags(first: bytes) -> tuple[int, int]:
    at = first.index(b"Info") + 8
    return at, at + 4


TAG = Tag(
    title="Bản tin truyền thanh xã Đồng Lâm, tuần 48 năm 2026",
    artist="Đài truyền thanh xã Đồng Lâm",
    album="Phòng chống cháy rừng; tiêm phòng gia súc",
    track=3,
    of=14,
    year=2026,
    date="2311",
    comment="Phát lúc 5 giờ 30 và 17 giờ, thứ Hai ngày 23 tháng 11 năm 2026.",
)


def tagged(tag: Tag) -> bytes:
    return id3.write(splice([CONTENT]), tag)


def test_the_tag_is_read_back_in_vietnamese() -> None:
    whole = tagged(TAG)
    tags = ID3(io.BytesIO(whole), translate=False)
    assert tags.version == (2, 3, 0)
    assert tags["TIT2"].text == [TAG.title]
    assert tags["TPE1"].text == [TAG.artist]
    assert tags["TALB"].text == [TAG.album]
    assert tags["TRCK"].text == ["3/14"]
    assert tags["TYER"].text == ["2026"]
    assert tags["TDAT"].text == ["2311"]
    assert tags["TLAN"].text == ["vie"]
    assert tags["COMM::vie"].text == [TAG.comment]
    assert id3.read(whole)["TIT2"] == TAG.title
    assert whole[4] == 0
    assert tags.size < id3.LONGEST
    assert MP3(io.BytesIO(whole)).info.length == pytest.approx(1.05, abs=0.05)


def test_the_old_tag_at_the_end_is_plain_letters() -> None:
    old = tagged(TAG)[-128:]
    assert old[:3] == b"TAG"
    assert old[3:33] == b"Ban tin truyen thanh xa Dong L"
    assert old[33:63] == b"Dai truyen thanh xa Dong Lam".ljust(30, b"\0")
    assert old[93:97] == b"2026"
    assert old[125:128] == bytes([0, 3, 101])


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=5000),
    st.text("ăâđêôơưáàảãạấẦẨẫậ ", min_size=300, max_size=600),
    st.integers(1, 400),
)
def test_no_text_makes_the_tag_too_long_or_lost(any_text: str, long: str, track: int) -> None:
    tag = Tag(
        title=any_text,
        artist=long,
        album=any_text,
        track=track,
        of=400,
        year=2026,
        date="0101",
        comment=long,
    )
    whole = tagged(tag)
    start, end = id3.sound(whole)
    assert start < id3.LONGEST
    assert end == len(whole) - 128
    assert whole[start:end] == splice([CONTENT])
    assert ID3(io.BytesIO(whole), translate=False)["TRCK"].text == [f"{track}/400"]


def test_what_was_never_sound_is_refused() -> None:
    with pytest.raises(SoundError, match="Không giải mã được"):
        mp3.decode("Kính gửi".encode() * 40)


@pytest.mark.parametrize("seconds", [0.0, 0.01, 10.0, 20.5])
def test_encoding_in_chunks_is_encoding(seconds: float) -> None:
    sound = noise(4, seconds, -20)
    at_once = lameenc.Encoder()
    at_once.silence()
    at_once.set_bit_rate(64)
    at_once.set_in_sample_rate(sound.rate)
    at_once.set_out_sample_rate(sound.rate)
    at_once.set_channels(1)
    at_once.set_quality(mp3.QUALITY)
    whole = at_once.encode(np.round(sound.samples * 32768).astype("<i2").tobytes())
    assert mp3.encode(sound, 64) == bytes(whole + at_once.flush())


def test_full_scale_is_clipped_not_wrapped() -> None:
    loud = mp3.decode(mp3.encode(sine(300, 6, 1, 44_100), 128)).samples
    middle = loud[8000:30_000]
    assert np.abs(np.diff(middle)).max() < 0.3  # a wrap would jump by 2
