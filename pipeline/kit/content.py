"""What every product says: one approved message, as written and as spoken."""

import re
from collections import Counter
from collections.abc import Iterator

from ..model import Campaign, Message, Project, Record, Segment, Subject
from ..plan import Clearance, Ear, Renditions
from ..plan.printed import printed
from ..plan.reader import Reader
from ..publish import sitemap
from ..publish.papers import wording

PAGE, SOUND = "bai-web.html", "nghe.mp3"
SHORT = 12  # digits of the digest that people see: enough to tell any two texts apart


class Passage(Record):
    """One paragraph on one line, and who speaks it."""

    role: str
    text: str


class Content(Record):
    """A message with everything that may stand on a leaflet. Nothing here is invented."""

    campaign: str  # id
    message: str  # id
    title: str
    passages: tuple[Passage, ...]
    call: str  # the campaign's call to action, as written
    hotline: str
    issuer: str  # who ordered it
    letter: str  # the letter that ordered it, its blanks as dots
    office: str  # who publishes
    script: tuple[Segment, ...]
    call_script: tuple[Segment, ...]
    pace: float  # syllables a second of the project's first voice
    seconds: float | None = None  # of the message as it was measured on air
    sound: str = ""  # SHA-256 of its sound on air; "": it was not on air as it is now
    site: str = ""  # where one can listen; "": not known
    digest: str  # of its words in print, as they were approved
    heard: str = ""  # digest of how they are said, as it was approved
    call_digest: str = ""  # of the call in print, with the campaign's title, hotline and letter
    call_heard: str = ""  # of how the call is said
    sample: bool = False  # approved for trying the program only

    @property
    def mark(self) -> str:
        """The digest as it is printed: "3f2a91c0b7d4"."""
        return self.digest[:SHORT]

    @property
    def approved(self) -> tuple[str, ...]:
        """Digests of all that a product says: two contents with the same say the same."""
        return self.digest, self.heard, self.call_digest, self.call_heard

    @property
    def name(self) -> str:
        """As people call it on the command line: "<campaign>/<message>"."""
        return f"{self.campaign}/{self.message}"

    @property
    def listen(self) -> str:
        """Where one hears it: its own page, or, before it was on air, the site; "": nowhere."""
        if not (self.site and self.sound):
            return self.site
        return f"{self.site}{sitemap.product(self.campaign, self.message, PAGE)}"

    @property
    def audio(self) -> str:
        """Where its sound lies; "": nowhere."""
        if not (self.site and self.sound):
            return ""
        return f"{self.site}{sitemap.product(self.campaign, self.message, SOUND)}"

    @property
    def text(self) -> str:
        """The body, one paragraph a line."""
        return "\n".join(passage.text for passage in self.passages)

    @property
    def runs(self) -> list[list[tuple[str, bool]]]:
        """Each paragraph in stretches; True where it is the hotline."""
        return [list(stressed(passage.text, self.hotline)) for passage in self.passages]


def stressed(text: str, hotline: str) -> Iterator[tuple[str, bool]]:
    """The text in stretches, the hotline apart; the stretches joined are the text."""
    parts = re.split(rf"((?<![\w.,/])(?:{re.escape(hotline)})(?!\w|[.,]\d|/\w))", text)
    for index, part in enumerate(parts):
        if part:
            yield part, index % 2 == 1


def approved(project: Project) -> Iterator[Content]:
    """Every message that was approved together with its call to action, in the project's order.

    Stations may say it in several ways; the way of most of them is taken.
    """
    reader = Reader(project)
    renditions = Renditions(project, reader)
    clearance = Clearance(project, renditions)
    ear = _most(project, renditions)
    cleared = clearance.items(ear)
    prints = printed(project)
    for campaign in project.campaigns:
        for message in campaign.messages:
            if (campaign.id, message.id) in cleared:
                item = Subject(campaign=campaign.id, message=message.id)
                call = Subject(campaign=campaign.id)
                words = (clearance.approval(each) for each in (item, call))
                yield _content(project, campaign, message, reader, ear).but(
                    digest=prints[item],
                    heard=renditions.item(item, ear),
                    call_digest=prints[call],
                    call_heard=renditions.item(call, ear),
                    sample=any(word is not None and word.sample for word in words),
                )


def _most(project: Project, renditions: Renditions) -> Ear:
    ears = Counter(renditions.ear(station) for station in project.stations)
    plain = Ear(voices=tuple(sorted(project.roles.items())), lexicon=())
    return max(ears, key=ears.__getitem__, default=plain)


def _content(
    project: Project, campaign: Campaign, message: Message, reader: Reader, ear: Ear
) -> Content:
    voice = project.voices[dict(ear.voices)[next(iter(project.roles))]]
    return Content(
        campaign=campaign.id,
        message=message.id,
        title=message.title,
        passages=tuple(
            Passage(role=each.role, text=line(each.text)) for each in message.paragraphs
        ),
        call=line(campaign.call_to_action.text),
        hotline=campaign.hotline,
        issuer=campaign.directive.issuer,
        letter=wording.order(campaign.directive),
        office=project.site.name or project.title,
        script=reader.message(message, ear.lexicon),
        call_script=reader.call(campaign.id, ear.lexicon),
        pace=voice.choices[0].syllables_per_second,
        site=f"{project.site.url}/" if project.site.url else "",
        digest="",
    )


def line(text: str) -> str:
    """Text as written, on one line."""
    return " ".join(text.split())
