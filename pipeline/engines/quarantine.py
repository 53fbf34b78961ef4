"""Words that have brought native code down before are not tried for ever."""

import threading
from collections import Counter
from collections.abc import Hashable

from ..errors import EngineFault
from ..figures import number

CRASHES = 2  # so often the same words may bring a child down


class Quarantine:
    """Counts crashes by what was asked, for as long as the engine lives. Safe from many threads."""

    def __init__(self, engine: str) -> None:
        self._engine = engine
        self._crashes: Counter[Hashable] = Counter()
        self._lock = threading.Lock()

    def admit(self, asked: Hashable, words: str) -> None:
        """Raise EngineFault for what has crashed too often."""
        with self._lock:
            crashes = self._crashes[asked]
        if crashes >= CRASHES:
            reason = (
                f"Đoạn “{start(words)}” đã làm hỏng bộ đọc {crashes} lần nên không thử lại; "
                "hãy viết lại câu này."
            )
            raise EngineFault(self._engine, reason)

    def crashed(self, asked: Hashable, words: str, code: int) -> EngineFault:
        """Count a crash; the error to raise."""
        self._count(asked)
        reason = f"Bộ đọc hỏng giữa chừng (mã {code}) khi đọc “{start(words)}”."
        return EngineFault(self._engine, reason)

    def hung(self, asked: Hashable, words: str, deadline: float) -> EngineFault:
        """Count a child that had to be ended, which is no better; the error to raise."""
        self._count(asked)
        reason = f"Bộ đọc không trả lời sau {number(deadline, None)} giây khi đọc “{start(words)}”."
        return EngineFault(self._engine, reason)

    def _count(self, asked: Hashable) -> None:
        with self._lock:
            self._crashes[asked] += 1


def start(words: str) -> str:
    """The beginning of some words, for a message."""
    return words if len(words) <= 40 else words[:39] + "…"
