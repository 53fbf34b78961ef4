"""Lines to paragraphs: broken lines, codes and years are joined again, page numbers dropped."""

import re
from collections.abc import Iterable, Iterator

from ..reading.alike import plain
from .sheet import Line

_SMALL = "a-zàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
MARKER = re.compile(
    r"(?P<roman>[IVX]{1,5}(?:[.)/]|\s?[-–](?=\s)))\s+(?=\S)"
    rf"|(?P<part>[A-HĐ][.)/])\s+(?=[^{_SMALL}]{{4,}}$)"
    r"|(?P<deep>\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[.)]?)\s+(?=\S)"
    r"|(?P<digit>(?:\d{1,2}[.)/](?!\d)|\d{1,2}\s?[-–](?=\s+[^\W\d_])|Điều \d{1,3}[.:]))\s*(?=\S)"
    r"|(?P<letter>[a-zđ][.)/])\s+(?=\S)"
    r"|(?P<dash>[-–—−•●▪◦·*](?!\*))\s*(?=[^\W\d]|[“\"(])"
    r"|(?P<plus>\+)\s*(?=\S)"
)
_OPENER = re.compile(
    r"(?:Kính gửi|Nơi nhận|Căn cứ|V/v|Về việc|Thực hiện|Trên đây|Trân trọng|Trong quá trình"
    r"|Đề nghị|Yêu cầu|Nhận được|PHỤ LỤC)"
)
SLACK = 9  # letters a line may be short of its width: those of a printed line are not equally wide
HANGING = re.compile(
    r"(?:,|\b(?:của|và|các|cho|với|về|tại|trong|từ|đến|theo|do|những|số|là|tỉnh|xã|phường))$"
)
_ENDED = re.compile(r"[.;:!?…/][”\"’)]*$")
_GLUED = re.compile(r"[^\W_][-–/]$")
_PAGE = re.compile(r"[-–\s]*(?:Trang\s+)?\d{1,3}(?:\s*/\s*\d{1,3})?[-–\s]*", re.IGNORECASE)
_CODE = re.compile(  # 1769/KH- UBND: one code, though somebody put a blank into it
    r"(?<=[\d/A-ZĐƯ])(?:\s*([/-])\s*|\s*(–)(?!\s)|(?<!\s)(–)\s*)(?=[A-ZĐƯ]{2,})"
)
_NUMBERED = re.compile(r"(?<!^)\b\d{1,5}\s*[/–-]\s*[A-ZĐƯ][\w&.]*(?:\s*[/–-]\s*[A-ZĐƯ][\w&.]+)*")


def tidy(text: str) -> str:
    """A line without layout: one blank between words, no marks of emphasis, codes in one piece."""
    text = " ".join(plain(text).replace("**", "").replace("\ufeff", "").split())
    return _NUMBERED.sub(lambda match: _CODE.sub(lambda joint: joint[0].strip(), match[0]), text)


def pieces(line: str) -> list[str]:
    """What stands side by side in a line, from left to right."""
    return [piece for part in re.split(r"\t| {3,}", line.strip()) if (piece := tidy(part))]


def unnumbered(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines without page numbers, which stand alone, and form feeds."""
    waiting = list(lines)
    for at, line in enumerate(waiting):
        alone = all(
            not waiting[each].text.strip() for each in (at - 1, at + 1) if 0 <= each < len(waiting)
        )
        if line.text == "\f" or (alone and line.text.strip() and _PAGE.fullmatch(line.text)):
            yield Line("")
        else:
            yield line


def paragraphs(lines: Iterable[Line]) -> list[str]:
    """Whole paragraphs. Which lines belong together, `_continues` says."""
    found: list[str] = []
    room: int | None = None
    parted = True
    for line in lines:
        text = tidy(line.text)
        if not text:
            parted = True
            continue
        if found and _continues(found[-1], text, room, parted):
            found[-1] = _joined(found[-1], text)
        else:
            found.append(text)
        room, parted = line.room, False
    return [tidy(each) for each in found]


def _continues(former: str, text: str, room: int | None, parted: bool) -> bool:
    """Whether a line goes on with the paragraph before it.

    `room`: letters that would still have fit on the former line, so that a line which ends early
    ends a paragraph; None: lines are paragraphs, unless one breaks off in mid-sentence.
    """
    if former.count("“") > former.count("”") and not _ENDED.search(former):
        return True
    if MARKER.match(text) and not _GLUED.search(former):
        return False
    if not _ENDED.search(former) and not text[0].isupper():
        return True
    if _GLUED.search(former) or HANGING.search(former):
        return True
    ended = _ENDED.search(former)
    if former.endswith((":", "./.")) or (ended and _OPENER.match(text)):
        return False
    slack = 1 if ended else SLACK
    full = room is not None and room <= len(text.split(" ", 1)[0]) + slack
    return full and not (parted and ended and not room)


def _joined(former: str, text: str) -> str:
    return former + text if _GLUED.search(former) else f"{former} {text}"
