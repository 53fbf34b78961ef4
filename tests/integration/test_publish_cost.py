"""What publishing may touch. Counted, not timed: this is what lets a nation be made in minutes."""

import hashlib
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pipeline.plan import Plan
from pipeline.publish import bundle, names, publish, verify
from pipeline.publish.manifest import BulletinEntry
from pipeline.store import DirectoryStore, MemoryStore
from tests.integration.test_publish import stamps, tree
from tests.unit.publish import kit

_listening: list[list[Path]] = []


def _heed(event: str, arguments: tuple[object, ...]) -> None:
    if _listening and event == "open" and isinstance(arguments[0], str | os.PathLike):
        _listening[-1].append(Path(arguments[0]))


sys.addaudithook(_heed)  # there is no taking it away again, so it listens only when told


@contextmanager
def opened_below(folder: Path) -> Iterator[list[Path]]:
    """Every file opened, however, below a folder."""
    heard: list[Path] = []
    found: list[Path] = []
    _listening.append(heard)
    try:
        yield found
    finally:
        _listening.pop()
        found += [path for path in heard if path.is_relative_to(folder) and path.is_file()]


def of_bundles(opened: list[Path]) -> set[Path]:
    """Which of them belong to a station, not to the week's folder itself."""
    return {path for path in opened if path.parent.name != "2026-W49" or path.suffix == ".zip"}


class Counting(MemoryStore):
    """Counts how often each object is read."""

    def __init__(self) -> None:
        super().__init__()
        self.read: Counter[str] = Counter()

    def get(self, key: str) -> bytes:
        self.read[key] += 1
        return super().get(key)


@pytest.fixture
def plan() -> Plan:
    return kit.make_plan(*map(kit.station, range(4)))


@pytest.fixture
def store(plan: Plan) -> Counting:
    store = Counting()
    kit.stock(plan, store)
    return store


def test_every_piece_and_measure_is_read_once_for_all_stations(plan, store, tmp_path) -> None:
    publish(plan, store, tmp_path)
    assert set(store.read.values()) == {1}
    assert store.read.keys() == {key for each in plan.bulletins for key in each.results}


def test_a_finished_week_is_recognised_without_opening_a_bundle(plan, store, tmp_path) -> None:
    output, ledger = tmp_path / "ra", tmp_path / "sổ.json"
    publish(plan, store, output, ledger=ledger)
    before = stamps(output)
    store.read.clear()
    with opened_below(output) as opened:
        again = publish(plan, store, output, ledger=ledger)
    assert again.unchanged == 4
    assert not of_bundles(opened)
    assert not store.read
    assert {name: at for name, at in stamps(output).items() if name != "."} == before


def test_without_a_ledger_every_byte_is_read(plan, store, tmp_path) -> None:
    output = tmp_path / "ra"
    publish(plan, store, output)
    with opened_below(output) as opened:
        assert publish(plan, store, output, ledger=tmp_path / "sổ.json").unchanged == 4
    assert {output / name for name in tree(output)} <= set(opened)
    with opened_below(output) as opened:
        assert publish(plan, store, output, ledger=tmp_path / "sổ.json").unchanged == 4
    assert not of_bundles(opened)


def harm_in_place(path: Path) -> None:
    """Another byte, the same size, and the time of the last writing put back."""
    before = path.stat()
    content = bytearray(path.read_bytes())
    content[-200] ^= 1
    with path.open("r+b") as file:
        file.write(content)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.skipif(sys.platform == "win32", reason="no time of change there")
@pytest.mark.parametrize("name", ["07289/01_T2SC_VIEC-NHE-LUONG.MP3", "07289_2026-W49.zip"])
def test_a_harm_that_hides_is_found(plan, store, tmp_path, name: str) -> None:
    output, ledger = tmp_path / "ra", tmp_path / "sổ.json"
    week = publish(plan, store, output, ledger=ledger).folder
    whole = tree(output)
    harm_in_place(week / name)
    assert publish(plan, store, output, ledger=ledger).unchanged == 3
    assert tree(output) == whole


