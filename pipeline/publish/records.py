"""What publishing gives back."""

from collections.abc import Mapping
from pathlib import Path

from ..model import Record
from ..plan import Week

Reasons = Mapping[str, str]  # bulletin id -> why it is not published (Vietnamese)


class Fault(Record, order=True):
    """One thing that is not as it was made, in Vietnamese."""

    path: str
    what: str

    def __str__(self) -> str:
        return f"{self.path}: {self.what}"


class PublishedBulletin(Record):
    """One MP3 of a bundle."""

    id: str
    file: str
    title: str
    seconds: float  # of the decoded sound
    size: int  # bytes
    sha256: str


class PublishedBundle(Record):
    """One station's bundle as it now lies there."""

    code: str
    name: str
    folder: Path
    zip: Path
    bulletins: tuple[PublishedBulletin, ...]
    failed: dict[str, str] = {}  # bulletin id -> why it is not in the bundle (Vietnamese)
    changed: bool = True  # False: it had been there already, to the byte


class Release(Record):
    """What is published for one week, as far as the plan names it."""

    week: Week
    folder: Path
    bundles: tuple[PublishedBundle, ...]
    failed: dict[str, str] = {}  # every bulletin left out, whoever's it is
    silent: tuple[
        str, ...
    ] = ()  # codes of stations without any bulletin; their bundle is as it was

    @property
    def unchanged(self) -> int:
        """Bundles that had been there already, to the byte."""
        return sum(not bundle.changed for bundle in self.bundles)

    @property
    def minutes(self) -> float:
        """Minutes of sound in all bundles."""
        return sum(each.seconds for bundle in self.bundles for each in bundle.bulletins) / 60
