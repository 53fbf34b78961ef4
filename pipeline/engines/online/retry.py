"""How long to wait before trying again, and when to stop: arithmetic only."""

from dataclasses import dataclass
from email.utils import parsedate_to_datetime


@dataclass(frozen=True)
class Patience:
    """The limits of trying again."""

    tries: int = 4
    base: float = 0.5  # s, the longest first wait; each later one may be twice as long
    cap: float = 8.0  # s, the longest wait of our own choosing
    total: float = 45.0  # s from the first try to the start of the last


def pause(
    patience: Patience, tried: int, spent: float, asked: float | None, chance: float
) -> float | None:
    """Seconds to wait after `tried` failed tries and `spent` seconds, or None to give up.

    Full jitter: anything from nothing to base * 2^(tried - 1), at most `cap`, by `chance` from 0
    to 1, so that many callers do not come back together. What the server `asked` for is waited for
    as well.
    """
    if tried >= patience.tries:
        return None
    wait = (asked or 0.0) + chance * min(patience.cap, patience.base * 2.0 ** (tried - 1))
    return wait if spent + wait < patience.total else None


def retry_after(value: str | None, date: str | None) -> float | None:
    """Seconds a server asks to wait (RFC 9110, 10.2.3), None when it asks nothing we understand.

    It says so in seconds or as a date; a date is counted from the answer's own Date, so no clock
    of ours needs to be right.
    """
    if value is None:
        return None
    if value.isascii() and value.isdigit():
        return float(value)
    try:
        wait = parsedate_to_datetime(value) - parsedate_to_datetime(date or "")
    except (TypeError, ValueError):
        return None
    return max(0.0, wait.total_seconds())
