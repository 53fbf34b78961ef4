"""A plan as an indented text: stations, bulletins, elements, words."""

from collections.abc import Iterator

from ..figures import clock, count
from ..plan import BulletinPlan, Plan, Unapproved
from ..plan.planner import WEEKDAYS
from ..publish.papers.wording import KINDS


def outline(plan: Plan) -> Iterator[str]:
    """Lines for a person. What stations share is written out once and referred to afterwards."""
    total = sum(bulletin.seconds for bulletin in plan.bulletins)
    stations, bulletins = count(len(plan.bundles)), count(len(plan.bulletins))
    days = f"{plan.week.monday:%d/%m/%Y} đến {plan.week.days[-1]:%d/%m/%Y}"
    yield f"{plan.title}: tuần {plan.week} ({days})"
    yield (
        f"{stations} đài, {bulletins} bản tin, khoảng {count(round(total / 60))} phút; "
        "thời lượng ước theo số âm tiết"
    )
    said: dict[str, str] = {}
    for bundle in plan.bundles:
        station = bundle.station
        yield ""
        yield f"■ Đài truyền thanh {station.name} ({station.code})"
        for bulletin in bundle.bulletins:
            yield from _bulletin(bulletin, said)
    for name, why in plan.voiceless.items():
        yield f"✗ {name}: {why}"
    if plan.unapproved:
        yield ""
        yield f"Chưa duyệt nên không phát: {len(plan.unapproved)} mục"
    yield from map(stays_out, plan.unapproved)
    if plan.unwritten:
        yield ""
        yield f"Chưa có lời nên không phát: {len(plan.unwritten)} tin"
    yield from wordless(plan)


def stays_out(each: Unapproved) -> str:
    """What nobody has approved, why, and where."""
    codes = ", ".join(each.stations[:5]) + "…" * (len(each.stations) > 5)
    where = f" (ở {len(each.stations)} đài: {codes})" if each.stations else ""
    return f"  ✗ {each.name}: {each.title}, {each.why}{where}"


def wordless(plan: Plan) -> Iterator[str]:
    """What has no words yet."""
    return (f"  ✗ {name}: {title}" for name, title in plan.unwritten.items())


def _bulletin(bulletin: BulletinPlan, said: dict[str, str]) -> Iterator[str]:
    day = bulletin.slots[0].day
    times = ", ".join(f"{slot.at:%H:%M}" for slot in bulletin.slots)
    voices = ", ".join(sorted({choice.engine for choice in bulletin.cast.values()}))
    yield (
        f"  ▸ {WEEKDAYS[day.weekday()]} {day:%d/%m} lúc {times}: {bulletin.file}"
        f"  ~{clock(bulletin.seconds)}  giọng {voices}"
    )
    for engine, why in bulletin.moved.items():
        yield f"      (không dùng {engine}: {why})"
    for element in bulletin.rundown:
        kind = KINDS[element.kind].lower()
        head = f"{kind}: {element.title}" if element.script else kind
        if element.encode in said:
            yield f"      {head}  ~{clock(element.seconds)}  (như {said[element.encode]})"
            continue
        said[element.encode] = f"ở {bulletin.id}"
        yield f"      {head}  ~{clock(element.seconds)}"
        for segment in element.script:
            yield f"          {segment.role}│ {segment.spoken}  ⟨{segment.pause} ms⟩"
