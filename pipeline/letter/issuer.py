"""Who sent the letter, written as in running text; a head has it in capitals."""

import re
from collections.abc import Sequence
from functools import cache
from pkgutil import get_data

from ..project import units
from ..project.units import provinces
from .head import Head

_ASKS = re.compile(
    r"(?P<who>(?:Sở|Ban|Phòng|Ủy ban|UBND|Công an|Cục|Bộ|Hội|Trung tâm|Đảng ủy|Tỉnh ủy|Thành ủy|Huyện ủy|Văn phòng|Đoàn|Liên đoàn)"
    r"[^,;.:“”]{0,90}?)\s+(?:trân trọng )?(?:đề nghị|yêu cầu|kính đề nghị|hướng dẫn|thông báo|ban hành|xây dựng)\b"
)
_AREA = re.compile(
    r"\b(tỉnh|thành phố|huyện|thị xã|quận|xã|phường|đặc khu|thị trấn)\s+(?!ủy|uỷ|đoàn)(\S.*)$", re.I
)
_PARTY = re.compile(r"Đảng bộ (?:tỉnh|thành phố|xã|phường|đặc khu)\s+(?P<where>.+)")
_COMMITTEE = re.compile(
    r"(Ban (?:Chấp hành|Thường vụ|Thường trực)) ((?:tỉnh|thành phố|xã|phường)\b.*)"
)
_OFFICES = re.compile(
    r"(bộ|tổng công ty|công ty|tập đoàn|ngân hàng|bảo hiểm|bệnh viện|trung tâm|phòng|ban|chi cục|cục|hạt|đội|trạm|văn phòng|sở|hội|liên đoàn|tổ|trường) (\w)(.*)"
)
_VOWELLESS = re.compile(r"\b[bcdđghklmnpqrstvx]{2,}\b", re.IGNORECASE)  # LHPN, MTTQ
_FIELDED = ("bộ", "sở")  # each field of theirs has a capital: Văn hóa, Thể thao và Du lịch
_BEGINS = re.compile(
    r"(?:UBND|UBMTTQ|ỦY BAN|UỶ BAN|HỘI ĐỒNG|SỞ|BAN|PHÒNG|CÔNG AN|BỘ|CỤC|CHI CỤC|TỔNG CỤC|TRUNG TÂM|ĐẢNG (?:ỦY|BỘ)"
    r"|TỈNH (?:ỦY|UỶ|ĐOÀN)|THÀNH (?:ỦY|ĐOÀN)|HUYỆN (?:ỦY|ĐOÀN)|MẶT TRẬN|HỘI|LIÊN ĐOÀN|ĐOÀN|VĂN PHÒNG|ĐÀI|BÁO|TẬP ĐOÀN|TỔNG CÔNG TY|CÔNG TY|NGÂN HÀNG|BẢO HIỂM|BỆNH VIỆN|HẠT|TRẠM|TRƯỜNG|TÒA ÁN|VIỆN)\b"
)


def issuer(head: Head, body: Sequence[str]) -> tuple[str, bool]:
    """The issuer, and whether it was pieced together from the text, for the head lacks it."""
    house = [_written(line, body) for line in _joined(head.house)]
    if not house:
        asked = next((match["who"] for text in body[:3] if (match := _ASKS.search(text))), "")
        return (_placed(asked, head.place), True) if asked else ("", False)
    name = house[-1]
    above = house[-2] if len(house) > 1 else ""
    return _under(name, above) or _placed(name, head.place), False


def _under(name: str, above: str) -> str:
    """With as much of the line above it as tells whose it is; "": nothing tells."""
    committee, party = _COMMITTEE.match(name), _PARTY.match(above)
    if committee and above and not _AREA.match(above):
        return f"{committee[1]} {above} {committee[2]}"
    if party and name.endswith(" ủy"):
        return f"{name} {party['where']}"
    if _AREA.search(name) or " ".join(name.casefold().split()[-2:]) in provinces():
        return name
    council = re.match(r"(?:Ủy ban nhân dân|UBND)\b", above)
    area = _AREA.search(above)
    return f"{name} {area[0] if council and area else above}" if above else ""


def _joined(lines: Sequence[str]) -> list[str]:
    """Names that went over a line are one."""
    found: list[str] = []
    for line in lines:
        if found and not _BEGINS.match(line):
            found[-1] += f" {line}"
        else:
            found.append(line)
    return [line.strip(" .-*") for line in found]


def _placed(name: str, place: str) -> str:
    """With its province, when the letter was written in a place called like one."""
    kind = provinces().get(place.casefold())
    if not kind or place.casefold() in name.casefold() or not re.match(r"Sở|Công an$", name):
        return name
    return f"{name} {kind} {place}"


def _written(line: str, body: Sequence[str]) -> str:
    """A name in capitals as the body writes it, or by the table of bodies."""
    plain = re.sub(r"\s*&\s*", " và ", line).strip(" .-*")
    pattern = re.compile(re.escape(plain).replace(r"\ ", r"\s+"), re.IGNORECASE)
    for text in body:
        found = pattern.search(text)
        if found and not found[0].isupper():
            return found[0][:1].upper() + found[0][1:]
    words = plain.lower()
    names = _names()
    written = re.sub(
        "|".join(rf"\b{re.escape(each)}(?!\w)" for each in sorted(names, key=len, reverse=True)),
        lambda match: f"\0{names[match[0]]}\0",
        words,
    )
    shown = ""
    for at, part in enumerate(written.split("\0")):
        shown += part if at % 2 else _cased(part, first=not shown)
    return shown[:1].upper() + shown[1:]


def _cased(words: str, first: bool) -> str:
    """Words no table knows: of an office its kind and field, with the place; else a place's name."""
    office = _OFFICES.match(words) if first else None
    if office is None:
        return _VOWELLESS.sub(lambda short: short[0].upper(), words.title())
    rest = office[3]
    if office[1] in _FIELDED:
        rest = re.sub(r"(?:, | và )\w", lambda begin: begin[0][:-1] + begin[0][-1].upper(), rest)
    name = f"{office[1]} {office[2].upper()}{rest}".split(" ")
    for length in (4, 3, 2):
        place = " ".join(name[-length:])
        if place in provinces() or units.named(place):
            name[-length:] = [word.title() for word in name[-length:]]
            break
    return _VOWELLESS.sub(lambda short: short[0].upper(), " ".join(name))


@cache
def _names() -> dict[str, str]:
    text = (get_data(__package__, "tables/bodies.tsv") or b"").decode("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and line[0] != "#")
    return {row[0]: row[1] for row in rows}
