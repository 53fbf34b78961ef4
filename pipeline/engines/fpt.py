"""FPT.AI's voices (text to speech, version 5): words go to one address, sound comes from another.

The answer to a request is a link, where the sound appears some seconds or minutes later; until
then the link answers 404.
"""

import json
from urllib.parse import urlsplit

import requests

from ..audio.pcm import Pcm
from ..errors import EngineUnavailable
from ..model import VoiceChoice
from .online.line import Line
from .online.refusal import said
from .online.retry import Patience
from .online.secret import KEY, Secret
from .online.service import Judge, Order, Service
from .online.sound import heard
from .online.trouble import Trouble
from .settings import Schema, Whole, digest, settle

URL = "https://api.fpt.ai/hmi/tts/v5"
HOME = "https://api.fpt.ai/"
LIMIT = 1000  # code points; the service takes more, but a long piece fails as a whole
VOICES = {
    "banmai": "nữ miền Bắc",
    "thuminh": "nữ miền Bắc",
    "leminh": "nam miền Bắc",
    "myan": "nữ miền Trung",
    "ngoclam": "nữ miền Trung",
    "giahuy": "nam miền Trung",
    "lannhi": "nữ miền Nam",
    "linhsan": "nữ miền Nam",
    "minhquang": "nam miền Nam",
}
SCHEMA: Schema = {"speed": Whole(0, -3, 3), "key": KEY}
COMING = Patience(tries=60, base=1.0, cap=4.0, total=150.0)  # for the sound to appear


class Fpt(Service):
    """Engine "fpt". Voices: FPT.AI's names, "banmai" if none is given."""

    name = "fpt"
    revision = f"1+{digest(SCHEMA)}"
    terms = "FPT.AI: dịch vụ trả tiền theo hợp đồng của đơn vị với FPT; lời đọc được gửi tới FPT."

    def order(self, voice: VoiceChoice) -> Order:
        """Check voice and key."""
        settings = settle(self.name, SCHEMA, voice.settings)
        speaker = voice.voice or "banmai"
        if speaker not in VOICES:
            known = ", ".join(f"{name} ({what})" for name, what in VOICES.items())
            raise EngineUnavailable(self.name, f"Không có giọng “{speaker}”; có: {known}.")
        variable = str(settings["key"]) or "FPT_API_KEY"
        secret = Secret.of(variable, self.name)
        speed = "" if settings["speed"] == 0 else str(settings["speed"])

        def ask(line: Line, piece: str, judge: Judge) -> Pcm:
            headers = {
                "api-key": secret.reveal(),
                "voice": speaker,
                "speed": speed,
                "format": "wav",
                "Content-Type": "text/plain; charset=utf-8",
            }
            order = requests.Request("POST", URL, headers=headers, data=piece.encode())
            link = line.ask(order.prepare(), lambda answer: _link(answer, secret))
            collect = requests.Request("GET", link).prepare()  # the key stays here
            return line.ask(collect, lambda answer: judge(heard(answer)), COMING)

        return Order(HOME, LIMIT, ask, secret)


def _link(answer: bytes, secret: Secret) -> str:
    """Where the sound will be. Raises Trouble."""
    try:
        told = json.loads(answer)
        link, error = str(told["async"]), told.get("error", 0)
    except (ValueError, LookupError, TypeError, AttributeError):
        link, error = "", None
    if error or not link:
        reason = said(answer, secret) or "trả lời không rõ"
        raise Trouble(f"FPT.AI không nhận đọc: “{reason}”.", whole=False)
    parts = urlsplit(link)
    if parts.scheme != "https" or not parts.hostname:
        raise Trouble("FPT.AI trả về một đường dẫn không an toàn.", again=False)
    return link
