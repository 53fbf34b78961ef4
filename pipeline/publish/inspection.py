"""Reading a release back: every fault there is, one by one."""

import hashlib
import os
from collections.abc import Container, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from pathlib import Path

import msgspec

from ..model import from_json
from ..signing import PublicKey
from . import manifest, names, sound, sums
from .contents import Contents, from_folder, from_zip
from .manifest import Manifest
from .overview import Overview
from .records import Fault
from .seal import Expected, Seal, broken

NOTHING = Expected()


def verify(path: Path, expected: Expected = NOTHING) -> tuple[Fault, ...]:
    """Faults of a bundle's folder or zip, of a week's folder, a bag, or a whole output folder."""
    if path.suffix.lower() == ".zip":
        return tuple(_bundle(from_zip(path), expected))
    if (path / names.BAG).is_file():
        path = path / "data"
    if not path.is_dir():
        return (Fault(path=str(path), what="không phải thư mục hay tệp zip"),)
    weekly = _week if expected.station is None else _of
    weeks = sorted(each for each in path.iterdir() if names.is_week(each.name))
    if weeks:
        return tuple(fault for week in weeks for fault in weekly(week, expected))
    if names.is_week(path.name) or (path / names.RELEASE).exists():
        return tuple(weekly(path, expected))
    return tuple(_bundle(from_folder(path), expected))


def _week(week: Path, expected: Expected) -> Iterator[Fault]:
    """Every bundle, its zip, and whether the overview tells of them."""
    found = {each.name: each for each in sorted(week.iterdir())}
    if expected.key is not None:
        yield from _release(week, expected.key)
    bundles = [each for name, each in found.items() if names.is_station(name) and each.is_dir()]
    told = _told(_read(week / names.RELEASE))
    if told is not None and names.is_week(week.name) and told.week != week.name:
        yield Fault(path=str(week / names.RELEASE), what=f"là của tuần {told.week}")
    listed = _listed(told)
    if listed is None:
        yield Fault(path=str(week / names.RELEASE), what="thiếu hoặc hỏng")
        listed = {each.name: names.archive_of(each.name, week.name) for each in bundles}
    zips = [
        week / listed.get(each.name, names.archive_of(each.name, week.name)) for each in bundles
    ]
    yield from _present(week, found, bundles, listed)
    sound.load()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for faults in pool.map(_with_zip, bundles, zips, repeat(expected)):
            yield from faults


def _present(
    week: Path, found: Container[str], bundles: Iterable[Path], listed: Mapping[str, str]
) -> Iterator[Fault]:
    """What the overview tells of is there, and nothing else is."""
    for code, archive in listed.items():
        if code not in found:
            yield Fault(path=str(week / code), what="thiếu gói của đài này")
        if archive not in found:
            yield Fault(path=str(week / archive), what="thiếu tệp zip của đài này")
    for each in bundles:
        if each.name not in listed:
            yield Fault(path=str(each), what=f"không có tên trong {names.RELEASE}")


def _of(week: Path, expected: Expected) -> Iterator[Fault]:
    """One station's bundle and its zip, of a week of many."""
    code = expected.station or ""
    if names.is_station(code) and (week / code).is_dir():
        yield from _with_zip(week / code, week / names.archive_of(code, week.name), expected)
    else:
        yield Fault(path=str(week), what=f"không có gói của đài {code}")


def _release(week: Path, key: PublicKey) -> Iterator[Fault]:
    """Whether the overview is signed, and names each bundle by the digest of its list."""
    content, signature = _read(week / names.RELEASE), _read(week / names.RELEASE_SIGNATURE)
    told = _told(content)
    seal = Seal(week=told.week) if told else None
    if why := broken(content, signature, key, seal):
        yield Fault(path=str(week / names.RELEASE), what=why)
    for line in told.stations if told else ():
        if line.folder and names.is_station(line.folder):
            place = week / line.folder / names.SUMS
            listed = _read(place)
            if listed is not None and hashlib.sha256(listed).hexdigest() != line.sums:
                yield Fault(path=str(place), what=f"không phải danh sách mà {names.RELEASE} nêu")


def _with_zip(folder: Path, path: Path, expected: Expected) -> list[Fault]:
    """A bundle's folder in full, its zip by comparison."""
    opened = from_folder(folder)
    faults = list(_bundle(opened, expected))
    if path.is_file():
        zipped = from_zip(path)
        faults += zipped.faults
        for name in sorted(zipped.files.keys() | opened.files.keys()):
            if zipped.files.get(name) != opened.files.get(name):
                faults.append(zipped.fault(f"khác với tệp trong thư mục {folder.name}", name))
        faults += _order(zipped)
    return faults


