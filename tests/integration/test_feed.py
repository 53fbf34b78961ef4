"""Feeds, chapters and subtitles, judged by an independent reader."""

import json
from datetime import datetime
from pathlib import Path

import feedparser
import pytest

from pipeline.model import Site
from pipeline.publish import manifest, refresh
from pipeline.publish.feed import located, subtitles
from tests.loopback import portal
from tests.loopback.portal import LATER

URL = "https://truyenthanh.example.vn/tt"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = portal.site(tmp_path_factory.mktemp("trang"))
    refresh(output, Site(url=URL, contact="truyenthanh@example.vn"))
    return output


@pytest.fixture(scope="module")
def read(output: Path) -> feedparser.FeedParserDict:
    return feedparser.parse((output / "07288" / "feed.xml").read_bytes())


def below(url: str, output: Path) -> Path:
    """The file an address of the feed stands for."""
    assert url.startswith(f"{URL}/")
    return output / url.removeprefix(f"{URL}/").partition("?")[0]


def test_it_is_a_feed_of_the_station(read) -> None:
    assert not read.bozo
    assert read.version == "rss20"
    assert read.feed.title == "Đài truyền thanh xã Yên Thế"
    assert read.feed.language == "vi"
    assert read.feed.link == f"{URL}/07288/index.html"
    own = [link.href for link in read.feed.links if link.rel == "self"]
    assert own == [f"{URL}/07288/feed.xml"]


def test_every_enclosure_is_there_with_its_length(read, output) -> None:
    assert len(read.entries) == 14
    for entry in read.entries:
        (sound,) = entry.enclosures
        assert sound.type == "audio/mpeg"
        assert int(sound.length) == below(sound.href, output).stat().st_size


def test_no_two_are_kept_under_one_name(read) -> None:
    kept = {entry.enclosures[0].href.rpartition("/")[2] for entry in read.entries}
    assert len(kept) == 14
    assert all(name.endswith(".MP3") for name in kept)


def test_guids_are_station_and_day_whatever_the_bulletin_says(read) -> None:
    assert read.entries[0].id == "07288/2026-12-06"
    assert len({entry.id for entry in read.entries}) == 14


def test_newest_first_and_all_due_before_the_first_broadcast_of_the_week(read) -> None:
    dates = [datetime.strptime(each.published, "%a, %d %b %Y %H:%M:%S %z") for each in read.entries]
    assert dates == sorted(dates, reverse=True)
    assert len(set(dates)) == 14
    assert dates[0].isoformat() == "2026-11-29T20:07:00+07:00"


def test_transcripts_and_chapters_are_those_of_the_bulletin(read, output) -> None:
    for entry in read.entries[:7]:
        words = below(entry.podcast_transcript["url"], output).read_text("utf-8")
        assert words.startswith("WEBVTT\n\n00:00:00.000 --> ")
        assert "Đây là Đài truyền thanh xã Yên Thế." in words
        told = json.loads(below(entry.podcast_chapters["url"], output).read_text("utf-8"))
        starts = [each["startTime"] for each in told["chapters"]]
        assert told["version"] == "1.2.0"
        assert starts[0] == 0
        assert starts == sorted(starts)
        assert entry.itunes_season == "202649"
        assert entry.podcast_season["name"] == "Tuần 49/2026"


def test_a_list_of_all_feeds(output) -> None:
    text = (output / "stations.opml").read_text("utf-8")
    assert text.count(f'xmlUrl="{URL}/0728') == 2
    assert 'text="Đài truyền thanh xã Yên Thế"' in text


@pytest.mark.parametrize("url", ["", URL])
def test_a_server_puts_its_own_address_in(tmp_path, url) -> None:
    output = portal.site(tmp_path, weeks=(LATER,))
    refresh(output, Site(url=url))
    content = (output / "07288" / "feed.xml").read_bytes()
    moved = located(content, url, "http://192.168.1.9:8000")
    read = feedparser.parse(moved)
    for entry in read.entries:
        assert entry.enclosures[0].href.startswith("http://192.168.1.9:8000/2026-W49/07288/")
    assert b"../" not in moved
    assert b"example.vn" not in moved


def test_words_cannot_end_a_cue_or_be_markup(output) -> None:
    told = manifest.read((output / str(LATER) / "07288" / "MANIFEST.JSON").read_bytes())
    entry = told.bulletins[0]
    first = entry.elements[0]
    bad = first.lines[0].__class__(start=0, role="A", text="a\n\n00:00:01.000 --> x <b>&")
    written = subtitles.write(entry.but(elements=(first.but(lines=(bad,)),))).decode()
    assert written.count("-->") == 1
    assert "a 00:00:01.000 --&gt; x &lt;b&gt;&amp;" in written
