"""A voice service on this machine that speaks in pips, or misbehaves on script.

It answers on loopback in two ways: as a plain HTTP server, and as an HTTPS proxy. Nothing in an
engine is patched: `https_proxy` leads its connections here, and the proxy answers CONNECT by ending
TLS itself, with a certificate from a private authority that `REQUESTS_CA_BUNDLE` trusts.
"""

import io
import socket
import ssl
import struct
import time
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import lameenc
import numpy as np
import pytest
import soundfile
import soxr
import trustme

from pipeline.audio.pcm import Samples
from pipeline.engines.base import Surroundings
from pipeline.engines.tone import Tone
from pipeline.model import VoiceChoice

from .stage import Door, Stage

RATE = 24_000  # Hz


@dataclass(frozen=True)
class Heard:
    """One request, as it arrived."""

    method: str
    host: str
    path: str
    headers: dict[str, str]  # names in lower case
    body: bytes
    at: float  # s, monotonic


@dataclass(frozen=True)
class Answer:
    """What a service sends back."""

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


class Service(Stage):
    """A running service. Steps of `script` are played one for each request, then it just speaks.

    Every service knows these steps: speak, 429, 429 after N (s), 429 date (in 2 s), any other
    status, sorry, html, empty, tiny, noise, silence, first syllable, cut short, half a body,
    reset, hang, drip. Certificates: good, stranger (an authority nobody trusts), other name (of
    another host).
    """

    hosts: ClassVar[tuple[str, ...]] = ()

    def __init__(self, folder: Path, script: str = "", certificate: str = "good") -> None:
        trusted = trustme.CA()
        self.bundle = folder / "authority.pem"
        trusted.cert_pem.write_to_path(str(self.bundle))
        signer = trustme.CA() if certificate == "stranger" else trusted
        names = ("elsewhere.example",) if certificate == "other name" else self.hosts
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        signer.issue_cert(*(names or ("nobody.example",))).configure_cert(self.tls)
        self.requests: list[Heard] = []
        self.knocks = 0  # HEAD requests
        self.connections = 0
        super().__init__(_Door, script)

    def words(self, request: Heard) -> str | None:
        """The words to speak; None for a request that is no request for speech."""
        raise NotImplementedError

    def wrap(self, sound: bytes, request: Heard) -> Answer:
        """How this service sends sound."""
        return Answer(sound)

    def other(self, request: Heard) -> Answer:
        """The answer to a request that has no words in it."""
        return Answer(status=404)

    def encode(self, samples: Samples) -> bytes:
        """Sound as this service makes it."""
        return mp3(samples)

    def own(self, step: str, request: Heard) -> Answer | None:
        """The answer to a step that only this service knows."""
        return None

    def lead_here(self, environment: pytest.MonkeyPatch) -> None:
        """Send everything this process asks of the network here, and nowhere else."""
        for name in ("http_proxy", "HTTP_PROXY", "HTTPS_PROXY", "no_proxy", "NO_PROXY"):
            environment.delenv(name, raising=False)
        environment.setenv("https_proxy", self.address)
        environment.setenv("REQUESTS_CA_BUNDLE", str(self.bundle))


