"""A bundle as one zip file whose bytes depend on its content alone.

Every entry is stored: MP3 does not shrink, and what deflate makes of a text differs from one zlib
to the next. Entries lie flat and in play order, because many players play files in the order in
which they were written, and unzipping writes them in the order of the entries.
"""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

UNIX = 3  # "version made by" (APPNOTE.TXT 4.4.2.2), the same on every system
PLAIN_FILE = 0o100644 << 16  # rw-r--r-- (APPNOTE.TXT 4.4.15)


def pack(files: Mapping[str, bytes], day: date) -> bytes:
    """The files, in order, each dated midnight of `day`."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED, strict_timestamps=True) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system = UNIX
            entry.external_attr = PLAIN_FILE
            archive.writestr(entry, content)
    return target.getvalue()
