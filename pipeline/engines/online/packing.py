"""Cuts words into the few pieces a service takes at a time, where a speaker would breathe."""

from collections.abc import Iterator
from itertools import pairwise

# What a cut after this mark costs. A cut inside a phrase is heard, so it must be worth it.
CUTS = {".": 0, "!": 0, "?": 0, "…": 0, ";": 1, ":": 1, ",": 2}
INSIDE = 8
PIECE = 3  # what one more request costs


def pack(words: str, limit: int) -> tuple[str, ...]:
    """Split into pieces of at most `limit` code points, each with a letter or digit in it.

    Joined by single spaces the pieces are the words again, marks included; only a word longer than
    `limit` is cut apart, and marks before the first word are left out. Of all ways to cut, the
    cheapest by the table above, and of those the most even.
    """
    tokens = _tokens(words, limit)
    # For the first n tokens: cost, squares of the pieces' lengths, where the last piece begins.
    best: list[tuple[int, int, int]] = [(0, 0, 0)]
    for end in range(1, len(tokens) + 1):
        cut = 0 if end == len(tokens) else CUTS.get(tokens[end - 1][-1], INSIDE)
        best.append(
            min(
                (best[begin][0] + PIECE + cut, best[begin][1] + length**2, begin)
                for begin, length in _last_pieces(tokens, end, limit)
            )
        )
    cuts = [len(tokens)]
    while cuts[-1] > 0:
        cuts.append(best[cuts[-1]][2])
    pieces = (" ".join(tokens[begin:end]) for begin, end in pairwise(reversed(cuts)))
    return tuple(piece for piece in pieces if any(map(str.isalnum, piece)))


def _last_pieces(tokens: list[str], end: int, limit: int) -> Iterator[tuple[int, int]]:
    """Where a piece that ends before token `end` may begin, and how long it then is."""
    length = -1
    for begin in range(end - 1, -1, -1):
        length += 1 + len(tokens[begin])
        if length > limit:
            return
        yield begin, length


def _tokens(words: str, limit: int) -> list[str]:
    """Words with the marks that follow them; lone marks join the word before."""
    tokens: list[str] = []
    for word in words.split():
        if tokens and not any(map(str.isalnum, word)) and len(tokens[-1]) + len(word) <= limit:
            tokens[-1] += word
        else:
            tokens += (word[at : at + limit] for at in range(0, len(word), limit))
    return tokens
