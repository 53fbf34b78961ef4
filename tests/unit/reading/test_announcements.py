"""Whole announcements of every kind: the words an announcer says, marks and capitals aside."""

import re
from pathlib import Path

import pytest

from pipeline.reading import read

FILES = sorted((Path(__file__).parents[2] / "golden" / "announcements").glob("*.tsv"))
LINES = [
    line.split("\t")
    for path in FILES
    for line in path.read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


@pytest.mark.parametrize(("written", "readings"), LINES, ids=[line[0][:40] for line in LINES])
def test_an_announcement_is_read_as_an_announcer_reads_it(written: str, readings: str) -> None:
    reading = read(written)
    assert words(reading.spoken) in [words(each) for each in readings.split(" | ")]
    assert reading.unread == ()
