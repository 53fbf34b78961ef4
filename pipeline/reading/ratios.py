"""Two numbers that belong together: parts of a whole, scores, ratios, sizes, house numbers."""

import re

from .amounts import NUMBER, SOURCE, START, VALUE
from .letters import spell
from .numbers import cardinal, digits, figures
from .rule import after, before, left, make
from .units import UNIT, name

ADDRESS = "sn|nhà|nhà số|số nhà|địa chỉ|đ/c|ngõ|ngách|hẻm|kiệt|ngõ số|hẻm số|ngách số|lô|tổ"
_STREET = "đường|phố|ngõ|ngách|hẻm|kiệt|khu phố|tổ"
COUNTED = (
    "thành viên|hộ|thôn|xã|phường|bản|xóm|làng|tổ|khu|đồng chí|đ/c|đại biểu|người|tiêu chí|chỉ tiêu|học sinh|em|cháu|"
    "trẻ|phiếu|đảng viên|chi bộ|chi hội|chi đoàn|đoàn viên|hội viên|cán bộ|giáo viên|trường|trạm|công trình|"
    "tuyến|điểm|ý kiến|ca|trận|buổi|cử tri|ứng cử viên|tổ viên|ủy viên|cơ sở|mẫu|hồ sơ|nhiệm vụ|thủ tục|"
    "nhà văn hóa|mô hình|doanh nghiệp|hợp tác xã|câu lạc bộ|đơn vị|tỉnh|huyện|nội dung|môn|vụ|kiến nghị|bài"
)
_WHOLES = (
    "số|tổng|tổng số|diện tích|dân số|chiều|chiều dài|chiều cao|kinh phí|thời gian|chặng|quãng|quân số|"
    "lượng|giá trị|mức|thể tích|dung tích|sản lượng|đầu|cuối|quãng đường|tháng|năm|ngày|suất|thu nhập|nửa"
)
_OVER = "đạt|có|được|số|thị lực|mắt|mắt trái|mắt phải|huyết áp|điểm|với|tại|trúng|bầu|cấp"
_LARGEST_PART = 10  # "hai phần mười", but "hai trên mười hai"
_PLAYED = r"tỷ số|tỉ số|thắng|thua|hòa|hoà|dẫn|dẫn trước|gỡ hòa|chung cuộc|kết quả|bằng điểm|luân lưu|hiệp phụ|phạt đền"
_TEAMS = re.compile(
    r"(?:thắng|thua|hòa|hoà|gặp|dẫn|cầm hòa)(?: (?:đội|đội bóng))?(?: [A-ZĐÀ-Ỹ]\w*| \d+){1,5} $"
)
_SETS = re.compile(rf"(?:{_PLAYED}|séc|set|hiệp)[^.!?\n]*\d\s?[-–]\s?\d{{1,2}}\s?[(,;][ (]*$")
_NOT_PLAYED = "trận|bàn|người|ngày|giờ|lần|hộ|tháng|năm|điểm|hiệp|ván"


def _share(match: re.Match[str]) -> str | None:
    """So many of so many: something countable follows, or the whole is not more."""
    over, under = int(_plain(match["over"])), int(_plain(match["under"]))
    if under == 0 or before(match, ADDRESS) or after(match, _WHOLES):
        return None
    if max(over, under) > 10**9:
        return None
    counted = after(match, COUNTED) and (under > 4 or over >= under or before(match, _OVER))
    sized = "." in match[0] or before(match, "thị lực|mắt|mắt trái|mắt phải|huyết áp")
    if not (counted or sized):
        return None
    unit = f" {name(match['unit'])}" if match["unit"] else ""
    return f"{cardinal(over)} trên {cardinal(under)}{unit}"


def _fraction(match: re.Match[str]) -> str | None:
    over, under = int(match["over"]), int(match["under"])
    if under == 0 or before(match, ADDRESS):
        return None
    ratio = not after(match, _WHOLES) and (
        under > _LARGEST_PART or over >= under or before(match, _OVER)
    )
    last = "tư" if under == 4 and not ratio else cardinal(under)
    sign = "âm " if match["sign"] else ""
    whole = f"{cardinal(int(match['whole']))} " if match["whole"] else ""
    unit = f" {name(match['unit'])}" if match["unit"] else ""
    return f"{sign}{whole}{cardinal(over)} {'trên' if ratio else 'phần'} {last}{unit}"


def _plain(text: str) -> str:
    return re.sub(r"\D", "", text)


def _points(match: re.Match[str]) -> str:
    unit = f" {name(match['unit'])}" if match["unit"] else ""
    return f"{figures(match['over'])} trên {figures(match['under'])}{unit}"


def _score(match: re.Match[str]) -> str | None:
    near = left(match, 60)
    played = before(match, _PLAYED) or _TEAMS.search(near) or _SETS.search(near)
    if not played or after(match, rf"{_NOT_PLAYED}|{UNIT}|nghìn|triệu|tỷ|[-–]"):
        return None
    return f"{cardinal(int(match[1]))} {cardinal(int(match[2]))}"


def _ratio(match: re.Match[str]) -> str | None:
    if not before(
        match, r"tỷ lệ|tỉ lệ|bản đồ|xác suất|pha|pha loãng|mặt bằng|bản vẽ|theo|tỷ lệ pha"
    ):
        return None
    parts = re.split(r"\s?[:/]\s?", match[0])
    if "/" in match[0] and int(parts[-1]) <= 100:
        return None  # tỷ lệ 2/3 is a share
    joint = " trên " if len(parts) == 2 else ", "
    return joint.join(cardinal(int(part)) for part in parts)


def _address(match: re.Match[str]) -> str | None:
    street = before(match, "số") and after(match, _STREET)
    if not (street or before(match, ADDRESS)):
        return None
    return " xuyệt ".join(_house(part) for part in match[0].split("/"))


