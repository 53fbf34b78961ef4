"""What can go wrong with one request, and what may be done about it. The tables are the rules."""

import requests
import urllib3

from ...errors import EngineError, EngineFault, EngineUnavailable
from .retry import retry_after


class Trouble(Exception):
    """One try failed.

    `reason` is Vietnamese. `again`: another try may go better; `after`: the seconds the server
    asked to wait before it; `whole`: other texts would fail as well.
    """

    def __init__(
        self, reason: str, *, again: bool = True, whole: bool = True, after: float | None = None
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.again = again
        self.whole = whole
        self.after = after

    def because(self, said: str | None) -> "Trouble":
        """The same, with the service's own words where it gave any."""
        if said:
            self.reason = f"{self.reason.rstrip('.')}: “{said}”."
        return self

    def error(self, engine: str) -> EngineError:
        """What the engine raises when it gives up."""
        return (EngineUnavailable if self.whole else EngineFault)(engine, self.reason)


# The first kind that fits counts, so the special stand before the general.
BROKEN_LINES: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str, bool], ...] = (
    (
        (requests.exceptions.SSLError, urllib3.exceptions.SSLError),
        "Không tin được chứng thư bảo mật của máy chủ nên không gửi gì.",
        False,
    ),
    (requests.exceptions.ProxyError, "Máy chủ trung gian (proxy) không cho qua.", True),
    (requests.exceptions.ConnectTimeout, "Không nối được máy chủ trong thời gian cho phép.", True),
    (
        (requests.exceptions.Timeout, urllib3.exceptions.TimeoutError),
        "Máy chủ không trả lời trong thời gian cho phép.",
        True,
    ),
    (
        requests.exceptions.ConnectionError,
        "Không nối được máy chủ (mất mạng hoặc bị ngắt giữa chừng).",
        True,
    ),
    (
        (requests.exceptions.RequestException, urllib3.exceptions.HTTPError),
        "Đường truyền hỏng giữa chừng.",
        True,
    ),
)
LINE_ERRORS = (requests.exceptions.RequestException, urllib3.exceptions.HTTPError)

BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})  # may go better later
TEXT = frozenset({400, 413, 414, 422})  # this text, not the service


def of_line(error: Exception) -> Trouble:
    """Read what went wrong before an answer was there."""
    for kind, reason, again in BROKEN_LINES:
        if isinstance(error, kind):
            return Trouble(reason, again=again)
    return Trouble("Không gửi được yêu cầu.", again=False)


def of_status(response: requests.Response) -> Trouble | None:
    """Read the status of an answer; None when it is one to use."""
    status = response.status_code
    if status == 200:
        return None
    if 300 <= status < 400 or status == 429:
        reason = f"Máy chủ tạm chặn máy này vì hỏi quá nhiều ({status})."
    elif status == 401:
        reason = "Máy chủ không nhận khóa (401)."
    else:
        reason = f"Máy chủ từ chối yêu cầu ({status})."
    again = 300 <= status < 400 or status in BUSY
    after = retry_after(response.headers.get("Retry-After"), response.headers.get("Date"))
    return Trouble(reason, again=again, whole=status not in TEXT, after=after)
