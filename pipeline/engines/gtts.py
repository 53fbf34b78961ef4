"""Google Translate's voice, through the gTTS package's requests and our own manners."""

from functools import partial

from gtts.lang import tts_langs

from ..audio.pcm import Pcm
from ..errors import EngineUnavailable
from ..model import VoiceChoice
from .online import google
from .online.service import Order, Service, once
from .online.sound import heard
from .settings import OneOf, Schema, Whole, digest, settle

# Hosts translate.google.<tld>. A fixed list, because the word becomes part of an address.
TLDS = ("com", "com.vn", "com.hk", "com.sg", "com.tw", "co.jp", "co.kr", "co.th", "co.uk", "fr")
HOME = "https://translate.google.com/"
SCHEMA: Schema = {"tld": OneOf("com", TLDS), "slow": Whole(0, 0, 1)}


class Gtts(Service):
    """Engine "gtts". Voices: gTTS's language names, "vi" if none is given; one voice for each."""

    name = "gtts"
    revision = f"1+{digest(SCHEMA)}"  # gTTS's own release says nothing about Google's voice
    terms = (
        "gTTS: địa chỉ không chính thức của Google Dịch, lời đọc được gửi tới Google; "
        "Google không cam kết gì và có thể chặn bất cứ lúc nào."
    )

    def order(self, voice: VoiceChoice) -> Order:
        """Check language and settings."""
        settings = settle(self.name, SCHEMA, voice.settings)
        language = voice.voice or "vi"
        if language not in tts_langs():
            raise EngineUnavailable(self.name, f"Không có giọng “{language}”; tiếng Việt là “vi”.")
        request = partial(
            google.request,
            language=language,
            tld=str(settings["tld"]),
            slow=settings["slow"] == 1,
        )
        return Order(HOME, google.LIMIT, once(request, _sound))


def _sound(answer: bytes) -> Pcm:
    return heard(google.mp3(answer))
