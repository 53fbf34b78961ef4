"""HTML from templates. What is put into a template is escaped; pages load only their own site."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from ...figures import level, size
from ...model import Site
from ..papers import wording
from ..papers.pages import environment
from .assets import assets

POLICY = (  # Content-Security-Policy: nothing from elsewhere, nothing written into the page runs
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; media-src 'self'; "
    "script-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)


class Printer:
    """Renders the pages of one site."""

    def __init__(self, site: Site, title: str) -> None:
        self.title = site.name or title
        self._given = {"site": site, "title": self.title, "policy": POLICY}

    def page(self, template: str, depth: int, key: str = "", **given: Any) -> bytes:
        """A page `depth` folders below the root. `key` says what it was made from."""
        rendered = (
            _environment()
            .get_template(template)
            .render(self._given, root="../" * depth or "./", key=key, **given)
        )
        return rendered.encode("utf-8")


def script(template: str, **given: str) -> bytes:
    """A script from a template. What it is given must be script already."""
    marked = {name: Markup(each) for name, each in given.items()}  # noqa: S704 - our own
    return _environment().get_template(template).render(marked).encode("utf-8")


def dated(day: Any) -> str:
    """Thứ hai, 30/11/2026."""
    return f"{wording.weekday(day)}, {day:%d/%m/%Y}"


@cache
def _environment() -> Environment:
    made = environment(Path(__file__).parent / "templates")
    made.filters |= {
        name: getattr(wording, name)
        for name in ("clock", "duration", "letter", "span", "voices", "weekday")
    }
    made.filters |= {"dated": dated, "level": level, "size": size}
    made.globals |= {"asset": assets().named.__getitem__, "kinds": wording.KINDS}
    return made
