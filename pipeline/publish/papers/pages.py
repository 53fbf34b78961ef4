"""HTML from templates. Everything put into a template is escaped; no page loads anything."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import wording


def render(template: str, **given: Any) -> str:
    """The page `template` makes of what it is given."""
    return _environment().get_template(template).render(given)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        name: getattr(wording, name) for name in ("clock", "duration", "span", "voices")
    }
    environment.globals |= {"kinds": wording.KINDS, "draft": wording.DRAFT}
    return environment
