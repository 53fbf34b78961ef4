"""Codes that mix letters with digits: classes, varieties, formulations, plates, papers."""

import re

from .letters import spell
from .numbers import cardinal, digits
from .rule import before, make
from .syllable import is_syllable

SOURCE = "thói quen phát thanh viên"
PREFIXES = {
    "TW": "trung ương", "NĐ": "nghị định", "NQ": "nghị quyết", "QĐ": "quyết định", "DA": "dự án", "TƯ": "trung ương", "NVH": "nhà văn hóa", "TBA": "trạm biến áp", "QK": "quân khu",
    "KCN": "khu công nghiệp", "CCN": "cụm công nghiệp", "KĐT": "khu đô thị", "HTX": "hợp tác xã", "KV": "khu vực",
    "TDP": "tổ dân phố", "KP": "khu phố", "KDC": "khu dân cư", "QL": "quốc lộ", "ĐT": "đường tỉnh",
    "TL": "tỉnh lộ", "P": "pê", "T": "tê",
}  # fmt: skip
_CARDS = (
    "cccd|cmnd|cmtnd|căn cước|chứng minh nhân dân|stk|tài khoản|mã số thuế|mst|mã|định danh|số thẻ|thẻ|"
    "bhyt|bhxh|số sổ|số hiệu|seri|số khung|số máy|hồ sơ|số báo danh|sbd|vận đơn"
)
_CUED = (
    rf"(?:{_CARDS})(?: (?:số|hồ sơ|khách hàng|định danh|vạch|căn cước|công dân|cá nhân|bhyt|bhxh|bảo hiểm|y tế|"
    r"xã hội|ngân hàng|thuế|là|của|đơn vị|tra cứu|bưu gửi|vận đơn)){0,5}"
)
_SURE = (
    r"(?:cccd|cmnd|stk|mst|mã số thuế|số tài khoản|số định danh|căn cước công dân|chứng minh nhân dân)"
    r"(?: [^\W\d]+){0,6}"
)  # and of whom
_NAMED = r"mã(?: số)?(?: [^\W\d]+){1,3}"  # mã xét tuyển, mã quan hệ ngân sách
_NAMING = r"(?:mã|mã thẻ|ký hiệu|ký tự|seri)(?:[:\s“\"]+[A-ZĐ]{2}(?:,| và| hoặc))*"
_SENDING = "nhắn tin|nhắn|soạn tin|soạn|soạn tin nhắn|cú pháp|tin nhắn"
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[. ]\d{3})+")
_PAPER = 9  # digits a person's or account's number has at least
_CONCRETE = r"(?:bê tông|bê-tông|vữa|mác|BTXM|BTCT|xi măng)(?: [^\W\d]+){0,3}(?: đá \dx\d)?"


def _lettered(match: re.Match[str]) -> str | None:
    head, number, tail = match.groups()
    if head == "M" and before(match, _CONCRETE):
        return f"mác {cardinal(int(number))}"
    word = head.istitle() and len(head) > 1 and is_syllable(head)
    said = PREFIXES.get(head) or (head if word else spell(head))
    return " ".join(filter(None, (said, _counted(number), spell(tail or ""))))


def _counted(number: str) -> str:
    return digits(number) if number[0] == "0" and len(number) > 1 else cardinal(int(number))


def _numbered(match: re.Match[str]) -> str:
    return _parted(match[0])


def _parted(text: str) -> str:
    parts = re.findall(r"\d+|[^\W\d_]+", text)
    return " ".join(_counted(part) if part.isdigit() else spell(part) for part in parts)


def _form(match: re.Match[str]) -> str | None:
    """The sign of a form to fill in: its letters stand for nothing an announcer would say."""
    plain = match[0].isdigit() and match[0][0] != "0"
    if plain or not before(
        match, r"mẫu(?: đơn| số)?|biểu mẫu(?: số)?|biểu số|tờ khai(?: mẫu)?(?: số)?"
    ):
        return None
    return ", ".join(_parted(part) for part in re.split(r"[/\-.]", match[0]))


def _plate(match: re.Match[str]) -> str | None:
    tight = re.fullmatch(r"\d+[A-ZĐ]+\d?\s?[-–]\s?[\d.]+|.*[A-ZĐ]\d?\s?\d{3}\.\d\d", match[0])
    if not tight and not before(
        match,
        r"biển số|biển|bks|bsx|biển kiểm soát|xe|biển số xe|ô tô|xe máy|mô tô|xe tải|xe khách|xe con",
    ):
        return None
    return f"{digits(match[1])} {spell(match[2])}, {digits(match[4])}"


def _graded(match: re.Match[str]) -> str:
    whole, _, fraction = match[1].partition(",")
    return f"{cardinal(int(whole))} phẩy {digits(fraction)} {spell(match[2])}"


