"""A draft lies apart, and nothing that publishes takes it."""

from pathlib import Path

import pytest

from pipeline.errors import PublishError
from pipeline.model import Site
from pipeline.publish import publish, refresh
from pipeline.publish.catalogue import catalogue
from pipeline.store import MemoryStore
from pipeline.usb import copy

from .kit import make_plan, station, stock


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a draft of one station lies."""
    plan, store = make_plan(station(0), days=1).but(draft=True), MemoryStore()
    stock(plan, store)
    folder = tmp_path_factory.mktemp("ra") / "ban-thu"
    publish(plan, store, folder)
    return folder


def test_a_draft_is_not_put_among_releases_nor_a_release_among_drafts(tmp_path: Path) -> None:
    plan, store = make_plan(station(0), days=1), MemoryStore()
    stock(plan, store)
    with pytest.raises(PublishError):
        publish(plan.but(draft=True), store, tmp_path / "output")
    with pytest.raises(PublishError):
        publish(plan, store, tmp_path / "ban-thu")
    assert list(tmp_path.iterdir()) == []


def test_a_draft_makes_no_site_and_is_in_none(drafts: Path, tmp_path: Path) -> None:
    with pytest.raises(PublishError):
        refresh(drafts, Site())
    assert catalogue(drafts).stations == {}
    moved = tmp_path / "output"
    drafts.rename(moved)  # somebody thinks that is all it takes
    try:
        assert catalogue(moved).stations == {}
    finally:
        moved.rename(drafts)


@pytest.mark.parametrize("name", ["LICH-PHAT.ICS", "LICH-PHAT.CSV", "LICH-PHAT.TXT"])
def test_each_sheet_of_a_draft_says_so(drafts: Path, name: str) -> None:
    text = (drafts / "2026-W49" / station(0).code / name).read_text(encoding="utf-8-sig")
    broadcasts = max(text.count("SUMMARY:"), text.count(".MP3,"), 1)
    assert text.count("BẢN THỬ") >= broadcasts


def test_a_draft_goes_on_no_stick(drafts: Path, tmp_path: Path) -> None:
    with pytest.raises(PublishError, match="bản thử"):
        copy(drafts / "2026-W49" / station(0).code, tmp_path)
    assert list(tmp_path.iterdir()) == []
