"""For whom a task is: a station, or somebody else."""

import re
from dataclasses import dataclass
from functools import cache
from pkgutil import get_data

_ASKED = re.compile(
    r"^(?:đối với|đề nghị|giao|yêu cầu|chỉ đạo|phân công|trách nhiệm của)\s+(?:các đồng chí\s+)?",
    re.IGNORECASE,
)
_ASKS = re.compile(  # who asks is not who is asked: "Cục … đề nghị Quý Sở …"
    r"^(?:Bộ|Sở|Cục|Ban|Phòng|Ủy ban|UBND|Công an|Trung tâm|Chủ tịch|Hội)\b[^;:.]{0,100}?\s(?:trân trọng |kính )?"
    r"(?:đề nghị|yêu cầu)\s+(?:quý\s+)?"
)
_WORK = re.compile(
    r"\s*:(?!\S)|,?\s+(?:chủ trì|phối hợp|tổ chức|tăng cường|thực hiện|chỉ đạo|tiếp tục|có trách nhiệm|tham mưu"
    r"|hướng dẫn|đẩy mạnh|bố trí|xây dựng|triển khai|căn cứ|tuyên truyền|phát|thông báo|thông tin|tiếp nhận|cung cấp|bảo đảm|thường trực|đăng|vận động|đưa tin|mở chuyên (?:trang|mục)|rà soát|kiểm tra|theo dõi|duy trì|nhắc nhở|là (?:cơ quan|đơn vị|đầu mối))\b"
)
NEAR = 160  # letters within which whoever is meant is named
_QUALIFIES = frozenset(
    ("các", "và", "của", "tại", "cấp", "xã", "phường", "khu", "thôn", "bản", "tỉnh", "thành", "phố")
)
_LINKS = frozenset(("về", "theo", "để", "trong", "trên", "khi", "với", "có", "là", "được", "đã"))


@dataclass(frozen=True)
class Audience:
    """Who is named at the beginning of a text."""

    to: str  # as the letter says
    station: bool  # a loudspeaker station, or those who run one
    wider: bool  # only those who run one, and much else besides
    rest: str  # of the text: what they are to do; empty where it is a heading


def audience(text: str) -> Audience | None:
    """Who a text is addressed to; None where it names nobody."""
    bare = _ASKED.sub("", _ASKS.sub("", text, count=1), count=1)
    asked = len(bare) < len(text)
    named = next((found for each, _ in _patterns() if (found := each.match(bare))), None)
    if named is None:
        return None
    work = _WORK.search(bare, 0, NEAR)
    at = work.start() if work else _work(bare, named.end()) if bare[-1:] in ".;" else None
    if at is None and not asked and len(bare) > NEAR:
        return None
    to = bare[:at].strip(" :;,.")
    kinds = _kinds(to)
    return Audience(
        to=to,
        station=bool(kinds & {"station", "runs"}),
        wider="station" not in kinds,
        rest="" if at is None else bare[at:].lstrip(" :,"),
    )


def _work(text: str, named: int) -> int | None:
    """Where the work begins behind a name, by whatever verb; None: there is none."""
    for word in re.finditer(r"\S+", text[named:]):
        bare = word[0].strip(",")
        if bare[:1].isupper() or bare.lower() in _QUALIFIES:
            continue
        alone = not bare.isalpha() or bare in _LINKS
        return (
            None if alone or len(text[named + word.start() :].split()) < 3 else named + word.start()
        )
    return None


def for_stations(text: str) -> bool:
    """Whether a loudspeaker station, or those who run one, is among those named."""
    return bool(_kinds(text) & {"station", "runs"})


def _kinds(text: str) -> set[str]:
    return {kind for pattern, kind in _patterns() if kind != "other" and _really(pattern, text)}


def _really(pattern: re.Pattern[str], text: str) -> bool:
    """A station is named, and not a provincial broadcaster, which has much the same name."""
    for found in pattern.finditer(text):
        after = text[found.end() :].lstrip()
        if not re.match(r"(?:và|&|-|–|,)\s*truyền hình", after, re.IGNORECASE):
            return True
    return False


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    text = (get_data(__package__, "tables/audiences.tsv") or b"").decode("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and line[0] != "#")
    return tuple(
        (
            re.compile(rf"(?:các\s+)?(?:{row[0]})(?:(?<=\s)|(?!\w))", re.IGNORECASE),
            row[1],
        )
        for row in rows
    )
