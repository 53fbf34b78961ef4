"""Where in a letter something is written, for those who look it up."""

from bisect import bisect_right
from itertools import accumulate

from .lines import tidy
from .sheet import Sheet


def line_of(sheet: Sheet, words: str) -> int:
    """The line of the file on which these words begin, from 1; 1 where nobody can tell.

    Lines broken inside the words are no hindrance, nor are capitals.
    """
    if not sheet.counted:
        return 1
    lines = [f"{tidy(line.text)} ".lstrip().lower() for line in sheet.lines]
    at = "".join(lines).find(tidy(words).lower())
    starts = list(accumulate(map(len, lines), initial=0))
    return bisect_right(starts, at) if at >= 0 and words.strip() else 1
