"""HTML from templates. Everything put into a template is escaped; no page loads anything."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import wording

TEMPLATES = Path(__file__).parent / "templates"


def render(template: str, **given: Any) -> str:
    """The page `template` makes of what it is given."""
    return _environment().get_template(template).render(given)


def environment(*folders: Path) -> Environment:
    """Templates of these folders, the first that has one; a name nobody gave is a mistake."""
    return Environment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _environment() -> Environment:
    made = environment(TEMPLATES)
    made.filters |= {
        name: getattr(wording, name) for name in ("clock", "duration", "span", "voices")
    }
    made.globals |= {"kinds": wording.KINDS, "draft": wording.DRAFT}
    return made
