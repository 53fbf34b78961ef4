"""What was heard beside what should be said: every difference, in its place, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.hearing import Comparison, compare, words

text = st.lists(st.sampled_from(["bán", "bạn", "ban", "người", "và", "mai"]), max_size=12)


def told(said: str, heard: str) -> list[tuple[str, str, bool]]:
    found = compare(words(said), words(heard)).differences
    return [(" ".join(each.said), " ".join(each.heard), each.marks_only) for each in found]


@pytest.mark.parametrize(
    ("said", "heard", "differences"),
    [
        ("Bà con nghe rõ.", "bà con nghe rõ", []),
        ("gọi số một một một", "gọi số một một", [("một", "", False)]),
        ("gọi ngay", "gọi tới ngay", [("", "tới", False)]),
        ("người bị lừa bán", "người bị lửa bán", [("lừa", "lửa", True)]),
        ("đường về nhà", "đương về nha", [("đường", "đương", True), ("nhà", "nha", True)]),
        ("tin cho công an", "tin cho thông anh", [("công an", "thông anh", False)]),
        ("a b c d", "a x d", [("b c", "x", False)]),
        ("", "xin chào", [("", "xin chào", False)]),
        ("xin chào", "", [("xin chào", "", False)]),
    ],
)
def test_differences(said: str, heard: str, differences: list[tuple[str, str, bool]]) -> None:
    assert told(said, heard) == differences


def test_a_difference_is_found_by_the_words_before_it() -> None:
    said = ["một", "hai", "ba", "bốn", "năm"]
    (found,) = compare(said, [*said[:4], "sáu"]).differences
    assert (found.after, found.place) == (("hai", "ba", "bốn"), 4)
    (more,) = compare(["một", "hai"], ["một", "rồi", "hai"]).differences
    assert (more.after, more.place) == (("một",), 1)


def test_other_marks_are_counted_apart() -> None:
    found = compare(words("bị lừa bán công khai"), words("bị lửa bán thông khai rồi"))
    assert (found.words, found.missed, found.marks) == (5, 2, 1)


@given(text)
def test_what_is_heard_right_has_no_difference(said: list[str]) -> None:
    assert compare(said, said).differences == ()


@given(text, text)
def test_the_differences_turn_what_was_said_into_what_was_heard(
    said: list[str], heard: list[str]
) -> None:
    found = compare(said, heard)
    result, at = [], 0
    for each in found.differences:
        result += said[at : each.place]
        assert tuple(said[each.place : each.place + len(each.said)]) == each.said
        result += each.heard
        at = each.place + len(each.said)
    assert result + said[at:] == heard


@given(text, text)
def test_it_is_the_least_there_is_to_tell(said: list[str], heard: list[str]) -> None:
    """As many words as the lists differ in length at least, as many as the longer has at most."""
    found = compare(said, heard)
    assert abs(len(said) - len(heard)) <= found.missed + found.marks <= max(len(said), len(heard))


def test_words_of_any_spelling() -> None:
    assert words("Bà con, “hãy” gọi 111!") == ["bà", "con", "hãy", "gọi", "111"]
    assert words("bà") == ["bà"]  # an accent of its own becomes part of its letter
    assert compare([], []) == Comparison(words=0, differences=())