class _Door(Door):
    protocol_version = "HTTP/1.1"
    host = ""

    def setup(self) -> None:
        super().setup()
        self.server.stage.connections += 1

    def do_CONNECT(self) -> None:
        self.host = self.path.rpartition(":")[0]
        self.send_response(200, "Connection established")
        self.end_headers()
        self.connection = self.server.stage.tls.wrap_socket(self.connection, server_side=True)
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb", buffering=0)
        self.close_connection = False

    def do_HEAD(self) -> None:
        service: Service = self.server.stage
        service.knocks += 1
        step = service.step("200")
        if step == "hang":
            service.closing.wait(30)
        self.answer(Answer(status=int(step) if step.isdigit() else 200))

    def do_GET(self) -> None:
        self.take()

    def do_POST(self) -> None:
        self.take()

    def take(self) -> None:
        service: Service = self.server.stage
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        headers = {name.lower(): value for name, value in self.headers.items()}
        host = self.host or headers["host"].partition(":")[0]
        heard = Heard(self.command, host, self.path, headers, body, time.monotonic())
        service.requests.append(heard)
        step = service.step("speak")
        self.play(step, heard)

    def play(self, step: str, heard: Heard) -> None:
        service: Service = self.server.stage
        words = service.words(heard)
        own = service.own(step, heard)
        if own is not None:
            self.answer(own)
        elif step == "sorry":
            self.answer(Answer(status=302, headers=(("Location", "https://sorry.example/"),)))
        elif step[:3].isdigit():
            self.answer(Answer(b"<html>no</html>", int(step[:3]), _wait(step)))
        elif step in BODIES:
            self.answer(Answer(BODIES[step]))
        elif words is None:
            self.answer(service.other(heard))
        elif step in SOUNDS:
            self.answer(service.wrap(service.encode(SOUNDS[step](words)), heard), chunked=True)
        elif step in BYTES:
            self.answer(service.wrap(BYTES[step], heard))
        else:
            self.mistreat(step, service.wrap(service.encode(pips(words)), heard))

    def answer(self, answer: Answer, chunked: bool = False) -> None:
        own_date = any(name == "Date" for name, _ in answer.headers)
        (self.send_response_only if own_date else self.send_response)(answer.status)
        for name, value in answer.headers:
            self.send_header(name, value)
        if chunked:
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for at in range(0, len(answer.body), 5_000):
                chunk = answer.body[at : at + 5_000]
                self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
            self.wfile.write(b"0\r\n\r\n")
            return
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def mistreat(self, step: str, answer: Answer) -> None:
        self.close_connection = True
        if step == "reset":
            linger = struct.pack("ii", 1, 0)  # closing then sends RST
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self.connection.close()
            return
        if step == "hang":
            self.server.stage.closing.wait(30)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if step == "half a body":
            self.wfile.write(answer.body[: len(answer.body) // 2])
        elif step == "drip":
            for byte in answer.body:
                self.wfile.write(bytes([byte]))
                if self.server.stage.closing.wait(0.02):
                    return
        else:
            raise AssertionError(step)


def mp3(samples: Samples) -> bytes:
    """Encode as most services do: MPEG-2 Layer III, 24 kHz, mono, 64 kbit/s."""
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(64)
    encoder.set_in_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.silence()
    whole = (samples * 32767).astype("<i2").tobytes()
    return bytes(encoder.encode(whole) + encoder.flush())


def wav(samples: Samples) -> bytes:
    """As a 16-bit WAV file."""
    target = io.BytesIO()
    soundfile.write(target, samples, RATE, format="WAV", subtype="PCM_16")
    return target.getvalue()


def pips(text: str) -> Samples:
    """Speak in pips, with some silence before and after, as a service does."""
    speech = Tone(Surroundings()).speak(text, VoiceChoice(engine="tone"))
    samples = soxr.resample(speech.samples, speech.rate, RATE).astype(np.float32)
    silence = np.zeros(RATE // 10, dtype=np.float32)
    return np.concatenate([silence, samples, silence])


SOUNDS = {
    "speak": pips,
    "silence": lambda text: np.zeros(RATE * 3, dtype=np.float32),
    "cut short": lambda text: pips(text)[: RATE * 7 // 10],  # 600 of a second: within a pip
    "first syllable": lambda text: pips(text.split()[0]),
}
BYTES = {"tiny": b"\xff\xf3" * 50, "noise": bytes(range(256)) * 40}
BODIES = {
    "html": b"<!doctype html><title>Before you continue</title>" * 20,
    "empty": b"",
}


def _wait(step: str) -> tuple[tuple[str, str], ...]:
    if step == "429 date":
        return (
            ("Date", "Sun, 29 Nov 2026 13:00:00 GMT"),
            ("Retry-After", "Sun, 29 Nov 2026 13:00:02 GMT"),
        )
    _, _, seconds = step.partition(" after ")
    return (("Retry-After", seconds),) if seconds else ()
