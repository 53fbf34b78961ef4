"""A part of a spliced MP3 is the piece that was put in."""

import pytest

from pipeline.audio import frames, id3, mp3
from pipeline.audio.excerpt import excerpt
from pipeline.audio.splice import splice
from pipeline.audio.structure import structure
from pipeline.errors import SoundError
from pipeline.model import Tag
from pipeline.testing import pip

PIECES = [mp3.encode_at(pip(hertz, 0.7, level=-16.0), 96, -16.0, -1.0) for hertz in (440, 660, 880)]
TAG = Tag(
    title="Tin", artist="Đài", album="", track=1, of=1, year=2026, date="0101", comment="",
)  # fmt: skip
WHOLE = id3.write(splice(PIECES), TAG)


def spans() -> list[tuple[float, float]]:
    at, found = 0.0, []
    for piece in PIECES:
        head, count = frames.uniform(piece)
        end = at + count * head.samples / head.rate
        found.append((round(at, 3), round(end, 3)))  # as a manifest gives them
        at = end
    return found


@pytest.mark.parametrize("number", range(3))
def test_each_piece_comes_out_as_it_went_in(number: int) -> None:
    assert excerpt(WHOLE, *spans()[number]) == splice([PIECES[number]])


def test_what_comes_out_is_an_mp3_that_says_its_length() -> None:
    built = structure(excerpt(WHOLE, *spans()[1]))
    assert built is not None
    assert (built.header, built.independent, built.constant) == ("Info", True, True)
    assert built.frames == frames.uniform(PIECES[1])[1]


@pytest.mark.parametrize("content", [b"", b"RIFF", WHOLE[:-300]])
def test_what_is_no_whole_mp3_is_refused(content: bytes) -> None:
    with pytest.raises(SoundError):
        excerpt(content, 0.0, 0.5)


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(SoundError, match="không có đoạn"):
        excerpt(WHOLE, 50.0, 51.0)
