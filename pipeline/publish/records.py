"""What publishing gives back."""

from collections.abc import Mapping
from pathlib import Path

from ..model import Record
from ..plan import Week
from .overview import BulletinLine

Reasons = Mapping[str, str]  # bulletin id -> why it is not published (Vietnamese)


class Fault(Record, order=True):
    """One thing that is not as it was made, in Vietnamese."""

    path: str
    what: str

    def __str__(self) -> str:
        return f"{self.path}: {self.what}"


class PublishedBundle(Record):
    """One station's bundle as it now lies there."""

    code: str
    name: str
    folder: Path
    zip: Path
    bulletins: tuple[BulletinLine, ...]
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