def _petrol(match: re.Match[str]) -> str:
    grade = {"II": " hai", "III": " ba", "IV": " bốn", "V": " năm"}.get(match[2] or "", "")
    return f"ron {cardinal(int(match[1]))}{grade}"


def _groups(match: re.Match[str]) -> str | None:
    """A paper's number: letter by letter and digit by digit, with a rest at each of its signs."""
    text = match[0]
    surely = len(re.sub(r"\W", "", text)) >= _PAPER and before(match, _SURE)
    named = text.isdigit() and before(match, _NAMED)
    if not (surely or named) and (not before(match, _CUED) or _THOUSANDS.match(text)):
        return None
    parted = (re.findall(r"\d+|[A-ZĐ]+", group) for group in re.split(r"[ .\-]", text))
    return ", ".join(" ".join(map(spell, group)) for group in parted)


def _blood(match: re.Match[str]) -> str | None:
    """A group with its rhesus factor; without "Rh" only where blood is spoken of."""
    bare = match[3] is not None
    if bare and not before(match, r"máu(?: \w+)?|máu [ABO]{1,2}[+–-],?(?: và| hoặc)?"):
        return None
    group, sign = match[3] or match[1] or "", match[4] or match[2]
    rhesus = "" if bare else "rờ hát"
    return " ".join(filter(None, (spell(group), rhesus, "dương" if sign == "+" else "âm")))


def _bare(match: re.Match[str]) -> str | None:
    """Capitals that stand for nothing: after "mã", in a message to be sent, before a serial number."""
    named = len(match[0]) == 2 and (before(match, _NAMING) or match["serial"] is not None)
    return spell(match[0]) if named or before(match, _SENDING) else None


