"""Counts, money, percentages, measures, and spans of them."""

import re

from .numbers import cardinal, digits, figures
from .rule import NEAR, before, left, make, right
from .units import PER, UNIT, alike, name, per

SOURCE = "thói quen phát thanh viên"
NUMBER = (
    r"(?:\d{1,3}(?:\.\d{3})+(?!\d)|\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)|\d{1,3}(?:,\d{3}){2,}(?!\d)|\d+)"
    r"(?:,\d+)?"
)
_DOTTED = r"\d+\.\d{1,2}(?![\d.])"  # a dot where a comma is meant
VALUE = rf"(?:{_DOTTED}|{NUMBER})"
_MAGNITUDE = r"(?:nghìn|ngàn|triệu|tỷ|tỉ|tr(?!\.đ)|k|K|vạn)(?![^\W\d_])"
_LARGER = {"tr": "triệu", "tỉ": "tỷ", "ngàn": "nghìn", "k": "nghìn", "K": "nghìn"}
_SIGNS = {
    "": "",
    "-": "âm", "–": "âm", "±": "cộng trừ", "≥": "lớn hơn hoặc bằng", ">": "trên", "<": "dưới",
    "≤": "nhỏ hơn hoặc bằng", "~": "khoảng", "≈": "khoảng",
}  # fmt: skip
_MONEY = {"$": "đô la", "€": "ơ rô", "£": "bảng", "¥": "yên"}
LONGEST = 20  # characters of a number said as one
CODE = 12  # digits in a row, without dots between thousands, nobody counts
START = r"(?<![\w.,/])"
_SIGN = r"(?:[-–±≥≤<>~≈](?=\d)|[≥≤<>~≈] )"
_BEGINS = r"\d\-–±≥≤<>~≈"
_DASH = r"\s*[-–—]\s*"


def _part(end: str = "") -> str:
    """A pattern: a value with what may stand around it; its groups' names end in `end`."""
    return (
        rf"(?P<sign{end}>{_SIGN})?(?P<value{end}>{VALUE})\s?(?P<magnitude{end}>{_MAGNITUDE})?"
        rf"(?:\s?(?P<unit{end}>{UNIT})(?![\w²³])(?P<per{end}>{PER}))?"
    )


def _said(match: re.Match[str], end: str = "") -> str | None:
    """One value, its sign, magnitude and unit; whatever of it is written."""
    groups = {key: each or "" for key, each in match.groupdict().items()}
    value, magnitude, unit = (groups[f"{key}{end}"] for key in ("value", "magnitude", "unit"))
    if len(value) > LONGEST:
        return None
    meant = bool(magnitude or unit or groups.get("unit_to") or groups.get("magnitude_to"))
    words = (
        _SIGNS[groups[f"sign{end}"].strip()],
        figures(
            _thousands(value, unit if not magnitude else ""), "phẩy" if meant else "chấm"
        ),  # 1.5 tỷ: a comma is meant
        _LARGER.get(magnitude, magnitude),
        name(unit) if unit else "",
        per(unit, groups[f"per{end}"]),
    )
    return " ".join(filter(None, words))


def _thousands(value: str, unit: str) -> str:
    """In "1,500đ" the comma stands where a dot should: a thousandth of a đồng is no money."""
    money = unit and name(unit) == "đồng" and re.fullmatch(r"\d{1,3},\d{3}", value)
    return value.replace(",", ".") if money else value


def _measure(match: re.Match[str]) -> str | None:
    if not (match["magnitude"] or match["unit"]):
        return None
    if match["unit"] == "Đ" and len(match["value"]) < 3 and not match["magnitude"]:
        return None  # lớp 5Đ
    if _marks(match):
        return f"{figures(match['value'])} điểm"
    return _said(match)


def _marks(match: re.Match[str]) -> bool:
    """Whether "24đ" are marks of an examination: nothing costs so little."""
    bare = match["unit"] == "đ" and not (match["per"] or match["magnitude"] or match["sign"])
    few = re.fullmatch(r"[1-3]?\d(?:[,.]\d{1,2})?", match["value"])
    return bool(bare and few) and not before(match, "giá|tăng|giảm|phí|thêm|còn|là|tiền")


def _span(match: re.Match[str]) -> str | None:
    if not (match["magnitude_to"] or match["unit_to"]):
        return None
    if match["unit"] and match["unit_to"] and not alike(match["unit"], match["unit_to"]):
        return None  # 5 kg - 90.000đ
    first, last = _said(match), _said(match, "_to")
    return f"{first} đến {last}" if first and last else None


def _range(match: re.Match[str]) -> str | None:
    if max(map(len, (match["value"], match["to"]))) > LONGEST:
        return None
    falls = (
        match["value"].isdigit()
        and match["to"].isdigit()
        and int(match["value"]) >= int(match["to"])
    )
    if falls and not match["sign"]:
        return None
    sign = _SIGNS.get((match["sign"] or "").strip(), match["sign"])
    last = " ".join(filter(None, ("đến", sign, figures(match["to"]))))
    return f"{figures(match['value'])} {last}"


