"""What time it is for the officer: the one place where commands look at the clock."""

from datetime import datetime
from zoneinfo import ZoneInfo


def now() -> datetime:
    """The hour in Vietnam, whatever the machine's own."""
    return datetime.now(ZoneInfo("Asia/Ho_Chi_Minh"))
