"""The list beside a message's products.

<to>/<campaign>/<message>/…                   the products of one message
<to>/<campaign>/<message>/BO-TAI-LIEU.JSON    what lies there, by channel, with digests and keys
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec

from ..model import Record, from_json

SHEET = "BO-TAI-LIEU.JSON"


class Lying(Record):
    """What one channel has put there."""

    key: str  # of all it was made from
    files: dict[str, str]  # name -> SHA-256


class Sheet(Record):
    """The list of a message's products."""

    kind: Literal["truyenthanh/kit"] = "truyenthanh/kit"
    schema: Literal[1] = 1
    campaign: str
    message: str
    title: str
    digest: str  # of the words in print, as approved; its first digits stand on every product
    heard: str = ""  # digest of how they are said, as approved
    call_digest: str = ""  # of the call in print, with the campaign's title, hotline and letter
    call_heard: str = ""  # of how the call is said
    sample: bool
    channels: dict[str, Lying] = {}

    @property
    def approved(self) -> tuple[str, ...]:
        """As of a `Content`: what the products say, as it was approved when they were made."""
        return self.digest, self.heard, self.call_digest, self.call_heard


def read(folder: Path) -> Sheet | None:
    """The list in a message's folder; None where there is none that this version can read."""
    try:
        return from_json((folder / SHEET).read_bytes(), Sheet)
    except (OSError, msgspec.DecodeError):
        return None


def names(channels: Mapping[str, Lying]) -> set[str]:
    """Names of all products."""
    return {name for each in channels.values() for name in each.files}


def listed(folder: Path) -> set[str]:
    """Names of the products in a message's folder."""
    sheet = read(folder)
    return names(sheet.channels) if sheet else set()
