"""What a station's bundle must hold, worked out before anything is written."""

import hashlib
from collections.abc import Mapping

from ..model import PROFILES, Record, Station
from ..plan import BulletinPlan, BundlePlan, Key, Plan, overruns
from ..store import Provenance, Store
from . import names, playlist, sums
from .judgement import Judge
from .levels import Levels, Meters
from .manifest import Manifest, bulletin_entry, campaign_entries, station_entry
from .manifest import write as as_json
from .papers import Edition, Press, Printed


class Parcel(Record):
    """Everything in one bundle: sounds by key, papers by content, in play order."""

    manifest: Manifest
    sounds: dict[str, Key]  # file name -> spliced MP3
    papers: dict[str, bytes]  # file name -> content

    @property
    def digests(self) -> dict[str, str]:
        """File name -> SHA-256 of every file, in the order in which the zip holds them."""
        mp3 = {entry.file: entry.sha256 for entry in self.manifest.bulletins}
        papers = {name: hashlib.sha256(text).hexdigest() for name, text in self.papers.items()}
        return mp3 | papers


class Packer:
    """Works parcels out for one release. What stations share is read and printed once."""

    def __init__(self, plan: Plan, store: Store, notes: Mapping[str, str]) -> None:
        self._plan = plan
        self._store = store
        self._notes = notes
        self._meters = Meters(store)
        self._judge = Judge(self._meters)
        self._press = Press()

    def parcel(self, bundle: BundlePlan, failed: Mapping[str, str]) -> Parcel:
        """The station's parcel without bulletins that failed, last too long or sound wrong.

        Raises Missing or Damaged when the store lacks something.
        """
        reasons = {name: failed[name] for name in sorted(failed)}
        profile = PROFILES[bundle.station.profile]
        printed = []
        for bulletin in bundle.bulletins:
            if bulletin.id in reasons:
                continue
            levels, origin = self._made(bulletin)
            if why := self._unfit(bundle.station, bulletin, levels):
                reasons[bulletin.id] = why
                continue
            entry = bulletin_entry(self._plan, bulletin, profile, levels, origin)
            printed.append(Printed(plan=bulletin, entry=entry))
        return self._packed(bundle, tuple(printed), dict(sorted(reasons.items())))

    def _unfit(self, station: Station, bulletin: BulletinPlan, levels: Levels) -> str:
        """Why a bulletin that was made may not be heard; empty when it may."""
        late = [each.what for each in overruns(station, bulletin, levels.seconds)]
        faults = self._judge.faults(bulletin, levels, station.profile)
        outside = ["âm thanh không đạt: " + "; ".join(faults)] if faults else []
        return "; ".join([*late, *outside])

    def _made(self, bulletin: BulletinPlan) -> tuple[Levels, Provenance]:
        return self._meters.levels(bulletin), self._store.provenance(bulletin.splice)

    def _packed(
        self, bundle: BundlePlan, printed: tuple[Printed, ...], failed: dict[str, str]
    ) -> Parcel:
        station = bundle.station
        campaigns = campaign_entries(self._plan, bundle)
        manifest = Manifest(
            week=str(self._plan.week),
            station=station_entry(station),
            campaigns=campaigns,
            bulletins=tuple(each.entry for each in printed),
            failed=failed,
        )
        edition = Edition(
            plan=self._plan,
            station=station,
            bulletins=printed,
            campaigns=campaigns,
            failed=failed,
            note=self._notes.get(station.code, self._notes.get("", "")),
        )
        papers = {
            names.PLAYLIST: playlist.write((each.plan, each.entry.seconds) for each in printed),
            **self._press.print(edition),
            names.MANIFEST: as_json(manifest),
        }
        sounds = {each.plan.file: each.plan.splice for each in printed}
        parcel = Parcel(manifest=manifest, sounds=sounds, papers=papers)
        return parcel.but(papers={**papers, names.SUMS: sums.write(parcel.digests)})
