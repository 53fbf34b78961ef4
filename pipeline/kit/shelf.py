"""What lies there of a message and may be used: it says what is approved now, and is all there.

Told by the message's list and by which of its files are there; no product is opened. The look is
not asked for: a new template, address or sound on air makes products anew with the next release,
but those that lie there until then are no less approved.
"""

from pathlib import Path

from ..model import Record
from .content import Content
from .registry import CHANNELS
from .sheet import read


class Shelf(Record):
    """The products of one approved message, as they lie there."""

    content: Content
    folder: Path
    channels: dict[str, tuple[str, ...]]  # id -> files; () where a channel has none to make as yet

    @property
    def is_whole(self) -> bool:
        """Whether there is something for every channel, as far as one has products at all."""
        return {each.id for each in CHANNELS} == self.channels.keys()


def shelf(content: Content, to: Path) -> Shelf:
    """What lies there for a message. What cannot be read is not there."""
    folder = to / content.campaign / content.message
    sheet = read(folder)
    if sheet is None or sheet.approved != content.approved:
        return Shelf(content=content, folder=folder, channels={})
    return Shelf(
        content=content,
        folder=folder,
        channels={
            name: tuple(each.files)
            for name, each in sheet.channels.items()
            if all((folder / file).is_file() for file in each.files)
        },
    )
