"""What may be a Vietnamese syllable: what may not is looked up or reported, never guessed."""

import pytest

from pipeline.reading.syllable import is_syllable, syllables

ARE = """nghiêng khuya khuỷu quyết giếng gì uống yêu oẳn loắt ngoằn thuở xoong boong khuyên quý
nguyệt
kỹ qua quở giường nghĩa huýt buýt ý ạ ơi ừ Đắk Lắk veo rượu khoai xoay ngoéo"""
ARE_NOT = """top cat hop bac train main rain pain buy gel gym ce ngi nge school pro crô Đăk aa uu
chh hèt
nhạcc zalo wifi jet"""


@pytest.mark.parametrize("word", ARE.split())
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ARE_NOT.split())
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_spoken_words_are_syllables_one_by_one() -> None:
    assert syllables("Hãy gọi số một một một, ngay nhé!") == 8
    assert syllables("… , .") == 0
