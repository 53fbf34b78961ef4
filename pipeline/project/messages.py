"""campaigns/<id>/*.md: a small YAML head between two lines of dashes, then what will be said."""

import re
from collections.abc import Iterator
from pathlib import Path

from ..model import Message, Paragraph, Place
from .fields import Fields
from .files import Shelf
from .nodes import Report, compose

_ROLE = re.compile(r"([A-Z]):[ \t]*")
_HEAD = re.compile(r"---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)


def read_messages(shelf: Shelf, report: Report, campaign: str) -> tuple[Message, ...]:
    """A campaign's messages, in the order of their files' names."""
    paths = shelf.find(f"campaigns/{campaign}/*.md")
    read = (_message(shelf, report, campaign, path) for path in paths if path.stem != "README")
    return tuple(message for message in read if message is not None)


def _message(shelf: Shelf, report: Report, campaign: str, path: Path) -> Message | None:
    start, text = shelf.start(path), shelf.text(path)
    if text is None:
        return None
    head = _HEAD.match(text)
    if head is None:
        report.add(
            start,
            "message.no-head",
            "tin bài thiếu phần đầu (tên bài, nhiệm vụ) giữa hai dòng ---",
            "chép phần đầu từ một tin bài có sẵn",
        )
        return None
    place = start.after(text, head.start(1) if head[1] else 0)
    fields = Fields(compose(head[1] or "", place, report), report, place)
    recording = fields.text("recording", "")
    file = f"campaigns/{campaign}/{recording}"
    message = Message(
        id=path.stem,
        campaign=campaign,
        title=fields.text("title"),
        topic=fields.text("topic"),
        place=start,
        paragraphs=tuple(_paragraphs(text, head.end(), start)),
        language=fields.text("language", "vi"),
        recording=file if recording else None,
        recording_sha256=shelf.digest(file) if recording and shelf.has(file) else None,
    )
    if recording and not shelf.has(file):
        fields.refuse("recording", f"không thấy tệp ghi âm {file}", "chép tệp vào cạnh tin bài")
    fields.close()
    if not message.paragraphs:
        report.add(
            start.after(text, head.end()),
            "message.empty",
            "tin bài chưa có lời",
            "viết lời vào dưới dòng ---",
        )
    return message


def _paragraphs(text: str, at: int, start: Place) -> Iterator[Paragraph]:
    """Paragraphs are parted by blank lines; "B:" in front of one gives it to the second voice."""
    for match in re.finditer(r"\S(?:.*(?:\n[ \t]*\S.*)*)?", text[at:]):
        body, role, begin = match[0].rstrip(), "A", at + match.start()
        marker = _ROLE.match(body)
        if marker:
            role, body, begin = marker[1], body[marker.end() :], begin + marker.end()
        if body:
            yield Paragraph(text=body, place=start.after(text, begin), role=role)
