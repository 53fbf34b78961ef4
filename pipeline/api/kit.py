"""Products of approved messages for every channel, on their own and with each release."""

import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..errors import TruyenThanhError, UnknownName
from ..kit import (
    CHANNELS,
    TEMPLATES,
    Aired,
    Channel,
    Content,
    Delivered,
    Shelf,
    Workshop,
    approved,
    deliver,
    lying,
    measured,
    of_bulletin,
    shelf,
    srt,
    vtt,
    withdraw,
)
from ..model import Project, Record
from ..publish import entries, sitemap
from ..publish.staging import told
from ..store import atomic
from .folder import Folder


class Kit(Record):
    """What came of it."""

    folder: Path
    delivered: tuple[Delivered, ...]
    withdrawn: tuple[str, ...] = ()  # messages whose products were taken away
    unapproved: tuple[str, ...] = ()  # messages that have none, for nobody approved them


class Wish(Record):
    """What is wanted. Nothing said: everything, beside the releases."""

    names: tuple[str, ...] = ()  # "<campaign>" or "<campaign>/<message>"
    channels: tuple[str, ...] = ()  # ids
    to: Path | None = None
    output: Path | None = None  # where releases lie


def kit(folder: Folder, project: Project, wish: Wish) -> Kit:
    """Make the products of every approved message that is wanted; the same again makes nothing.

    Products of what is no longer approved are taken away. Raises UnknownName for a name that
    is not there, PublishError for a template with a mistake, StoreError.
    """
    output = wish.output or folder.output
    place = wish.to or output / sitemap.KITS
    wanted = tuple(_named(project, wish.names))
    channels = tuple(_channels(wish.channels))
    aired = measured(output)
    contents = [_timed(each, aired) for each in approved(project) if each.name in wanted]
    sounds = {each.sha256: each.sound for each in aired.values()}
    made = deliver(contents, place, Workshop(folder.kit_templates, sounds), channels)
    good = {each.name for each in contents}
    spared = lying(place) - set(wanted) if wish.names else set()
    return Kit(
        folder=place,
        delivered=made,
        withdrawn=withdraw(place, good | spared),
        unapproved=tuple(name for name in wanted if name not in good),
    )


def shelves(project: Project, output: Path) -> tuple[Shelf, ...]:
    """What lies beside the releases for each approved message; nothing is made."""
    return tuple(shelf(each, output / sitemap.KITS) for each in approved(project))


def templates(to: Path) -> tuple[Path, ...]:
    """Copy the built-in templates for an office to change; those that are there stay.

    Raises StoreError.
    """
    written = []
    with told(to):
        to.mkdir(parents=True, exist_ok=True)
        for source in sorted(path for path in TEMPLATES.iterdir() if path.is_file()):
            if not (to / source.name).exists():
                shutil.copyfile(source, to / source.name)
                written.append(to / source.name)
    return tuple(written)


def subtitles(bundle: Path, to: Path) -> tuple[Path, ...]:
    """Subtitles of every bulletin of a bundle (folder or zip), timed as measured.

    Raises TruyenThanhError when there is no bulletin in it, StoreError.
    """
    written = []
    for entry, _ in entries(bundle):
        cues = list(of_bulletin(entry))
        for kind, content in (("srt", srt(cues)), ("vtt", vtt(cues))):
            path = to / f"{Path(entry.file).stem}.{kind}"
            atomic.write(path, content)
            written.append(path)
    if not written:
        raise TruyenThanhError(
            f"Không thấy bản tin nào trong {bundle}. Hãy chỉ thư mục hoặc tệp .zip của một đài, "
            "ví dụ output/2026-W48/07288."
        )
    return tuple(written)


def _timed(content: Content, aired: Mapping[tuple[str, str], Aired]) -> Content:
    """With the sound and the length it had on air, where its words are still the same."""
    known = aired.get((content.campaign, content.message))
    if known is None or known.spoken != tuple(segment.spoken for segment in content.script):
        return content
    return content.but(seconds=known.seconds, sound=known.sha256)


def _named(project: Project, names: Sequence[str]) -> Iterator[str]:
    there = [
        f"{campaign.id}/{message.id}"
        for campaign in project.campaigns
        for message in campaign.messages
    ]
    for name in names:
        if name not in there and name not in {each.id for each in project.campaigns}:
            known = ", ".join(campaign.id for campaign in project.campaigns)
            raise UnknownName(f"Không có “{name}”. Các chiến dịch của dự án: {known}.")
    yield from (
        each for each in there if not names or each in names or each.partition("/")[0] in names
    )


def _channels(ids: Sequence[str]) -> Iterator[Channel]:
    known = {each.id: each for each in CHANNELS}
    for name in ids or known:
        if name not in known:
            raise UnknownName(f"Không có kênh “{name}”. Các kênh: {', '.join(known)}.")
        yield known[name]
