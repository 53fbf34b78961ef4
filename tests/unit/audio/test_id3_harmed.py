"""A harmed tag is a fault that `verify` tells of, never a crash."""

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.audio import id3
from pipeline.model import Tag

TAG = Tag(
    title="Tin một",
    artist="Đài truyền thanh",
    album="Tuần 49",
    track=1,
    of=7,
    year=2026,
    date="3011",
    comment="Công văn",
)
TAGGED = id3.write(b"", TAG)


@given(
    st.integers(0, len(TAGGED)),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 255)), max_size=6),
)
@example(3, [])
@example(9, [])
@example(len(TAGGED), [(6, 255)])
def test_no_harm_makes_reading_fail(length: int, changes: list[tuple[int, int]]) -> None:
    harmed = bytearray(TAGGED[:length])
    for place, value in changes:
        if place < length:
            harmed[place] = value
    texts = id3.read(bytes(harmed))
    assert all(isinstance(text, str) for text in texts.values())
    start, end = id3.sound(bytes(harmed))
    assert 0 <= end <= length
    assert start >= 0


def test_an_unharmed_tag_is_read() -> None:
    assert id3.read(TAGGED)["TIT2"] == "Tin một"
