"""One station's bundle: recognised, or made, checked and put into its place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import PublishError
from ..plan import BundlePlan, Plan
from . import archive, names, overview, sound
from .ledger import Ledger, Names
from .overview import StationLine
from .parcel import Packer, Parcel, unfit
from .records import Reasons
from .reread import same, seams
from .staging import Staging, told

READ_BACK = 64  # bundles of a release that are read back whole; of more, so many by chance


@dataclass(frozen=True)
class Bound:
    """What came of one station's bundle."""

    key: str
    line: StationLine  # what RELEASE.JSON tells of it; without bulletins it lies nowhere
    known: bool = False  # it is in the ledger, untouched since
    folder: Path | None = None  # where it waits for its place, newly made

    @property
    def silent(self) -> bool:
        """Whether no bulletin could be made; what lies there, if anything, is a former bundle."""
        return self.line.former or not self.line.bulletins


class Bindery:
    """Makes the bundles of one release."""

    def __init__(
        self, plan: Plan, packer: Packer, staging: Staging, ledger: Ledger, notes: Reasons
    ) -> None:
        self._plan = plan
        self._packer = packer
        self._staging = staging
        self._ledger = ledger
        self._notes = notes
        self._names = Names(plan, packer.signed_by, packer.press.typesetter.changes)

    def known(self, bundle: BundlePlan, failed: Mapping[str, str]) -> Bound | None:
        """The station's bundle if the ledger has it, untouched since. Opens none of its files."""
        code, key = bundle.station.code, self._key(bundle, failed)
        line = self._ledger.lying(code, key, *self._places(code))
        return None if line is None else Bound(key, line, known=True)

    def load(self) -> None:
        """Load the libraries with which bundles are made, before threads share them."""
        sound.load()
        self._packer.press.typesetter.load()

    def bind(self, bundle: BundlePlan, failed: Mapping[str, str]) -> Bound:
        """The station's bundle as it lies in its place, or made and waiting for it.

        A bulletin whose MP3 fails its check is left out, with the reason. Raises Missing, Damaged,
        PublishError, StoreError.
        """
        key, reasons = self._key(bundle, failed), dict(failed)
        while True:
            parcel = self._packer.parcel(bundle, reasons)
            manifest = parcel.manifest
            if not manifest.bulletins:
                return Bound(key, overview.silent_line(manifest, self._staging.home))
            if self._is_there(parcel):
                return Bound(key, parcel.line)
            folder, faults = self._made(parcel)
            if not faults:
                return Bound(key, parcel.line, folder=folder)
            reasons |= faults

    def settle(self, bound: Sequence[Bound]) -> None:
        """Put what was newly made into its place, and note where everything lies."""
        made = [each.folder for each in bound if each.folder]
        self._staging.put([(folder, self._zip_beside(folder)) for folder in made])
        for each in bound:
            if not each.known and not each.silent:
                self._ledger.note(each.key, each.line, *self._places(each.line.station.code))

    def _key(self, bundle: BundlePlan, failed: Mapping[str, str]) -> str:
        note = self._notes.get(bundle.station.code, self._notes.get("", ""))
        return self._names.key(bundle, failed, note)

    def _is_there(self, parcel: Parcel) -> bool:
        """Whether this very bundle lies in its place, to the byte. All of it is read."""
        folder, zip_file = self._places(parcel.manifest.station.code)
        try:
            found = {path.name for path in folder.iterdir()} - names.LITTER
            return (
                found == parcel.files.keys()
                and all(same(folder / name, each.parts) for name, each in parcel.files.items())
                and same(zip_file, archive.pack(parcel.files, self._plan.week.monday))
            )
        except OSError:  # not there, or not readable: to be made anew
            return False

    def _made(self, parcel: Parcel) -> tuple[Path, dict[str, str]]:
        """Write the bundle, to wait for its place; bulletins that are faulty, and why."""
        folder = self._staging.fresh(parcel.manifest.station.code)
        for name, content in parcel.files.items():
            self._staging.write(folder / name, content.parts)
        faults = self._checked(parcel, folder)
        if not faults:
            zip_file = self._zip_beside(folder)
            layout = archive.layout(parcel.files, self._plan.week.monday)
            self._staging.bind(folder, zip_file, layout, parcel.files)
            packed = archive.pack(parcel.files, self._plan.week.monday)
            self._reread(zip_file, packed, whole=self._read_back(parcel))
        return folder, faults

    def _checked(self, parcel: Parcel, folder: Path) -> dict[str, str]:
        """Bulletin id -> what is wrong with its MP3. Raises PublishError for a misread file.

        Every file has its length and its seams in place. Sound is checked where it is made, piece
        by piece, and joining changes none of it; so of bundles that are read back whole, the
        frames of every bulletin are walked and one is decoded in full, as a sample.
        """
        whole = self._read_back(parcel)
        for name, content in parcel.files.items():
            self._reread(folder / name, content.parts, whole)
        return _faults(parcel) if whole else {}

    def _reread(self, path: Path, parts: Iterable[bytes], whole: bool) -> None:
        with told(path, "đọc"):
            if not (same if whole else seams)(path, parts):
                raise PublishError(_misread(path))

    def _read_back(self, parcel: Parcel) -> bool:
        """Whether this bundle is read back whole: all of a few, of many as many by chance."""
        listed = parcel.files[names.SUMS].sha256
        return int(listed[:8], 16) % max(1, len(self._plan.bundles)) < READ_BACK

    def _places(self, code: str) -> tuple[Path, Path]:
        """Where the station's folder and zip lie once published."""
        home = self._staging.home
        return home / code, home / names.archive_of(code, str(self._plan.week))

    def _zip_beside(self, folder: Path) -> Path:
        return folder.parent / names.archive_of(folder.name, str(self._plan.week))


def _faults(parcel: Parcel) -> dict[str, str]:
    entries = parcel.manifest.bulletins
    sample = entries[int(entries[0].sha256[:8], 16) % len(entries)]
    found = {}
    for entry in entries:
        content = b"".join(parcel.files[entry.file].parts)
        faults = [*sound.structure(content, entry)]
        if entry is sample:
            faults += sound.heard(content, entry)
        if faults:
            found[entry.id] = unfit(*faults)
    return found


def _misread(path: Path) -> str:
    return (
        f"{path} đọc lại không giống như khi ghi. Ổ đĩa có thể đang hỏng: "
        "hãy kiểm tra ổ đĩa hoặc chọn thư mục ở ổ khác."
    )
