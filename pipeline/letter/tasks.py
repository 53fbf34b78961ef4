"""What the letter orders: tasks of the stations, channels it names, tasks of others."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model import DirectiveTask, OthersTask
from .audience import Audience, audience, for_stations
from .names import slug
from .outline import Item, outline

_ABOUT = re.compile(
    r"(?:\w+ )?(?P<what>hình thức|phương thức|thời gian|mục đích|mục tiêu|quan điểm|nguyên tắc|phạm vi|yêu cầu|kinh phí|chế độ báo cáo)\b",
    re.IGNORECASE,
)
_NO_WORK = frozenset(
    (
        "mục đích",
        "mục tiêu",
        "yêu cầu",
        "quan điểm",
        "nguyên tắc",
        "phạm vi",
        "kinh phí",
        "chế độ báo cáo",
    )
)
_CLOSING = re.compile(
    r"(?:Trên đây|(?:Chỉ thị|Quyết định|Kế hoạch|Hướng dẫn|Công điện|Thông báo) này|Trân trọng|Trong quá trình|Nhận được|Rất mong|Mọi (?:thông tin|vướng mắc)"
    r"|(?:Đề nghị|Yêu cầu) (?:các|quý) (?:đơn vị|cơ quan|đồng chí|địa phương|ngành)[^;:]{0,80}"
    r"(?:quan tâm|nghiêm túc|triển khai|phối hợp)[^;:]{0,60}(?:thực hiện|triển khai)?)"
)
_TELLING = re.compile(
    r"(?:Đồng thời |Bên cạnh đó,? )?(?:lồng ghép|thông tin|tuyên truyền|phổ biến|giới thiệu|vận động|hướng dẫn"
    r"|cảnh báo|khuyến cáo|thông báo|phát sóng|phát thanh)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(  # of all that a commune does, what its station can do
    r"\b(?:đài|loa|truyền thanh|truyền thông|tuyên truyền|thông tin|thông báo|khuyến cáo|cảnh báo|phổ biến"
    r"|vận động|hướng dẫn|nhắc|giới thiệu|phát (?:tin|thanh|sóng|bài|trên)|tin,? bài|nhân dân biết|bảng tin)\b",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(  # whoever is told to have the station say it: the station says it
    r"chỉ đạo (?:các )?đài truyền thanh\b[^.;]*\b(?:phát|thông báo|tuyên truyền|nhắc|mở)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:đề nghị|yêu cầu|giao)\b", re.IGNORECASE)
_ANEW = re.compile(r"[;.]\s+(?=(?:đề nghị|yêu cầu|giao)\b)", re.IGNORECASE)
_PARTED = re.compile(r"(?<=[.;])\s+(?=\S)")


@dataclass
class Orders:
    """What a letter orders, apart for whom."""

    tasks: list[str] = field(default_factory=list)
    channels: list[str] = field(default_factory=list)
    times: list[str] = field(default_factory=list)
    others: list[OthersTask] = field(default_factory=list)


def orders(body: Sequence[str]) -> Orders:
    """Read the orders off the body's paragraphs."""
    found = Orders()
    root = outline(body)
    marked = any(item.kind or item.below for item in root.below)
    announced = False
    for item in root.below:
        if announced and not marked and not item.below and not _CLOSING.match(item.text):
            named = audience(item.text)
            _add(found, named if named and named.rest else None, item.text)
            continue
        announced = announced or item.text.endswith(":")
        if item.kind:
            _walk(item, None, "", found)
        elif not marked or item.below or _inline(item.text):
            _free(item, found, alone=not marked)
    return found


def _inline(text: str) -> bool:
    """Whether a paragraph between lists tells a certain body to do something."""
    named = audience(text)
    return named is not None and bool(named.rest) and not _CLOSING.match(text)


def _free(item: Item, found: Orders, alone: bool) -> None:
    """A paragraph that no mark numbers: the opening, an order of its own, or the closing."""
    if _CLOSING.match(item.text):
        return
    named = audience(item.text)
    if named is None and alone and not item.text.endswith(":"):
        _asked(item.text, found)
    if named is not None and named.rest and not item.text.endswith(":"):
        _add(found, named, named.rest)
    for below in item.below:
        passed_on = not item.text.endswith(":") or for_stations(item.text)
        _walk(below, None if passed_on else named, "", found)


def _asked(text: str, found: Orders) -> None:
    """Orders in the middle of a paragraph: "… đề nghị A làm …; đề nghị B làm …"."""
    first = _ASKS.search(text)
    for part in _ANEW.split(text[first.start() :]) if first else ():
        named = audience(part)
        if named and named.rest:
            _add(found, named, named.rest)


def _walk(item: Item, whose: Audience | None, about: str, found: Orders) -> None:
    if not item.kind and _CLOSING.match(item.text):
        return
    if item.heads:
        subject = _ABOUT.match(item.text)
        if subject:
            about = subject["what"].lower()
        else:
            whose = audience(item.text) or whose
        for below in item.below:
            _walk(below, whose, about, found)
        return
    named = audience(item.text)
    if about in _NO_WORK:
        pass
    elif about in ("hình thức", "phương thức"):
        found.channels.append(item.text.rstrip(".;"))
    elif about == "thời gian" or item.text.lower().startswith("thời gian"):
        found.times.append(item.text.rstrip(".;"))
    else:
        _add(found, (named if named and named.rest else None) or whose, item.text)
    for below in item.below:
        _walk(below, named or whose, about, found)


def _add(found: Orders, whose: Audience | None, text: str) -> None:
    whose = _whose_row(text) or whose
    if (
        whose is not None
        and not _PASSED_ON.search(text)
        and not (whose.station and (not whose.wider or _TOLD.search(text)))
    ):
        text = text.removeprefix(f"{whose.to}:").strip()
        found.others.append(OthersTask(to=whose.to, text=_sentence(text)))
    else:
        found.tasks += parted(text)


def _whose_row(text: str) -> Audience | None:
    """Who does what a row of a table tells: "Tuần tra – Tổ bảo vệ rừng – Hằng đêm"."""
    _, *cells = text.split(" – ")
    return next(filter(None, map(audience, cells)), None) if len(cells) > 1 else None


def parted(text: str) -> list[str]:
    """An item of several tasks: what begins to tell something new is one of its own."""
    found: list[str] = []
    for part in _PARTED.split(text):
        if not found or _TELLING.match(part):
            found.append(part)
        else:
            found[-1] += f" {part}"
    return [_sentence(part) for part in found]


def _sentence(text: str) -> str:
    text = text.rstrip(".;/ ")
    return text[:1].upper() + text[1:]


def numbered(texts: Sequence[str]) -> tuple[DirectiveTask, ...]:
    """Tasks with ids made of their words, each different."""
    found: dict[str, DirectiveTask] = {}
    for text in texts:
        base = slug(text)
        name, count = base, 1
        while name in found:
            count += 1
            name = f"{base}-{count}"
        found[name] = DirectiveTask(id=name, text=text)
    return tuple(found.values())


def addressed(addressees: Sequence[str]) -> bool:
    """Whether the letter is addressed to those who run stations."""
    return any(map(for_stations, addressees))
