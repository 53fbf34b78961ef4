"""TOM-TAT.TXT: what came of the week, for the person who reads it on Monday."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from ...figures import count
from ...plan import Week
from ..overview import Overview, StationLine
from . import plain, wording


def write(overview: Overview, week: Week) -> str:
    """The whole summary."""
    return plain.page(_lines(overview, week))


def _lines(overview: Overview, week: Week) -> Iterator[str]:
    yield from plain.fold(overview.title.upper())
    yield f"BẢN TIN TUẦN {week.number}/{week.year}"
    yield wording.span(week)
    if overview.draft:
        yield wording.DRAFT
    if overview.sample:
        yield from plain.fold(wording.SAMPLE)
    yield ""
    ready = [each for each in overview.stations if each.bulletins]
    bulletins = count(sum(len(each.bulletins) for each in ready))
    minutes = count(round(sum(each.seconds for each in ready) / 60))
    yield f"Có {count(len(ready))} đài, {bulletins} bản tin, tổng cộng {minutes} phút."
    yield from _voices(ready)
    yield ""
    yield from _failures(overview)
    yield ""
    yield from _unapproved(overview)
    yield from _unwritten(overview)
    yield "TỪNG ĐÀI"
    for each in overview.stations:
        yield from _station(each)


def _voices(ready: list[StationLine]) -> Iterator[str]:
    made = [bulletin for each in ready for bulletin in each.bulletins]
    spoke = Counter(engine for each in made for engine in each.engines)
    if spoke:
        named = ", ".join(f"{engine} ({spoke[engine]} bản tin)" for engine in sorted(spoke))
        yield from plain.fold(f"Giọng đọc: {named}.")
    reasons = sorted({(engine, why) for each in made for engine, why in each.not_used.items()})
    for engine, why in reasons:
        yield from plain.fold(f"Không dùng {engine}: {why}")


def _failures(overview: Overview) -> Iterator[str]:
    """Each reason once, with every bulletin it stands for."""
    by_reason: dict[str, list[str]] = {}
    for station in overview.stations:
        for name, why in station.failed.items():
            by_reason.setdefault(why, []).append(f"{station.station.name}, {_day(name)}")
    if not by_reason:
        yield "Không bản tin nào bị lỗi."
        return
    yield f"{sum(map(len, by_reason.values()))} BẢN TIN CHƯA LÀM ĐƯỢC"
    for why, bulletins in sorted(by_reason.items()):
        yield from plain.fold(f"Lý do: {why}")
        for bulletin in bulletins:
            yield from plain.fold(bulletin, "    ", "  - ")


def _unapproved(overview: Overview) -> Iterator[str]:
    """What stays out because nobody has approved it."""
    if not overview.unapproved:
        return
    yield f"{len(overview.unapproved)} MỤC CHƯA DUYỆT NÊN KHÔNG PHÁT"
    for each in overview.unapproved:
        where = f" (ở {len(each.stations)} đài)" if each.stations else ""
        yield from plain.fold(f"{each.title}: {each.why}{where}", "    ", "  - ")
    yield ""


def _unwritten(overview: Overview) -> Iterator[str]:
    """What stays out because it has no words yet."""
    if not overview.unwritten:
        return
    yield f"{len(overview.unwritten)} TIN CHƯA CÓ LỜI NÊN KHÔNG PHÁT"
    for title in overview.unwritten.values():
        yield from plain.fold(title, "    ", "  - ")
    yield ""


def _station(each: StationLine) -> Iterator[str]:
    named = f"{each.station.code}  {each.station.name}"
    if not each.bulletins:
        yield f"  {named}: KHÔNG CÓ BẢN TIN"
        return
    told = f"{len(each.bulletins)} bản tin, {wording.duration(each.seconds)}"
    former = " (GÓI CŨ, lần này chưa làm được)" if each.former else ""
    sample = " (dữ liệu mẫu)" if each.station.sample else ""
    yield f"  {named}: {told}{former}{sample}"


def _day(bulletin: str) -> str:
    day = date.fromisoformat(bulletin.rpartition("/")[2])
    return f"{wording.weekday(day).lower()} {day:%d/%m}"
