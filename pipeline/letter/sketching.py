"""A letter's record to the files of a campaign to go on with, as a person would have written them."""

import re
import textwrap
from collections.abc import Iterator
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from ..model import DirectiveTask, Letter
from .names import slug
from .naming import title

WIDTH = 88
LETTER = "cong-van.txt"
_PLAIN = re.compile(r"[^\W_](?:[\w ,./&()%-]*[\w)])?")
_WORDS = re.compile(r"true|false|null|yes|no|~", re.IGNORECASE)
_HOTLINE = re.compile(
    r"(?:đường dây nóng|tổng đài|số điện thoại|điện thoại|hotline)\b[^.;\d]{0,60}?(\d(?:[\d. ]{1,13}\d))",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?<![\d/])(\d{1,2}/\d{1,2})(?![\d/])")


def sketch(letter: Letter, text: str) -> dict[str, str]:
    """File name -> content. `text` is the letter itself, kept beside what was made of it."""
    stubs = {}
    for task in letter.directive.tasks:
        stubs[f"{task.id}.md"] = _stub(task)
    return {"campaign.yaml": _campaign(letter, text), LETTER: text, **stubs}


def name(letter: Letter) -> str:
    """A name for the campaign's folder."""
    return slug(letter.directive.subject, 6) if letter.directive.subject else "cong-van-moi"


def _campaign(letter: Letter, text: str) -> str:
    directive = letter.directive
    joined = " ".join(text.split())
    numbers = {re.sub(r"\D", "", found) for found in _HOTLINE.findall(joined)}
    days = _DAY.findall(directive.subject)
    return _template("campaign.yaml").render(
        letter=letter,
        directive=directive,
        source=LETTER,
        title=directive.subject[:1].upper() + directive.subject[1:],
        hotline=numbers.pop() if len(numbers) == 1 else "",
        day=days[0] if days else "",
    )


def _stub(task: DirectiveTask) -> str:
    return _template("message.md").render(
        task=task, title=title(task.text), told=textwrap.wrap(task.text, WIDTH)
    )


def message(called: str, topic: str, words: str) -> str:
    """The file of a message whose words are ready, called so."""
    return _template("ready.md").render(title=called, topic=topic, words=words)


def scalar(text: str | None, indent: int) -> str:
    """A text as YAML: plain where that is safe, else folded below its name. Blank stays blank."""
    if not text:
        return ""
    text = " ".join(text.split())
    room = WIDTH - indent
    if len(text) <= room and _PLAIN.fullmatch(text) and not _WORDS.fullmatch(text):
        return f" {text}"
    return " >-\n" + textwrap.indent("\n".join(_wrapped(text, room)), " " * indent)


def _wrapped(text: str, room: int) -> Iterator[str]:
    yield from textwrap.wrap(text, room, break_long_words=False, break_on_hyphens=False)


def _template(name: str) -> Template:
    text = files(__package__).joinpath("templates", f"{name}.jinja").read_text(encoding="utf-8")
    environment = Environment(  # noqa: S701 - YAML and Markdown, no HTML
        trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
    environment.filters["yaml"] = scalar
    return environment.from_string(text)
