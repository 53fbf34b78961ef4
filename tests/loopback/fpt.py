"""FPT.AI's service: a link at once, the sound behind it later."""

import json
from typing import ClassVar

from pipeline.audio.pcm import Samples
from tests.loopback.service import Answer, Heard, Service, wav

STORE = "https://file01.fpt.ai/"


class Fpt(Service):
    """Steps of its own: later (404 to who collects), refusal, plain link, no link."""

    hosts: ClassVar = ("api.fpt.ai", "file01.fpt.ai")

    def words(self, request: Heard) -> str | None:
        """The words of the order that is being collected; an order itself gets no sound."""
        if request.method == "POST":
            assert (request.host, request.path) == ("api.fpt.ai", "/hmi/tts/v5")
            return None
        assert "api-key" not in request.headers
        return self.orders[int(request.path.removeprefix("/"))].body.decode()

    @property
    def orders(self) -> list[Heard]:
        return [each for each in self.requests if each.method == "POST"]

    def other(self, request: Heard) -> Answer:
        link = f"{STORE}{self.orders.index(request)}"
        return Answer(json.dumps({"async": link, "error": 0}).encode())

    def encode(self, samples: Samples) -> bytes:
        return wav(samples)

    def own(self, step: str, request: Heard) -> Answer | None:
        match step:
            case "later":
                return Answer(status=404)
            case "refusal":
                return Answer(b'{"error": 1, "message": "Invalid voice"}')
            case "plain link":
                return Answer(b'{"error": 0, "async": "http://169.254.169.254/latest"}')
            case "no link":
                return Answer(b'{"error": 0}')
        return None
