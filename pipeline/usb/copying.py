"""One published bundle onto one stick."""

import contextlib
import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path

import msgspec

from ..errors import PublishError, VolumeError, refusal
from ..figures import size
from ..model import Record
from ..plan import Week
from ..publish import manifest as manifests
from ..publish import names, sums
from . import disk
from .workshop import Workshop, is_ours

CLUSTER = 32_768  # bytes; the most that a file on FAT takes beyond its own
STEP = 2  # s between the dates of files: FAT counts in these, and some players sort by date
GONE = (errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN, errno.ENOENT)
PULLED, LOCKED, FULL = (1167, 21, 433), (19,), (112, 39)  # the same as Windows numbers them

Tell = Callable[[int, int], None]  # bytes done, bytes in all


class Copied(Record):
    """What is on the stick now."""

    code: str
    name: str
    week: str
    bulletins: int
    folder: Path
    changed: bool = True  # False: it had been there already, to the byte
    others: tuple[str, ...] = ()  # codes of other stations' bundles on the stick


class Parcel(Record):
    """A published bundle as it is to lie on the stick."""

    folder: Path
    code: str
    name: str
    week: str
    digests: dict[str, str]  # file name -> SHA-256, in play order; the list itself and its seal
    sizes: dict[str, int]  # bytes

    @property
    def day(self) -> float:
        """Midnight of the week's Monday, in the clock of the machine as FAT has it."""
        monday = Week.parse(self.week, datetime.now(UTC).date()).monday
        return datetime.combine(monday, time()).timestamp()


def copy(bundle: Path, stick: Path, tell: Tell = lambda done, of: None) -> Copied:
    """Put a published bundle's folder onto a stick, in the place of the station's former one.

    What else is on the stick stays as it is. Until all is written and read back the former bundle
    is what plays. Raises PublishError when the bundle is not whole, VolumeError when the stick
    cannot be written; then the stick is as it was, or will be when it is next written to.
    """
    parcel = opened(bundle)
    with told(stick):
        workshop = Workshop(stick, parcel.code)
        workshop.check()
        workshop.mend()
        changed = not _lies_there(parcel, workshop.place)
        if changed:
            workshop.open()
            try:
                _make(parcel, stick, workshop, tell)
            except BaseException:
                with contextlib.suppress(OSError):  # gone or full: the next copy does it
                    workshop.close()
                raise
        return Copied(
            code=parcel.code,
            name=parcel.name,
            week=parcel.week,
            bulletins=sum(map(names.is_bulletin, parcel.digests)),
            folder=workshop.place,
            changed=changed,
            others=_others(stick, parcel.code),
        )


def opened(bundle: Path) -> Parcel:
    """A published bundle, with everything that its list names. Raises PublishError."""
    try:
        listing = (bundle / names.SUMS).read_bytes()
        told = manifests.read((bundle / names.MANIFEST).read_bytes())
        listed = sums.read(listing)
        for name in (names.SUMS, names.SIGNATURE):
            if (bundle / name).exists():
                listed[name] = ""  # nobody lists these; what is read first is what is meant
        ordered = {name: listed[name] for name in sorted(listed, key=_rank)}
        sizes = {name: (bundle / name).stat().st_size for name in ordered}
    except (OSError, ValueError, msgspec.DecodeError) as error:
        raise PublishError(_harmed(bundle)) from error
    if told.draft:
        raise PublishError(f"{bundle} là bản thử, chưa được duyệt nên không chép vào thẻ.")
    known = names.is_station(told.station.code) and names.is_week(told.week)
    if not known or not all(map(names.is_allowed, ordered)):
        raise PublishError(_harmed(bundle))
    return Parcel(
        folder=bundle,
        code=told.station.code,
        name=told.station.name,
        week=told.week,
        digests=ordered,
        sizes=sizes,
    )


