"""Prints a station's papers. Passages that several stations share are printed once."""

from markupsafe import Markup

from ...plan import Element
from .. import names
from . import plain_script, plain_sheet
from .edition import Edition
from .pages import render


class Press:
    """Makes papers for one release."""

    def __init__(self) -> None:
        self._passages: dict[Element, Markup] = {}
        self._plain_passages: dict[Element, str] = {}

    def print(self, edition: Edition) -> dict[str, bytes]:
        """File name -> content, in the order in which a station reads them."""
        pages = {
            names.SHEET: render("sheet.html", edition=edition),
            names.SHEET_TEXT: plain_sheet.write(edition),
            names.SCRIPT: render("script.html", edition=edition, passage=self._passage),
            names.SCRIPT_TEXT: plain_script.write(edition, self._plain_passage),
            names.LOG: render("log.html", edition=edition),
        }
        return {name: text.encode("utf-8") for name, text in pages.items()}

    def _passage(self, element: Element) -> Markup:
        """The words of one element."""
        if element not in self._passages:
            self._passages[element] = Markup(render("passage.html", element=element))  # noqa: S704 - rendered with escaping
        return self._passages[element]

    def _plain_passage(self, element: Element) -> str:
        if element not in self._plain_passages:
            self._plain_passages[element] = plain_script.passage(element)
        return self._plain_passages[element]
