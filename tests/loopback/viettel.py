"""Viettel AI's service: sound, or JSON that says why not."""

import json
from typing import ClassVar

from pipeline.audio.pcm import Samples
from tests.loopback.service import Answer, Heard, Service, wav


class Viettel(Service):
    """Steps of its own: refusal."""

    hosts: ClassVar = ("viettelai.vn",)

    def words(self, request: Heard) -> str:
        assert (request.method, request.path) == ("POST", "/tts/speech_synthesis")
        return str(json.loads(request.body)["text"])

    def encode(self, samples: Samples) -> bytes:
        return wav(samples)

    def own(self, step: str, request: Heard) -> Answer | None:
        if step != "refusal":
            return None
        token = json.loads(request.body)["token"]
        return Answer(json.dumps({"code": 400, "vi_message": f"Sai khóa {token}"}).encode())
