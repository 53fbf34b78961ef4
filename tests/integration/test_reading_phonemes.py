"""The second line of defence: the embedded voice must not respell what the reader has written out.

It would show as other phonemes than the word has alone, as more groups than syllables, or as a
switch to another language.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.reading import say

MARKS = re.compile(r"[.,;:?!]")
GOLDEN = Path(__file__).parents[1] / "golden" / "reading" / "hanh-chinh.tsv"
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
        input="\n".join(lines),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
        env={"PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"},
    )
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def cases() -> list[tuple[str, str]]:
    rows = GOLDEN.read_text(encoding="utf-8").splitlines()
    return [(row.split("\t")[0], row.split("\t")[1]) for row in rows if row and row[0] != "#"]


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


def unstressed(sounds: str) -> str:
    return sounds.replace("ˈ", "").replace("ˌ", "")
