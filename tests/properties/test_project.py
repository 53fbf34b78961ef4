"""Whatever bytes lie in a project's files, loading gives a Project or a ProjectError."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.errors import ProjectError
from pipeline.project import load
from pipeline.project.files import plain
from tests.unit.project.kit import (
    CAMPAIGN,
    FRAME,
    JINGLE,
    LEXICON,
    MESSAGE,
    STATION,
    VOICE,
    starter,
    write,
)

TEXTS = (FRAME, STATION, VOICE, LEXICON, JINGLE, CAMPAIGN, MESSAGE)
SOUND = JINGLE.replace(".yaml", ".ogg")
HOSTILE = st.sampled_from(
    [
        b"\x00", b"\t", b"\r", b"\n", b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xc2\x85",
        b": ", b"- ", b"[", b"]", b"{", b"}", b"*a", b"&a ", b"!!int ", b"!", b"|\n", b">", b"%",
        b"@", b"'", b'"', b'"\\0"', b'"\\ud800"', b"---\n", b"...\n", b"? ", b"#", b"<<: ", b"~",
        b"1e999", b".nan", b"-1", b"99999999999999999999", b"31/2", b"25:61", "é".encode(),
        "e\u0301".encode(), "\u0344".encode(), "\u200b".encode(), b"../../etc/passwd", b"/", b"\\",
        b"{station}", b"B: ", b"9" * 5000,
    ]
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn, content: bytes) -> bytes:
    """The content with pieces cut out and hostile ones put in."""
    for _ in range(draw(st.integers(1, 4))):
        begin = draw(st.integers(0, len(content)))
        end = min(len(content), begin + draw(st.sampled_from([0, 0, 1, 3, 20, 200])))
        piece = draw(st.one_of(HOSTILE, st.binary(max_size=8), st.text(max_size=8).map(str.encode)))
        content = content[:begin] + piece + content[end:]
    return content


def outcome(folder: Path) -> object:
    """The project, or its problems, each of which must lie in its file and say what to do."""
    try:
        return load(folder)
    except ProjectError as error:
        assert error.problems
        for problem in error.problems:
            assert problem.what and problem.fix and problem.code
            path = folder / problem.place.file
            if problem.place != type(problem.place)(file=problem.place.file):
                check_inside(path.read_bytes(), problem.place.line, problem.place.column)
        return error.problems


def check_inside(content: bytes, line: int, column: int) -> None:
    lines = plain(content.decode("utf-8-sig", "replace")).split("\n")
    assert 1 <= line <= len(lines)
    assert 1 <= column <= len(lines[line - 1]) + 1


@pytest.mark.parametrize("name", [*TEXTS, SOUND])
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(data=st.data())
def test_any_bytes_give_a_project_or_problems_in_their_place(
    name: str, data: st.DataObject
) -> None:
    content = data.draw(st.one_of(damaged(starter()[name]), st.binary(max_size=200)))
    with TemporaryDirectory() as folder:
        write(Path(folder), **{name: content})
        assert outcome(Path(folder)) == outcome(Path(folder))


@settings(max_examples=20, deadline=None, derandomize=True)
@given(data=st.data())
def test_every_damaged_file_is_heard_of(data: st.DataObject) -> None:
    lost = data.draw(st.sets(st.sampled_from(TEXTS), min_size=1))
    with TemporaryDirectory() as folder:
        write(Path(folder), **dict.fromkeys(lost, b"\xff"))
        with pytest.raises(ProjectError) as caught:
            load(Path(folder))
    assert [problem.place.file for problem in caught.value.problems] == sorted(lost)
