"""Viettel AI's voices: one request, answered with the sound, or with JSON that says why not."""

from functools import partial

import requests

from ..errors import EngineUnavailable
from ..model import VoiceChoice
from .online.secret import KEY, Secret
from .online.service import Order, Service, once
from .online.sound import heard
from .settings import Number, Schema, Text, digest, settle

URL = "https://viettelai.vn/tts/speech_synthesis"
HOME = "https://viettelai.vn/"
LIMIT = 300  # code points
WAV = 2  # tts_return_option
# Names are the service's: region and person, of hn, hue and hcm. It refuses those it does not know.
VOICE = Text("", r"(hn|hue|hcm)-[a-z]{2,30}", "vùng và tên, ví dụ hn-quynhanh, hue-maingoc")
SCHEMA: Schema = {"speed": Number(1.0, 0.8, 1.2), "key": KEY}


class Viettel(Service):
    """Engine "viettel". Voices: Viettel AI's names, "hn-quynhanh" if none is given."""

    name = "viettel"
    revision = f"1+{digest(SCHEMA)}"
    terms = (
        "Viettel AI: dịch vụ trả tiền theo hợp đồng của đơn vị với Viettel; "
        "lời đọc được gửi tới Viettel."
    )

    def order(self, voice: VoiceChoice) -> Order:
        """Check voice and key."""
        settings = settle(self.name, SCHEMA, voice.settings)
        speaker = voice.voice or "hn-quynhanh"
        if not VOICE.accepts(speaker):
            raise EngineUnavailable(self.name, f"Không có giọng “{speaker}”; cần {VOICE}.")
        variable = str(settings["key"]) or "VIETTEL_API_KEY"
        secret = Secret.of(variable, self.name)

        def request(piece: str) -> requests.PreparedRequest:
            asked = {
                "text": piece,
                "voice": speaker,
                "speed": settings["speed"],
                "tts_return_option": WAV,
                "token": secret.reveal(),
                "without_filter": False,
            }
            return requests.Request("POST", URL, json=asked).prepare()

        return Order(HOME, LIMIT, once(request, partial(heard, secret=secret)), secret)
