"""Short forms with a dot: places before a name, titles, signatures."""

import re

from .rule import make

SOURCE = "thói quen phát thanh viên"
PLACES = {
    "TP": "thành phố", "T.P": "thành phố", "Tp": "thành phố", "TX": "thị xã", "Tx": "thị xã",
    "H": "huyện", "X": "xã", "P": "phường", "Q": "quận", "TT": "thị trấn", "T": "tỉnh",
}  # fmt: skip
SIGNING = {
    "TM": "thay mặt", "KT": "ký thay", "TL": "thừa lệnh", "TUQ": "thừa ủy quyền", "Q": "quyền",
    "CT": "chủ tịch", "PCT": "phó chủ tịch",
}  # fmt: skip
PEOPLE = {
    "ThS": "thạc sĩ", "Ths": "thạc sĩ", "TS": "tiến sĩ", "PGS": "phó giáo sư", "GS": "giáo sư",
    "BS": "bác sĩ", "Bs": "bác sĩ", "KS": "kỹ sư", "CN": "cử nhân",
}  # fmt: skip


def _place(match: re.Match[str]) -> str | None:
    if match[1] in ("H", "T") and re.search(r"[^\W\d_]\s$", match.string[: match.start()][-2:]):
        return (
            None
            if re.search(r"[A-ZĐ]\w*\s$", match.string[: match.start()][-12:])
            else PLACES[match[1]]
        )
    return PLACES[match[1]]


RULES = (
    make(
        "title.signing",
        rf"(?<!\w)({'|'.join(SIGNING)})\.\s?(?=(?:[A-ZĐ][A-ZĐÀ-Ỹ]+|UBND|ỦY|CHỦ|GIÁM|TRƯỞNG))",
        lambda match: SIGNING[match[1]] + " ",
        "Nghị định 30/2020/NĐ-CP, phụ lục I",
        {"KT. CHỦ TỊCH": "ký thay chủ tịch", "TM. ỦY BAN NHÂN DÂN": "thay mặt ủy ban nhân dân"},
        begins="A-ZĐ",
    ),
    make(
        "title.place",
        rf"(?<![\w.])({'|'.join(map(re.escape, PLACES))})\.\s?(?=[A-ZĐÀ-Ỹ\d])",
        lambda match: (said := _place(match)) and said + " ",
        SOURCE,
        {"TP. Bắc Giang": "thành phố Bắc Giang", "P. Chũ": "phường Chũ"},
        begins="A-ZĐ",
    ),
    make(
        "title.person",
        rf"(?<!\w)({'|'.join(PEOPLE)})\.?\s(?=[A-ZĐÀ-Ỹ])",
        lambda match: PEOPLE[match[1]] + " ",
        SOURCE,
        {"BS. Nguyễn Văn An": "bác sĩ Nguyễn Văn An"},
        begins="A-ZĐ",
    ),
)
