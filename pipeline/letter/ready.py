"""Ready messages in a text or Word file: parted by headings or by gaps, doubts told."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ..model import Problem
from .lines import paragraphs, tidy
from .naming import title
from .sheet import Line, Sheet, remark

LONGEST = 350  # words of one message; more are probably several
HEADING = 16  # words
_NUMBERED = re.compile(
    r"(?:tin bài|tin|bài|thông điệp|mẫu)\s+(?:số\s+)?\d{1,2}\s*[:.)–-]?\s*(?P<title>.*)",
    re.IGNORECASE,
)
_MARKED = re.compile(r"#{1,4}\s+(?P<title>\S.*)")
_RULE = re.compile(r"\s*(?:[-–*=_]\s*){3,}")


@dataclass
class Ready:
    """One message as it was found. `title` is empty where it has no heading."""

    title: str = ""
    lines: list[Line] = field(default_factory=list)

    @property
    def words(self) -> str:
        """What is to be said; blank lines part paragraphs."""
        if any(line.room is not None for line in self.lines):
            return "\n\n".join(paragraphs(self.lines))
        texts = [tidy(line.text) for line in self.lines]
        joint = "\n" if "" in texts else "\n\n"
        return re.sub(r"\n{3,}", "\n\n", joint.join(texts)).strip()


def ready(sheet: Sheet) -> tuple[tuple[Ready, ...], tuple[Problem, ...]]:
    """The messages of a file, and what a person should look at."""
    found = [each for each in _parted(sheet.lines) if each.words]
    remarks = list(sheet.remarks)
    for number, each in enumerate(found, 1):
        words = each.words.split()
        if not each.title:
            each.title = title(each.words.split("\n")[0], order=False)
            what = f"tin thứ {number} không có tên; tạm lấy lời đầu: “{each.title}”"
            remarks.append(remark(sheet.name, "no-title", what, "đặt lại tên ở dòng title"))
        if len(words) > LONGEST:
            what = f"tin “{each.title}” dài {len(words)} tiếng, có lẽ gồm nhiều tin"
            fix = "đặt tên cho từng tin, hoặc cách nhau bằng hai dòng trống"
            remarks.append(remark(sheet.name, "long", what, fix))
    return tuple(found), tuple(remarks)


def written_out(found: Iterable[Ready]) -> str:
    """The messages as one text that is parted in the same places again."""
    return "\n".join(f"# {each.title}\n{each.words}\n" for each in found)


def _parted(lines: Sequence[Line]) -> Iterator[Ready]:
    """Cut at headings where there are any, else at rules and wide gaps."""
    titles = {at: title for at in range(len(lines)) if (title := _heading(lines, at)) is not None}
    current, gap = Ready(), 0
    for at, line in enumerate(lines):
        blank = not line.text.strip()
        wide = not titles and (_RULE.fullmatch(line.text) or (gap >= 2 and not blank))
        if at in titles or wide:
            yield current
            current = Ready(titles.get(at, ""))
        if at not in titles and not _RULE.fullmatch(line.text):
            current.lines.append(line)
        gap = gap + 1 if blank else 0
    yield current


def _heading(lines: Sequence[Line], at: int) -> str | None:
    """The title in a heading ("" for one that only counts); None: it is none."""
    text = tidy(lines[at].text)
    if not text or len(text.split()) > HEADING:
        return None
    for pattern in (_MARKED, _NUMBERED):
        found = pattern.fullmatch(text)
        if found:
            return found["title"].strip(" .")
    alone = at == 0 or not lines[at - 1].text.strip()
    if lines[at].heading or (alone and text.isupper() and len(text.split()) > 1):
        return text[:1] + text[1:].lower() if text.isupper() else text
    return None
