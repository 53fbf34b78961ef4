"""Lines commune officers really write, read word for word."""

from pathlib import Path

import pytest

from pipeline.reading import say

TABLES = sorted((Path(__file__).parents[2] / "golden" / "reading").glob("*.tsv"))
LINES = [
    line.split("\t")
    for table in TABLES
    for line in table.read_text(encoding="utf-8").splitlines()
    if line and line[0] != "#"
]


@pytest.mark.parametrize(("written", "spoken"), LINES, ids=[line[0][:40] for line in LINES])
def test_a_line_is_read_word_for_word(written: str, spoken: str) -> None:
    assert say(written) == spoken
