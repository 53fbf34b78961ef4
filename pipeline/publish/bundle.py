"""One station's bundle: made, read back, put into its place."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from ..errors import PublishError
from ..plan import BundlePlan, Key, Plan
from ..store import Missing, Store
from . import archive, names, sound
from .manifest import BulletinEntry
from .parcel import Packer, Parcel
from .records import PublishedBulletin, PublishedBundle
from .staging import Staging

Contents = dict[str, bytes]  # file name -> content, in the order of the zip


class Bindery:
    """Makes the bundles of one release."""

    def __init__(self, plan: Plan, store: Store, packer: Packer, staging: Staging) -> None:
        self._plan = plan
        self._store = store
        self._packer = packer
        self._staging = staging

    def bind(self, bundle: BundlePlan, failed: Mapping[str, str]) -> tuple[Parcel, bool]:
        """The station's parcel, and whether its bundle had to be made anew.

        A parcel without a bulletin is not put anywhere. A bulletin whose MP3 fails its check is
        left out, with the reason. Raises Missing, Damaged, PublishError, StoreError.
        """
        reasons = dict(failed)
        while True:
            parcel = self._packer.parcel(bundle, reasons)
            if not parcel.sounds or self._is_there(parcel):
                return parcel, False
            faults = self._make(parcel)
            if not faults:
                return parcel, True
            reasons |= faults

    def published(self, parcel: Parcel, changed: bool) -> PublishedBundle:
        """What to tell about it."""
        station = parcel.manifest.station
        return PublishedBundle(
            code=station.code,
            name=station.name,
            folder=self._folder(parcel),
            zip=self._zip(parcel),
            bulletins=tuple(_published(entry) for entry in parcel.manifest.bulletins),
            failed=parcel.manifest.failed,
            changed=changed,
        )

    def _is_there(self, parcel: Parcel) -> bool:
        """Whether this very bundle lies in its place, to the byte."""
        folder, digests = self._folder(parcel), parcel.digests
        try:
            found = {path.name for path in folder.iterdir()} - names.LITTER
            if found != digests.keys():
                return False
            contents = {name: (folder / name).read_bytes() for name in digests}
            if any(_sha256(contents[name]) != digest for name, digest in digests.items()):
                return False
            return self._zip(parcel).read_bytes() == self._zipped(contents)
        except OSError:  # not there, or not readable: to be made anew
            return False

    def _make(self, parcel: Parcel) -> dict[str, str]:
        """Make the bundle and put it in its place, unless a bulletin is faulty: then say why."""
        folder = self._staging.fresh(parcel.manifest.station.code)
        for name, key in parcel.sounds.items():
            self._fetch(key, folder / name)
        for name, content in parcel.papers.items():
            self._staging.write(folder / name, content)
        contents = self._read_back(parcel, folder)
        faults = _faults(parcel, contents)
        if not faults:
            zip_file = folder.parent / self._zip(parcel).name
            zipped = self._zipped(contents)
            self._staging.write(zip_file, zipped)
            if self._staging.read(zip_file) != zipped:
                raise PublishError(_misread(zip_file))
            self._staging.put(parcel.manifest.station.code, folder, zip_file)
        return faults

    def _fetch(self, key: Key, to: Path) -> None:
        if not self._store.has(key):
            raise Missing(key)
        self._store.copy(key, to)

    def _read_back(self, parcel: Parcel, folder: Path) -> Contents:
        """Every file as it now lies on disk, checked against what it should be."""
        contents = {}
        for name, digest in parcel.digests.items():
            contents[name] = self._staging.read(folder / name)
            if _sha256(contents[name]) != digest:
                if name in parcel.sounds:
                    self._store.get(parcel.sounds[name])  # Damaged, if it is the store's fault
                raise PublishError(_misread(folder / name))
        return contents

    def _zipped(self, contents: Contents) -> bytes:
        return archive.pack(contents, self._plan.week.monday)

    def _folder(self, parcel: Parcel) -> Path:
        return self._staging.home / parcel.manifest.station.code

    def _zip(self, parcel: Parcel) -> Path:
        week, code = parcel.manifest.week, parcel.manifest.station.code
        return self._staging.home / names.archive_of(code, week)


def _faults(parcel: Parcel, contents: Contents) -> dict[str, str]:
    """Bulletin id -> what is wrong with its MP3.

    Frames and tags are checked in every file. Sound is checked where it is made, piece by piece,
    and joining changes none of it; so one file of each bundle is decoded in full, as a sample.
    """
    entries = parcel.manifest.bulletins
    sample = entries[int(entries[0].sha256[:8], 16) % len(entries)]
    found = {}
    for entry in entries:
        content = contents[entry.file]
        faults = [*sound.structure(content, entry)]
        if entry is sample:
            faults += sound.heard(content, entry)
        if faults:
            found[entry.id] = "tệp MP3 không qua được kiểm tra: " + "; ".join(faults)
    return found


def _published(entry: BulletinEntry) -> PublishedBulletin:
    return PublishedBulletin(
        id=entry.id,
        file=entry.file,
        title=entry.title,
        seconds=entry.seconds,
        size=entry.bytes,
        sha256=entry.sha256,
    )


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _misread(path: Path) -> str:
    return (
        f"{path} đọc lại không giống như khi ghi. Ổ đĩa có thể đang hỏng: "
        "hãy kiểm tra ổ đĩa hoặc chọn thư mục ở ổ khác."
    )
