"""Figures as Vietnamese write them: the one place where numbers become text for people."""

UNKNOWN = "không đo được"
SIZES = (("GB", 1e9, 2), ("MB", 1e6, 1), ("kB", 1e3, 0))  # unit, bytes, digits after the comma


def number(value: float, digits: int | None = 2) -> str:
    """−16,02: a comma, and a minus that is as wide as a digit. `digits` None: those it has."""
    written = f"{value:g}" if digits is None else f"{value:.{digits}f}"
    plain = written.replace(".", ",").replace("-", "−")
    return plain.removeprefix("−") if not plain.strip("−0,") else plain


def count(things: int) -> str:
    """226.477, with a dot between thousands."""
    return f"{things:,}".replace(",", ".")


def size(octets: int) -> str:
    """1,7 MB; 1,25 GB; what is there at all is 1 kB."""
    for unit, scale, digits in SIZES:
        if octets >= 0.9995 * scale:  # what would be written 1000 of the smaller
            return f"{number(octets / scale, digits)} {unit}"
    return "1 kB" if octets else "0 kB"


def level(value: float | None, unit: str, digits: int = 2) -> str:
    """−16,02 LUFS, or that silence has no such figure."""
    return UNKNOWN if value is None else f"{number(value, digits)} {unit}"


def percent(share: float, digits: int = 1) -> str:
    """0…1 as 75,0 %."""
    return f"{number(share * 100, digits)} %"


def clock(seconds: float) -> str:
    """3:05, a place in a sound."""
    whole, rest = divmod(int(seconds), 60)
    return f"{whole}:{rest:02d}"


def duration(seconds: float) -> str:
    """3 phút 32 giây."""
    whole, rest = divmod(round(seconds), 60)
    parts = [f"{whole} phút"] if whole else []
    if rest or not whole:
        parts.append(f"{rest} giây")
    return " ".join(parts)


def minutes(seconds: float) -> str:
    """Minutes for tables and sums: 12,5 below a thousand, 45.581 above."""
    few = round(seconds / 60, 1) < 1000
    return number(seconds / 60, 1) if few else count(round(seconds / 60))
