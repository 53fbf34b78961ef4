"""A small release made by hand: real MP3 pieces, a plan of a few bulletins, a stocked store."""

import hashlib
from datetime import date, time
from functools import cache

from pipeline.audio import id3, mp3, splice
from pipeline.model import (
    AirWindow,
    Directive,
    PartialDate,
    Place,
    Segment,
    Slot,
    Station,
    Tag,
    Unit,
    VoiceChoice,
)
from pipeline.plan import BulletinPlan, BundlePlan, Element, Plan, Week
from pipeline.plan.names import bulletin_file
from pipeline.plan.plan import ElementKind
from pipeline.plan.planner import WEEKDAYS
from pipeline.stages.meter import meter
from pipeline.store import Store
from pipeline.testing import pip

WEEK = Week(year=2026, number=49)
TITLES = ("Việc nhẹ, lương cao", "Người lạ hứa hẹn", "Gọi số 111", "Đường về nhà")
VOICE = VoiceChoice(engine="tone", voice="bip", settings={"pitch": 440})
KINDS: tuple[tuple[ElementKind, float, float], ...] = (
    ("opening", 440.0, 1.3),
    ("item", 550.0, 2.1),
    ("sting", 880.0, 0.5),
    ("call_to_action", 660.0, 0.9),
    ("closing", 330.0, 0.7),
)


@cache
def frames(hertz: float, seconds: float) -> bytes:
    """A sine as MP3 frames, at the level at which bulletins are published."""
    return mp3.encode_at(pip(hertz, seconds, level=-16.0), 96, -16.0, -1.0)


def named(*parts: object) -> str:
    """A key."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def station(number: int = 0, **changes: object) -> Station:
    code = f"{7288 + number:05d}"
    name = ("xã Yên Thế", "phường Đa Mai", "xã Hiệp Hòa", "xã Tuấn Đạo")[number % 4]
    return Station(
        code=code,
        name=name,
        unit=Unit(code=code, name=name.capitalize(), kind="xã", province="Bắc Ninh"),
        windows=(
            AirWindow(opens=time(5, 30), closes=time(6, 30), limit=60, source="NĐ 49/2024"),
            AirWindow(opens=time(17), closes=time(18), limit=60, source="NĐ 49/2024"),
        ),
        times=(time(5, 45), time(17, 15)),
        days=(1, 2, 3, 4, 5, 6, 7),
        place=Place(file=f"stations/{code}.yaml"),
        sample=True,
    ).but(**changes)


def make_plan(
    *stations: Station, days: int = 2, title: str = "Bản tin mẫu", week: Week = WEEK
) -> Plan:
    """A plan for these stations (two if none are named), a bulletin on each of the first days."""
    chosen = stations or (station(0), station(1))
    bundles = tuple(
        BundlePlan(
            station=each,
            bulletins=tuple(
                _bulletin(each, day, number, days)
                for number, day in enumerate(week.days[:days], start=1)
            ),
        )
        for each in chosen
    )
    return Plan(
        week=week,
        title=title,
        directives={
            "mua-ban-nguoi": Directive(
                symbol="STTTT-TTBCXB",
                issuer="Sở Thông tin và Truyền thông",
                subject="tuyên truyền phòng, chống mua bán người",
                date=PartialDate(year=2023, month=7),
            ),
            "khong-dung": Directive(symbol="X", issuer="Y", subject="Z"),
        },
        campaigns={"mua-ban-nguoi": "Phòng, chống mua bán người", "khong-dung": "Không dùng"},
        tasks={},
        bundles=bundles,
    )


def stock(plan: Plan, store: Store, longer: float = 0.0) -> None:
    """Put all that the plan's bulletins need into the store; pieces `longer` by so many seconds."""
    for bulletin in plan.bulletins:
        for element in bulletin.rundown:
            piece = _piece(element, longer)
            store.put(element.encode, piece, "{}", (), "nén")
            store.put(element.meter, meter(piece), "{}", (), "đo")


def mp3_of(bulletin: BulletinPlan, store: Store) -> bytes:
    """The bulletin's file, joined from the store in memory."""
    pieces = [store.get(element.encode) for element in bulletin.rundown]
    return id3.write(splice.splice(pieces), bulletin.tag)


def edited(plan: Plan, title: str) -> Plan:
    """The same plan with another title on every bulletin, and so other files."""

    def change(bulletin: BulletinPlan) -> BulletinPlan:
        return bulletin.but(title=title, tag=bulletin.tag.but(title=title))

    bundles = tuple(each.but(bulletins=tuple(map(change, each.bulletins))) for each in plan.bundles)
    return plan.but(bundles=bundles)


def _bulletin(at: Station, day: date, number: int, of: int) -> BulletinPlan:
    lead = TITLES[(number - 1) % len(TITLES)]
    rundown = tuple(_element(kind, lead, at, number) for kind, _, _ in KINDS)
    title = f"{WEEKDAYS[day.weekday()]} {day:%d/%m}: {lead}"
    tag = Tag(
        title=title,
        artist=f"Đài truyền thanh {at.name}",
        album="Bản tin tuần 49/2026",
        track=number,
        of=of,
        year=day.year,
        date=f"{day:%d%m}",
        comment="Phòng, chống mua bán người",
    )
    return BulletinPlan(
        id=f"{at.code}/{day.isoformat()}",
        file=bulletin_file(number, day, at.times, lead),
        title=title,
        slots=tuple(Slot(day=day, at=each) for each in at.times),
        rundown=rundown,
        cast={"A": VOICE, "B": VOICE.but(voice="bop")},
        moved={"gtts": "mất mạng"} if number == 1 else {},
        tag=tag,
    )


def _element(kind: ElementKind, lead: str, at: Station, number: int) -> Element:
    own = at.name if kind in ("opening", "closing") else lead if kind == "item" else ""
    return Element(
        kind=kind,
        title=lead if kind == "item" else kind,
        script=() if kind == "sting" else _script(kind, at, lead),
        seconds=2.0,
        encode=named("encode", kind, own),
        meter=named("meter", kind, own),
        campaign="mua-ban-nguoi" if kind == "item" else "",
        message=f"tin-{number}" if kind == "item" else "",
    )


def _script(kind: ElementKind, at: Station, lead: str) -> tuple[Segment, ...]:
    words = {
        "opening": (f"Đây là Đài truyền thanh {at.name}.",) * 2,
        "item": (f"{lead} ngày 30/7.", f"{lead} ngày ba mươi tháng bảy."),
        "call_to_action": ("Hãy gọi số 111.", "Hãy gọi số một một một."),
        "closing": (f"Đài truyền thanh {at.name} xin chào.",) * 2,
    }
    written, spoken = words[kind]
    return (Segment(written=written, spoken=spoken, pause=600, syllables=6),)


def _piece(element: Element, longer: float) -> bytes:
    kinds = {kind: (hertz, seconds) for kind, hertz, seconds in KINDS}
    hertz, seconds = kinds[element.kind]
    return frames(hertz, seconds + longer)
