"""A week's release as a BagIt bag (RFC 8493), which archives and libraries take in.

A bag keeps its files below `data/`, which a web site cannot do; so it is made beside the release,
when somebody asks for one. It says nothing about when it was made: one release, one bag, to the
byte.
"""

import contextlib
import hashlib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp

from .. import __version__, modes
from ..errors import PublishError
from . import names
from .clone import clone
from .overview import Overview
from .staging import told

DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MANIFEST, TAGS, ABOUT = "manifest-sha256.txt", "tagmanifest-sha256.txt", "bag-info.txt"
CHUNK = 1 << 20  # bytes


def bag(week: Path, to: Path, overview: Overview) -> Path:
    """Make a bag of a week's folder below `to`; where it is. It appears at once.

    Raises PublishError for a draft and when another bag is there, StoreError when files cannot be
    written.
    """
    if overview.draft:
        raise PublishError(f"{week} là bản thử, chưa được duyệt nên không lưu trữ.")
    place = to / f"truyenthanh_{overview.week}"
    with told(to):
        to.mkdir(parents=True, exist_ok=True)
        beside = Path(mkdtemp(prefix=".dang-lam-", dir=to))
        try:
            beside.chmod(modes.FOLDER)
            _fill(week, beside, overview)
            if not place.exists():
                beside.rename(place)
            elif _tags(place) != _tags(beside):
                raise PublishError(
                    f"{place} đã có và khác với đợt phát hành bây giờ. "
                    "Hãy dời nó đi hoặc chọn thư mục khác."
                )
        finally:
            with contextlib.suppress(OSError):
                shutil.rmtree(beside)
    return place


def _fill(week: Path, beside: Path, overview: Overview) -> None:
    digests, size = {}, 0
    for path in sorted(week.rglob("*"), key=lambda each: each.relative_to(week).parts):
        ours = path.is_file() and not path.is_symlink()
        if ours and not names.LITTER.intersection(path.relative_to(week).parts):
            name = f"data/{overview.week}/{path.relative_to(week).as_posix()}"
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            digests[name] = _copied(path, beside / name)
            size += path.stat().st_size
    about = {
        "Source-Organization": " ".join(overview.title.split()),
        "External-Identifier": overview.week,
        "Payload-Oxum": f"{size}.{len(digests)}",
        "Bag-Software-Agent": f"truyenthanh {__version__}",
    }
    tags = {
        names.BAG: DECLARATION,
        ABOUT: "".join(f"{name}: {text}\n" for name, text in about.items()).encode(),
        MANIFEST: _listed(digests),
    }
    tags[TAGS] = _listed({name: hashlib.sha256(text).hexdigest() for name, text in tags.items()})
    for name, content in tags.items():
        with (beside / name).open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def _copied(source: Path, target: Path) -> str:
    """A copy that shares its blocks where the file system can; the SHA-256 of what it holds."""
    with source.open("rb") as reading, target.open("xb") as writing:
        if not clone(source, writing):
            shutil.copyfileobj(reading, writing, CHUNK)
        writing.flush()
        os.fsync(writing.fileno())
    with target.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _listed(digests: Mapping[str, str]) -> bytes:
    """Digest and name, a line each. Raises PublishError for a name that readers disagree on.

    RFC 8493 escapes "%" and line ends, the Library of Congress's tool does not read them back.
    """
    for name in digests:
        if any(each in name for each in "%\r\n"):
            raise PublishError(
                f"{name!r}: tên tệp có ký tự mà túi lưu trữ không nhận. Hãy đổi tên tệp này."
            )
    return "".join(f"{digest}  {name}\n" for name, digest in digests.items()).encode()


def _tags(place: Path) -> bytes | None:
    try:
        return (place / TAGS).read_bytes()
    except OSError:
        return None
