"""Figures as Vietnamese write them."""

UNKNOWN = "không đo được"


def number(value: float, digits: int = 2) -> str:
    """−16,02: a comma, and a minus that is as wide as a digit."""
    plain = f"{value:.{digits}f}".replace(".", ",").replace("-", "−")
    return plain.removeprefix("−") if not plain.strip("−0,") else plain


def level(value: float | None, unit: str, digits: int = 2) -> str:
    """−16,02 LUFS, or that silence has no such figure."""
    return UNKNOWN if value is None else f"{number(value, digits)} {unit}"


def percent(share: float, digits: int = 1) -> str:
    """0…1 as 75,0 %."""
    return f"{number(share * 100, digits)} %"


def clock(seconds: float) -> str:
    """3:05, a place in a sound."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02d}"


def duration(seconds: float) -> str:
    """3 phút 32 giây."""
    minutes, rest = divmod(round(seconds), 60)
    parts = [f"{minutes} phút"] if minutes else []
    if rest or not minutes:
        parts.append(f"{rest} giây")
    return " ".join(parts)
