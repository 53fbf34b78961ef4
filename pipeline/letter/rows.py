"""Rows of a table as lines of their own: what is to be done, by whom, when."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

_HEADINGS = re.compile(r"\b(?:stt|tt|số tt|nội dung|nhiệm vụ)\b")
_BAR = re.compile(r"\s*\|\s*")


def headed(cells: Iterable[str]) -> bool:
    """Whether this row only names the columns."""
    return bool(_HEADINGS.search(" ".join(cells).lower()))


def told(cells: Iterable[str]) -> str:
    """Its cells in one line, without counting numbers and what is merged; "": nothing in it."""
    said: list[str] = []
    for cell in cells:
        text = " ".join(cell.split())
        if text and text not in said and not text.rstrip(".").isdigit():
            said.append(text)
    return "- " + " – ".join(said) if said else ""


def barred(lines: Sequence[str]) -> Iterator[str]:
    """Lines of a text, with those that are rows between bars ("1 | … | …") as rows."""
    tabled = [line.count("|") >= 2 for line in lines]
    for (before, now), line in zip(pairwise((False, *tabled)), lines, strict=True):
        if not now:
            yield line
            continue
        cells = _BAR.split(line.strip().strip("|"))
        if before or not headed(cells):
            yield told(cell for cell in cells if not re.fullmatch(r"[-:=+\s]*", cell))
