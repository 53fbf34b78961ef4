"""Text messages: counted as a phone network counts, never cut where it hurts."""

import re

import gsm0338
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.kit.gsm import alphabet, sms, units, unmarked

CODEC = gsm0338.Codec()
SINGLE, PART = {"GSM-7": 160, "UCS-2": 70}, {"GSM-7": 153, "UCS-2": 67}
plain = st.text(alphabet="abc ABC.,?€[]{}^~|\\@_0123456789\n", max_size=400)
vietnamese = st.text(alphabet="aăâđêôơưạếộớữỹ ĐƯƠ.,?“”–😀0123456789", max_size=400)
words = st.lists(
    st.one_of(
        st.text(alphabet="abcđêộữ", min_size=1, max_size=12),
        st.sampled_from(["111", "0204 000 000", "1800 1091", "30/7", "1.250.000"]),
    ),
    max_size=60,
)


def counted(text: str, coding: str) -> int:
    """By a codec of somebody else's."""
    return len(CODEC.encode(text)[0]) if coding == "GSM-7" else len(text.encode("utf-16-be")) // 2


@settings(deadline=None)  # the machine may be busy
@given(plain | vietnamese)
def test_parts_joined_are_the_text_and_fit(text: str) -> None:
    made = sms(text)
    room = SINGLE if len(made.parts) == 1 else PART
    assert made.text == text
    assert made.units == counted(text, made.alphabet)
    assert all(counted(part, made.alphabet) <= room[made.alphabet] for part in made.parts)


@settings(deadline=None)  # the machine may be busy
@given(plain)
def test_letters_of_the_default_alphabet_cost_what_the_codec_says(text: str) -> None:
    assert alphabet(text) == "GSM-7"
    assert units(text, "GSM-7") == len(CODEC.encode(text)[0])


@settings(deadline=None)  # the machine may be busy
@given(words)
def test_no_word_no_number_and_no_group_of_digits_is_cut(tokens: list[str]) -> None:
    text = " và ".join(tokens)  # numbers side by side would be one number in groups
    ends = set()
    at = 0
    for part in sms(text).parts[:-1]:
        at += len(part)
        ends.add(at)
    for match in re.finditer(r"0204 000 000|1800 1091|\S+", text):
        assert not ends & set(range(match.start() + 1, match.end())), match[0]


@settings(deadline=None)  # the machine may be busy
@given(st.text(max_size=300))
def test_without_marks_any_text_is_in_the_default_alphabet(text: str) -> None:
    assert alphabet(unmarked(text)) == "GSM-7"


def test_marks_go_and_letters_stay() -> None:
    assert unmarked("Đường dây “nóng” – gọi số 111…") == 'Duong day "nong" - goi so 111...'


@pytest.mark.parametrize(
    ("text", "coding", "parts"),
    [
        ("a" * 160, "GSM-7", 1),
        ("a" * 161, "GSM-7", 2),
        ("€" * 80, "GSM-7", 1),  # two septets each
        ("€" * 81, "GSM-7", 2),
        ("ữ" * 70, "UCS-2", 1),
        ("ữ" * 71, "UCS-2", 2),
        ("😀" * 35, "UCS-2", 1),  # two units each
        ("😀" * 36, "UCS-2", 2),
    ],
)
def test_where_a_second_message_begins(text: str, coding: str, parts: int) -> None:
    made = sms(text)
    assert (made.alphabet, len(made.parts)) == (coding, parts)


def test_endless_groups_of_digits_are_cut_between_groups() -> None:
    made = sms(" ".join(["0204"] * 80))
    assert len(made.parts) == 3
    assert all(set(part.split()) == {"0204"} for part in made.parts)


def test_an_extended_character_is_not_parted_from_its_escape() -> None:
    made = sms("a" * 152 + "€" * 60)
    assert [counted(part, "GSM-7") for part in made.parts] == [152, 120]
