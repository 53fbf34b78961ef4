"""Short forms of offices that stand in no table, put together: S and NNMT is a department of agriculture."""

from .table import table

SECTORS = table("sectors")
HEADS = {
    "BQL": "ban quản lý", "BCĐ": "ban chỉ đạo", "BCH": "ban chỉ huy", "BTV": "ban thường vụ",
    "UV": "ủy viên", "PBT": "phó bí thư", "TV": "thường vụ", "PCT": "phó chủ tịch", "UVBTV": "ủy viên ban thường vụ",
    "BCHQS": "ban chỉ huy quân sự", "VP": "văn phòng", "TT": "trung tâm", "HTX": "hợp tác xã",
    "CC": "chi cục", "HĐ": "hội đồng", "TCT": "tổ công tác", "UB": "ủy ban", "QL": "quản lý", "PC": "phòng chống", "S": "sở", "B": "bộ",
    "P": "phòng",
}  # fmt: skip
LONGEST = 20  # letters of a short form anybody would write


def office(form: str) -> str | None:
    """The words for a head and its sectors: "BQLDA", "SNNMT"; None if it is not made that way."""
    if len(form) > LONGEST:
        return None
    for size in range(min(5, len(form) - 1), 0, -1):
        head, rest = HEADS.get(form[:size]), form[size:]
        known = SECTORS.get(rest) or (office(rest) or _parted(rest) if size > 1 else None)
        if head and known and (size > 1 or len(rest) > 1):
            return f"{head} {known}"
    return None


def _parted(form: str) -> str | None:
    """Two sectors side by side: VH and GĐ."""
    for size in range(len(form) - 2, 1, -1):
        first, last = SECTORS.get(form[:size]), SECTORS.get(form[size:])
        if first and last:
            return f"{first} {last}"
    return None
