"""A log as it is kept."""

import hashlib
from typing import Literal

import msgspec

from ..model import Record


class Play(Record, order=True):
    """Whether one broadcast was heard, as the station says."""

    code: str  # as printed on the log: "T2S"
    played: bool
    note: str = ""


class PlayLog(Record):
    """What one report says of one station's week."""

    kind: Literal["truyenthanh/playlog"] = "truyenthanh/playlog"
    schema: Literal[1] = 1
    station: str  # code
    week: str  # "2026-W49"
    plays: tuple[Play, ...]  # by code
    source: str  # name of the file, or "tin nhắn"
    received: str  # YYYY-MM-DD

    @property
    def identity(self) -> str:
        """The same for the same report, however often and from wherever it comes in."""
        said = msgspec.json.encode((self.station, self.week, self.plays))
        return hashlib.sha256(said).hexdigest()[:12]
