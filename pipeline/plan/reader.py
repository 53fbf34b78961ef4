"""Everything that will be said in a project, read once with the lexicons that hold there."""

from functools import cache

from ..model import Campaign, Lexeme, Message, Paragraph, Project
from ..reading import Lexicon
from .scripts import Script, fill, joined, read, transcript

Local = tuple[Lexeme, ...]


class Reader:
    """Scripts of messages and of the frame. Layers: project, campaign, station; the last wins."""

    def __init__(self, project: Project) -> None:
        self._project = Lexicon().over(project.lexicon)
        self._campaigns = {campaign.id: campaign for campaign in project.campaigns}
        self._lexicon = cache(self._layered)
        self._read = cache(read)

    def message(self, message: Message, local: Local = ()) -> Script:
        """A message's script. Recorded messages have a transcript instead."""
        if message.recording:
            return transcript(message)
        lexicon = self._lexicon(message.campaign, local)
        return joined(self._read(each, lexicon) for each in message.paragraphs)

    def call(self, campaign: str, local: Local = ()) -> Script:
        """A campaign's call to action."""
        paragraph = self._campaigns[campaign].call_to_action
        return joined([self._read(paragraph, self._lexicon(campaign, local))])

    def frame(self, paragraph: Paragraph, name: str, local: Local = ()) -> Script:
        """The project's opening or closing in a station's name."""
        return joined([self._read(fill(paragraph, name), self._lexicon("", local))])

    def _layered(self, campaign: str, local: Local) -> Lexicon:
        known: Campaign | None = self._campaigns.get(campaign)
        return self._project.over(known.lexicon if known else ()).over(local)
