"""A release validates as BagIt with the tool of the Library of Congress."""

import logging
from pathlib import Path

import bagit
import pytest
from click.testing import CliRunner

from pipeline.cli.bag import bag as command
from pipeline.cli.main import speak_vietnamese
from pipeline.errors import PublishError
from pipeline.publish import publish, verify
from pipeline.publish.bag import bag
from pipeline.publish.overview import Overview
from pipeline.signing import SecretKey
from pipeline.store import MemoryStore
from tests.unit.publish import kit
from tests.unit.usb.bundles import digests

logging.getLogger("bagit").setLevel(logging.CRITICAL)
OVERVIEW = Overview(week="2026-W49", title="Bản tin\nmẫu: 100 %", stations=())


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    return publish(plan, store, tmp_path_factory.mktemp("ra"), signer=SecretKey.make()).folder


def test_the_library_of_congress_agrees(week: Path, tmp_path: Path) -> None:
    (week / ".DS_Store").write_bytes(b"x")
    place = bag(week, tmp_path / "lưu trữ", OVERVIEW)
    (week / ".DS_Store").unlink()
    opened = bagit.Bag(str(place))
    opened.validate(processes=1)
    assert opened.info["External-Identifier"] == "2026-W49"
    assert opened.info["Source-Organization"] == "Bản tin mẫu: 100 %"
    assert digests(place / "data" / "2026-W49") == digests(week)
    assert verify(place) == ()


def test_it_finds_what_was_changed(week: Path, tmp_path: Path) -> None:
    place = bag(week, tmp_path, OVERVIEW)
    path = place / "data" / "2026-W49" / "07288" / "LICH-PHAT.TXT"
    path.write_bytes(path.read_bytes().swapcase())
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(place)).validate(processes=1)
    assert any("LICH-PHAT.TXT" in str(fault) for fault in verify(place))
    assert verify(week) == ()  # a bag is a copy


def test_one_release_one_bag(week: Path, tmp_path: Path) -> None:
    one, other = (bag(week, tmp_path / name, OVERVIEW) for name in "ab")
    assert digests(one) == digests(other)
    assert bag(week, tmp_path / "a", OVERVIEW) == one
    with pytest.raises(PublishError, match="đã có"):
        bag(week, tmp_path / "a", OVERVIEW.but(title="khác"))
    assert digests(one) == digests(other)
    assert [path.name for path in (tmp_path / "a").iterdir()] == [one.name]


def test_names_on_which_readers_disagree_are_refused(tmp_path: Path) -> None:
    (tmp_path / "tuần").mkdir()
    (tmp_path / "tuần" / "100%.txt").write_bytes(b"x")
    with pytest.raises(PublishError, match="đổi tên"):
        bag(tmp_path / "tuần", tmp_path / "túi", OVERVIEW)
    assert not list((tmp_path / "túi").iterdir())


def test_only_a_whole_week_is_put_into_a_bag(week: Path, tmp_path: Path) -> None:
    speak_vietnamese()

    def run(*more: str) -> tuple[object, str]:
        asked = [str(tmp_path / "túi"), "--output", str(week.parent), *more]
        told = CliRunner().invoke(command, asked, standalone_mode=False)
        return told.return_value if told.exception is None else told.exception, told.output

    missing, _ = run("--week", "2026-W01")
    assert isinstance(missing, PublishError)
    assert run()[0] == 0
    path = week / "07288" / "PLAY.M3U"
    content = path.read_bytes()
    path.write_bytes(b"x")
    code, told = run()
    path.write_bytes(content)
    assert code == 1
    assert "PLAY.M3U" in told
