"""What the reader gives back: every stretch of the written text, and how it is said."""

from ..model import Record


class Span(Record):
    """A stretch of written text. The spans of a reading cover it exactly, in order."""

    start: int  # characters from the beginning of the written text
    end: int
    written: str
    spoken: str  # empty for what is silent
    kind: str  # "word", "date", "number", "mark", …, "unread"
    rule: str = ""  # id of the rule that read it; empty for plain words and spaces
    sure: bool = True  # False: an officer should look at it


class Reading(Record):
    """A text and its spoken form."""

    written: str
    spans: tuple[Span, ...]
    spoken: str  # guarded words

    @property
    def unread(self) -> tuple[Span, ...]:
        """What no rule could read; it is not in `spoken`."""
        return tuple(span for span in self.spans if span.kind == "unread")

    @property
    def unsure(self) -> tuple[Span, ...]:
        """What was read but may be meant otherwise."""
        return tuple(span for span in self.spans if not span.sure and span.kind != "unread")