def _make(parcel: Parcel, stick: Path, workshop: Workshop, tell: Tell) -> None:
    needed = sum(parcel.sizes.values()) + CLUSTER * (len(parcel.sizes) + 3)
    free = shutil.disk_usage(stick).free
    if free < needed:
        raise VolumeError(
            f"Thẻ chỉ còn trống {size(free)}, cần {size(needed)} nên chưa chép gì. "
            "Hãy xóa bớt những gì không dùng trên thẻ, hoặc dùng thẻ khác."
        )
    done, total = 0, 2 * sum(parcel.sizes.values())

    def more(count: int) -> None:
        nonlocal done
        done += count
        tell(done, total)

    written = {}
    for number, (name, digest) in enumerate(parcel.digests.items(), start=1):
        source, day = parcel.folder / name, parcel.day + STEP * number
        written[name] = disk.write(source, workshop.content(number), day, more)
        if digest not in ("", written[name]):
            raise PublishError(_harmed(parcel.folder))
    for number, digest in enumerate(written.values(), start=1):
        if disk.read_back(workshop.content(number), more) != digest:
            raise VolumeError(
                "Đọc lại thẻ thấy khác với khi ghi: thẻ sắp hỏng. Hãy dùng thẻ khác; "
                "gói cũ trên thẻ vẫn còn nguyên."
            )
    workshop.name(written)
    workshop.put()
    _sweep(workshop.place, written)
    disk.flush()


def _sweep(place: Path, held: dict[str, str]) -> None:
    """Take away what macOS keeps beside each file, and old players take for one."""
    for name in held:
        (place / f"._{name}").unlink(missing_ok=True)


def _lies_there(parcel: Parcel, place: Path) -> bool:
    """Whether this very bundle lies on the stick, to the byte and in play order."""
    if not is_ours(place):
        return False
    with os.scandir(place) as found:
        held = [each.name for each in found]
    if [name for name in held if name in parcel.digests] != list(parcel.digests):
        return False
    return all(
        (place / name).stat().st_size == parcel.sizes[name]
        and disk.read_back(place / name, _silent) == disk.read_back(parcel.folder / name, _silent)
        for name in parcel.digests
    )


def _others(stick: Path, code: str) -> tuple[str, ...]:
    found = (path.name for path in stick.iterdir() if names.is_station(path.name))
    return tuple(sorted(name for name in found if name != code and is_ours(stick / name)))


def _rank(name: str) -> tuple[int, str]:
    """Bulletins by name, then the papers in their order."""
    return (names.ORDER.index(name) + 1 if name in names.ORDER else 0), name


def _silent(count: int) -> None:
    """Say nothing."""


@contextmanager
def told(stick: Path) -> Iterator[None]:
    """Turn a refusal of the operating system into a kind sentence."""
    try:
        yield
    except OSError as error:
        raise VolumeError(_sentence(stick, error)) from error


def _sentence(stick: Path, error: OSError) -> str:
    number, windows = error.errno or 0, getattr(error, "winerror", None)
    if number == errno.EROFS or windows in LOCKED:
        return "Thẻ đang bị khóa, chỉ đọc được. Hãy gạt nấc khóa bên cạnh thẻ, rồi chạy lại."
    if number in (errno.ENOSPC, errno.EDQUOT) or windows in FULL:
        return "Thẻ đã đầy nên chưa chép xong; gói cũ vẫn còn nguyên. Hãy xóa bớt trên thẻ."
    if windows in PULLED or number in GONE or not stick.exists():
        return (
            "Thẻ đã bị rút ra hoặc tiếp xúc kém nên chưa chép xong. Hãy cắm lại thẻ và chạy lại "
            "lệnh này: chương trình sẽ tự dọn phần dở dang."
        )
    return f"Không ghi được thẻ: {refusal(error)}"


def _harmed(bundle: Path) -> str:
    return f"{bundle} không nguyên vẹn nên không chép. Hãy chạy lại: truyenthanh bulletins"
