"""What Word draws before the paragraphs of a list: it counts by itself, the file has no figures.

Source: ECMA-376, part 1, 17.9 (numbering): a paragraph or its style names a list and a level, a
level has a format and a text with places such as "%1.%2" for the counts of the levels.
"""

import re
from collections.abc import Iterator

from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

BULLET = "- "
_DEPTH = 9  # levels of a list
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Numbering:
    """Counts through one document, paragraph by paragraph in their order."""

    def __init__(self, document: Document) -> None:
        self._levels = dict(_levels(document))
        self._counts: dict[str, list[int]] = {}

    def mark(self, paragraph: Paragraph) -> str:
        """What stands before the paragraph, with a blank after it; "": it is in no list."""
        found = _list_of(paragraph)
        if found is None:
            styled = (paragraph.style.name or "") if paragraph.style else ""
            return BULLET if styled.startswith("List ") else ""
        named, depth = found
        level = self._levels.get((named, depth))
        if named == "0" or not 0 <= depth < _DEPTH:
            return ""  # list 0: taken out of the style's list
        if level is None or _value(level, "w:numFmt") in ("bullet", "none", ""):
            return BULLET
        counts = self._counts.setdefault(named, [0] * _DEPTH)
        counts[depth] = counts[depth] + 1 if counts[depth] else self._start(named, depth)
        counts[depth + 1 :] = [0] * (_DEPTH - depth - 1)
        return self._drawn(named, _value(level, "w:lvlText"), counts) + " "

    def _start(self, named: str, depth: int) -> int:
        level = self._levels.get((named, depth))
        start = _value(level, "w:start") if level is not None else ""
        return int(start) if start.isdigit() else 1

    def _drawn(self, named: str, text: str, counts: list[int]) -> str:
        def count(place: re.Match[str]) -> str:
            at = int(place[1]) - 1
            level = self._levels.get((named, at))
            form = _value(level, "w:numFmt") if level is not None else ""
            return _figure(counts[at] or self._start(named, at), form)

        return re.sub(r"%([1-9])", count, text).strip()


def _figure(count: int, form: str) -> str:
    if form.endswith("Letter") and 1 <= count <= 26:
        letter = chr(ord("a") + count - 1)
        return letter.upper() if form == "upperLetter" else letter
    if form.endswith("Roman") and count < 40:
        figure, rest = "", count
        for value, sign in _ROMAN:
            figure += sign * (rest // value)
            rest %= value
        return figure.upper() if form == "upperRoman" else figure
    return str(count)


def _list_of(paragraph: Paragraph) -> tuple[str, int] | None:
    """The list's name and the level: the paragraph's own, else its style's or that one's basis."""
    properties = [paragraph._p.pPr]
    style = paragraph.style
    while style is not None and len(properties) < _DEPTH:  # a broken file's may go in a ring
        properties.append(style.element.find(qn("w:pPr")))
        style = style.base_style
    for each in properties:
        own = each.find(qn("w:numPr")) if each is not None else None
        if own is not None and (named := _value(own, "w:numId")):
            depth = _value(own, "w:ilvl")
            return named, int(depth) if depth.isdigit() else 0
    return None


def _levels(document: Document) -> Iterator[tuple[tuple[str, int], _Element]]:
    part = next(
        (each.target_part for each in document.part.rels.values() if "/numbering" in each.reltype),
        None,
    )
    root = getattr(part, "element", None)
    if root is None:
        return
    shapes = {each.get(qn("w:abstractNumId")): each for each in root.iter(qn("w:abstractNum"))}
    for listed in root.iter(qn("w:num")):
        shape = shapes.get(_value(listed, "w:abstractNumId"))
        named = listed.get(qn("w:numId")) or ""
        for level in shape.iter(qn("w:lvl")) if shape is not None else ():
            yield (named, int(level.get(qn("w:ilvl")) or 0)), level


def _value(element: _Element, name: str) -> str:
    child = element.find(qn(name))
    return (child.get(qn("w:val")) or "") if child is not None else ""
