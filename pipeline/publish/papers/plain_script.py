"""KICH-BAN.TXT: the announcer's script as plain text."""

from collections.abc import Callable, Iterator

from ...plan import Element
from . import plain, wording
from .edition import Edition, Printed


def write(edition: Edition, words: Callable[[Element], str]) -> str:
    """The whole script. `words` gives the passage of an element."""
    return plain.page(_lines(edition, words))


def passage(element: Element) -> str:
    r"""The words of one element, what was written beneath where it differs; lines end in \r\n."""
    lines: list[str] = []
    speaking = ""
    for segment in element.script:
        role = segment.role if segment.role != speaking else ""
        speaking = segment.role
        lines += plain.fold(segment.spoken, "    ", f"{role:>2}  ")
        if segment.written != segment.spoken:
            lines += plain.fold(f"[Viết: {segment.written}]", "      ")
    return "\r\n".join(lines)


def _lines(edition: Edition, words: Callable[[Element], str]) -> Iterator[str]:
    yield f"ĐÀI TRUYỀN THANH {edition.station.name.upper()}"
    yield f"KỊCH BẢN TUẦN {edition.plan.week.number}"
    yield wording.span(edition.plan.week)
    for printed in edition.bulletins:
        yield ""
        yield from _bulletin(printed, words)


def _bulletin(printed: Printed, words: Callable[[Element], str]) -> Iterator[str]:
    bulletin, entry = printed.plan, printed.entry
    yield "=" * plain.WIDTH
    yield from plain.fold(bulletin.title)
    yield f"{bulletin.file}, {wording.duration(entry.seconds)}"
    yield from plain.fold(f"Giọng đọc: {wording.voices(entry.voices)}")
    for engine, why in entry.not_used.items():
        yield from plain.fold(f"Không dùng {engine}: {why}")
    for element, place in zip(bulletin.rundown, entry.elements, strict=True):
        yield ""
        title = f": {element.title}" if element.kind == "item" else ""
        yield from plain.fold(
            f"[{wording.clock(place.start)}] {wording.KINDS[element.kind]}{title}"
        )
        if element.script:
            yield words(element)
