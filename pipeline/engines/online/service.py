"""A voice service from end to end: agree, cut, ask, judge, join. Each adds only what is its own.

Words are packed into as few requests as may be, each answer is judged as it comes, and the pieces
are joined as sound. Network, blocked address, changed interface: it gives up soon and says why.
"""

import threading
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import ClassVar

import numpy as np
import requests

from ...audio.pcm import Pcm
from ...audio.trim import trim
from ...errors import EngineFault, EngineUnavailable
from ...model import VoiceChoice
from ..base import Surroundings
from ..guard import check_end, check_speech
from .line import Line
from .manners import Manners
from .packing import pack
from .probe import unreachable
from .refusal import said
from .secret import Secret
from .sound import heard
from .trouble import Trouble

# Silence between two pieces, ms, by the mark at the end of the first. With the 140 ms that trimming
# leaves around speech it is about what a voice itself pauses there.
PAUSES = {".": 200, "!": 200, "?": 200, ";": 100, ":": 100, ",": 50}
INSIDE = 0

Judge = Callable[[Pcm], Pcm]  # gives the speech without its ends, or raises Trouble
Ask = Callable[[Line, str, Judge], Pcm]


@dataclass(frozen=True)
class Order:
    """One choice of voice, found to be in order. Making it asks nobody."""

    home: str  # the address to knock at; each has a line of its own
    limit: int  # code points in a request
    ask: Ask  # speaks one piece
    secret: Secret = field(default_factory=Secret)


def once(
    request: Callable[[str], requests.PreparedRequest], sound: Callable[[bytes], Pcm] = heard
) -> Ask:
    """Ask with one request, answered by something in which `sound` finds the sound."""

    def ask(line: Line, piece: str, judge: Judge) -> Pcm:
        return line.ask(request(piece), lambda answer: judge(sound(answer)))

    return ask


class Service(ABC):
    """The base of every engine that asks somebody on the network."""

    name: ClassVar[str]
    revision: ClassVar[str]
    terms: ClassVar[str]
    network = True
    concurrency = 1
    manners: ClassVar[Manners] = Manners()

    def __init__(self, surroundings: Surroundings, manners: Manners | None = None) -> None:
        self._offline = surroundings.offline
        self._manners = manners or self.manners
        self._lines: dict[str, Line] = {}
        self._found: dict[str, str | None] = {}  # by address, what the one probe found: why not
        self._lock = threading.Lock()

    @abstractmethod
    def order(self, voice: VoiceChoice) -> Order:
        """Check everything a voice file says. Raises EngineUnavailable; asks nobody."""

    def ready(self, voice: VoiceChoice) -> None:
        """Knock once at each address, within 3 seconds, and remember. Raises EngineUnavailable."""
        self._refuse_offline()
        home = self.order(voice).home
        with self._lock:
            if home not in self._found:
                self._found[home] = unreachable(home, self._manners.probe)
        if (reason := self._found[home]) is not None:
            raise EngineUnavailable(self.name, reason)

    def speak(self, words: str, voice: VoiceChoice) -> Pcm:
        """Speech at the service's rate, its ends trimmed."""
        self._refuse_offline()
        order = self.order(voice)
        pieces = pack(unicodedata.normalize("NFC", words), order.limit)
        if not pieces:
            raise EngineFault(self.name, "Không có từ nào để đọc.")
        line = self._line(order)
        spoken = [order.ask(line, piece, partial(self._judge, piece)) for piece in pieces]
        return self._join(pieces, spoken)

    def close(self) -> None:
        """Let go of the connections."""
        for line in self._lines.values():
            line.close()

    def _refuse_offline(self) -> None:
        if self._offline:
            reason = "Đang chạy không dùng mạng (--offline) nên không hỏi máy chủ nào."
            raise EngineUnavailable(self.name, reason)

    def _line(self, order: Order) -> Line:
        with self._lock:
            if order.home not in self._lines:
                explain = partial(said, secret=order.secret)
                self._lines[order.home] = Line(self.name, self._manners, explain)
            return self._lines[order.home]

    def _judge(self, piece: str, speech: Pcm) -> Pcm:
        """Judge the sound of one piece, whose cut end a longer whole would hide."""
        try:
            check_speech(speech, _syllables(piece), self.name)
            check_end(speech, self.name)
        except EngineFault as fault:
            raise Trouble(fault.reason, whole=False) from fault
        return trim(speech)

    def _join(self, pieces: tuple[str, ...], spoken: list[Pcm]) -> Pcm:
        rate = spoken[0].rate
        if any(speech.rate != rate for speech in spoken):
            raise EngineFault(self.name, "Các đoạn âm thanh trả về không cùng tần số lấy mẫu.")
        sounds = []
        for piece, speech in zip(pieces, spoken, strict=True):
            pause = PAUSES.get(piece[-1], INSIDE) * rate // 1000
            sounds += [speech.samples, np.zeros(pause, dtype=np.float32)]
        return Pcm(np.concatenate(sounds[:-1]), rate)


def _syllables(piece: str) -> int:
    """Words with a letter: in guarded Vietnamese words, exactly the syllables."""
    return sum(any(map(str.isalnum, word)) for word in piece.split())
