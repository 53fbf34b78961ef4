"""A line to one service: takes turns, waits with limits, tries again, and knows when to stop."""

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from typing import TypeVar

import requests

from ...errors import EngineUnavailable
from .breaker import Breaker
from .manners import Manners
from .retry import Patience, pause
from .throttle import Throttle
from .trouble import LINE_ERRORS, Trouble, of_line, of_status

Answer = TypeVar("Answer")


class Line:
    """One service as one engine sees it. For one thread at a time."""

    def __init__(
        self,
        engine: str,
        manners: Manners,
        explain: Callable[[bytes], str | None] = lambda answer: None,
    ) -> None:
        """`explain` finds in a refusal what the service says about it."""
        self._engine = engine
        self._explain = explain
        self._manners = manners
        self._clock = manners.clock
        self._throttle = Throttle(manners.gap, manners.clock)
        self._breaker = Breaker(manners.failures, manners.rest, manners.clock.now)
        self._session = requests.Session()

    def ask(
        self,
        request: requests.PreparedRequest,
        accept: Callable[[bytes], Answer],
        coming: Patience | None = None,
    ) -> Answer:
        """Send until an answer comes that `accept` takes (it raises Trouble on a bad one).

        With `coming` the answer is still being made: 404 means not yet, and this is how long to
        wait for it. Raises EngineUnavailable or EngineFault when patience ends, and
        EngineUnavailable at once, with no request sent, while the breaker is open.
        """
        if not self._breaker.admits():
            reason = f"Đã hỏng {self._manners.failures} lần liền nên tạm nghỉ, chưa hỏi lại."
            raise EngineUnavailable(self._engine, reason)
        try:
            answer = self._persist(request, accept, coming)
        except Trouble as trouble:
            self._breaker.failed()
            raise trouble.error(self._engine) from trouble
        self._breaker.passed()
        return answer

    def close(self) -> None:
        """Let go of open connections."""
        self._session.close()

    def _persist(
        self,
        request: requests.PreparedRequest,
        accept: Callable[[bytes], Answer],
        coming: Patience | None,
    ) -> Answer:
        patience = coming or self._manners.patience
        begun = self._clock.now()
        for tried in count(1):
            self._throttle.wait()
            try:
                return accept(self._send(request, coming is not None))
            except Trouble as trouble:
                spent = self._clock.now() - begun
                chance = self._clock.chance()
                wait = pause(patience, tried, spent, trouble.after, chance)
                if wait is None or not trouble.again:
                    raise
            self._clock.sleep(wait)
        raise AssertionError  # pragma: no cover - `count` never ends

    def _send(self, request: requests.PreparedRequest, coming: bool) -> bytes:
        """Send once: verified, never redirected. Proxies and certificates by the environment."""
        session = self._session
        settings = session.merge_environment_settings(request.url, {}, True, True, None)
        timeout = self._manners.connect, self._manners.read
        try:
            with session.send(
                request, timeout=timeout, allow_redirects=False, **settings
            ) as response:
                if coming and response.status_code == 404:
                    raise Trouble("Máy chủ chưa đọc xong trong thời gian cho phép.", whole=False)
                trouble = of_status(response)
                if trouble is not None:
                    raise trouble.because(self._explanation(response))
                return self._body(response)
        except LINE_ERRORS as error:
            raise of_line(error) from error

    def _explanation(self, response: requests.Response) -> str | None:
        """What a refusal says; nothing when even that does not arrive."""
        with suppress(Trouble, *LINE_ERRORS):
            return self._explain(self._body(response))
        return None

    def _body(self, response: requests.Response) -> bytes:
        """Read the answer, whose drops may come slowly, but not for ever."""
        body = bytearray()
        ends = self._clock.now() + 2 * self._manners.read
        while drops := response.raw.read1(1 << 16, decode_content=True):
            body.extend(drops)
            if self._clock.now() > ends:
                raise Trouble("Máy chủ trả lời quá chậm.")
            if len(body) > self._manners.largest:
                raise Trouble("Máy chủ trả lời dài bất thường.", whole=False)
        return bytes(body)
