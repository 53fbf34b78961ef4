"""The site made from what is published: whole, quiet when nothing changed, safe from any name."""

import hashlib
import json
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from pipeline.model import Site
from pipeline.publish import publish, refresh, sitemap, verify
from pipeline.publish.portal import shelf
from pipeline.store import MemoryStore
from tests.loopback import portal
from tests.loopback.portal import BEFORE, LATER, Links, dead_links, release
from tests.unit.publish import kit


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return portal.site(tmp_path_factory.mktemp("trang") / "ra")


@pytest.fixture
def output(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "ra"))


def stamps(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def pages(output: Path) -> dict[str, str]:
    """Digests of what is not a bundle."""
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(output.rglob("*"))
        if path.is_file() and sitemap.is_written(path.relative_to(output).as_posix())
    }


def test_every_link_of_every_page_leads_somewhere(made) -> None:
    assert (made / "index.html").is_file()
    assert len(list(made.rglob("index.html"))) == 1 + 2 * 3
    assert dead_links(made) == []


def test_bundles_are_as_they_were(made) -> None:
    assert verify(made) == ()


def test_every_file_is_public_and_every_page_has_an_address_of_ours(made) -> None:
    for path in made.rglob("*"):
        if path.is_file():
            assert sitemap.is_public(path.relative_to(made).as_posix()), path


def test_a_page_weighs_less_than_a_hundred_kilobytes(made) -> None:
    for page in made.rglob("index.html"):
        loaded = {(page.parent / link).resolve() for link in Links(page.read_bytes()).targets}
        drawn = [path for path in loaded if path.parent.name == "_"]
        fonts = list((made / "_").glob("*.woff2"))
        assert len(drawn) == 3
        assert sum(path.stat().st_size for path in [page, *drawn, *fonts]) < 100_000


def test_the_same_bundles_give_the_same_pages_anywhere(made, tmp_path) -> None:
    assert pages(portal.site(tmp_path / "nơi khác")) == pages(made)


def test_nothing_is_touched_when_nothing_changed(output) -> None:
    before = stamps(output)
    assert refresh(output, Site()) == 0
    assert stamps(output) == before


def test_only_the_station_that_changed_is_made_again(output) -> None:
    before = pages(output)
    store, plan = MemoryStore(), kit.edited(kit.make_plan(kit.station(0), days=7), "Tên khác")
    kit.stock(plan, store)
    publish(plan, store, output)
    assert refresh(output, Site()) > 0
    changed = {name for name, digest in pages(output).items() if before.get(name) != digest}
    assert changed
    assert all(name.startswith("07288/") for name in changed)


@pytest.mark.parametrize("lost", ["07288/feed.xml", "07288/2026-W48/index.html", "index.html"])
def test_what_somebody_deleted_comes_back(output, lost) -> None:
    before = pages(output)
    (output / lost).unlink()
    refresh(output, Site())
    assert pages(output) == before


def test_a_week_taken_away_leaves_no_dead_link(output) -> None:
    shutil.rmtree(output / str(BEFORE))
    refresh(output, Site())
    assert dead_links(output) == []
    assert str(BEFORE) not in (output / "07288" / "index.html").read_text("utf-8")
    assert not (output / "07288" / str(BEFORE)).exists()


def test_a_station_taken_away_leaves_no_empty_folder(output) -> None:
    for week in (BEFORE, LATER):
        shutil.rmtree(output / str(week) / "07289")
    refresh(output, Site())
    assert not (output / "07289").exists()


def test_a_station_taken_away_is_gone_from_the_site_but_not_people_s_files(output) -> None:
    own = output / "07289" / "ghi-chu.txt"
    own.write_text("của tôi")
    for week in (BEFORE, LATER):
        shutil.rmtree(output / str(week) / "07289")
    refresh(output, Site())
    assert [path.name for path in (output / "07289").iterdir()] == [own.name]
    assert "07289" not in (output / "index.html").read_text("utf-8")


def test_no_link_is_ever_dead_while_files_appear(tmp_path, monkeypatch) -> None:
    output = tmp_path / "ra"
    release(output, BEFORE, days=2)
    refresh(output, Site())
    release(output, LATER, kit.station(0), kit.station(1), kit.station(2), days=2)
    seen: list[int] = []
    rename = Path.replace

    def watched(path: Path, to: Path) -> Path:
        place = rename(path, to)
        seen.append(len(dead_links(output)))
        return place

    monkeypatch.setattr(shelf.Path, "replace", watched)
    refresh(output, Site())
    assert len(seen) > 20
    assert set(seen) == {0}
    assert dead_links(output) == []


def test_a_day_without_bulletin_says_why(output) -> None:
    release(output, LATER, kit.station(0), failed={"07288/2026-12-02": "máy đọc hỏng"})
    refresh(output, Site())
    page = (output / "07288" / "index.html").read_text("utf-8")
    assert "Không có bản tin" in page
    assert "máy đọc hỏng" in page


NASTY = "<script>alert(1)</script>\"'&{{ 7*7 }}\u202e]]>"


def test_hostile_names_stay_text(tmp_path) -> None:
    bad = kit.station(0).but(name=NASTY, unit=kit.station(0).unit.but(name=NASTY, province=NASTY))
    release(tmp_path, LATER, bad, failed={"07288/2026-12-02": NASTY})
    refresh(tmp_path, Site(name=NASTY, contact=NASTY))
    for page in tmp_path.rglob("index.html"):
        text = page.read_text("utf-8")
        assert "<script>alert" not in text
        assert "{{ 7*7 }}" in text
    assert dead_links(tmp_path) == []
    feed = ET.parse(tmp_path / "07288" / "feed.xml")  # noqa: S314 - our own
    assert feed.findtext("channel/title") == f"Đài truyền thanh {NASTY}"
    feeds = ET.parse(tmp_path / "stations.opml")  # noqa: S314 - our own
    assert feeds.find("body/outline").get("text") == f"Đài truyền thanh {NASTY}"


@pytest.mark.parametrize("name", ["../../x.MP3", "..", "a/../../b.MP3", "C:\\x.MP3", "x\0.MP3"])
def test_a_release_that_names_files_elsewhere_is_not_shown(output, name) -> None:
    path = output / str(LATER) / "RELEASE.JSON"
    told = json.loads(path.read_text("utf-8"))
    told["stations"][0]["bulletins"][0]["file"] = name
    told["stations"][1]["station"]["code"] = name
    path.write_text(json.dumps(told), "utf-8")
    refresh(output, Site())
    assert {path.name for path in output.parent.iterdir()} == {"ra"}
    assert "2026-W49" not in (output / "07288" / "index.html").read_text("utf-8")


def test_damaged_releases_and_manifests_do_not_stop_the_others(output) -> None:
    (output / str(BEFORE) / "RELEASE.JSON").write_bytes(b"{")
    (output / str(LATER) / "07288" / "MANIFEST.JSON").write_bytes(b"\xff")
    (output / "07288" / str(LATER) / "index.html").unlink()
    refresh(output, Site())
    assert dead_links(output) == []
    assert "01_T2SC" in (output / "07288" / "index.html").read_text("utf-8")


def test_an_empty_output_has_a_first_page(tmp_path) -> None:
    refresh(tmp_path, Site())
    assert "Chưa có gói bản tin nào" in (tmp_path / "index.html").read_text("utf-8")
