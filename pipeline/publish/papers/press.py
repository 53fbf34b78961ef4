"""Prints a station's papers. Passages that several stations share are worked out once."""

from pathlib import Path

from markupsafe import Markup

from ...plan import Element
from .. import names
from . import calendar, plain_sheet, spreadsheet, told
from .edition import Edition
from .pages import render
from .typesetter import Typesetter


class Press:
    """Makes papers for one release. `own`: a folder with the office's own templates."""

    def __init__(self, own: Path | None = None) -> None:
        self.typesetter = Typesetter(own)
        self._passages: dict[Element, Markup] = {}
        self._parts: dict[Element, told.Told] = {}

    def print(self, edition: Edition) -> dict[str, bytes]:
        """File name -> content, in the order in which a station reads them.

        Each paper has the forms that somebody needs: PDF for the wall and the hand, text where no
        PDF opens, a page for phones where there is much to read, tables for computers.
        """
        pdf = self.typesetter.pdf
        page = render("script.html", edition=edition, passage=self._passage)
        return {
            names.SHEET: pdf("lich-phat.typ", told.sheet(edition)),
            names.SHEET_TEXT: plain_sheet.write(edition).encode("utf-8"),
            names.SHEET_TABLE: spreadsheet.sheet(edition),
            names.SHEET_CALENDAR: calendar.write(edition),
            names.SCRIPT: pdf("kich-ban.typ", told.script(edition, self._parts)),
            names.SCRIPT_PAGE: page.encode("utf-8"),
            names.LOG: pdf("nhat-ky.typ", told.log(edition)),
            names.LOG_TABLE: spreadsheet.log(edition),
        }

    def _passage(self, element: Element) -> Markup:
        """The words of one element."""
        if element not in self._passages:
            self._passages[element] = Markup(render("passage.html", element=element))  # noqa: S704 - rendered with escaping
        return self._passages[element]
