"""Whenever the stick is pulled out, no half file plays, nothing is lost, all can be mended."""

import errno
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import PublishError, VolumeError
from pipeline.usb import copy, disk
from pipeline.usb.workshop import SPARED, WORKSHOP

from .bundles import CODE, FIRST, NEIGHBOUR, OTHER, SECOND, digests

FOREIGN = {"ảnh cưới.jpg": b"1", "NHAC/bai hat.mp3": b"2", f"{CODE}/ghi chú của ông Tư.txt": b"3"}


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick with other people's things on it, and last week's bundle."""
    folder = tmp_path / "thẻ"
    (folder / "NHAC").mkdir(parents=True)
    copy(FIRST, folder)
    for name, content in FOREIGN.items():
        (folder / name).write_bytes(content)
    return folder


def foreign(stick: Path) -> dict[str, bytes]:
    return {name: (stick / name).read_bytes() for name in FOREIGN if (stick / name).exists()}


def ours(stick: Path) -> dict[str, str]:
    return {
        name: each
        for name, each in digests(stick / CODE).items()
        if f"{CODE}/{name}" not in FOREIGN
    }


def test_the_former_bundle_is_replaced_and_everything_else_stays(stick: Path) -> None:
    steps: list[tuple[int, int]] = []
    copied = copy(SECOND, stick, lambda done, of: steps.append((done, of)))
    assert (copied.code, copied.week, copied.bulletins) == (CODE, "2026-W49", 2)
    assert ours(stick) == digests(SECOND) != digests(FIRST)
    assert foreign(stick) == FOREIGN
    assert {path.name for path in stick.iterdir()} == {CODE, "NHAC", "ảnh cưới.jpg"}
    assert [done for done, _ in steps] == sorted(done for done, _ in steps)
    assert steps[-1][0] == steps[-1][1]


def test_a_file_whose_name_is_needed_is_put_apart(stick: Path) -> None:
    (stick / CODE / "SHA256SUMS").write_text(
        "".join(
            line
            for line in (FIRST / "SHA256SUMS").read_text().splitlines(True)
            if "PLAY.M3U" not in line
        )
    )
    copy(SECOND, stick)
    assert (stick / SPARED / "1-PLAY.M3U").read_bytes() == (FIRST / "PLAY.M3U").read_bytes()
    assert ours(stick) == digests(SECOND)


def test_bundles_of_two_stations_lie_side_by_side(stick: Path) -> None:
    copied = copy(NEIGHBOUR, stick)
    assert copied.others == (CODE,)
    assert digests(stick / OTHER) == digests(NEIGHBOUR)
    assert ours(stick) == digests(FIRST)


def test_files_are_dated_in_play_order(stick: Path) -> None:
    copy(SECOND, stick)
    bulletins = sorted((stick / CODE).glob("*.MP3"))
    times = [path.stat().st_mtime for path in bulletins]
    assert times == sorted(set(times))


@pytest.mark.parametrize(
    "made", [lambda p: p.write_bytes(b"x"), lambda p: (p / "a").mkdir(parents=True)]
)
def test_what_is_not_ours_is_not_touched(tmp_path: Path, made: Callable[[Path], object]) -> None:
    made(tmp_path / CODE)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(VolumeError, match="không phải do chương trình này chép"):
        copy(FIRST, tmp_path)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["01_T2SC_VIEC-NHE-LUONG.MP3", "SHA256SUMS", "MANIFEST.JSON"])
@pytest.mark.parametrize("harm", [Path.unlink, lambda path: path.write_bytes(b"x")])
def test_a_harmed_bundle_is_not_copied(
    stick: Path, tmp_path: Path, name: str, harm: Callable[[Path], object]
) -> None:
    before = digests(stick)
    source = Path(shutil.copytree(SECOND, tmp_path / "nguồn"))
    harm(source / name)
    with pytest.raises(PublishError, match="không nguyên vẹn"):
        copy(source, stick)
    assert digests(stick) == before


def test_a_list_that_names_strangers_is_not_followed(stick: Path, tmp_path: Path) -> None:
    source = Path(shutil.copytree(SECOND, tmp_path / "nguồn"))
    with (source / "SHA256SUMS").open("a") as file:
        file.write("0" * 64 + " *../../../etc/passwd\n")
    with pytest.raises(PublishError):
        copy(source, stick)


@pytest.mark.parametrize(("old", "new"), [(CODE, "../07288"), ("2026-W49", "2026-W99/..")])
def test_a_manifest_that_names_other_places_is_not_followed(
    stick: Path, tmp_path: Path, old: str, new: str
) -> None:
    source = Path(shutil.copytree(SECOND, tmp_path / "nguồn"))
    told = (source / "MANIFEST.JSON").read_text("utf-8")
    (source / "MANIFEST.JSON").write_text(told.replace(f'"{old}"', f'"{new}"'), "utf-8")
    with pytest.raises(PublishError):
        copy(source, stick)


class Reader:
    """A stick that is pulled out before its nth operation; from then on nothing works."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, last: int) -> None:
        self.done, self._last = 0, last
        for name in ("rename", "unlink", "mkdir", "rmdir"):
            monkeypatch.setattr(Path, name, self._guarded(getattr(Path, name)))
        monkeypatch.setattr(disk, "CHUNK", 40_000)

    def step(self, *_: object) -> None:
        """One operation."""
        self.done += 1
        if self.done > self._last:
            raise OSError(errno.EIO, "pulled out")

    def _guarded(self, function: Callable[..., object]) -> Callable[..., object]:
        def guarded(*arguments: object, **more: object) -> object:
            self.step()
            return function(*arguments, **more)

        return guarded


