"""What a break between two lines means: the end of what was said, or only the edge of the paper."""

import re

from . import marks

_ITEM = re.compile(
    r"\d{1,2}(?:\.\d{1,2})*\s?[.)/]\s|[IVX]{1,5}\s?[.)/]\s|[a-zđ]\s?[)/]\s|[-+*•–—●▪]"
)
_OPEN = re.compile(
    r"(?:,|(?:^|\s)(?:của|số|năm|và|về|các|những|đến|ngày|tháng|quý|với|cho|theo|từ|tại|là|do|trong|ở|để|bởi|hoặc|"
    r"điều|khoản|điểm|khóa|thứ|tỉnh|huyện|xã|phường|thôn|đồng chí|ông|bà))$"
)  # nobody ends there
_WIDE = 60  # letters of a line that reached the edge


def ends(text: str, space: "re.Match[str]") -> bool:
    """Whether something ends at this stretch of space."""
    if "\n" not in space[0]:
        return False
    if marks.BULLET.match(text, space.end()):
        return True
    return "\n\n" in space[0] and not _goes_on(text, space)


def _goes_on(text: str, space: "re.Match[str]") -> bool:
    """Whether an empty line only broke a sentence, as in text taken out of a PDF."""
    following = text[space.end() : space.end() + 12]
    if not following or _ITEM.match(following):
        return False
    if following[0].islower() or following[0] == "(":
        return True
    line = text[max(0, space.start() - 2 * _WIDE) : space.start()].rpartition("\n")[2]
    if line[-1:] in ".;:!?…":
        return False
    return len(line.strip()) >= _WIDE or _OPEN.search(line) is not None
