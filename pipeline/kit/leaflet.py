"""Leaflets: a single A5 sheet, and an A4 sheet folded in three; each for the office and the press.

For the press: 3 mm of bleed, crop marks, a trim box, black as black ink alone (CMYK), typefaces
embedded. For the office's own printer: the same sheet at its own size.
"""

from itertools import combinations_with_replacement, pairwise
from typing import Any

from .channel import Files
from .content import Content, stressed
from .sentences import asides, sentences, shortest_call
from .workshop import Workshop

Runs = list[tuple[str, bool]]  # a paragraph in stretches; True where it is the hotline

PANELS = 3
EMPTY = 30  # letters' worth of room that the gap after a paragraph takes


class Leaflet:
    """A single sheet to hand out (tờ rời)."""

    id = "to-roi"
    title = "Tờ rời A5"

    def make(self, content: Content, workshop: Workshop) -> Files:
        """See `Channel`."""
        return _both("to-roi-a5", content, workshop)


class Folded:
    """An A4 sheet, both sides, folded in three (tờ gấp)."""

    id = "to-gap"
    title = "Tờ gấp ba"

    def make(self, content: Content, workshop: Workshop) -> Files:
        """See `Channel`."""
        return _both("to-gap", content, workshop)


def told(content: Content, *, press: bool = False) -> dict[str, Any]:
    """What the templates of leaflets are told."""
    return {
        "title": content.title,
        "whose": content.office,
        "passages": content.runs,
        "panels": panels(content),
        "call": content.call,
        "line": shortest_call(content.call, content.hotline),
        "aside": asides(content.call, content.hotline),
        "hotline": content.hotline,
        "issuer": content.issuer,
        "letter": content.letter,
        "mark": content.mark,
        "sample": content.sample,
        "site": content.site,
        "qr": qr(content),
        "press": press,
    }


def panels(content: Content) -> list[list[Runs]]:
    """The paragraphs on three panels, in order, the fullest as empty as can be."""
    texts = [passage.text for passage in content.passages]
    if len(texts) < PANELS:
        texts = sentences(" ".join(texts))
    lengths = [len(text) + EMPTY for text in texts]
    ways = combinations_with_replacement(range(len(texts) + 1), PANELS - 1)
    cuts = min(
        ([0, *way, len(texts)] for way in ways),
        key=lambda cut: max(sum(lengths[start:end]) for start, end in pairwise(cut)),
    )
    return [
        [list(stressed(text, content.hotline)) for text in texts[start:end]]
        for start, end in pairwise(cuts)
    ]


def target(content: Content) -> str:
    """Where the code leads: to the page with the sound, or, with no site for it, to a call."""
    return content.listen or f"tel:{''.join(filter(str.isdigit, content.hotline))}"


def qr(content: Content) -> list[str]:
    """Rows of "1" and "0" without the quiet zone; a seventh of it may be spoilt (level M)."""
    import segno

    code = segno.make(target(content), error="m", micro=False, boost_error=False)
    return ["".join(str(int(module)) for module in row) for row in code.matrix]


def _both(name: str, content: Content, workshop: Workshop) -> Files:
    pdf = workshop.typesetter.pdf
    return {
        f"{name}.pdf": pdf(f"{name}.typ", told(content)),
        f"{name}-nha-in.pdf": pdf(f"{name}.typ", told(content, press=True)),
    }