def _plainly(text: str) -> str:
    return digits(text) if text.startswith("00") else figures(text)


def _plain(match: re.Match[str]) -> str | None:
    text = match["value"]
    coded = text.isdigit() and (len(text) >= CODE or (text[0] == "0" and len(text) > 2))
    if len(text) > LONGEST or coded:
        return digits(text)
    sign = (match["sign"] or "").strip()
    return f"{_SIGNS[sign]} {figures(text)}" if sign else figures(text)


def _short_magnitude(match: re.Match[str]) -> str:
    """1tr2 -> one million two hundred thousand; 2t3 -> two billion three hundred million; 5t: tons."""
    if (
        match[2] == "t"
        and not match[3]
        and not before(match, rf"(?:{_PRICED})(?: [^\W\d]+){{0,2}}")
    ):
        return f"{cardinal(int(match[1]))} tấn"
    larger, smaller = ("triệu", "nghìn") if match[2] == "tr" else ("tỷ", "triệu")
    said = f"{cardinal(int(match[1]))} {larger}"
    rest = int((match[3] or "").ljust(3, "0"))
    return f"{said} {cardinal(rest)} {smaller}" if rest else said


def _each(match: re.Match[str]) -> str | None:
    """The slash in "2 lần/ngày": something was counted, by the day."""
    near = left(match, NEAR)
    counted = re.search(
        rf"\d[^\s\d]{{0,2}}(?:\s[^\W\d]+){{0,3}}$|(?:^|\W)(?:{UNIT}|đồng|tấn)$", near
    )
    return per("", match[0]) if counted else None


_PERIODS = (
    "giờ|phút|giây|buổi|ca|ngày|đêm|tuần|tháng|quý|năm|vụ|mùa|lứa|đợt|lần|lượt|kỳ|khóa|vòng|chuyến"
)
_PEOPLE = (
    "người|hộ|khẩu|nhân khẩu|suất|cháu|trẻ|em|học sinh|giáo viên|sinh viên|cán bộ|đại biểu|gia đình|"
    "lớp|trường|tổ|đội|nhóm|thôn|xóm|bản|đơn vị|chi hội|chi đoàn|cơ sở|điểm"
)
_THINGS = (
    "con|cây|khóm|bụi|gốc|dảnh|bông|quả|hố|luống|lồng|ao|ô|thửa|mẫu|sào|công|bình|chai|lọ|gói|hộp|bao|"
    "thùng|can|viên|liều|mũi|xe|căn|nhà|phòng|bàn|trang|bộ|cái|chiếc|phiếu|vé|bài|môn|trận|tấn|tạ|lít"
)

_AGED = (
    "trẻ|trẻ em|em|bé|cháu|người|dưới|trên|từ|đủ|đến|tuổi|nam|nữ|NCT|người cao tuổi|công dân|học sinh|các cụ|cụ|"
    r"(?:trẻ|bé|cháu|em|anh|chị|ông|bà|cụ|người)(?: [^\W\d]+){1,4}"
)
_WHO = r"[^\W\d]+ ?[-–(,]"  # a name before, and nothing counted after
_PRICED = "giá|tiền|vốn|thu|chi|lãi|nợ|vay|bán|mua|trị giá|kinh phí|doanh thu|thu nhập|ngân sách|đầu tư|hỗ trợ|tài trợ|thiệt hại"
_GIVEN = "giá|tải|xe|nặng|trọng tải|tải trọng|chở|tấn|tiền|vốn|thu|chi|lãi|nợ|doanh thu"


def _age(match: re.Match[str]) -> str | None:
    """6t of a child or a person is years of age: neither tons nor billions."""
    first, last = int(match["from"]), int(match["to"] or 0)
    alone = re.match(r"\s?(?:[,;.)–-]|$)", right(match, 2))
    cued = before(match, _AGED) or match["sign"] or match["to"] or (alone and before(match, _WHO))
    if not cued or before(match, rf"(?:{_GIVEN})(?: [^\W\d]+){{0,2}}") or max(first, last) > 110:
        return None
    sign = _SIGNS[(match["sign"] or "").strip()]
    span = f"{cardinal(first)} đến {cardinal(last)}" if last else cardinal(first)
    return f"{sign} {span} {'tháng' if match['unit'] == 'th' else 'tuổi'}".strip()


