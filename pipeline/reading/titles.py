"""Short forms with a dot: places before a name, titles, signatures."""

import re

from .letters import CAPITAL, SMALL
from .rule import NEAR, before, left, make, right

SOURCE = "thói quen phát thanh viên"
PLACES = {
    "TP": "thành phố", "T.P": "thành phố", "Tp": "thành phố", "tp": "thành phố", "TX": "thị xã",
    "T.X": "thị xã", "Tx": "thị xã", "tx": "thị xã", "H": "huyện", "X": "xã", "P": "phường",
    "Q": "quận", "TT": "thị trấn", "T.T": "thị trấn", "Tt": "thị trấn", "tt": "thị trấn",
    "T": "tỉnh", "Đ": "đường", "đ": "đường", "KP": "khu phố", "Kp": "khu phố", "kp": "khu phố",
    "TDP": "tổ dân phố", "KDC": "khu dân cư", "KĐT": "khu đô thị", "KCN": "khu công nghiệp",
    "CCN": "cụm công nghiệp", "Th": "thôn",
}  # fmt: skip
SIGNING = {
    "TM": "thay mặt", "KT": "ký thay", "TL": "thừa lệnh", "TUQ": "thừa ủy quyền", "Q": "quyền",
    "CT": "chủ tịch", "PCT": "phó chủ tịch", "P": "phó", "UQ": "ủy quyền", "T/M": "thay mặt",
    "K/T": "ký thay", "T/L": "thừa lệnh",
}  # fmt: skip
PEOPLE = {
    "Th.S": "thạc sĩ", "Th.s": "thạc sĩ", "T.S": "tiến sĩ", "B.S": "bác sĩ", "ThS": "thạc sĩ", "Ths": "thạc sĩ", "TS": "tiến sĩ", "PGS": "phó giáo sư",
    "GS": "giáo sư", "BS": "bác sĩ", "Bs": "bác sĩ", "KS": "kỹ sư", "CN": "cử nhân",
    "LS": "luật sư", "Ls": "luật sư", "KTS": "kiến trúc sư", "DS": "dược sĩ", "Ds": "dược sĩ",
    "ĐD": "điều dưỡng", "YS": "y sĩ", "Ys": "y sĩ", "NSND": "nghệ sĩ nhân dân",
    "NSƯT": "nghệ sĩ ưu tú", "NNƯT": "nghệ nhân ưu tú", "NGƯT": "nhà giáo ưu tú",
    "TTƯT": "thầy thuốc ưu tú", "Ô": "ông", "Mr": "ông", "Ms": "bà", "Mrs": "bà", "Ng": "Nguyễn", "CKI": "chuyên khoa một", "CKII": "chuyên khoa hai",
    "CK1": "chuyên khoa một", "CK2": "chuyên khoa hai", "BSCKI": "bác sĩ chuyên khoa một",
    "BSCKII": "bác sĩ chuyên khoa hai", "BSCK1": "bác sĩ chuyên khoa một",
    "BSCK2": "bác sĩ chuyên khoa hai", "BSNT": "bác sĩ nội trú", "Đ/c": "đồng chí",
}  # fmt: skip
ELDERS = {
    "A": "anh",
    "C": "chị",
    "a": "anh",
    "c": "chị",
    "B": "bà",
    "b": "bà",
    "Ô": "ông",
    "ô": "ông",
}
_REACH = r"mời|nhờ|cảm ơn|chúc mừng|thăm|gặp|gặp trực tiếp|liên hệ|liên hệ với|lh|lh:|gọi|gọi cho|hỏi|đ/c|cho|là|nhà|hộ|con|vợ|chồng|gửi|zalo|đt|sđt|của|với|và|hoặc|\d{3}\s?[-–(]"
_CALLED = r"\s?(?:\([^()\d]{1,30}\))?\s?[-–:(,.]?\s?(?:[Đđ][Tt]|[Ss]ố|[Ss]?[Đđ][Tt]|[Ll][Hh])?:?\s?\(?[0+]\d"
_LOUD = "TM|KT|TL|TUQ|UQ|CT|PCT|T/M|K/T|T/L"  # before any word in capitals
_OFFICES = (
    "[Cc]hủ (?:tịch|nhiệm|tọa)|[Gg]iám đốc|[Tt]rưởng|[Bb]í thư|[Hh]iệu trưởng|[Cc]hánh|[Tt]ổng|[Cc]ục|[Vv]iện|"
    "CHỦ|GIÁM|TRƯỞNG|BÍ|BỘ|HIỆU|CHÁNH|CT|GĐ|BT|HT"
)
_ROOMS = (
    "VH|KT|TC|TN|NN|GD|LĐ|NV|TP|CT|QL|HC|YT|XD|Văn hóa|Kinh tế|Tài|Nội vụ|Giáo dục|Tư pháp|Hành chính|"
    "Nông nghiệp|Lao động|Y tế|Công|Quản|Kế hoạch|Hội|Họp|họp|Tiếp|tiếp|Thanh tra|Dân tộc|[1-9]\\d\\d"
)
FAMILIES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Đào|Đoàn|Trịnh|Trương|Lương|"
    "Mai|Tô|Tạ|Hà|Cao|Chu|Lưu|Phùng|Thân|Vi|Nông|Giáp|Giàng|Sùng|Thào|Vàng|Lò|Quàng"
)
_DOUBTED = ("CN", "LS", "Ls", "DS", "Ds", "KS", "ĐD", "YS", "Ys", "Ô")  # only before a family name
_UNDOUBTED = "|".join(
    re.escape(each) for each in sorted(PEOPLE.keys() - set(_DOUBTED), key=len, reverse=True)
)
_NAMED = re.compile(rf"(?:{FAMILIES})\s$")