RULES = (
    make(
        "code.bare",
        r"(?<!\w)[A-ZĐ]{2,10}(?!\w)(?=(?P<serial>\s?\d{5,}(?![\w.,]))?)",
        _bare,
        SOURCE,
        {"ký hiệu “AB”": "ký hiệu a bê", "nhắn tin TC gửi 5656": "nhắn tin tê xê gửi năm sáu năm sáu"},
        begins="A-ZĐ",
    ),
    make(
        "code.paper",
        r"(?<![\w/])[A-ZĐ]{0,4}\d(?:[ .\-]?\d|[.\-]?[A-ZĐ]){4,40}(?![\w/%])",
        _groups,
        SOURCE,
        {
            "tài khoản 1234567890": "tài khoản một hai ba bốn năm sáu bảy tám chín không",
            "mã hồ sơ H05-2511": "mã hồ sơ hát không năm, hai năm một một",
            "thẻ BHYT DN401012345": "thẻ bảo hiểm y tế dê nờ bốn không một không một hai ba bốn năm",
        },
        begins=r"\dA-ZĐ",
    ),
    make(
        "code.form",
        r"(?<![\w/])[A-ZĐ]{0,3}\d{1,3}[A-ZĐa-z]?(?:[/\-.][A-ZĐ\d]{1,10}){0,3}(?![\w/])",
        _form,
        SOURCE,
        {"Mẫu D02-TS": "Mẫu dê không hai, tê ét", "mẫu số 01": "mẫu số không một"},
        begins=r"\dA-ZĐ",
    ),
    make(
        "code.serial",
        r"(?<![\w/])([A-ZĐ]{1,2})\s(\d{5,8})(?![\w/]|[.,]\d)",
        lambda match: f"{spell(match[1])} {digits(match[2])}"
        if before(match, "số|số phát hành|seri|số seri|sổ đỏ|sổ hồng|gcn|hộ chiếu")
        else None,
        SOURCE,
        {"sổ đỏ số BĐ 123456": "sổ đỏ số bê đê một hai ba bốn năm sáu"},
        begins="A-ZĐ",
    ),
    make(
        "code.in-one",
        r"(?<!\w)(\d)\s?in\s?(\d)(?!\w)",
        lambda match: f"{cardinal(int(match[1]))} trong {cardinal(int(match[2]))}",
        SOURCE,
        {"vắc xin 5in1": "vắc xin năm trong một"},
    ),
    make(
        "code.boat",
        r"(?<!\w)([A-ZĐ][A-Za-zđ]{0,2})\s?[-–]?\s?(\d{4,6})\s?[-–]?\s?(TS|BTS)(?!\w)",
        lambda match: f"{spell(match[1])}, {digits(match[2])} {spell(match[3])}",
        SOURCE,
        {"tàu QNg-90234-TS": "tàu quy nờ gờ, chín không hai ba bốn tê ét"},
        begins="A-ZĐ",
    ),
    make(
        "code.blood",
        r"(?:(AB|A|B|O)\s?)?(?:,\s?)?Rh\s?(?:\(?D\)?\s?)?\(?([+\-–])\)?(?!\w)|(AB|A|B|O)\(?([+\-–])\)?(?![\w–-])",
        _blood,
        SOURCE,
        {"nhóm máu O Rh+": "nhóm máu o rờ hát dương", "máu AB-": "máu a bê âm"},
        begins="ABOR",
    ),
    make(
        "code.plate",
        r"(?<![\w/.,])(\d{2})\s?-?\s?([A-ZĐ]{1,2}\d?)(\s?[-–]?\s?)(\d{3}\.?\d{2}|\d{4})(?![\w/])",
        _plate,
        SOURCE,
        {"98A-123.45": "chín tám a, một hai ba bốn năm", "biển số 29-H1 234.56": "biển số hai chín hát một, hai ba bốn năm sáu"},
    ),
    make(
        "code.petrol",
        r"RON\s?(\d{2})(?:\s?-\s?(II|III|IV|V)(?!\w))?(?!\w)",
        _petrol,
        SOURCE,
        {"xăng RON 95-III": "xăng ron chín mươi lăm ba"},
        begins="R",
    ),
    make(
        "code.grade",
        r"(?<![\w/.,])(\d{1,3},\d{1,3})\s?([A-ZĐ]{1,3})(?!\w)",
        _graded,
        SOURCE,
        {"dầu 0,05S": "dầu không phẩy không năm ét"},
    ),
    make(
        "code.dotted",
        r"(?<!\w)([A-ZĐ]{1,3})(\d{1,3})\.(\d{1,2})(?![\w/]|\.\d)",
        lambda match: f"{spell(match[1])} {_counted(match[2])} chấm {_counted(match[3])}",
        SOURCE,
        {"lộ 373 E7.1": "lộ ba trăm bảy mươi ba e bảy chấm một"},
        begins="A-ZĐ",
    ),
    make(
        "code.several",
        r"(?<!\w)[A-ZĐ]{1,3}\d{1,3}(?:[A-ZĐ]{1,3}\d{1,3})+(?![\w/])",
        _numbered,
        SOURCE,
        {"H5N8": "hát năm nờ tám"},
        begins="A-ZĐ",
    ),
    make(
        "code.lettered",
        r"(?<!\w)([A-ZĐ]{1,4}|[A-ZĐ][A-ZĐa-zđ]{1,3})(\d{1,4})([A-ZĐ]{1,2})?(?!\w)",
        _lettered,
        SOURCE,
        {"giống LTh31": "giống lờ tê hát ba mươi mốt", "sầu riêng Ri6": "sầu riêng Ri sáu", "U19": "u mười chín", "F0": "ép không", "bê tông M250": "bê tông mác hai trăm năm mươi"},
        begins="A-ZĐ",
    ),
    make(
        "code.dashed",
        r"(?<!\w)([A-ZĐ]{1,3})-(\d{1,4})([A-ZĐ]{1,2})?(?![\w./-])",
        _lettered,
        SOURCE,
        {"tải trọng HL-93": "tải trọng hát lờ chín mươi ba"},
        begins="A-ZĐ",
    ),
    make(
        "code.bore",
        r"[ØøΦφ∅]\s?(\d{1,4})(?!\w)",
        lambda match: f"phi {cardinal(int(match[1]))}",
        SOURCE,
        {"thép Ø12": "thép phi mười hai"},
        begins="ØøΦφ∅",
    ),
    make(
        "code.numbered",
        r"(?<![\w.,])\d{1,4}[A-ZĐ]{1,4}(?:\d{1,3})?(?!\w)",
        _numbered,
        SOURCE,
        {"lớp 7A2": "lớp bảy a hai", "5G": "năm gờ", "300EC": "ba trăm e xê"},
    ),
    make(
        "code.troop",
        r"(?<![\w.,/])([a-f])(\d{1,4})(?!\w)",
        lambda match: _parted(match[0]),
        SOURCE,
        {"tại e2": "tại e hai"},
        sure=False,
        begins="a-f",
    ),
    make(
        "code.small",
        r"(?<![\w.,/])(\d{1,4})([a-zđ])(?![\w])",
        lambda match: _parted(match[0]),
        SOURCE,
        {"lô 12a": "lô mười hai a"},
        sure=False,
    ),
    make(
        "code.stuck",
        r"(?<!\w)(?=[A-ZĐ\d]{0,20}\d[A-ZĐ\d]{0,20}(?!\w))[A-ZĐ\d]{2,24}(?!\w)",
        lambda match: spell(match[0]) if re.search(r"[A-ZĐ]", match[0]) else None,
        SOURCE,
        {"PA05CN1234567": "pê a không năm xê nờ một hai ba bốn năm sáu bảy"},
        sure=False,
        begins=r"\dA-ZĐ",
    ),
)  # fmt: skip
