"""A server with OpenAI's speech interface, plain or behind TLS."""

import io
import json
import struct
from typing import ClassVar

import soundfile

from pipeline.audio.pcm import Samples
from tests.loopback.service import RATE, Answer, Heard, Service, mp3, pips, wav

PATH = "/v1/audio/speech"


class OpenAI(Service):
    """Steps of its own: mp3, streamed 0, streamed ff, cut wav, two mp3, refusal, told 400."""

    hosts: ClassVar = ("giong.example",)

    def words(self, request: Heard) -> str:
        assert (request.method, request.path) == ("POST", PATH)
        return str(json.loads(request.body)["input"])

    def encode(self, samples: Samples) -> bytes:
        return wav(samples)

    def own(self, step: str, request: Heard) -> Answer | None:
        if json.loads(request.body)["voice"] == "no such voice":
            return Answer('{"detail": "unknown voice “no such voice”"}'.encode(), 404)
        if step in TOLD:
            key = request.headers.get("authorization", "").removeprefix("Bearer ")
            told = {"error": {"message": f"no such voice, key {key}", "code": 7}}
            return Answer(json.dumps(told).encode(), TOLD[step])
        if step in OTHER_SOUNDS:
            return Answer(OTHER_SOUNDS[step](pips(self.words(request))))
        return None


def sized(content: bytes, size: int) -> bytes:
    """A WAV whose header gives another length, as the header of a stream does."""
    at = content.index(b"data") + 4
    length = struct.pack("<I", size)
    return content[:4] + length + content[8:at] + length + content[at + 4 :]


def headed(samples: Samples) -> bytes:
    """An MP3 with an Info frame, which gives the length of this sound alone."""
    target = io.BytesIO()
    soundfile.write(target, samples, RATE, format="MP3")
    return target.getvalue()


TOLD = {"refusal": 200, "told 400": 400, "told 401": 401}
OTHER_SOUNDS = {
    "mp3": mp3,
    "two mp3": lambda sound: headed(sound[: len(sound) // 2]) + headed(sound[len(sound) // 2 :]),
    "streamed 0": lambda sound: sized(wav(sound), 0),
    "streamed ff": lambda sound: sized(wav(sound), 0xFFFF_FFFF),
    "cut wav": lambda sound: wav(sound)[:-20_000],
}
