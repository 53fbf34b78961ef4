"""Laws of the texts a bundle holds, for any Vietnamese or hostile title."""

import zipfile
from datetime import date
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from pipeline.publish import playlist, sums
from pipeline.publish.archive import pack
from pipeline.publish.papers import plain
from pipeline.publish.spliced import Content
from tests.unit.publish import kit

DIGEST = st.text("0123456789abcdef", min_size=64, max_size=64)
NAME = st.from_regex(r"[A-Z0-9][A-Z0-9_-]{0,23}\.MP3", fullmatch=True)
PLAN = kit.make_plan(kit.station())


@given(st.text())
def test_plain_text_is_one_ascii_line_and_stays_as_it_is(text: str) -> None:
    folded = playlist.plain(text)
    assert folded.isascii()
    assert folded == folded.strip()
    assert folded == "" or folded.isprintable()
    assert playlist.plain(folded) == folded


@given(st.text(), st.floats(0, 10_000))
def test_a_playlist_has_a_line_and_a_file_for_each_broadcast(title: str, seconds: float) -> None:
    first = PLAN.bulletins[0]
    item = first.rundown[1].but(title=title)
    bulletin = first.but(rundown=(first.rundown[0], item, *first.rundown[2:]))
    content = playlist.write([(bulletin, seconds)])
    assert content.isascii()
    lines = content.decode("ascii").split("\r\n")
    assert len(lines) == 2 + 2 * len(bulletin.slots)
    assert lines[0] == "#EXTM3U"
    assert [line for line in lines[2::2] if line] == [bulletin.file] * 2
    assert all(line.startswith("#EXTINF:") for line in lines[1:-1:2])


@given(st.dictionaries(NAME, DIGEST))
def test_sums_read_back(digests: dict[str, str]) -> None:
    assert sums.read(sums.write(digests)) == digests


@given(
    st.dictionaries(NAME, st.binary(max_size=300)),
    st.dates(date(1980, 1, 1), date(2107, 12, 31)),
)
def test_an_archive_gives_back_what_went_in_and_never_differs(
    files: dict[str, bytes], day: date
) -> None:
    contents = {name: Content.of(each) for name, each in files.items()}
    content = b"".join(pack(contents, day))
    assert content == b"".join(pack(dict(contents), day))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files


@given(st.text())
def test_folding_keeps_every_word(text: str) -> None:
    assert " ".join(plain.fold(text, "    ", "  - ")).split() in (
        text.split(),
        ["-", *text.split()],
    )
