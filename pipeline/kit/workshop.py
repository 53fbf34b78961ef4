"""Templates and what fills them. An office changes one by putting its own of that name."""

import hashlib
from collections.abc import Mapping
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.sandbox import SandboxedEnvironment

from ..errors import PublishError
from ..publish.papers import Typesetter, plain
from .content import Content
from .marking import bold, escaped, hashtag

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
NONE: Mapping[str, bytes] = MappingProxyType({})


class Workshop:
    """Fills templates. `own`: a folder with those of the office; the others are built in.

    `sounds`: what was on air, by SHA-256.
    """

    def __init__(self, own: Path | None = None, sounds: Mapping[str, bytes] = NONE) -> None:
        self.sounds = sounds
        self.own = own if own is not None and own.is_dir() else None
        self.typesetter = Typesetter(self.own, TEMPLATES)

    def text(self, template: str, content: Content, **given: Any) -> bytes:
        """A plain text for any editor: UTF-8 with its mark, lines as Windows ends them."""
        filled = self.fill(template, content, **given).strip("\n")
        return plain.page(filled.split("\n")).encode("utf-8")

    def fill(self, template: str, content: Content, **given: Any) -> str:
        """What the template makes of it. In .html everything is escaped. Raises PublishError."""
        try:
            return self._pages.get_template(template).render(content=content, **given)
        except TemplateError as error:
            raise PublishError(self._explained(template, error)) from error

    @cached_property
    def revision(self) -> str:
        """A digest of everything that decides how products look, the contents aside."""
        digest = hashlib.sha256(version("typst").encode())
        ours = (path for path in HERE.rglob("*") if path.suffix != ".pyc" and path.is_file())
        theirs = self.own.glob("*") if self.own else ()
        for path in (*sorted(ours), *sorted(theirs)):
            if path.is_file():
                digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        return digest.hexdigest()

    @cached_property
    def _pages(self) -> SandboxedEnvironment:
        folders = [FileSystemLoader(each) for each in (self.own, TEMPLATES) if each]
        environment = SandboxedEnvironment(
            loader=ChoiceLoader(folders),
            autoescape=lambda name: name is not None and name.endswith(".html"),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        environment.filters |= {"bold": bold, "md": escaped, "hashtag": hashtag}
        return environment

    def _explained(self, template: str, error: TemplateError) -> str:
        place = (self.own or TEMPLATES) / template
        line = f":{error.lineno}" if isinstance(error, TemplateSyntaxError) else ""
        return (
            f"{place}{line}: mẫu có chỗ sai ({error.message or error}). Sửa chỗ đó, hoặc xóa tệp "
            "này để dùng mẫu có sẵn."
        )
