"""A bundle as one zip file whose bytes depend on its content alone (PKWARE's APPNOTE.TXT 6.3).

Every entry is stored: MP3 does not shrink, and what deflate makes of a text differs from one zlib
to the next. Entries lie flat and in play order, because many players play files in the order in
which they were written, and unzipping writes them in the order of the entries.

Each entry's content begins at a multiple of 4 KiB, so that a file system that can lets zip and
folder share their blocks; the room before it is an extra field, as Android's zipalign leaves it.
Python's `zipfile` could neither do that nor take a CRC-32 that is known already.
"""

import struct
from collections.abc import Iterator, Mapping
from datetime import date

from ..errors import PublishError
from .spliced import Content

ALIGNMENT = 4096  # bytes: the block of the file systems that share blocks
PADDING = 0xD935  # id of the extra field: alignment, then zeros
LARGEST = 2**32 - 1  # bytes; more would need zip64, which old programs do not read

_VERSION = 20  # 4.4.3: needed to extract a plain stored file
_UNIX = 3  # 4.4.2.2: made by, the same on every system
_PLAIN_FILE = 0o100644 << 16  # 4.4.15: rw-r--r--
_LOCAL = struct.Struct("<4s5H3L2H")  # 4.3.7
_CENTRAL = struct.Struct("<4s6H3L5H2L")  # 4.3.12
_END = struct.Struct("<4s4H2LH")  # 4.3.16


def layout(files: Mapping[str, Content], day: date) -> Iterator[bytes | str]:
    """What the zip is made of, in order: bytes as they are, and names whose content goes there.

    Every entry is dated midnight of `day`. Raises PublishError for more than 4 GiB.
    """
    if sum(content.size + 2 * ALIGNMENT for content in files.values()) > LARGEST:
        raise PublishError(
            "Gói của một đài lớn hơn 4 GB nên không đóng thành tệp zip được. "
            "Hãy giảm most trong project.yaml."
        )
    at, directory = 0, []
    for name, content in files.items():
        head = _facts(content, day)
        room = -(at + _LOCAL.size + len(name) + 6) % ALIGNMENT
        extra = struct.pack("<3H", PADDING, 2 + room, ALIGNMENT) + bytes(room)
        local = _LOCAL.pack(b"PK\3\4", *head, len(name), len(extra)) + name.encode("ascii") + extra
        made = _CENTRAL.pack(
            b"PK\1\2", _UNIX << 8 | _VERSION, *head, len(name), 0, 0, 0, 0, _PLAIN_FILE, at
        )
        directory.append(made + name.encode("ascii"))
        at += len(local) + content.size
        yield local
        yield name
    listed = b"".join(directory)
    count = len(directory)
    yield listed + _END.pack(b"PK\5\6", 0, 0, count, count, len(listed), at, 0)


def pack(files: Mapping[str, Content], day: date) -> Iterator[bytes]:
    """All bytes of the zip, in chunks."""
    for each in layout(files, day):
        if isinstance(each, str):
            yield from files[each].parts
        else:
            yield each


def _facts(content: Content, day: date) -> tuple[int, ...]:
    """Version, flags, method, time, date, CRC-32 and both sizes, as both headers have them."""
    dated = day.year - 1980 << 9 | day.month << 5 | day.day
    return (_VERSION, 0, 0, 0, dated, content.crc32, content.size, content.size)
