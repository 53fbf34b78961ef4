"""The speaker's script (kịch bản): for a person at a microphone or in front of a meeting."""

import re
from collections.abc import Iterator
from typing import Any

from ..model import GAPS, Segment
from .channel import Files
from .content import Content
from .workshop import Workshop

_LOUD = re.compile(r"(\S*\d\S*(?:\s+\S*\d\S*)*)")


class Announcer:
    """As written, with breaths and numbers marked; how it is said where that differs."""

    id = "kich-ban"
    title = "Kịch bản cho người đọc"

    def make(self, content: Content, workshop: Workshop) -> Files:
        """See `Channel`."""
        parts = [
            {"name": "Lời", "lines": list(lines(content.script))},
            {"name": "Lời kêu gọi", "lines": list(lines(content.call_script))},
        ]
        shown = {
            "title": content.title,
            "whose": content.office,
            "letter": content.letter,
            "mark": content.mark,
            "sample": content.sample,
            "minutes": minutes(content),
            "roles": sorted({each.role for each in content.script}),
            "parts": parts,
        }
        return {
            "kich-ban.pdf": workshop.typesetter.pdf("kich-ban-noi.typ", shown),
            "kich-ban.txt": workshop.text(
                "kich-ban.txt", content, parts=parts, minutes=shown["minutes"]
            ),
        }


def lines(script: tuple[Segment, ...]) -> Iterator[dict[str, Any]]:
    """One for each breath. The role stands where it changes; "/" is a breath, "//" an end."""
    speaking = ""
    for segment in script:
        yield {
            "role": segment.role if segment.role != speaking else "",
            "runs": list(emphasised(segment.written)),
            "spoken": segment.spoken if segment.spoken != segment.written else "",
            "rest": "//" if segment.pause >= GAPS.sentence else "/",
            "ends": segment.pause >= GAPS.paragraph,
        }
        speaking = segment.role


def emphasised(text: str) -> Iterator[tuple[str, bool]]:
    """The text in stretches; True for numbers, to be said slowly and clearly."""
    for index, part in enumerate(_LOUD.split(" ".join(text.split()))):
        if index % 2 == 0:
            if part:
                yield part, False
            continue
        number = part.rstrip(".,;:!?”)")
        yield number, True
        if number != part:
            yield part[len(number) :], False


def minutes(content: Content) -> str:
    """How long a person takes, at the pace of the project's voice: "khoảng 1 phút 20 giây"."""
    script = (*content.script, *content.call_script)
    seconds = sum(each.syllables / content.pace + each.pause / 1000 for each in script)
    whole, rest = divmod(round(seconds / 5) * 5, 60)
    told = [f"{whole} phút"] if whole else []
    return "khoảng " + " ".join([*told, *([f"{rest} giây"] if rest or not whole else [])])
