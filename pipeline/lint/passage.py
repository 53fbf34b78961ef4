"""A paragraph as lint looks at it: its words, how they are read, its sentences."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from ..model import Paragraph, Place
from ..reading import Lexicon, Reading, Span, read, syllables
from ..reading.sentences import sentences

NAME = "{station}"
STAND_IN = "xã mường "  # of a station's name: as many letters, so that columns stay


@dataclass(frozen=True)
class Sentence:
    """A sentence and where in its paragraph it lies."""

    start: int
    end: int
    spans: tuple[Span, ...]

    @property
    def syllables(self) -> int:
        """As it is spoken."""
        return syllables(" ".join(span.spoken for span in self.spans))

    @property
    def numbers(self) -> int:
        """Figures in it that a listener has to keep in mind; telephone numbers not counted."""
        return sum(
            span.kind not in ("phone", "word") and any(map(str.isdigit, span.written))
            for span in self.spans
        )


@dataclass(frozen=True)
class Passage:
    """One paragraph."""

    text: str
    place: Place
    lexicon: Lexicon

    @classmethod
    def of(cls, paragraph: Paragraph, lexicon: Lexicon) -> "Passage":
        """A paragraph of a message, a call or the frame."""
        return cls(paragraph.text.replace(NAME, STAND_IN), paragraph.place, lexicon)

    @cached_property
    def reading(self) -> Reading:
        """How it is read."""
        return read(self.text, self.lexicon)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Those that say something."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[Sentence]:
        for spans in sentences(self.reading.spans):
            said = [span for span in spans if any(map(str.isalnum, span.written))]
            if said:
                yield Sentence(said[0].start, said[-1].end, tuple(spans))
