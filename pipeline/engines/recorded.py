"""A person's recording in the place of synthesised speech: other languages, voices from the field.

The voice's name is the SHA-256 of the sound file, so the words decide nothing and a re-recorded
file is another voice.
"""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from ..audio import intake
from ..audio.pcm import Pcm
from ..errors import EngineFault, EngineUnavailable, SoundError, refusal
from ..model import VoiceChoice
from .base import Surroundings
from .settings import settle

DIGEST = re.compile(r"[0-9a-f]{64}")


class Recorded:
    """Engine "recorded". Voices: SHA-256 digests of the project's sound files."""

    name = "recorded"
    revision = "1"
    network = False
    concurrency = 4
    terms = "Bản ghi âm của đơn vị; giữ giấy đồng ý của người được ghi."

    def __init__(self, surroundings: Surroundings) -> None:
        self._source = surroundings.source

    def ready(self, voice: VoiceChoice) -> None:
        """Raise EngineUnavailable when there is no project whose recordings could be found."""
        self._find()

    def speak(self, words: str, voice: VoiceChoice) -> Pcm:
        """Return the whole recording, at its own rate, whatever the words.

        Raises EngineFault when the file is missing, has changed or is not sound.
        """
        settle(self.name, {}, voice.settings)
        if not DIGEST.fullmatch(voice.voice):
            reason = f"“{voice.voice}” không phải mã SHA-256 của một tệp ghi âm."
            raise EngineUnavailable(self.name, reason)
        path = self._path(voice.voice)
        try:
            return intake.decode(self._read(path, voice.voice))
        except SoundError as error:
            reason = f"Tệp ghi âm {path.name} không dùng được. {error}"
            raise EngineFault(self.name, reason) from error

    def close(self) -> None:
        """Nothing to let go of."""

    def _find(self) -> Callable[[str], Path]:
        if self._source is None:
            raise EngineUnavailable(self.name, "Chỉ dùng được trong một dự án có tệp ghi âm.")
        return self._source

    def _path(self, digest: str) -> Path:
        try:
            return self._find()(digest)
        except LookupError as error:
            reason = f"Dự án không còn tệp ghi âm nào có mã {digest[:12]}…"
            raise EngineFault(self.name, reason) from error

    def _read(self, path: Path, digest: str) -> bytes:
        try:
            content = path.read_bytes()
        except OSError as error:
            reason = f"Không đọc được {path}: {refusal(error, 'đọc')}"
            raise EngineFault(self.name, reason) from error
        if hashlib.sha256(content).hexdigest() != digest:
            reason = f"{path} đã bị đổi trong lúc đang làm. Hãy chạy lại lệnh này."
            raise EngineFault(self.name, reason)
        return content
