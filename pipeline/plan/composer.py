"""The frame of a bulletin: opening, items with stings between them, call to action, closing."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from functools import cache

import msgspec

from ..model import PROFILES, SOUNDS, Message, Project, Station
from .book import TaskBook
from .casting import Cast
from .pieces import Pieces
from .plan import Element
from .reader import Reader

Memo = tuple[Hashable, ...]


class Composer:
    """Composes rundowns. A piece that several bulletins share is worked out once."""

    def __init__(self, project: Project, revisions: dict[str, str], reader: Reader) -> None:
        self.book = TaskBook()
        self._project = project
        self._revisions = revisions
        self._reader = reader
        self._made: dict[Memo, tuple[Element, ...]] = {}
        self._pieces = cache(self._workshop)

    def rundown(
        self, station: Station, messages: tuple[Message, ...], cast: Cast
    ) -> tuple[Element, ...]:
        """What the station's listeners hear, in order."""
        profile, sound = station.profile, station.sound or self._project.sound
        pieces = self._pieces(profile, sound)
        voices = msgspec.json.encode(cast, order="deterministic")
        alike = (profile, sound, voices, station.lexicon)  # who says names alike shares items

        def once(
            which: tuple[Hashable, ...], make: Callable[[], Iterable[Element]]
        ) -> tuple[Element, ...]:
            memo = (*alike, which)
            if memo not in self._made:
                self._made[memo] = tuple(make())
            return self._made[memo]

        def told() -> Iterator[Element]:
            for message in messages:
                name = ("item", message.campaign, message.id)
                yield from once(name, lambda: [self._item(pieces, message, station, cast)])  # noqa: B023 - made at once
                yield from once(("sting",), lambda: [pieces.sting()])
            lead = messages[0].campaign
            yield from once(("call", lead), lambda: [self._call(pieces, lead, station, cast)])

        name = station.name
        return (
            *once(("opening", name), lambda: [self._opening(pieces, station, cast)]),
            *once(("told", *((each.campaign, each.id) for each in messages)), told),
            *once(("closing", name), lambda: [self._closing(pieces, station, cast)]),
        )

    def _opening(self, pieces: Pieces, station: Station, cast: Cast) -> Element:
        words = self._reader.frame(self._project.rundown.opening, station.name, station.lexicon)
        return pieces.opening(f"Lời xướng, {station.name}", words, cast)

    def _closing(self, pieces: Pieces, station: Station, cast: Cast) -> Element:
        words = self._reader.frame(self._project.rundown.closing, station.name, station.lexicon)
        return pieces.closing(f"Lời kết, {station.name}", words, cast)

    def _call(self, pieces: Pieces, campaign: str, station: Station, cast: Cast) -> Element:
        words = self._reader.call(campaign, station.lexicon)
        return pieces.spoken("call_to_action", "Lời kêu gọi", words, cast)

    def _item(self, pieces: Pieces, message: Message, station: Station, cast: Cast) -> Element:
        words = self._reader.message(message, station.lexicon)
        if message.recording:
            element = pieces.recorded(message, words)
        else:
            element = pieces.spoken("item", message.title, words, cast)
        return element.but(campaign=message.campaign, message=message.id)

    def _workshop(self, profile: str, sound: str) -> Pieces:
        return Pieces(self.book, self._project, self._revisions, PROFILES[profile], SOUNDS[sound])