def _place(match: re.Match[str]) -> str | None:
    """A place before its name; not an initial after a family name."""
    if len(match[1]) == 1 and _NAMED.search(left(match, 9)):
        return None
    return PLACES[match[1]] + " "


def _elder(match: re.Match[str]) -> str | None:
    """Somebody to be asked for, or with a number: A. Tuấn; the end of "khối A." is nobody."""
    apart = re.search(r"[,;:(–-]\s?$", left(match, 3))
    called = re.match(_CALLED, right(match, NEAR + len(match["name"]))[len(match["name"]) :])
    known = (
        before(match, _REACH)
        or called
        or (apart and before(match, r"(?:anh|chị|[ACac]\.) ?\w.{0,25}"))
    )
    return f"{ELDERS[match[1]]} " if known else None


RULES = (
    make(
        "title.elder",
        rf"(?<![\w.])([ACBÔacbô])\.\s?(?=(?P<name>{CAPITAL}{SMALL}+(?: {CAPITAL}{SMALL}+)?)(?!\w))",
        _elder,
        SOURCE,
        {"gặp a. Tuấn": "gặp anh Tuấn", "C. Hạnh: 0912.345.678": "chị Hạnh: không chín một hai, ba bốn năm, sáu bảy tám"},
        begins="ACBÔacbô",
    ),
    make(
        "title.signing",
        rf"(?<!\w)(?:({'|'.join(SIGNING)})\.\s?(?={_OFFICES})|({_LOUD})\.\s?(?={CAPITAL}{{2}}))",
        lambda match: SIGNING[match[1] or match[2]] + " ",
        "Nghị định 30/2020/NĐ-CP, phụ lục I",
        {
            "KT. CHỦ TỊCH": "ký thay chủ tịch",
            "TM. ỦY BAN NHÂN DÂN": "thay mặt ủy ban nhân dân",
            "P. Chủ tịch": "phó Chủ tịch",
            "Q. Giám đốc": "quyền Giám đốc",
        },
        begins="TKQCPU",
    ),
    make(
        "title.room",
        rf"(?<!\w)P\.\s?(?={_ROOMS})",
        lambda match: "phòng ",
        SOURCE,
        {"P. Văn hóa": "phòng Văn hóa", "P.201": "phòng hai trăm linh một"},
        begins="P",
    ),
    make(
        "title.place",
        rf"(?<![\w.])({'|'.join(map(re.escape, PLACES))})\.\s?(?={CAPITAL}|\d)",
        _place,
        SOURCE,
        {"TP. Bắc Giang": "thành phố Bắc Giang", "P. Chũ": "phường Chũ"},
        begins="A-ZĐđa-z",
    ),
    make(
        "title.person",
        rf"(?<!\w)(?:({_UNDOUBTED})(?:\.\s?|\s)(?={CAPITAL})|({'|'.join(_DOUBTED)})\.?\s?(?=(?:{FAMILIES})\s))",
        lambda match: PEOPLE[match[1] or match[2]] + " ",
        SOURCE,
        {
            "BS. Nguyễn Văn An": "bác sĩ Nguyễn Văn An",
            "PGS.TS. Lê Lan": "phó giáo sư tiến sĩ Lê Lan",
        },
        begins="A-ZĐÔ",
    ),
)  # fmt: skip
