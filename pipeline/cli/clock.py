"""What time it is for the officer: the one place where commands look at the clock."""

from datetime import datetime

from ..zone import VIETNAM


def now() -> datetime:
    """The hour in Vietnam, whatever the machine's own."""
    return datetime.now(VIETNAM)
