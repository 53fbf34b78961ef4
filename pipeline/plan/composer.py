"""The frame of a bulletin: opening, items with stings between them, call to action, closing."""

from collections.abc import Callable
from functools import cache

import msgspec

from ..model import PROFILES, Message, Paragraph, Project, Station
from ..reading import Lexicon
from .book import TaskBook
from .casting import Cast
from .pieces import Pieces
from .plan import Element
from .scripts import Script, fill, joined, read, transcript


class Composer:
    """Composes rundowns. A piece that several bulletins share is worked out once."""

    def __init__(self, project: Project, revisions: dict[str, str]) -> None:
        self.book = TaskBook()
        self._project = project
        self._revisions = revisions
        self._lexicon = Lexicon().over(project.lexicon)
        self._calls = {each.id: each.call_to_action for each in project.campaigns}
        self._made: dict[tuple[str, bytes, str, str], Element] = {}
        self._script = cache(self._read)
        self._pieces = cache(self._workshop)

    def rundown(
        self, station: Station, messages: tuple[Message, ...], cast: Cast
    ) -> tuple[Element, ...]:
        """What the station's listeners hear, in order."""
        profile, voices = station.profile, msgspec.json.encode(cast, order="deterministic")
        pieces = self._pieces(profile)
        lead = messages[0].campaign

        def once(kind: str, which: str, make: Callable[[], Element]) -> Element:
            memo = (profile, voices, kind, which)
            if memo not in self._made:
                self._made[memo] = make()
            return self._made[memo]

        between = once("sting", "", pieces.sting)
        rundown = [once("opening", station.name, lambda: self._opening(pieces, station, cast))]
        for message in messages:
            which = f"{message.campaign}/{message.id}"
            rundown += [once("item", which, lambda: self._item(pieces, message, cast)), between]  # noqa: B023 - called at once
        rundown += [
            once("call", lead, lambda: self._call(pieces, lead, cast)),
            once("closing", station.name, lambda: self._closing(pieces, station, cast)),
        ]
        return tuple(rundown)

    def words(self, message: Message) -> Script:
        """The message's script. Recorded messages have a transcript instead."""
        if message.recording:
            return transcript(message)
        return joined(self._script(each) for each in message.paragraphs)

    def _opening(self, pieces: Pieces, station: Station, cast: Cast) -> Element:
        words = self._framed(self._project.rundown.opening, station)
        return pieces.opening(f"Lời xướng, {station.name}", words, cast)

    def _closing(self, pieces: Pieces, station: Station, cast: Cast) -> Element:
        words = self._framed(self._project.rundown.closing, station)
        return pieces.closing(f"Lời kết, {station.name}", words, cast)

    def _call(self, pieces: Pieces, campaign: str, cast: Cast) -> Element:
        words = joined([self._script(self._calls[campaign])])
        return pieces.spoken("call_to_action", "Lời kêu gọi", words, cast)

    def _item(self, pieces: Pieces, message: Message, cast: Cast) -> Element:
        words = self.words(message)
        if message.recording:
            element = pieces.recorded(message, words)
        else:
            element = pieces.spoken("item", message.title, words, cast)
        return element.but(campaign=message.campaign, message=message.id)

    def _framed(self, paragraph: Paragraph, station: Station) -> Script:
        return joined([self._script(fill(paragraph, station.name))])

    def _read(self, paragraph: Paragraph) -> Script:
        return read(paragraph, self._lexicon)

    def _workshop(self, profile: str) -> Pieces:
        return Pieces(self.book, self._project, self._revisions, PROFILES[profile])
