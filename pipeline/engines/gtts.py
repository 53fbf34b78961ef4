"""Google Translate's voice, through the gTTS package's requests and our own manners.

Words are packed into as few requests as may be, each answer is judged as it comes, and the pieces
are joined as sound. Network, blocked address, changed interface: it gives up soon and says why.
"""

import threading
import unicodedata
from functools import partial

import numpy as np
import requests
from gtts.lang import tts_langs

from ..audio import intake
from ..audio.pcm import Pcm
from ..audio.trim import trim
from ..errors import EngineFault, EngineUnavailable, SoundError
from ..model import VoiceChoice
from .base import Surroundings
from .guard import check_speech
from .online import google
from .online.line import Line
from .online.manners import Manners
from .online.packing import pack
from .online.probe import unreachable
from .online.trouble import Trouble
from .settings import OneOf, Schema, Whole, digest, settle

# Hosts translate.google.<tld>. A fixed list, because the word becomes part of an address.
TLDS = ("com", "com.vn", "com.hk", "com.sg", "com.tw", "co.jp", "co.kr", "co.th", "co.uk", "fr")
HOME = "https://translate.google.com/"
SCHEMA: Schema = {"tld": OneOf("com", TLDS), "slow": Whole(0, 0, 1)}
MANNERS = Manners()

# Silence between two pieces, ms, by the mark at the end of the first. With the 140 ms that trimming
# leaves around speech it is about what the voice itself pauses there.
PAUSES = {".": 200, "!": 200, "?": 200, ";": 100, ":": 100, ",": 50}
INSIDE = 0


class Gtts:
    """Engine "gtts". Voices: gTTS's language names, "vi" if none is given; one voice for each."""

    name = "gtts"
    revision = f"1+{digest(SCHEMA)}"  # gTTS's own release says nothing about Google's voice
    network = True
    concurrency = 1
    terms = (
        "gTTS: địa chỉ không chính thức của Google Dịch, lời đọc được gửi tới Google; "
        "Google không cam kết gì và có thể chặn bất cứ lúc nào."
    )

    def __init__(self, surroundings: Surroundings, manners: Manners = MANNERS) -> None:
        self._offline = surroundings.offline
        self._manners = manners
        self._line = Line(self.name, manners)
        self._lock = threading.Lock()
        self._found: list[str | None] = []  # what the one probe found: why not, or None

    def ready(self) -> None:
        """Knock once, within 3 seconds, and remember. Raises EngineUnavailable."""
        self._refuse_offline()
        with self._lock:
            if not self._found:
                self._found.append(unreachable(HOME, self._manners.probe))
        if self._found[0] is not None:
            raise EngineUnavailable(self.name, self._found[0])

    def speak(self, words: str, voice: VoiceChoice) -> Pcm:
        """Speech at the rate of Google's MP3 (24,000 Hz), its ends trimmed."""
        settings = settle(self.name, SCHEMA, voice.settings)
        language = voice.voice or "vi"
        if language not in tts_langs():
            raise EngineUnavailable(self.name, f"Không có giọng “{language}”; tiếng Việt là “vi”.")
        pieces = pack(unicodedata.normalize("NFC", words), google.LIMIT)
        if not pieces:
            raise EngineFault(self.name, "Không có từ nào để đọc.")
        self._refuse_offline()
        tld, slow = str(settings["tld"]), settings["slow"] == 1
        return self._join(
            [
                (piece, self._say(piece, google.request(piece, language, tld, slow)))
                for piece in pieces
            ]
        )

    def close(self) -> None:
        """Let go of the connection."""
        self._line.close()

    def _refuse_offline(self) -> None:
        if self._offline:
            reason = "Đang chạy không dùng mạng (--offline) nên không hỏi Google."
            raise EngineUnavailable(self.name, reason)

    def _say(self, piece: str, request: requests.PreparedRequest) -> Pcm:
        return self._line.ask(request, partial(self._hear, piece))

    def _hear(self, piece: str, answer: bytes) -> Pcm:
        """Decode and judge the sound of one piece, whose cut end a longer whole would hide."""
        try:
            speech = intake.decode(google.mp3(answer))
            check_speech(speech, _syllables(piece), self.name)
        except SoundError as error:
            reason = "Máy chủ trả về thứ không phải âm thanh."
            raise Trouble(reason, whole=False) from error
        except EngineFault as fault:
            raise Trouble(fault.reason, whole=False) from fault
        return trim(speech)

    def _join(self, spoken: list[tuple[str, Pcm]]) -> Pcm:
        rate = spoken[0][1].rate
        if any(speech.rate != rate for _, speech in spoken):
            raise EngineFault(self.name, "Các đoạn âm thanh trả về không cùng tần số lấy mẫu.")
        sounds = []
        for piece, speech in spoken:
            pause = PAUSES.get(piece[-1], INSIDE) * rate // 1000
            sounds += [speech.samples, np.zeros(pause, dtype=np.float32)]
        return Pcm(np.concatenate(sounds[:-1]), rate)


def _syllables(piece: str) -> int:
    """Words with a letter: in guarded Vietnamese words, exactly the syllables."""
    return sum(any(map(str.isalnum, word)) for word in piece.split())
