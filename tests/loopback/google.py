"""Google Translate's speech call as an HTTPS proxy on this machine: it speaks, or misbehaves.

Nothing in the engine is patched: `https_proxy` leads its connections here, and the proxy answers
CONNECT by ending TLS itself, with a certificate from a private authority that `REQUESTS_CA_BUNDLE`
trusts.
"""

import base64
import json
import socket
import ssl
import struct
import threading
import time
from collections import deque
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import lameenc
import numpy as np
import pytest
import soxr
import trustme

from pipeline.audio.pcm import Samples
from pipeline.engines.base import Surroundings
from pipeline.engines.tone import Tone
from pipeline.model import VoiceChoice

RATE = 24_000  # Hz, as Google's MP3
HOSTS = ("translate.google.com", "translate.google.com.vn")
PATH = "/_/TranslateWebserverUi/data/batchexecute"


@dataclass(frozen=True)
class Heard:
    """One request for speech, as it arrived."""

    host: str
    text: str
    language: str
    slow: bool
    at: float  # s, monotonic


class Google:
    """A running service. Steps of `script` are played one for each request, then it just speaks.

    Steps: speak, 429, 429 after N (s), 429 date (in 2 s), sorry, 500, 403, 400, html, no audio,
    null, empty, bad base64, tiny, not mp3, silence, first syllable, half a body, reset, hang, drip.
    Certificates: good, stranger (an authority nobody trusts), other name (of another host).
    """

    def __init__(self, folder: Path, script: str = "", certificate: str = "good") -> None:
        trusted = trustme.CA()
        self.bundle = folder / "authority.pem"
        trusted.cert_pem.write_to_path(str(self.bundle))
        signer = trustme.CA() if certificate == "stranger" else trusted
        names = ("translate.google.org",) if certificate == "other name" else HOSTS
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        signer.issue_cert(*names).configure_cert(self.tls)
        self.script = deque(step.strip() for step in script.split(";") if step.strip())
        self.heard: list[Heard] = []
        self.knocks = 0  # HEAD requests
        self.connections = 0
        self.closing = threading.Event()
        self._server = _Server(("127.0.0.1", 0), _Proxy)
        self._server.google = self
        self.proxy = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def lead_here(self, environment: pytest.MonkeyPatch) -> None:
        """Send everything this process asks of the network here, and nowhere else."""
        for name in ("http_proxy", "HTTP_PROXY", "HTTPS_PROXY", "no_proxy", "NO_PROXY"):
            environment.delenv(name, raising=False)
        environment.setenv("https_proxy", self.proxy)
        environment.setenv("REQUESTS_CA_BUNDLE", str(self.bundle))

    def close(self) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    google: Google

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up are part of the play."""


class _Proxy(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    host = ""

    def do_CONNECT(self) -> None:
        self.server.google.connections += 1
        self.host = self.path.rpartition(":")[0]
        self.send_response(200, "Connection established")
        self.end_headers()
        self.connection = self.server.google.tls.wrap_socket(self.connection, server_side=True)
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb", buffering=0)
        self.close_connection = False

    def do_HEAD(self) -> None:
        google = self.server.google
        google.knocks += 1
        step = google.script.popleft() if google.script else "200"
        if step == "hang":
            google.closing.wait(30)
        self.answer(int(step) if step.isdigit() else 200)

    def do_POST(self) -> None:
        google = self.server.google
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        ((call, parameters, _, _),) = json.loads(form["f.req"][0])[0]
        assert (self.path, call) == (PATH, "jQ1olc")
        text, language, slow, _ = json.loads(parameters)
        google.heard.append(Heard(self.host, text, language, bool(slow), time.monotonic()))
        step = google.script.popleft() if google.script else "speak"
        self.play(step, text)

    def play(self, step: str, text: str) -> None:
        if step in SOUNDS:
            self.answer_in_chunks(row(json.dumps([SOUNDS[step](text)])))
        elif step in BODIES:
            self.answer(200, BODIES[step])
        elif step.startswith("429"):
            self.answer(429, headers=_wait(step))
        elif step == "sorry":
            self.answer(302, headers={"Location": "https://www.google.com/sorry/index"})
        elif step.isdigit():
            self.answer(int(step), b"<html>no</html>")
        else:
            self.mistreat(step, row(json.dumps([spoken(text)])))

    def answer(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        own_date = "Date" in (headers or {})
        (self.send_response_only if own_date else self.send_response)(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def answer_in_chunks(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for at in range(0, len(body), 5_000):
            chunk = body[at : at + 5_000]
            self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
        self.wfile.write(b"0\r\n\r\n")

    def mistreat(self, step: str, body: bytes) -> None:
        self.close_connection = True
        if step == "reset":
            linger = struct.pack("ii", 1, 0)  # closing then sends RST
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self.connection.close()
            return
        if step == "hang":
            self.server.google.closing.wait(30)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if step == "half a body":
            self.wfile.write(body[: len(body) // 2])
        elif step == "drip":
            for byte in body:
                self.wfile.write(bytes([byte]))
                if self.server.google.closing.wait(0.02):
                    return
        else:
            raise AssertionError(step)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def row(payload: str | None) -> bytes:
    """Write an answer as the service does: a guard line, the row, and rows nobody asked for."""
    field = json.dumps(payload)
    return (
        f')]}}\'\n\n[["wrb.fr","jQ1olc",{field},null,null,null,"generic"]\n'
        ',["di",52]\n,["af.httprm",51,"8692744518077823928",20]\n]'
    ).encode()


def mp3(samples: Samples) -> str:
    """Encode as Google does (MPEG-2 Layer III, 24 kHz, mono, 64 kbit/s), in base64."""
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(64)
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.silence()
    whole = (samples * 32767).astype("<i2").tobytes()
    return base64.b64encode(bytes(encoder.encode(whole) + encoder.flush())).decode()


def pips(text: str) -> Samples:
    """Speak in pips, with some silence before and after, as a service does."""
    speech = Tone(Surroundings()).speak(text, VoiceChoice(engine="tone"))
    samples = soxr.resample(speech.samples, speech.rate, RATE).astype(np.float32)
    silence = np.zeros(RATE // 10, dtype=np.float32)
    return np.concatenate([silence, samples, silence])


def spoken(text: str) -> str:
    return mp3(pips(text))


SOUNDS = {
    "speak": spoken,
    "silence": lambda text: mp3(np.zeros(RATE * 3, dtype=np.float32)),
    "first syllable": lambda text: mp3(pips(text.split()[0])),
    "tiny": lambda text: base64.b64encode(b"\xff\xf3" * 50).decode(),
    "not mp3": lambda text: base64.b64encode(b"<html>" * 100).decode(),
    "bad base64": lambda text: "//NExAA*" * 100 + "=",
}
BODIES = {
    "html": b"<!doctype html><title>Before you continue</title>" * 20,
    "no audio": b')]}\'\n\n[["di",52]\n,["af.httprm",51,"8692744518077823928",20]\n]',
    "null": row(None),
    "empty": b"",
}


def _wait(step: str) -> dict[str, str]:
    if step == "429 date":
        return {
            "Date": "Sun, 29 Nov 2026 13:00:00 GMT",
            "Retry-After": "Sun, 29 Nov 2026 13:00:02 GMT",
        }
    _, _, seconds = step.partition(" after ")
    return {"Retry-After": seconds} if seconds else {}
