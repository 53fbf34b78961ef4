"""The documents a letter leans on."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from ..model import PartialDate, Reference

TYPES = (
    "Công văn", "Công điện", "Chỉ thị", "Quyết định", "Kế hoạch", "Nghị quyết", "Nghị định", "Thông tư liên tịch",
    "Thông tư", "Bộ luật", "Luật", "Pháp lệnh", "Hướng dẫn", "Thông báo", "Kết luận", "Chương trình", "Đề án",
    "Quy định", "Quy chế", "Tờ trình", "Báo cáo", "Văn bản", "Thông tri",
)  # fmt: skip
_SYMBOL = r"\d{1,5}(?:/\d{4})?\s?[-/][A-ZĐƯ][\w&.]*(?:[-/–][A-ZĐƯ][\w&.]*)*"
_KIND = "|".join(TYPES)
_START = re.compile(
    rf"(?P<kind>{_KIND})(?P<name>[^;.:\d“]{{0,90}}?)\s+(?:số\s*:?\s*)?(?P<symbol>{_SYMBOL})"
)
_DATE = re.compile(
    r"ngày\s+(?P<day>\d{1,2})\s*(?:[/.-]|tháng)\s*(?P<month>\d{1,2})\s*(?:[/.-]|năm)\s*(?P<year>\d{4})"
)
_ISSUER = re.compile(
    r"^,?\s*(?:ngày [^,;]*?\d{4}\s*)?,?\s*của\s+(?P<issuer>[^,;“]+?)(?=\s+(?:về|phê duyệt|ban hành|quy định|hướng dẫn|triển khai|trong|thực hiện|sửa đổi|tổ chức)\b|[,;“]|$)"
)
_STOP = re.compile(
    r";|\./\.|\.(?=\s+[A-ZĐ“]|$)|,?\s+nhằm\s|\s+và\s+(?=(?:{0})\s)|,\s+(?=(?:Ủy ban|UBND|Chủ tịch|Giám đốc|Bộ trưởng|Hạt|Sở|Ban|Phòng|Công an|Bộ|Cục|Văn phòng"
    r"|Trung tâm|Hội|Đoàn|Liên đoàn)\b[^;:.]{0,90}?(?:đề nghị|yêu cầu|ban hành|xây dựng|hướng dẫn|thông báo|triển khai|tổ chức))".replace(
        "{0}", _KIND
    )
)


def references(paragraphs: tuple[str, ...]) -> tuple[Reference, ...]:
    """Every document named with its number, in order, each once."""
    found: dict[str, Reference] = {}
    for paragraph in paragraphs:
        for reference in _in(paragraph):
            known = found.get(reference.symbol)
            if known is None or len(known.text) < len(reference.text):
                found[reference.symbol] = reference
    return tuple(found.values())


def _in(text: str) -> Iterator[Reference]:
    starts = [match for match in _START.finditer(text) if not _quoted(text, match.start())]
    for match, following in zip_longest(starts, starts[1:]):
        limit = following.start() if following else len(text)
        end = _end(text, match.end(), limit)
        whole = re.sub(r"[\s,;.]+(?:và)?[\s,;.]*$", "", text[match.start() : end])
        rest = text[match.end() : end]
        date, issuer = _DATE.search(rest[:40]), _ISSUER.match(rest)
        yield Reference(
            kind=match["kind"],
            symbol=match["symbol"],
            date=PartialDate(
                **{name: int(date[name]) for name in ("day", "month", "year")} if date else {}
            ),
            issuer=issuer["issuer"].strip() if issuer else "",
            text=whole,
        )


def _end(text: str, begin: int, limit: int) -> int:
    """Where a reference ends: at a stop outside quotation marks, or where the next begins."""
    for stop in _STOP.finditer(text, begin, limit):
        if not _quoted(text, stop.start()):
            return stop.start()
    return limit


def _quoted(text: str, at: int) -> bool:
    before = text[:at]
    return before.count("“") > before.count("”")
