"""What a bundle holds, from a folder or a zip, and what must not be opened at all."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from ..errors import refusal
from . import names
from .records import Fault


class Contents:
    """The files of one bundle, read once, and the faults found on the way."""

    def __init__(self, where: Path) -> None:
        self.where = where
        self.files: dict[str, bytes] = {}  # in the order of the folder's names or of the zip
        self.faults: list[Fault] = []

    def fault(self, what: str, name: str = "") -> Fault:
        """A fault of the bundle, or of one file in it; whatever it is called, it can be shown."""
        return Fault(path=_shown(str(self.where / name)), what=_shown(what))


def from_folder(folder: Path) -> Contents:
    """All files of a bundle's folder. Files of strange names are not opened."""
    found = Contents(folder)
    for path in sorted(folder.iterdir()):
        if path.name in names.LITTER:
            continue
        if not names.is_allowed(path.name) or not path.is_file() or path.is_symlink():
            found.faults.append(found.fault("không thuộc gói này", path.name))
            continue
        try:
            if path.stat().st_size > names.largest(path.name):
                found.faults.append(found.fault("lớn quá mức nên không mở", path.name))
                continue
            found.files[path.name] = path.read_bytes()
        except OSError as error:
            why = f"không đọc được: {refusal(error, 'đọc')}"
            found.faults.append(found.fault(why, path.name))
    return found


def from_zip(path: Path) -> Contents:
    """All entries of a bundle's zip. Nothing is unpacked to disk, and nothing inflated."""
    found = Contents(path)
    try:
        with zipfile.ZipFile(path) as archive:
            room = path.stat().st_size
            for entry in archive.infolist():
                refused = "; ".join(_refusals(entry, found))
                if refused:
                    found.faults.append(found.fault(refused, entry.filename))
                    continue
                room -= entry.file_size
                if room < 0:
                    raise zipfile.BadZipFile("các tệp chồng lên nhau")
                found.files[entry.filename] = archive.read(entry)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError) as error:
        found.faults.append(found.fault(f"tệp zip hỏng ({error})"))
    return found


def _refusals(entry: zipfile.ZipInfo, found: Contents) -> Iterator[str]:
    """Why an entry is not read."""
    if not names.is_allowed(entry.filename):
        yield "không thuộc gói này"
    if entry.file_size > names.largest(entry.filename):
        yield "lớn quá mức nên không mở"
    if entry.filename in found.files:
        yield "có hai lần trong tệp zip"
    if entry.compress_type != zipfile.ZIP_STORED or entry.flag_bits & 1:
        yield "bị nén hoặc khóa lại, không phải tệp zip do chương trình làm ra"


def _shown(text: str) -> str:
    """Without characters that could play tricks on a terminal."""
    return "".join(each if each.isprintable() else f"\\x{ord(each):02x}" for each in text)
