"""Short forms of offices that stand in no table, put together: S and NNMT is a department of agriculture."""

from .table import table

SECTORS = table("sectors")
HEADS = {
    "BQL": "ban quản lý", "BCĐ": "ban chỉ đạo", "BCH": "ban chỉ huy", "BTV": "ban thường vụ",
    "BCHQS": "ban chỉ huy quân sự", "VP": "văn phòng", "TT": "trung tâm", "HTX": "hợp tác xã",
    "CC": "chi cục", "HĐ": "hội đồng", "TCT": "tổ công tác", "UB": "ủy ban", "QL": "quản lý", "PC": "phòng chống", "S": "sở", "B": "bộ",
    "P": "phòng",
}  # fmt: skip


def office(form: str) -> str | None:
    """The words for a head and a sector: "BQLDA", "SNNMT"; None if it is not made that way."""
    for size in range(min(5, len(form) - 1), 0, -1):
        head, rest = HEADS.get(form[:size]), SECTORS.get(form[size:])
        if head and rest and (size > 1 or len(rest) > 2):
            return f"{head} {rest}"
    return None
