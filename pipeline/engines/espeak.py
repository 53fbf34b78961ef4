"""The embedded voice: espeak-ng from a wheel, in a child process. Always speaks, never sounds rich.

Every call gets a fresh child (see `espeak_child.py`). A child that crashes or hangs costs its text
only; words that did so twice are not tried again.
"""

import os
import subprocess
import sys
from functools import cached_property
from importlib import metadata, util
from pathlib import Path

import numpy as np

from ..audio.pcm import Pcm
from ..errors import EngineFault, EngineUnavailable
from ..model import Setting, VoiceChoice
from .base import Surroundings
from .espeak_child import NO_LIBRARY, NO_VOICE
from .espeak_spelling import EDITION, spelled
from .quarantine import Quarantine
from .settings import Whole, digest, settle

CHILD = Path(__file__).with_name("espeak_child.py")
PACKAGE = "espeakng_loader"
LIBRARY = {"win32": "espeak-ng.dll", "darwin": "libespeak-ng.dylib"}.get(
    sys.platform, "libespeak-ng.so"
)

# Defaults: the setting that a Vietnamese speech recogniser understood best of some forty tried.
SCHEMA = {
    "rate": Whole(120, 80, 450),  # words a minute, by espeak-ng's count
    "volume": Whole(90, 10, 90),  # 100 reaches full scale
    "pitch": Whole(50, 0, 99),
    "range": Whole(50, 0, 99),  # below 50 the tones flatten
    "wordgap": Whole(0, 0, 100),  # in 10 ms
}
PARAMETERS = {"rate": 1, "volume": 2, "pitch": 3, "range": 4, "wordgap": 7}  # speak_lib.h

DEADLINE = 20.0  # s; 25 syllables take 0.02, an hour of speech about 3


class Espeak:
    """Engine "espeak". Voices: espeak-ng's language names, "vi" if none is given."""

    name = "espeak"
    network = False
    concurrency = os.cpu_count() or 1
    terms = "espeak-ng, phần mềm tự do, giấy phép GPL-3.0-or-later; đọc ngay trên máy này."

    def __init__(self, surroundings: Surroundings, deadline: float = DEADLINE) -> None:
        self._deadline = deadline
        self._quarantine = Quarantine(self.name)

    @cached_property
    def revision(self) -> str:
        """The library's release and a digest of what may be set, its defaults, our spellings."""
        try:
            release = metadata.version("espeakng-loader")
        except metadata.PackageNotFoundError:
            release = "missing"  # `ready` and `speak` say so
        return f"espeakng-loader-{release}+{digest(SCHEMA)}+{EDITION}"

    def ready(self, voice: VoiceChoice) -> None:
        """Speak one syllable. Raises EngineUnavailable when the library does not work here."""
        try:
            self.speak("một", voice)
        except EngineFault as fault:
            raise EngineUnavailable(self.name, fault.reason) from fault

    def speak(self, words: str, voice: VoiceChoice) -> Pcm:
        """Speech at 22,050 Hz, with some silence before and after it. Same words, same bytes."""
        settings = settle(self.name, SCHEMA, voice.settings)
        if not any(character.isalnum() for character in words):
            raise EngineFault(self.name, "Không có từ nào để đọc.")
        language = voice.voice or "vi"
        order = self._order(language, settings)
        if language.startswith("vi"):
            words = spelled(words)
        asked = (*order, words)
        self._quarantine.admit(asked, words)
        try:
            child = self._spawn(order, words)
        except subprocess.TimeoutExpired as error:
            raise self._quarantine.hung(asked, words, self._deadline) from error
        except OSError as error:
            reason = f"Không khởi động được tiến trình đọc ({error.strerror})."
            raise EngineUnavailable(self.name, reason) from error
        return self._speech(child, order, words)

    def close(self) -> None:
        """Nothing to let go of: every child ends with its call."""

    def _order(self, voice: str, settings: dict[str, Setting]) -> tuple[str, ...]:
        """List the child's arguments: library, voice, parameters."""
        language, _, variant = voice.partition("+")
        if language.lower() not in self._languages or (variant and variant not in self._variants):
            known = ", ".join(sorted(name for name in self._languages if name.startswith("vi")))
            reason = f"Không có giọng “{voice}”; các giọng tiếng Việt: {known}."
            raise EngineUnavailable(self.name, reason)
        pairs = (f"{PARAMETERS[name]}={value}" for name, value in settings.items())
        return (str(self._home / LIBRARY), voice, *pairs)

    def _spawn(self, order: tuple[str, ...], words: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-I", "-S", str(CHILD), *order]
        return subprocess.run(  # noqa: S603 - our own file, no shell
            command,
            input=words.encode(),
            capture_output=True,
            timeout=self._deadline,
            check=False,
            cwd=self._home,
            start_new_session=True,  # an interrupt from the keyboard is the parent's to handle
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def _speech(
        self, child: subprocess.CompletedProcess[bytes], order: tuple[str, ...], words: str
    ) -> Pcm:
        if child.returncode == NO_LIBRARY:
            raise self._missing()
        if child.returncode == NO_VOICE:
            raise EngineUnavailable(self.name, f"Không mở được giọng “{order[1]}”.")
        if child.returncode != 0:
            raise self._quarantine.crashed((*order, words), words, child.returncode)
        rate = int.from_bytes(child.stdout[:4], "little")
        samples = np.frombuffer(child.stdout, dtype="<i2", offset=4).astype(np.float32)
        return Pcm(samples / np.float32(32768), rate)

    @cached_property
    def _home(self) -> Path:
        """The wheel's folder, which holds the library and `espeak-ng-data`."""
        spec = util.find_spec(PACKAGE)
        if spec is None or spec.origin is None:
            raise self._missing()
        home = Path(spec.origin).parent
        if not (home / LIBRARY).is_file() or not (home / "espeak-ng-data").is_dir():
            raise self._missing()
        return home

    @cached_property
    def _languages(self) -> frozenset[str]:
        folder = self._home / "espeak-ng-data" / "lang"
        return frozenset(path.name.lower() for path in folder.rglob("*") if path.is_file())

    @cached_property
    def _variants(self) -> frozenset[str]:
        folder = self._home / "espeak-ng-data" / "voices" / "!v"
        return frozenset(path.name for path in folder.iterdir())

    def _missing(self) -> EngineUnavailable:
        reason = "Chưa có bộ đọc nhúng trên máy này; cài lại bằng: pip install espeakng-loader."
        return EngineUnavailable(self.name, reason)
