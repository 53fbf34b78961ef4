"""MANIFEST.JSON: what is in a bundle, by whose order, in which voice, at which level.

It says nothing about when or where it was made, so the same inputs give the same bytes.
"""

from typing import Literal

import msgspec

from ..model import PartialDate, Profile, Record, Station, Subject, Tag, VoiceChoice, from_json
from ..plan import BulletinPlan, BundlePlan, Plan
from ..plan.plan import ElementKind
from .levels import Levels
from .spliced import Content
from .transcript import LineEntry, lines


class StationEntry(Record):
    """Whose bundle it is."""

    code: str
    name: str
    unit: str
    province: str
    sample: bool  # invented equipment and times, for trying the program
    external_ids: dict[str, str] = {}


class Order(Record):
    """Who ordered a campaign. What the letter leaves blank is null."""

    number: str | None
    symbol: str
    issuer: str
    date: PartialDate
    subject: str
    signer: str | None


class CampaignEntry(Record):
    """A campaign this bundle speaks for."""

    id: str
    title: str
    directive: Order


class ApprovalEntry(Record):
    """By whose word something in this bundle may be heard."""

    campaign: str | None  # null: the frame of every bulletin
    message: str | None  # null: the campaign's call to action, or the frame
    by: str
    role: str
    at: str  # ISO 8601, with its zone
    despite: str | None  # why, although lint had found faults
    sample: bool  # of sample content: nobody has really approved it


class SlotEntry(Record):
    """One broadcast."""

    date: str  # YYYY-MM-DD
    time: str  # HH:MM


class ElementEntry(Record):
    """One part of a bulletin."""

    kind: ElementKind
    title: str
    campaign: str | None
    message: str | None
    start: float  # seconds from the beginning of the bulletin
    end: float
    lines: tuple[LineEntry, ...] = ()


class VoiceEntry(Record):
    """Who speaks a role."""

    engine: str
    voice: str
    settings: dict[str, str | int | float]
    credit: str = ""  # whom its licence asks to name


class FormatEntry(Record):
    """How the MP3 frames are coded; always mono and constant bit rate."""

    profile: str
    rate: int  # Hz
    bitrate: int  # kbit/s


class BulletinEntry(Record):
    """One MP3."""

    id: str
    file: str
    title: str
    slots: tuple[SlotEntry, ...]
    seconds: float
    bytes: int
    sha256: str
    format: FormatEntry
    loudness_lufs: float | None
    true_peak_dbtp: float | None
    momentary_lufs: float | None  # highest of 400 ms
    short_term_lufs: float | None  # highest of 3 s
    loudness_range_lu: float  # EBU Tech 3342
    longest_silence: float  # seconds between two sounds
    horn_band: float  # 0…1, share of the energy in 300-4000 Hz
    syllables_per_second: float | None  # of a voice, its pauses left out
    voices: dict[str, VoiceEntry]
    not_used: dict[str, str]  # engine asked before -> why it does not speak here (Vietnamese)
    tag: Tag
    outline: str = ""  # how loud, from beginning to end: see `outline.outline`
    elements: tuple[ElementEntry, ...]


class Manifest(Record):
    """The whole file."""

    kind: Literal["truyenthanh/bundle"] = "truyenthanh/bundle"
    schema: Literal[1] = 1
    week: str
    station: StationEntry
    campaigns: tuple[CampaignEntry, ...]
    bulletins: tuple[BulletinEntry, ...]
    failed: dict[str, str]  # bulletin id -> why it is not here (Vietnamese)
    approvals: tuple[ApprovalEntry, ...] = ()
    draft: bool = False  # not to be broadcast: holds what nobody has approved

    @property
    def seconds(self) -> float:
        """Duration of all bulletins."""
        return sum(bulletin.seconds for bulletin in self.bulletins)


def write(manifest: Record) -> bytes:
    """As indented JSON, fields in their order, keys of maps sorted."""
    plain = msgspec.json.encode(manifest, order="deterministic")
    return msgspec.json.format(plain, indent=2) + b"\n"


