"""The frame of a bulletin: opening, items with stings between them, call to action, closing."""

from functools import cache

from ..model import PROFILES, Message, Paragraph, Project, Station
from ..reading import Lexicon
from .book import TaskBook
from .casting import Cast
from .pieces import Pieces
from .plan import Element
from .scripts import Script, fill, joined, read, transcript


class Composer:
    """Composes rundowns and remembers the pieces that stations share."""

    def __init__(self, project: Project, revisions: dict[str, str]) -> None:
        self.book = TaskBook()
        self._project = project
        self._revisions = revisions
        self._lexicon = Lexicon().over(project.lexicon)
        self._calls = {each.id: each.call_to_action for each in project.campaigns}
        self._items: dict[tuple[str, str, str], Element] = {}
        self._script = cache(self._read)
        self._pieces = cache(self._workshop)

    def rundown(
        self, station: Station, messages: tuple[Message, ...], cast: Cast
    ) -> tuple[Element, ...]:
        """What the station's listeners hear, in order."""
        pieces = self._pieces(station.profile)
        frame = self._project.rundown
        opening = joined([self._script(fill(frame.opening, station.name))])
        closing = joined([self._script(fill(frame.closing, station.name))])
        call = joined([self._script(self._calls[messages[0].campaign])])
        between = pieces.sting()
        items = [
            element
            for message in messages
            for element in (self._item(station.profile, message, cast), between)
        ]
        return (
            pieces.opening(f"Lời xướng, {station.name}", opening, cast),
            *items,
            pieces.spoken("call_to_action", "Lời kêu gọi", call, cast),
            pieces.closing(f"Lời kết, {station.name}", closing, cast),
        )

    def words(self, message: Message) -> Script:
        """The message's script. Recorded messages have a transcript instead."""
        if message.recording:
            return transcript(message)
        return joined(self._script(each) for each in message.paragraphs)

    def _item(self, profile: str, message: Message, cast: Cast) -> Element:
        voices = repr(sorted(cast.items()))
        memo = (profile, f"{message.campaign}/{message.id}", voices)
        if memo not in self._items:
            words, pieces = self.words(message), self._pieces(profile)
            element = (
                pieces.recorded(message, words)
                if message.recording
                else pieces.spoken("item", message.title, words, cast)
            )
            self._items[memo] = element.but(campaign=message.campaign, message=message.id)
        return self._items[memo]

    def _read(self, paragraph: Paragraph) -> Script:
        return read(paragraph, self._lexicon)

    def _workshop(self, profile: str) -> Pieces:
        return Pieces(self.book, self._project, self._revisions, PROFILES[profile])
