"""The seam: a channel makes files of a content, and has a name that people call it by."""

from collections.abc import Mapping
from typing import Protocol

from .content import Content
from .workshop import Workshop

Files = Mapping[str, bytes]


class Channel(Protocol):
    """One way to reach people."""

    @property
    def id(self) -> str:
        """As on the command line: small letters without marks, words joined by dashes."""

    @property
    def title(self) -> str:
        """For people, Vietnamese."""

    def make(self, content: Content, workshop: Workshop) -> Files:
        """File name -> bytes. Same content, same templates: same bytes.

        Raises PublishError when a template of the office's own has a mistake.
        """
