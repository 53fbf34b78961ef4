"""What a station's bundle must hold, worked out before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..errors import SoundError
from ..model import PROFILES, Station
from ..plan import BulletinPlan, BundlePlan, Plan, overruns
from ..signing import Signer
from ..store import Store
from . import names, playlist, sums
from .judgement import Judge
from .levels import Levels, Meters
from .manifest import (
    BulletinEntry,
    Manifest,
    approval_entries,
    bulletin_entry,
    campaign_entries,
    station_entry,
)
from .manifest import write as as_json
from .overview import StationLine, line
from .papers import Edition, Press, Printed
from .seal import Seal
from .spliced import Content, Own, Splicer


@dataclass(frozen=True, eq=False)
class Parcel:
    """Everything in one bundle."""

    manifest: Manifest
    files: dict[str, Content]  # by name, in the order of the zip: bulletins, then papers

    @property
    def line(self) -> StationLine:
        """What RELEASE.JSON tells of it."""
        return line(self.manifest, b"".join(self.files[names.SUMS].parts))


class Packer:
    """Works parcels out for one release. What stations share is read and printed once."""

    def __init__(
        self,
        plan: Plan,
        store: Store,
        notes: Mapping[str, str],
        signer: Signer | None = None,
        press: Press | None = None,
    ) -> None:
        self._signer = signer
        self._plan = plan
        self._store = store
        self._notes = notes
        self.meters = Meters(store)
        self._judge = Judge(self.meters)
        self._splicer = Splicer(plan, store)
        self.press = press or Press()

    @property
    def signed_by(self) -> str:
        """The public key with which its parcels are checked; empty where they are not signed."""
        return self._signer.public.write().decode() if self._signer else ""

    def parcel(self, bundle: BundlePlan, failed: Mapping[str, str]) -> Parcel:
        """The station's parcel without bulletins that failed, last too long or sound wrong.

        Raises Missing or Damaged when the store lacks something.
        """
        reasons = {name: failed[name] for name in sorted(failed)}
        printed: list[Printed] = []
        sounds: dict[str, Content] = {}
        own: Own = {}
        for bulletin in bundle.bulletins:
            if bulletin.id in reasons:
                continue
            try:
                entry, sounds[bulletin.file] = self._bulletin(bundle.station, bulletin, own)
            except Unfit as why:
                reasons[bulletin.id] = str(why)
            else:
                printed.append(Printed(plan=bulletin, entry=entry))
        return self._packed(bundle, tuple(printed), sounds, dict(sorted(reasons.items())))

    def _bulletin(
        self, station: Station, bulletin: BulletinPlan, own: Own
    ) -> tuple[BulletinEntry, Content]:
        """What is to be told of a bulletin, and its file. Raises Unfit."""
        levels = self.meters.levels(bulletin)
        if why := self._unfit(station, bulletin, levels):
            raise Unfit(why)
        try:
            content = self._splicer.content(bulletin, own)
        except SoundError as error:
            raise Unfit(unfit(str(error))) from error
        return bulletin_entry(bulletin, PROFILES[station.profile], levels, content), content

    def _unfit(self, station: Station, bulletin: BulletinPlan, levels: Levels) -> str:
        """Why a bulletin that was made may not be heard; empty when it may."""
        late = [each.what for each in overruns(station, bulletin, levels.seconds)]
        faults = self._judge.faults(bulletin, levels, station.profile)
        outside = ["âm thanh không đạt: " + "; ".join(faults)] if faults else []
        return "; ".join([*late, *outside])

    def _packed(
        self,
        bundle: BundlePlan,
        printed: tuple[Printed, ...],
        sounds: dict[str, Content],
        failed: dict[str, str],
    ) -> Parcel:
        station = bundle.station
        campaigns = campaign_entries(self._plan, bundle)
        manifest = Manifest(
            week=str(self._plan.week),
            station=station_entry(station),
            campaigns=campaigns,
            bulletins=tuple(each.entry for each in printed),
            failed=failed,
            approvals=approval_entries(self._plan, bundle),
            draft=self._plan.draft,
        )
        edition = Edition(
            plan=self._plan,
            station=station,
            bulletins=printed,
            campaigns=campaigns,
            approvals=manifest.approvals,
            failed=failed,
            note=self._notes.get(station.code, self._notes.get("", "")),
        )
        papers = {
            names.PLAYLIST: playlist.write((each.plan, each.entry.seconds) for each in printed),
            **self.press.print(edition),
            names.MANIFEST: as_json(manifest),
        }
        files = sounds | {name: Content.of(paper) for name, paper in papers.items()}
        listed = sums.write({name: content.sha256 for name, content in files.items()})
        files[names.SUMS] = Content.of(listed)
        if self._signer is not None:
            seal = Seal(week=manifest.week, station=station.code)
            files[names.SIGNATURE] = Content.of(seal.over(listed, self._signer))
        return Parcel(manifest=manifest, files=files)


class Unfit(Exception):
    """A bulletin cannot be published. The message says why, in Vietnamese."""


def unfit(*faults: str) -> str:
    """What is said of a bulletin whose MP3 has faults."""
    return "tệp MP3 không qua được kiểm tra: " + "; ".join(faults)
