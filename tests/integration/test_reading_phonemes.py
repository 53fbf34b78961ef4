"""The second line of defence: the embedded voice must not respell what the reader has written out.

Its engine's own spelling of a few syllables is part of what is asked. A respelling would show
as other phonemes than the word has alone, as more groups than syllables, or as a switch to another
language.
"""

import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from pipeline import reading
from pipeline.engines.espeak_spelling import spelled
from pipeline.reading import say
from pipeline.reading.guard import allowed
from pipeline.reading.letters import NAMES
from pipeline.reading.numbers import cardinal
from pipeline.reading.syllable import is_syllable

MARKS = re.compile(r"[.,;:?!]")
GOLDEN = sorted((Path(__file__).parents[1] / "golden" / "reading").glob("*.tsv"))
NAMED = ("places", "web_places")  # names of the highlands, said as they are written
TABLES = [
    path
    for path in sorted(Path(reading.__file__).parent.joinpath("tables").glob("*.tsv"))
    if path.stem not in NAMED
]
WORD = re.compile(r"\S+")
ONSETS = WORD.findall("ngh ng nh gh gi kh ph th tr ch qu b c d đ g h k l m n p r s t v x")
RIMES = WORD.findall(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em "
    "en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip "
    "it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen "
    "oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng "
    "uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt "
    "uynh uyp uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu"
)
VOWELS, STRONG = "aăâeêioôơuưy", "ăâêôơư"
HEARD = re.compile("[aeiouyɛɔəɯɨ]")  # a vowel in phonemes
TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]
SPOKEN = re.compile(r"[a-zà-ỹđ ]+")
CHILD = """
import ctypes, sys, espeakng_loader
library = ctypes.CDLL(espeakng_loader.get_library_path())
library.espeak_TextToPhonemes.restype = ctypes.c_char_p
library.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0x8000)
library.espeak_SetVoiceByName(b"vi")
for line in sys.stdin:
    text, said = ctypes.c_char_p(line.strip().encode()), []
    pointer = ctypes.pointer(text)
    while pointer.contents.value:
        said.append(library.espeak_TextToPhonemes(pointer, 1, 2) or b"")
    print(b" ".join(said).decode())
"""


def phonemes(lines: list[str]) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", CHILD],
        input=spelled("\n".join(lines)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
        env={"PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
    )
    return done.stdout.splitlines()


def rows(paths: list[Path]) -> list[list[str]]:
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines())
    return [line.split("\t") for line in lines if line and line[0] != "#"]


@pytest.fixture(scope="module")
def cases() -> list[tuple[str, str]]:
    return [(row[0], row[1]) for row in rows(GOLDEN)]


@pytest.fixture(scope="module")
def vocabulary() -> list[str]:
    """Every word that tables, letters and numbers can put into a voice's mouth."""
    said = {row[-1] for row in rows(TABLES) if len(row) > 1 and SPOKEN.fullmatch(row[-1].lower())}
    said |= set(NAMES.values()) | {cardinal(number) for number in range(1000)}
    return sorted({word for each in said for word in each.split() if allowed(word)})


def test_the_words_sound_as_the_gold_sounds(cases: list[tuple[str, str]]) -> None:
    assert phonemes([say(written) for written, _ in cases]) == phonemes([said for _, said in cases])


def test_every_word_of_the_tables_is_one_syllable_and_vietnamese(vocabulary: list[str]) -> None:
    assert len(vocabulary) > 800
    sounds = dict(zip(vocabulary, phonemes(vocabulary), strict=True))
    assert {word for word, said in sounds.items() if len(said.split()) != 1 or "(" in said} == set()


def test_every_word_sounds_in_its_line_as_it_sounds_alone(cases: list[tuple[str, str]]) -> None:
    """One group of phonemes to a syllable, the same wherever it stands: nothing is respelled."""
    lines = [MARKS.sub(" ", say(written)).split() for written, _ in cases]
    words = sorted({word for line in lines for word in line})
    alone = dict(zip(words, phonemes(words), strict=True))
    together = phonemes([" ".join(line) for line in lines])
    for line, said in zip(lines, together, strict=True):
        assert [unstressed(each) for each in said.split()] == [unstressed(alone[w]) for w in line]


def test_no_word_falls_into_another_language(cases: list[tuple[str, str]]) -> None:
    for line in phonemes([say(written) for written, _ in cases]):
        assert "(" not in line


def every_syllable() -> list[str]:
    """Every syllable an onset, a rime and a tone can make, in both ways of placing the mark."""
    found = {
        marked(onset + rime, at, tone)
        for onset in ("", *ONSETS)
        for rime in RIMES
        if onset[-1:] != rime[0]  # "gi" and "qu" have that vowel already
        for at in places(onset, rime)
        for tone in TONES
    }
    return sorted(filter(is_syllable, found))


def marked(word: str, at: int, tone: str) -> str:
    return unicodedata.normalize("NFC", word[: at + 1] + tone + word[at + 1 :])


def places(onset: str, rime: str) -> list[int]:
    """Letters of the syllable that a tone's mark may stand over."""
    begin = len(onset)
    vowels = [begin + i for i, letter in enumerate(rime) if letter in VOWELS]
    strong = [begin + i for i, letter in enumerate(rime) if letter in STRONG]
    if strong:
        return strong[-1:]
    if rime in ("oa", "oe", "uy"):
        return vowels
    if len(vowels) == 3:
        return vowels[1:2]
    return vowels[-1:] if rime[-1] not in VOWELS else vowels[:1]


def test_every_vietnamese_syllable_is_said_as_one_in_vietnamese() -> None:
    words = every_syllable()
    sounds = dict(zip(words, phonemes(words), strict=True))
    assert len(words) > 20_000
    assert {w for w, said in sounds.items() if len(said.split()) != 1 or "(" in said} == set()
    assert {word for word, said in sounds.items() if not HEARD.search(said)} == set()


def unstressed(sounds: str) -> str:
    return sounds.replace("ˈ", "").replace("ˌ", "")
