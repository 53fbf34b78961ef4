"""Everything that will be said in a project, read once with the lexicons that hold there."""

from functools import cache

from ..model import Campaign, Lexeme, Message, Paragraph, Project
from ..reading import Lexicon
from .scripts import Script, fill, flowing, joined, read, sentences, transcript

Local = tuple[Lexeme, ...]
SAMPLE = "xã Yên Thế"  # a name like any other


class Reader:
    """Scripts of messages and of the frame. Layers: project, campaign, station; the last wins."""

    def __init__(self, project: Project) -> None:
        self._project = Lexicon().over(project.lexicon)
        self._campaigns = {campaign.id: campaign for campaign in project.campaigns}
        self._lexicon = cache(self._layered)
        self._read = cache(read)
        self._parted = cache(self._part)

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
        lexicon = self._lexicon("", local)
        return joined([self._named(self._parted(paragraph, lexicon), name, lexicon)])

    def _named(self, parts: tuple[Paragraph, ...], name: str, lexicon: Lexicon) -> Script:
        return flowing(self._read(fill(each, name), lexicon) for each in parts)

    def _part(self, paragraph: Paragraph, lexicon: Lexicon) -> tuple[Paragraph, ...]:
        """By sentences, where that changes nothing: those without a name are read once for all."""
        whole, parts = (paragraph,), sentences(paragraph)
        heard = {self._named(each, SAMPLE, lexicon) for each in (whole, parts)}
        return parts if len(heard) == 1 else whole

    def _layered(self, campaign: str, local: Local) -> Lexicon:
        known: Campaign | None = self._campaigns.get(campaign)
        return self._project.over(known.lexicon if known else ()).over(local)