def _house(part: str) -> str:
    letters = part.lstrip("0123456789")
    return f"{cardinal(int(part[: len(part) - len(letters)]))} {spell(letters)}".rstrip()


def _size(match: re.Match[str]) -> str:
    parts = re.findall(rf"({VALUE})\s?((?:{UNIT})(?![\w²³]))?", match[0])
    return " nhân ".join(f"{figures(value)} {name(unit)}".rstrip() for value, unit in parts)


def _formula(match: re.Match[str]) -> str | None:
    """What a fertilizer holds, part by part."""
    parts = re.split("[-–.:]", match[0])
    named = before(match, "NPK|DAP|MAP|NK|PK" if len(parts) == 2 else "NPK|phân|lân|đạm")
    if not named and (len(parts) == 2 or not re.search("[-–]", match[0])):
        return None
    return ", ".join(cardinal(int(part)) for part in parts)


_SIDE = rf"{VALUE}(?:\s?(?:{UNIT})(?![\w²³]))?"

RULES = (
    make(
        "amount.card",
        rf"{START}\d{{4}}(?: \d{{4}}){{2,4}}(?![\w])",
        lambda match: ", ".join(digits(group) for group in match[0].split()),
        SOURCE,
        {"4532 1234 5678 9012": "bốn năm ba hai, một hai ba bốn, năm sáu bảy tám, chín không một hai"},
    ),
    make(
        "amount.disabled",
        r"(?<![\w.,/])([1-4])/([34])(?![\w/]|[.,]\d)",
        lambda match: f"{cardinal(int(match[1]))} trên {cardinal(int(match[2]))}"
        if before(match, "(?:thương binh|bệnh binh|thương tật|TB|BB)(?:,? (?:hạng|loại|mất sức|nặng))*")
        else None,
        SOURCE,
        {"thương binh hạng 3/4": "thương binh hạng ba trên bốn"},
    ),
    make(
        "amount.address",
        r"(?<![\w.,/])\d{1,4}[A-ZĐ]?(?:/\d{1,4}[A-ZĐ]?)+(?![\w/])",
        _address,
        SOURCE,
        {
            "số nhà 123/4": "số nhà một trăm hai mươi ba xuyệt bốn",
            "số 12/5 đường Lê Lợi": "số mười hai xuyệt năm đường Lê Lợi",
        },
    ),
    make(
        "amount.ratio",
        r"(?<![\w.,/])\d{1,4}(?:(?:\s?:\s?\d{1,5}){1,3}|/\d{2,6})(?![\w/:])",
        _ratio,
        SOURCE,
        {"tỷ lệ 1:10": "tỷ lệ một trên mười", "bản đồ tỷ lệ 1/2000": "bản đồ tỷ lệ một trên hai nghìn"},
    ),
    make(
        "amount.score",
        r"(?<![\w.,/])(\d{1,2})\s?[-–:]\s?(\d{1,2})(?![\w/]|\s*[-–]\s*\d)",
        _score,
        SOURCE,
        {"tỷ số 3-1": "tỷ số ba một", "thắng 3-0": "thắng ba không"},
    ),
    make(
        "amount.formula",
        r"(?<![\w.,/-])\d{1,2}(?:[-–:.]\d{1,2}){1,3}(?![\w-]|\.\d)",
        _formula,
        SOURCE,
        {"NPK 5-10-3": "nờ pê ca năm, mười, ba"},
    ),
    make(
        "amount.size",
        rf"{START}{_SIDE}(?:\s?[xX×]\s?{_SIDE}){{1,3}}(?![\w²³])",
        _size,
        SOURCE,
        {"3 x 4": "ba nhân bốn", "60x40 cm": "sáu mươi nhân bốn mươi xăng ti mét"},
    ),
    make(
        "amount.times",
        r"[xX×](?=\s+(?:hệ số|\d))",
        lambda match: "nhân"
        if before(match, rf"\d+(?:{UNIT})?|{UNIT}|\d+(?: [^\W\d]+){{1,3}}(?:\s?/\s?[^\W\d]+){{0,3}}")
        else None,
        SOURCE,
        {"500.000đ x hệ số 1,5": "năm trăm nghìn đồng nhân hệ số một phẩy năm"},
        begins="xX×",
    ),
    make(
        "amount.points",
        rf"{START}(?P<over>\d+(?:,\d+)?)/(?P<under>\d+(?:,\d+)?)\s?(?P<unit>(?:{UNIT})(?!\w))?(?![\w/])",
        lambda match: _points(match) if "," in match[0] else None,
        SOURCE,
        {"28,5/30 điểm": "hai mươi tám phẩy năm trên ba mươi điểm"},
    ),
    make(
        "amount.share",
        rf"{START}(?P<over>{NUMBER})/(?P<under>{NUMBER})\s?(?P<unit>(?:{UNIT})(?!\w))?(?![\w/])",
        _share,
        SOURCE,
        {
            "18/20 hộ": "mười tám trên hai mươi hộ",
            "3/7 thành viên": "ba trên bảy thành viên",
            "1.250/1.260 phiếu": "một nghìn hai trăm năm mươi trên một nghìn hai trăm sáu mươi phiếu",
        },
    ),
    make(
        "amount.fraction",
        rf"{START}(?P<sign>-)?(?:(?P<whole>\d{{1,3}}) )?(?P<over>\d{{1,4}})/(?P<under>\d{{1,4}})"
        rf"\s?(?P<unit>(?:{UNIT})(?!\w))?(?![\w/])",
        _fraction,
        SOURCE,
        {"3/5 dân số": "ba phần năm dân số"},
        sure=False,
        begins=r"\d\-",
    ),
)  # fmt: skip