def read(content: bytes) -> Manifest:
    """Raises msgspec.DecodeError for what is not a manifest of this version."""
    return from_json(content, Manifest)


def station_entry(station: Station) -> StationEntry:
    """Whose bundle it is."""
    return StationEntry(
        code=station.code,
        name=station.name,
        unit=station.unit.name,
        province=station.unit.province,
        sample=station.sample,
        external_ids=station.external_ids,
    )


def campaign_entries(plan: Plan, bundle: BundlePlan) -> tuple[CampaignEntry, ...]:
    """The campaigns a bundle speaks for, in the plan's order."""
    spoken = {
        element.campaign
        for bulletin in bundle.bulletins
        for element in bulletin.rundown
        if element.campaign
    }
    return tuple(_campaign(plan, name) for name in plan.campaigns if name in spoken)


def approval_entries(plan: Plan, bundle: BundlePlan) -> tuple[ApprovalEntry, ...]:
    """By whose word each thing in a bundle is heard."""
    heard = {Subject()}
    for bulletin in bundle.bulletins:
        for element in bulletin.rundown:
            if element.campaign:
                heard.add(Subject(campaign=element.campaign))
                heard.add(Subject(campaign=element.campaign, message=element.message))
    return tuple(
        ApprovalEntry(
            campaign=each.subject.campaign or None,
            message=each.subject.message or None,
            by=each.by,
            role=each.role,
            at=each.at.isoformat(),
            despite=each.despite or None,
            sample=each.sample,
        )
        for each in plan.approvals
        if each.subject in heard
    )


def bulletin_entry(
    bulletin: BulletinPlan, profile: Profile, levels: Levels, content: Content
) -> BulletinEntry:
    """One MP3: as planned, as measured, as spliced."""
    return BulletinEntry(
        id=bulletin.id,
        file=bulletin.file,
        title=bulletin.title,
        slots=tuple(
            SlotEntry(date=slot.day.isoformat(), time=f"{slot.at:%H:%M}") for slot in bulletin.slots
        ),
        seconds=round(levels.seconds, 3),
        bytes=content.size,
        sha256=content.sha256,
        format=FormatEntry(profile=profile.id, rate=profile.sample_rate, bitrate=profile.bitrate),
        loudness_lufs=_hundredths(levels.loudness),
        true_peak_dbtp=_hundredths(levels.true_peak),
        momentary_lufs=_hundredths(levels.momentary),
        short_term_lufs=_hundredths(levels.short_term),
        loudness_range_lu=round(levels.loudness_range, 2),
        longest_silence=round(levels.silence, 2),
        horn_band=round(levels.bands[1], 3),
        syllables_per_second=_hundredths(levels.syllables_per_second),
        voices={role: _voice(choice) for role, choice in sorted(bulletin.cast.items())},
        not_used=bulletin.moved,
        tag=bulletin.tag,
        outline=levels.outline,
        elements=_elements(bulletin, levels),
    )


def _campaign(plan: Plan, name: str) -> CampaignEntry:
    directive = plan.directives[name]
    order = Order(
        number=directive.number,
        symbol=directive.symbol,
        issuer=directive.issuer,
        date=directive.date,
        subject=directive.subject,
        signer=directive.signer,
    )
    return CampaignEntry(id=name, title=plan.campaigns[name], directive=order)


def _voice(choice: VoiceChoice) -> VoiceEntry:
    return VoiceEntry(
        engine=choice.engine, voice=choice.voice, settings=choice.settings, credit=choice.credit
    )


def _elements(bulletin: BulletinPlan, levels: Levels) -> tuple[ElementEntry, ...]:
    return tuple(
        ElementEntry(
            kind=element.kind,
            title=element.title,
            campaign=element.campaign or None,
            message=element.message or None,
            start=round(start, 3),
            end=round(end, 3),
            lines=tuple(lines(element, start, end, words)),
        )
        for element, (start, end), words in zip(
            bulletin.rundown, levels.spans, levels.words, strict=True
        )
    )


def _hundredths(level: float | None) -> float | None:
    return None if level is None else round(level, 2)
