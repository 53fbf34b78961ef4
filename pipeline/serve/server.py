"""The server beneath: waitress, with bounds that suit one office."""

import errno
import socket
import time
from typing import TYPE_CHECKING, Any

from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.server import create_server

from ..errors import TruyenThanhError

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

CONNECTIONS = 200
PATIENCE = 20  # s for a whole request to arrive, and for a connection on which nothing happens
HEADERS = 16_384  # bytes
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - the local network is what it is for


class PunctualChannel(HTTPChannel):
    """A connection on which a trickle of bytes is no sign of life: requests come whole in time."""

    _begun = 0.0

    def received(self, data: bytes) -> bool:
        """As waitress does; while a request is incomplete, the clock of its first byte counts."""
        if self.request is None:
            self._begun = time.time()
        taken: bool = super().received(data)
        if self.request is not None:
            self.last_activity = self._begun
        return taken


class Server:
    """Puts an application before the network until it is stopped."""

    def __init__(
        self,
        app: "WSGIApplication",
        host: str,
        port: int,
        patience: int = PATIENCE,
        largest: int = HEADERS,
    ) -> None:
        """Take the port. `largest` is the longest request body, in bytes.

        Raises TruyenThanhError when the port cannot be had.
        """
        try:
            server: Any = create_server(
                app,
                host=host,
                port=port,
                ipv4=":" not in host,
                ipv6=":" in host,
                connection_limit=CONNECTIONS,
                channel_timeout=patience,
                cleanup_interval=max(1, patience // 4),
                max_request_header_size=HEADERS,
                max_request_body_size=largest,
                log_socket_errors=False,
                threads=16,
                ident="",
            )
        except OSError as error:
            raise TruyenThanhError(_refused(error, host, port)) from error
        server.channel_class = PunctualChannel
        self._server = server
        self.port: int = server.socket.getsockname()[1]

    @classmethod
    def at(cls, app: "WSGIApplication", host: str, port: int, largest: int = HEADERS) -> "Server":
        """A server at this port or, if that is taken, at any free one."""
        try:
            return cls(app, host, port, largest=largest)
        except TruyenThanhError:
            return cls(app, host, 0, largest=largest)

    def run(self) -> None:
        """Answer until `stop`, or until somebody presses Ctrl-C."""
        self._server.run()
        self._server.task_dispatcher.shutdown()

    def stop(self) -> None:
        """End `run`, from any thread."""
        self._server.trigger.pull_trigger(lambda: wasyncore.close_all(self._server._map))


def addresses_of(host: str, port: int) -> tuple[str, ...]:
    """Under which addresses a server at `host` is reached, the one for others last."""
    if host not in EVERYWHERE:
        return (f"http://{f'[{host}]' if ':' in host else host}:{port}/",)
    outside = _outside()
    here = (f"http://localhost:{port}/",)
    return (*here, f"http://{outside}:{port}/") if outside else here


def _outside() -> str:
    """Where others in the network reach this machine; "" where there is none. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        try:
            asked.connect(("192.0.2.1", 9))  # an address for documentation: RFC 5737
            found = str(asked.getsockname()[0])
        except OSError:
            return ""
    return "" if found.startswith("127.") or found == "0.0.0.0" else found  # noqa: S104


def _refused(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Cổng {port} đang có chương trình khác dùng. Hãy chọn cổng khác: --port {port + 1}"
    if error.errno in (errno.EACCES, errno.EPERM):
        return f"Không được phép mở cổng {port}. Hãy chọn cổng từ 1024 trở lên, ví dụ: --port 8000"
    return f"Không mở được cổng {port} ở địa chỉ {host}: {error.strerror or error}."
