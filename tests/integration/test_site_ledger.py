"""With a ledger a site that nobody touched is recognised at once, and no other is."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.model import Site
from pipeline.publish import refresh, sitemap
from pipeline.publish.portal import untouched
from tests.loopback import portal

SITE = Site(name="Phường Tân An")
PAGE = "07288/index.html"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return portal.site(tmp_path_factory.mktemp("trang"))


@pytest.fixture
def output(made: Path, tmp_path: Path) -> Path:
    copy = shutil.copytree(made, tmp_path / "output")
    refresh(copy, SITE, ledger=tmp_path / "so")
    return copy


def again(output: Path, site: Site = SITE) -> int:
    return refresh(output, site, ledger=output.parent / "so")


def content(output: Path) -> dict[str, bytes]:
    return {name: (output / name).read_bytes() for name in sitemap.written(output)}


def test_an_untouched_site_is_not_opened(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.publish.portal.catalogue", lambda *told: pytest.fail("read"))
    assert again(output) == 0


DAMAGE: dict[str, Callable[[Path], object]] = {
    "a page is gone": lambda output: (output / PAGE).unlink(),
    "a page is cut short": lambda output: os.truncate(output / "index.html", 100),
    "subtitles are gone": lambda output: next(output.glob("07288/*/*.vtt")).unlink(),
    "a style is gone": lambda output: next(output.glob("_/*.css")).unlink(),
    "a page that should not be there": lambda output: shutil.copytree(
        output / "07288", output / "99999"
    ),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_what_was_touched_is_put_right(output: Path, damage: Callable[[Path], object]) -> None:
    before = content(output)
    damage(output)
    assert again(output) > 0
    assert content(output) == before
    assert again(output) == 0


def test_a_week_taken_away_is_noticed(output: Path) -> None:
    shutil.rmtree(output / "2026-W48")
    assert again(output) > 0
    assert not list(output.glob("07288/2026-W48/*"))


def test_another_name_of_the_site_is_noticed(output: Path) -> None:
    assert again(output, SITE.but(name="Phường Tân Bình")) > 0
    assert b"T\xc3\xa2n B\xc3\xacnh" in (output / "index.html").read_bytes()


@pytest.mark.parametrize("told", [b"", b"\xff\xfe", b"0" * 64])
def test_a_damaged_ledger_costs_only_time(output: Path, told: bytes) -> None:
    (output.parent / "so").write_bytes(told)
    assert again(output) == 0
    assert (output.parent / "so").read_bytes() != told


def test_another_version_of_the_program_looks_at_everything(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Path] = []
    real = untouched.stamp
    monkeypatch.setattr(untouched, "program", lambda: "khác")
    monkeypatch.setattr(untouched, "stamp", lambda path: looked.append(path) or real(path))
    assert again(output) == 0  # the pages come out the same
    assert looked
