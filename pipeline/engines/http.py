"""Any server that speaks by OpenAI's interface: `POST {address}/v1/audio/speech`.

Many Vietnamese voices are served that way, on a machine of the office or by a provider. Servers
differ in what they heed, so little is asked of them and their answers are judged by their bytes.
"""

from functools import partial

import requests

from ..errors import EngineUnavailable
from ..model import VoiceChoice
from .online import address
from .online.manners import Manners
from .online.secret import KEY, Secret
from .online.service import Order, Service, once
from .online.sound import heard
from .settings import Number, Schema, Text, Whole, digest, settle

WORD = r"[^\x00-\x1f]{1,100}"
SCHEMA: Schema = {
    "address": Text("", r"\S{0,300}", "địa chỉ máy chủ, ví dụ http://127.0.0.1:8298"),
    "model": Text("tts-1", WORD, "tên mô hình của máy chủ"),
    "speed": Number(1.0, 0.25, 4.0),
    "max_chars": Whole(400, 50, 4096),  # code points in a request
    "key": KEY,
}
VOICE = Text("", WORD, "tên giọng của máy chủ")


class Http(Service):
    """Engine "http". Voices: what the server calls them; settings: see SCHEMA."""

    name = "http"
    revision = f"1+{digest(SCHEMA)}"  # what lies behind an address is not ours to know
    terms = (
        "Máy chủ giọng đọc do đơn vị tự chọn: lời đọc được gửi tới máy chủ đó, "
        "theo điều khoản của nơi cung cấp."
    )
    manners = Manners(gap=0.0, read=60.0)  # one's own server, which may think before it speaks

    def order(self, voice: VoiceChoice) -> Order:
        """Check address, voice and key."""
        settings = settle(self.name, SCHEMA, voice.settings)
        home = address.checked(str(settings["address"]), self.name)
        if not VOICE.accepts(voice.voice):
            reason = f"Chưa ghi đúng tên giọng (voice: “{voice.voice}”); cần {VOICE}."
            raise EngineUnavailable(self.name, reason)
        secret = Secret.of(str(settings["key"]), self.name)

        def request(piece: str) -> requests.PreparedRequest:
            asked = {
                "model": settings["model"],
                "voice": voice.voice,
                "input": piece,
                "response_format": "wav",
                "speed": settings["speed"],
            }
            headers = {"Authorization": f"Bearer {secret.reveal()}"} if secret else {}
            url = f"{home.removesuffix('/v1')}/v1/audio/speech"
            return requests.Request("POST", url, headers=headers, json=asked).prepare()

        ask = once(request, partial(heard, secret=secret))
        return Order(home, int(settings["max_chars"]), ask, secret)