def operations() -> int:
    """How many there are in one copy."""
    with pytest.MonkeyPatch.context() as patch:
        folder = Path(FIRST.parents[1] / "đếm")
        copy(FIRST, _made(folder))
        reader = Reader(patch, 1_000_000)
        copy(SECOND, folder, reader.step)
        patch.undo()
        shutil.rmtree(folder)
        return reader.done


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


@pytest.mark.parametrize("last", range(operations()))
def test_pulled_out_at_any_moment(stick: Path, last: int) -> None:
    with pytest.MonkeyPatch.context() as patch, pytest.raises(VolumeError, match="rút ra"):
        copy(SECOND, stick, Reader(patch, last).step)
    whole = {**digests(FIRST), **digests(SECOND)}
    known = {*digests(FIRST).values(), *digests(SECOND).values()}
    theirs = stick / "NHAC" / "bai hat.mp3"
    for path in stick.rglob("*.[mM][pP]3"):  # no half file that a player would play
        assert path == theirs or digests(path.parent)[path.name] in known
    bundles = [digests(path) for path in (stick / CODE, *(stick / WORKSHOP).glob("*"))]
    assert any(
        all(found.get(name) == digest for name, digest in each.items())
        for found in bundles
        for each in (digests(FIRST), digests(SECOND))
    ), whole
    assert sum(1 for path in stick.rglob("*") if path.name in {Path(n).name for n in FOREIGN}) == 3

    copy(SECOND, stick)
    assert ours(stick) == digests(SECOND)
    assert foreign(stick) == FOREIGN
    assert not (stick / WORKSHOP).exists()


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.EROFS, "gạt nấc khóa"),
        (errno.ENOSPC, "đã đầy"),
        (errno.ENODEV, "rút ra"),
        (errno.EACCES, "quyền ghi"),
    ],
)
def test_refusals_are_kind_sentences(stick: Path, number: int, told: str) -> None:
    def refuse(done: int, of: int) -> None:
        raise OSError(number, "x")

    before = digests(stick)
    with pytest.raises(VolumeError, match=told):
        copy(SECOND, stick, refuse)
    assert digests(stick) == before


def test_a_stick_that_gives_back_something_else_is_told(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digests(stick)

    def spoil(done: int, of: int) -> None:
        if done == of // 2:  # all is written, nothing read back
            path = stick / WORKSHOP / "01.TAM"
            path.write_bytes(path.read_bytes()[:-1] + b"\0")

    with pytest.raises(VolumeError, match="thẻ sắp hỏng"):
        copy(SECOND, stick, spoil)
    assert digests(stick) == before


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
@pytest.mark.parametrize("twin", ["folder", "file"])
def test_two_names_of_one_content_are_left_to_a_check_of_the_volume(stick: Path, twin: str) -> None:
    """FAT can end so when it loses power in the middle of a rename."""
    workshop = stick / WORKSHOP
    (workshop / "MOI").mkdir(parents=True)
    if twin == "folder":
        (workshop / f"CU-{CODE}").symlink_to(stick / CODE)
    else:
        (workshop / "01.TAM").write_bytes(b"x")
        (workshop / "MOI" / "01_X.MP3").hardlink_to(workshop / "01.TAM")
    before = digests(stick)
    with pytest.raises(VolumeError, match=r"fsck\.vfat"):
        copy(SECOND, stick)
    assert digests(stick) == before


def test_what_a_pulled_stick_left_goes_even_where_nothing_is_to_be_copied(stick: Path) -> None:
    former = stick / WORKSHOP / f"CU-{OTHER}"
    former.parent.mkdir()
    shutil.copytree(NEIGHBOUR, former)
    (former / "ghi chú.txt").write_bytes(b"x")
    copy(FIRST, stick)
    assert not (stick / WORKSHOP).exists()
    assert digests(stick / OTHER).items() > digests(NEIGHBOUR).items()