@pytest.mark.parametrize("name", ["07289/LICH-PHAT.TXT", "07289", "07289_2026-W49.zip"])
def test_what_is_gone_or_added_is_found(plan, store, tmp_path, name: str) -> None:
    output, ledger = tmp_path / "ra", tmp_path / "sổ.json"
    week = publish(plan, store, output, ledger=ledger).folder
    whole = tree(output)
    (week / name).rename(tmp_path / "mất")
    (week / "07290" / "thừa.txt").write_bytes(b"")
    assert publish(plan, store, output, ledger=ledger).unchanged == 2
    assert {key: each for key, each in tree(output).items() if "tep-la" not in key} == whole


def test_another_plan_or_program_is_not_taken_for_the_same(
    plan, store, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output, ledger = tmp_path / "ra", tmp_path / "sổ.json"
    publish(plan, store, output, ledger=ledger)
    assert publish(kit.edited(plan, "Khác"), store, output, ledger=ledger).unchanged == 0
    monkeypatch.setattr("pipeline.publish.ledger.program", lambda: "another version")
    with opened_below(output) as opened:
        again = publish(kit.edited(plan, "Khác"), store, output, ledger=ledger)
    assert again.unchanged == 4  # its papers came out the same, which only reading could tell
    assert len(opened) > 40


def test_a_ledger_that_cannot_be_read_is_no_ledger(plan, store, tmp_path) -> None:
    ledger = tmp_path / "sổ.json"
    publish(plan, store, tmp_path / "ra", ledger=ledger)
    ledger.write_bytes(b"{")
    assert publish(plan, store, tmp_path / "ra", ledger=ledger).unchanged == 4


def test_of_many_bundles_some_are_read_back_whole_and_all_at_their_seams(
    plan, store, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decoded: list[str] = []
    seen: list[Path] = []
    heard, seams = bundle.sound.heard, bundle.seams

    def decode(content: bytes, entry: BulletinEntry) -> Iterator[str]:
        decoded.append(entry.id)
        return heard(content, entry)

    def look(path: Path, parts: Iterable[bytes]) -> bool:
        seen.append(path)
        return seams(path, parts)

    publish(plan, store, tmp_path / "lần đầu")
    drawn = {
        sums.parent.name: int(hashlib.sha256(sums.read_bytes()).hexdigest()[:8], 16) % 4
        for sums in (tmp_path / "lần đầu").glob(f"*/*/{names.SUMS}")
    }
    chosen = {code for code, number in drawn.items() if number < max(drawn.values())}
    assert 0 < len(chosen) < len(drawn) == 4, "four equal draws: give the stations other names"
    monkeypatch.setattr(bundle, "READ_BACK", max(drawn.values()))
    monkeypatch.setattr(bundle.sound, "heard", decode)
    monkeypatch.setattr(bundle, "seams", look)
    publish(plan, store, tmp_path / "lần sau")
    assert sorted(name.partition("/")[0] for name in decoded) == sorted(chosen)
    assert len(seen) == (4 - len(chosen)) * (2 + len(names.PAPERS) + 1)  # bulletins, papers, zip
    assert verify(tmp_path / "lần sau") == ()


def test_the_disk_is_asked_to_settle_before_anything_is_seen(
    plan, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No name appears in the week's folder before every byte below it is on disk."""
    store = DirectoryStore(tmp_path / "kho")
    kit.stock(plan, store)
    deeds: list[tuple[str, Path]] = []
    rename, fsync = Path.rename, os.fsync

    def renamed(self: Path, target: Path) -> Path:
        deeds.append(("seen", self))
        return rename(self, target)

    def flushed(handle: int) -> None:
        deeds.append(("flushed", Path(f"/proc/self/fd/{handle}").readlink()))
        fsync(handle)

    if not Path("/proc/self/fd").is_dir():
        pytest.skip("no /proc to tell which file a handle is of")
    monkeypatch.setattr(Path, "rename", renamed)
    monkeypatch.setattr(os, "fsync", flushed)
    publish(plan, store, tmp_path / "ra")
    first = next(at for at, (deed, _) in enumerate(deeds) if deed == "seen")
    on_disk = {path for deed, path in deeds[:first] if deed == "flushed"}
    seen = [path for deed, path in deeds if deed == "seen"]
    assert len(seen) == 4
    for folder in seen:
        assert folder in on_disk
        assert sum(path.parent == folder for path in on_disk) == 2 + len(names.PAPERS)
