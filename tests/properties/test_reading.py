"""Laws of the reader, on any text and on plain Vietnamese."""

import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model import Lexeme
from pipeline.reading import Lexicon, read, say, segments, syllables
from pipeline.reading.guard import LETTERS
from pipeline.reading.numbers import DIGITS, cardinal
from pipeline.reading.roman import value

ALPHABET = LETTERS | set(" .,;:?!")
MARKS = re.compile(r"[.,;:?!]")
ROOT = Path(__file__).parents[2]
OFFICIAL = st.text(alphabet="0123456789abđghknAĐUBNDQKHTxiv/-–.,:;()%+ '\n\t°²đ&@#“”…", max_size=60)
WORDS = sorted(
    {
        word.strip(".,;:?!").lower()
        for path in ROOT.glob("campaigns/*/*.md")
        for word in path.read_text(encoding="utf-8").split("---", 2)[2].split()
        if word.strip(".,;:?!").isalpha()
    }
    - {"b", "zalo", "facebook", "tiktok"}
)


@given(st.one_of(st.text(max_size=80), OFFICIAL))
def test_any_text_is_read_or_reported(text: str) -> None:
    reading = read(text)
    assert "".join(span.written for span in reading.spans) == reading.written
    at = 0
    for span in reading.spans:
        assert (span.start, span.end) == (at, at + len(span.written))
        at = span.end
    assert set(reading.spoken) <= ALPHABET
    assert "  " not in reading.spoken
    assert reading.spoken[:1] not in set(".,;:?! ")


@given(st.one_of(st.text(max_size=80), OFFICIAL))
def test_reading_again_changes_nothing(text: str) -> None:
    assert read(text) == read(text)
    spoken = say(text)
    assert say(spoken).lower() == spoken.lower()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30))
def test_plain_vietnamese_passes_untouched(words: list[str]) -> None:
    sentence = " ".join(words).capitalize() + "."
    reading = read(sentence)
    assert reading.spoken == sentence
    assert reading.unread == reading.unsure == ()


@given(st.one_of(st.text(max_size=200), OFFICIAL))
def test_segments_say_what_the_reading_says(text: str) -> None:
    words = " ".join(segment.spoken for segment in segments(text))
    assert MARKS.sub(" ", words).split() == MARKS.sub(" ", say(text)).split()
    for segment in segments(text):
        assert segment.syllables == syllables(segment.spoken) > 0
        assert segment.pause > 0


def spelled(words: str) -> int:
    """An independent reader of number words."""
    if "tỷ" in words.split():
        head, _, tail = words.rpartition("tỷ")
        return spelled(head) * 10**9 + (spelled(tail) if tail.strip() else 0)
    total = 0
    for word, scale in (("triệu", 10**6), ("nghìn", 10**3)):
        if word in words.split():
            head, _, words = words.partition(word)
            total += hundreds(head) * scale
    return total + (hundreds(words) if words.strip() else 0)


def hundreds(words: str) -> int:
    number, last = 0, 0
    units = {**{word: n for n, word in enumerate(DIGITS)}, "mốt": 1, "tư": 4, "lăm": 5}
    for word in words.split():
        if word == "trăm":
            number, last = last * 100, 0
        elif word == "mươi":
            number, last = number + last * 10, 0
        elif word == "mười":
            number += 10
        elif word != "linh":
            last = units[word]
    return number + last


@given(st.integers(0, 10**15))
def test_numbers_come_back_through_another_reader(number: int) -> None:
    assert spelled(cardinal(number)) == number


@given(st.integers(0, 10**12))
def test_written_with_dots_a_number_reads_the_same(number: int) -> None:
    assert say(f"có {number:,} người".replace(",", ".")) == f"có {cardinal(number)} người"


@given(st.integers(1, 3999))
def test_roman_numerals_come_back(number: int) -> None:
    tens = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
            (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]  # fmt: skip
    text, left = "", number
    for worth, letters in tens:
        while left >= worth:
            text, left = text + letters, left - worth
    assert value(text) == number


@given(st.text(alphabet="abcABC", min_size=2, max_size=6))
def test_the_lexicon_wins_over_everything(form: str) -> None:
    lexicon = Lexicon([Lexeme(written=form, spoken="từ riêng")])
    assert say(f"có {form} đây", lexicon) == "có từ riêng đây"
    assert say(f"có {form}x đây", lexicon) != "có từ riêngx đây"


PIECES = ["1", "-", "(", "1/", "12.", "A", "a", "–1", "1 ", "v.", "@a", "\n-", "'", "1,", "5/9 "]
MIXED = "Km1+2 (3-4) “số 5/KH-UBND”, 6h7 ± 8.000đ/kg – 09.1 "


@pytest.mark.parametrize("piece", [*PIECES, "T2 ", "Km1", "1x", "1.000", MIXED])
def test_time_grows_with_length_not_with_its_square(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * length)[:length]
        start = time.process_time()
        read(text)
        return time.process_time() - start

    seconds(200)
    short = max(min(seconds(3_000) for _ in range(3)), 0.002)
    assert seconds(30_000) / short < 50  # a square would be 100 and far beyond


def test_a_hundred_thousand_signs_are_read_or_reported() -> None:
    for sign in "1-(A.":
        reading = read(sign * 100_000)
        assert reading.spans[-1].end == 100_000


def test_thousands_of_plain_sentences_pass_untouched() -> None:
    choice = random.Random(7)
    for _ in range(3_000):
        words = choice.choices(WORDS, k=choice.randint(3, 25))
        for place in choice.sample(range(len(words)), k=len(words) // 6):
            words[place] += choice.choice(",;:")
        sentence = " ".join(words).capitalize().rstrip(",;:") + choice.choice(".?!")
        reading = read(sentence)
        assert reading.spoken == sentence
        assert reading.unread == ()


def test_no_dependence_on_process_hash_seed_or_locale() -> None:
    code = (
        "from pipeline.reading import say; print(say('Số 12/KH-UBND ngày 5/9, gọi 111, TT. Thắng'))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
            | {"LC_ALL": locale, "LANG": locale, "TZ": "Pacific/Apia"},
            capture_output=True,
            check=True,
        ).stdout
        for seed, locale in (("1", "C"), ("7", "C.UTF-8"), ("9", "tr_TR.UTF-8"))
    }
    assert len(said) == 1
