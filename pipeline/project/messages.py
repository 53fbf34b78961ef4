"""campaigns/<id>/*.md: a small YAML head between two lines of dashes, then what will be said."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..model import Message, Paragraph, Place
from .fields import Fields
from .files import Shelf
from .jingles import there
from .nodes import compose
from .report import Report
from .sounds import can_be_sound

_ROLE = re.compile(r"([A-Z]):[ \t]*")
HEAD = re.compile(r"\s*---[ \t]*\n(.*?\n)??---[ \t]*(?:\n|\Z)", re.DOTALL)
_PARAGRAPH = re.compile(r"\S.*(?:\n[ \t]*\S.*)*")


@dataclass(frozen=True)
class MessageReader:
    """Reads the messages of one campaign."""

    shelf: Shelf
    report: Report
    campaign: str
    tasks: Collection[str] | None  # ids of the directive's tasks; None: they could not be read
    roles: Collection[str] | None
    sketched: bool = False  # what is still without words is then something left to do

    def read(self) -> tuple[Message, ...]:
        """All messages, in the order of their files' names."""
        paths = self.shelf.find(f"campaigns/{self.campaign}/*.md")
        read = (self._message(path) for path in paths if path.stem != "README")
        return tuple(message for message in read if message is not None)

    def _message(self, path: Path) -> Message | None:
        start, text = self.shelf.start(path), self.shelf.text(path)
        if text is None:
            return None
        head = HEAD.match(text)
        if head is None:
            self.report.lose(
                start,
                "message.no-head",
                "tin bài thiếu phần đầu (tên bài, nhiệm vụ) giữa hai dòng ---",
                "chép phần đầu từ một tin bài có sẵn",
            )
            return None
        place = start.after(text, head.start(1) if head[1] else 0)
        fields = Fields(compose(head[1] or "", place, self.report), self.report, place)
        message = Message(
            id=unicodedata.normalize("NFC", path.stem),
            campaign=self.campaign,
            title=fields.text("title"),
            topic=fields.name_of("topic", "nhiệm vụ", self.tasks),
            place=start,
            paragraphs=tuple(paragraphs(text, head.end(), start)),
            language=fields.text("language", "vi"),
            **self._recording(fields),
        )
        if message.language != "vi" and not fields.has("recording"):
            fields.refuse(
                "language",
                f"máy không đọc được tiếng “{message.language}”",
                "ghi âm người đọc rồi thêm dòng “recording: tên-tệp”",
                "message.language",
            )
        fields.close()
        self._check_words(message, start.after(text, len(text.rstrip())))
        return message

    def _recording(self, fields: Fields) -> dict[str, str]:
        name = fields.text("recording", "")
        file = f"campaigns/{self.campaign}/{name}"
        if not name or not there(self.shelf, fields, "recording", file, "message.recording"):
            return {}
        sha256 = self.shelf.digest(file)
        if sha256 and not can_be_sound(self.shelf.path(file)):
            fields.refuse(
                "recording",
                f"“{name}” không phải tệp âm thanh dùng được",
                "ghi âm lại, hoặc chép lại tệp từ máy ghi âm",
                "message.not-sound",
            )
        return {"recording": file, "recording_sha256": sha256}

    def _check_words(self, message: Message, end: Place) -> None:
        if self.sketched and not message.paragraphs:
            fix = "viết lời vào dưới dòng --- thứ hai"
            self.report.add(end, "message.empty", "tin bài chưa có lời", fix)
        for paragraph in message.paragraphs:
            if self.roles is not None and paragraph.role not in self.roles:
                self.report.add(
                    paragraph.place,
                    "message.role",
                    f"không có vai “{paragraph.role}”",
                    f"dùng vai {', '.join(self.roles)}, hoặc thêm vào roles ở project.yaml",
                )


def paragraphs(text: str, at: int, start: Place) -> Iterator[Paragraph]:
    """Paragraphs are parted by blank lines; "B:" in front of one gives it to the second voice."""
    for match in _PARAGRAPH.finditer(text, at):
        body, role, begin = match[0].rstrip(), "A", match.start()
        marker = _ROLE.match(body)
        if marker:
            role, body, begin = marker[1], body[marker.end() :], begin + marker.end()
        if body:
            yield Paragraph(text=body, place=start.after(text, begin), role=role)
