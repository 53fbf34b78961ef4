"""Reading a release back: every fault there is, one by one."""

import hashlib
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec

from . import manifest, names, sound, sums
from .contents import Contents, from_folder, from_zip
from .manifest import Manifest
from .overview import Overview
from .records import Fault


def verify(path: Path) -> tuple[Fault, ...]:
    """Faults of a bundle's folder or zip, of a week's folder, or of a whole output folder."""
    if path.suffix.lower() == ".zip":
        return tuple(_bundle(from_zip(path)))
    if not path.is_dir():
        return (Fault(path=str(path), what="không phải thư mục hay tệp zip"),)
    weeks = sorted(each for each in path.iterdir() if names.is_week(each.name))
    if weeks:
        return tuple(fault for week in weeks for fault in _week(week))
    if names.is_week(path.name) or (path / names.RELEASE).exists():
        return tuple(_week(path))
    return tuple(_bundle(from_folder(path)))


def _week(week: Path) -> Iterator[Fault]:
    """Every bundle, its zip, and whether the overview tells of them."""
    found = {each.name: each for each in sorted(week.iterdir())}
    bundles = [each for name, each in found.items() if names.is_station(name) and each.is_dir()]
    listed = _listed(week)
    if listed is None:
        yield Fault(path=str(week / names.RELEASE), what="thiếu hoặc hỏng")
        listed = {each.name: names.archive_of(each.name, week.name) for each in bundles}
    zips = [
        week / listed.get(each.name, names.archive_of(each.name, week.name)) for each in bundles
    ]
    for code, archive in listed.items():
        if code not in found:
            yield Fault(path=str(week / code), what="thiếu gói của đài này")
        if archive not in found:
            yield Fault(path=str(week / archive), what="thiếu tệp zip của đài này")
    for each in bundles:
        if each.name not in listed:
            yield Fault(path=str(each), what=f"không có tên trong {names.RELEASE}")
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for faults in pool.map(_with_zip, bundles, zips):
            yield from faults


def _with_zip(folder: Path, path: Path) -> list[Fault]:
    """A bundle's folder in full, its zip by comparison."""
    opened = from_folder(folder)
    faults = list(_bundle(opened))
    if path.is_file():
        zipped = from_zip(path)
        faults += zipped.faults
        for name in sorted(zipped.files.keys() | opened.files.keys()):
            if zipped.files.get(name) != opened.files.get(name):
                faults.append(zipped.fault(f"khác với tệp trong thư mục {folder.name}", name))
        faults += _order(zipped)
    return faults


def _bundle(opened: Contents) -> Iterator[Fault]:
    """Names, digests, manifest, sound and tags of one bundle."""
    yield from opened.faults
    yield from _digests(opened)
    if opened.where.suffix.lower() == ".zip":
        yield from _order(opened)
    try:
        told = manifest.read(opened.files[names.MANIFEST])
    except KeyError:
        return  # a missing file has been told of
    except msgspec.DecodeError as error:
        yield opened.fault(f"không đọc được ({error})", names.MANIFEST)
        return
    yield from _bulletins(opened, told)
    yield from _playlist(opened)


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
    for name in sorted(listed.keys() - opened.files.keys() - set(names.PAPERS)):
        yield opened.fault("thiếu", name)
    for name, content in opened.files.items():
        if name == names.SUMS:
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
    if held != [*bulletins, *(name for name in names.PAPERS if name in zipped.files)]:
        yield zipped.fault("các tệp trong zip không theo thứ tự phát")


def _listed(week: Path) -> dict[str, str] | None:
    """Codes of the stations that have a bundle, and their zips, as the overview tells."""
    try:
        told = msgspec.json.decode((week / names.RELEASE).read_bytes(), type=Overview)
    except (OSError, msgspec.DecodeError):
        return None
    return {line.folder: line.zip or "" for line in told.stations if line.folder}
