"""A site on this machine, as it should be or as somebody hostile would have it."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

Trick = Callable[[BaseHTTPRequestHandler], bool]  # whether it has answered


@contextmanager
def site(
    folder: Path, trick: Trick | None = None, tls: ssl.SSLContext | None = None
) -> Iterator[str]:
    """Serve a folder; the address of its root."""

    class Pages(SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            if trick is None or not trick(self):
                super().do_GET()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Pages, directory=str(folder)))
    server.daemon_threads = True
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        scheme, name = ("https", "localhost") if tls else ("http", "127.0.0.1")
        yield f"{scheme}://{name}:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