def _bundle(opened: Contents, expected: Expected) -> Iterator[Fault]:
    """Names, digests, signature, manifest, sound and tags of one bundle."""
    yield from opened.faults
    yield from _digests(opened)
    if opened.where.suffix.lower() == ".zip":
        yield from _order(opened)
    told = None
    try:
        told = manifest.read(opened.files[names.MANIFEST])
    except KeyError:
        pass  # a missing file has been told of
    except msgspec.DecodeError as error:
        yield opened.fault(f"không đọc được ({error})", names.MANIFEST)
    yield from _origin(opened, told, expected)
    if told is None:
        return
    yield from _bulletins(opened, told)
    yield from _playlist(opened)


def _origin(opened: Contents, told: Manifest | None, expected: Expected) -> Iterator[Fault]:
    """Who made the bundle, and whether it is the one that was asked for."""
    seal = Seal(week=told.week, station=told.station.code) if told else None
    if expected.key is not None:
        listed, signature = (opened.files.get(name) for name in (names.SUMS, names.SIGNATURE))
        if why := broken(listed, signature, expected.key, seal):
            yield opened.fault(why)
    if told and seal:
        for what in expected.faults(seal, told.station.name):
            yield opened.fault(what)


def _digests(opened: Contents) -> Iterator[Fault]:
    """Every file is listed in SHA256SUMS and is as listed there."""
    for name in names.PAPERS:
        if name not in opened.files:
            yield opened.fault("thiếu", name)
    try:
        listed = sums.read(opened.files.get(names.SUMS, b""))
    except ValueError:
        yield opened.fault("có dòng không đọc được", names.SUMS)
        return
    for name in sorted(listed.keys() - opened.files.keys() - set(names.ORDER)):
        yield opened.fault("thiếu", name)
    for name, content in opened.files.items():
        if name in (names.SUMS, names.SIGNATURE):
            continue
        if name not in listed:
            yield opened.fault(f"không có tên trong {names.SUMS}", name)
        elif hashlib.sha256(content).hexdigest() != listed[name]:
            yield opened.fault(f"nội dung đã đổi, không khớp {names.SUMS}", name)


def _bulletins(opened: Contents, told: Manifest) -> Iterator[Fault]:
    """Every MP3 is in the manifest and is as told there."""
    entries = {entry.file: entry for entry in told.bulletins}
    for name in opened.files:
        if names.is_bulletin(name) and name not in entries:
            yield opened.fault(f"không có tên trong {names.MANIFEST}", name)
    for name, entry in entries.items():
        content = opened.files.get(name)
        if content is None:
            if names.is_allowed(name):
                yield opened.fault(f"có trong {names.MANIFEST} nhưng thiếu tệp", name)
            else:
                yield opened.fault(f"nêu tên tệp không hợp lệ {name!r}", names.MANIFEST)
            continue
        if (len(content), hashlib.sha256(content).hexdigest()) != (entry.bytes, entry.sha256):
            yield opened.fault(f"không khớp {names.MANIFEST}", name)
        for check in (sound.structure, sound.heard):
            for what in check(content, entry):
                yield opened.fault(what, name)


def _playlist(opened: Contents) -> Iterator[Fault]:
    """The playlist names files that are there."""
    text = opened.files.get(names.PLAYLIST, b"").decode("ascii", "replace")
    for line in dict.fromkeys(text.splitlines()):
        if line and not line.startswith("#") and line not in opened.files:
            yield opened.fault(f"gọi tệp không có: {line}", names.PLAYLIST)


def _order(zipped: Contents) -> Iterator[Fault]:
    """Entries are in play order: players that play in the order of writing depend on it."""
    held = list(zipped.files)
    bulletins = sorted(name for name in held if names.is_bulletin(name))
    if held != [*bulletins, *(name for name in names.ORDER if name in zipped.files)]:
        yield zipped.fault("các tệp trong zip không theo thứ tự phát")


def _listed(told: Overview | None) -> dict[str, str] | None:
    """Codes of the stations that have a bundle, and their zips, as the overview tells."""
    if told is None:
        return None
    listed = {line.folder: line.zip or "" for line in told.stations if line.folder}
    right = all(
        names.is_station(code) and archive == names.archive_of(code, told.week)
        for code, archive in listed.items()
    )
    return listed if right else None


def _told(content: bytes | None) -> Overview | None:
    try:
        return from_json(content or b"", Overview)
    except msgspec.DecodeError:
        return None


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
