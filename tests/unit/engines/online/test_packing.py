import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.engines.online.packing import pack

WORD = st.text("abcđêôưàáảãạ", min_size=1, max_size=7)
TEXT = st.lists(st.tuples(WORD, st.sampled_from(["", "", "", ",", ".", ";", ":", "?", "!"])))


@given(TEXT, st.integers(8, 120))
def test_pieces_fit_and_are_the_words_again(text: list[tuple[str, str]], limit: int) -> None:
    words = " ".join(word + mark for word, mark in text)
    pieces = pack(words, limit)
    assert " ".join(pieces) == words
    assert all(0 < len(piece) <= limit for piece in pieces)


@given(st.text("ab ,.;!", max_size=300), st.integers(1, 40))
def test_anything_fits_and_nothing_is_lost(words: str, limit: int) -> None:
    pieces = pack(words, limit)
    assert "".join(filter(str.isalnum, "".join(pieces))) == "".join(filter(str.isalnum, words))
    assert all(len(piece) <= limit and any(map(str.isalnum, piece)) for piece in pieces)


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("", ()),
        ("Xin chào bà con.", ("Xin chào bà con.",)),
        ("Một hai ba. Bốn năm sáu bảy.", ("Một hai ba.", "Bốn năm sáu bảy.")),
        ("Một, hai ba bốn; năm sáu bảy", ("Một, hai ba bốn;", "năm sáu bảy")),
        ("một hai ba bốn năm sáu", ("một hai ba", "bốn năm sáu")),
        ("Đi đâu ? Về nhà thôi nhé !", ("Đi đâu?", "Về nhà thôi nhé!")),
        ("abcdefghijklmnopqrstuvwxyz", ("abcdefghijklmnopqrst", "uvwxyz")),
    ],
)
def test_cuts_where_a_speaker_would_breathe(words: str, pieces: tuple[str, ...]) -> None:
    assert pack(words, 20) == pieces


def test_a_bulletin_takes_few_requests() -> None:
    sentence = (
        "Mua bán người là tội phạm nghiêm trọng, xâm phạm quyền con người, để lại hậu quả lâu dài; "
        "đề nghị bà con không tin lời hứa việc nhẹ lương cao, kịp thời báo tin cho công an xã. "
    )
    words = sentence * 13
    pieces = pack(words, 100)
    assert len(words) > 2_200
    assert len(pieces) <= 39  # gTTS's own way: one for every mark, 65
    assert all(piece[-1] in ".,;" for piece in pieces)


def test_a_long_text_is_no_trouble() -> None:
    assert len(pack("bà con " * 20_000, 100)) == 1_429
