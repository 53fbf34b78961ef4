"""A server on this machine that plays a script, one step for each visitor."""

import threading
from collections import deque
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Stage:
    """A running server; `script` is steps with semicolons between. It stops with the process."""

    def __init__(self, door: "type[Door]", script: str = "") -> None:
        """Open at once: whatever else a visitor may ask for must be there already."""
        self.script = deque(step.strip() for step in script.split(";") if step.strip())
        self.closing = threading.Event()
        self._server = _Server(("127.0.0.1", 0), door)
        self._server.stage = self
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def step(self, otherwise: str) -> str:
        """What the script says now, or `otherwise` when it is over."""
        return self.script.popleft() if self.script else otherwise

    def close(self) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    stage: Any  # the Stage it belongs to

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up are part of the play."""


class Door(BaseHTTPRequestHandler):
    """Where a visitor comes in; `server.stage` is what it belongs to."""

    server: _Server

    def log_message(self, *_: object) -> None:
        """Say nothing."""