RULES = (
    make(
        "amount.age",
        rf"{START}(?P<sign>[≥≤<>~≈]\s?)?(?P<from>\d{{1,3}})(?:\s?th?)?(?:{_DASH}(?P<to>\d{{1,3}}))?\s?(?P<unit>th?)(?![\w/])",
        _age,
        SOURCE,
        {"trẻ dưới 6t": "trẻ dưới sáu tuổi", "trẻ 6-36th": "trẻ sáu đến ba mươi sáu tháng"},
        begins=r"\d≥≤<>~≈",
    ),
    make(
        "amount.span",
        rf"{START}{_part()}{_DASH}{_part('_to')}(?![\w²³])",
        _span,
        SOURCE,
        {
            "3-5 triệu đồng": "ba đến năm triệu đồng",
            "15%-20%": "mười lăm phần trăm đến hai mươi phần trăm",
            "3kg-6kg": "ba ki lô gam đến sáu ki lô gam",
        },
        begins=_BEGINS,
    ),
    make(
        "amount.short",
        r"(?<![\w.,/])(\d{1,4})(tr|t)(\d{1,3})?(?!\w)",
        _short_magnitude,
        SOURCE,
        {"1tr2": "một triệu hai trăm nghìn", "2tr": "hai triệu", "1tr500": "một triệu năm trăm nghìn"},
    ),
    make(
        "amount.joined",
        r"(?<![\w.,/])(\d{1,3})(m|km|kg)(?![23](?!\d))(\d{1,2})(?!\w)",
        lambda match: f"{cardinal(int(match[1]))} {name(match[2])} {cardinal(int(match[3]))}",
        SOURCE,
        {"cao 1m65": "cao một mét sáu mươi lăm"},
    ),
    make(
        "amount.tons",
        rf"{START}(?:([>≥<≤])\s?)?({VALUE})\s?T(?![\w.])",
        lambda match: f"{_SIGNS[match[1] or '']} {figures(match[2], 'phẩy')} tấn".strip()
        if before(match, "xe|tải|xe tải|tải trọng|trọng tải|trên|dưới|quá|đến|nặng|cân nặng")
        else None,
        SOURCE,
        {"xe tải trên 10T": "xe tải trên mười tấn"},
        begins=_BEGINS,
    ),
    make(
        "amount.density",
        rf"{START}({VALUE})(?:{_DASH}({VALUE}))?\s?c(?=\s?/\s?(?:m2|m²|lá|khóm|cây|bẫy)(?!\w))",
        lambda match: f"{figures(match[1])} {f'đến {figures(match[2])} ' if match[2] else ''}con",
        SOURCE,
        {"20-30c/m2": "hai mươi đến ba mươi con một mét vuông"},
    ),
    make(
        "amount.measure",
        rf"{START}{_part()}(?![\w²³])",
        _measure,
        SOURCE,
        {
            "350.000đ": "ba trăm năm mươi nghìn đồng",
            "94%": "chín mươi tư phần trăm",
            "8 triệu m3": "tám triệu mét khối",
            "40 km/h": "bốn mươi ki lô mét trên giờ",
            "50.000đ/ngày": "năm mươi nghìn đồng một ngày",
            "50 mg/100 ml": "năm mươi mi li gam trên một trăm mi li lít",
            "1,5 tỷ": "một phẩy năm tỷ",
        },
        begins=_BEGINS,
    ),
    make(
        "amount.currency",
        rf"([$€£¥])\s?({VALUE})(?!\w)",
        lambda match: f"{figures(match[2])} {_MONEY[match[1]]}",
        SOURCE,
        {"$50": "năm mươi đô la"},
        begins="$€£¥",
    ),
    make(
        "amount.range",
        rf"{START}(?P<value>{VALUE}){_DASH}(?P<sign>[<≤]|dưới)?\s?(?P<to>{VALUE})(?![\w/]|[.,]\d)",
        _range,
        SOURCE,
        {"3-5 người": "ba đến năm người", "5-<12 tuổi": "năm đến dưới mười hai tuổi"},
    ),
    make(
        "amount.pair",
        r"(?<![\w.,/])(\d{1,6})\s?[-–]\s?(\d{1,6})(?![\w/]|[.,]\d)",
        lambda match: f"{_plainly(match[1])} {_plainly(match[2])}",
        SOURCE,
        {"kết thúc 3-2": "kết thúc ba hai"},
        sure=False,
    ),
    make(
        "amount.each",
        rf"/\s?(?:\d{{1,4}}\s?(?:{UNIT})|{_PERIODS}|{_PEOPLE}|{_THINGS}|{UNIT})(?![\w²³])",
        _each,
        SOURCE,
        {"2 lần/ngày": "hai lần một ngày", "45 học sinh/lớp": "bốn mươi lăm học sinh một lớp"},
        begins="/",
    ),
    make(
        "amount.number",
        rf"(?<![\w])(?P<sign>[-–](?=\d[\d.,]*\s*$)|[±≥≤<>~≈]\s?)?(?P<value>{VALUE})(?!\w)",
        _plain,
        SOURCE,
        {
            "500 người": "năm trăm người",
            "1.015": "một nghìn không trăm mười lăm",
            "mã 0123": "mã không một hai ba",
        },
        begins=_BEGINS,
    ),
)  # fmt: skip
