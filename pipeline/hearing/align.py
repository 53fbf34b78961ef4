"""What was said beside what was heard, word by word, at the least cost (Levenshtein's distance).

A word heard with other marks ("bán", "bạn") costs half of another word: listening machines often
miss a tone, so such places are told apart.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from ..model import Record

SAME, MARKS, OTHER = 0, 1, 2  # cost of a pair; a word alone costs OTHER
CONTEXT = 3  # words before a difference, to find the place by
_WORD = re.compile(r"[^\W_]+")
Pair = tuple[int | None, int | None]  # places in what was said and in what was heard


class Difference(Record):
    """Words that were not heard as they should be said. Either side may be empty."""

    after: tuple[str, ...]  # the words before them
    said: tuple[str, ...]
    heard: tuple[str, ...]
    place: int  # of the first word, among those that should be said

    @property
    def marks_only(self) -> bool:
        """Whether only marks (tones, hats, horns) are heard otherwise."""
        return [*map(bare, self.said)] == [*map(bare, self.heard)]


class Comparison(Record):
    """A passage and how it was heard."""

    words: int  # that should be said
    differences: tuple[Difference, ...]

    @property
    def missed(self) -> int:
        """Words heard otherwise, not at all, or on top; other marks not counted."""
        return sum(
            max(len(each.said), len(each.heard)) for each in self.differences if not each.marks_only
        )

    @property
    def marks(self) -> int:
        """Words of which only the marks were heard otherwise."""
        return sum(len(each.said) for each in self.differences if each.marks_only)


def words(text: str) -> list[str]:
    """Words in small letters, without punctuation."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def bare(word: str) -> str:
    """A word without its marks: "đường" -> "duong"."""
    letters = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def compare(said: Sequence[str], heard: Sequence[str]) -> Comparison:
    """Every difference, in order."""
    found = []
    pairs = _aligned(said, heard)
    for kind, group in groupby(pairs, key=lambda pair: _kind(pair, said, heard)):
        if kind == SAME:
            continue
        run = list(group)
        mine = [said[i] for i, _ in run if i is not None]
        place = next((i for i, _ in run if i is not None), None)
        if place is None:  # nothing was to be said here: the place is after the word before
            place = _before(pairs, pairs.index(run[0]))
        difference = Difference(
            after=tuple(said[max(0, place - CONTEXT) : place]),
            said=tuple(mine),
            heard=tuple(heard[j] for _, j in run if j is not None),
            place=place,
        )
        found.append(difference)
    return Comparison(words=len(said), differences=tuple(found))


def _kind(pair: Pair, said: Sequence[str], heard: Sequence[str]) -> int:
    one, other = pair
    return OTHER if one is None or other is None else _cost(said[one], heard[other])


def _cost(one: str, other: str) -> int:
    if one == other:
        return SAME
    return MARKS if bare(one) == bare(other) else OTHER


def _before(pairs: Sequence[Pair], index: int) -> int:
    """How many words should have been said before a pair."""
    return sum(one is not None for one, _ in pairs[:index])


def _aligned(said: Sequence[str], heard: Sequence[str]) -> list[Pair]:
    """Pairs of places, in order; None where a word stands alone."""
    table = _distances(said, heard)
    return list(_walked(table, said, heard))[::-1]


def _distances(said: Sequence[str], heard: Sequence[str]) -> NDArray[np.int32]:
    """Least cost of the first i words against the first j: shape (said + 1, heard + 1)."""
    steps = np.arange(len(heard) + 1, dtype=np.int32) * OTHER
    table = np.empty((len(said) + 1, len(heard) + 1), np.int32)
    table[0] = steps
    for i, word in enumerate(said, start=1):
        pair = np.array([_cost(word, each) for each in heard], np.int32)
        row = table[i - 1] + OTHER
        row[1:] = np.minimum(row[1:], table[i - 1, :-1] + pair)
        table[i] = np.minimum.accumulate(row - steps) + steps  # words heard on top
    return table


def _walked(table: NDArray[np.int32], said: Sequence[str], heard: Sequence[str]) -> Iterator[Pair]:
    """From the end back to the beginning."""
    i, j = len(said), len(heard)
    while i or j:
        here = table[i, j]
        if i and j and here == table[i - 1, j - 1] + _cost(said[i - 1], heard[j - 1]):
            i, j = i - 1, j - 1
            yield i, j
        elif i and here == table[i - 1, j] + OTHER:
            i -= 1
            yield i, None
        else:
            j -= 1
            yield None, j
