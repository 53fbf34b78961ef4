r"""SHA256SUMS: one line a file, as `sha256sum --binary` writes it (coreutils manual, 6.1).

Lines end in a bare \n: `sha256sum -c` takes a \r for part of the name.
"""

import re
from collections.abc import Iterable, Mapping

_LINE = re.compile(r"([0-9a-f]{64}) [ *](\S.*)")


def write(digests: Mapping[str, str]) -> bytes:
    """File names and their SHA-256, in the order given."""
    return "".join(f"{digest} *{name}\n" for name, digest in digests.items()).encode("ascii")


def read(content: bytes) -> dict[str, str]:
    """File name -> SHA-256. Raises ValueError for a line that is not one."""
    return dict(_entries(content.decode("utf-8").splitlines()))


def _entries(lines: Iterable[str]) -> Iterable[tuple[str, str]]:
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None:
            raise ValueError(line)
        yield match[2], match[1]
