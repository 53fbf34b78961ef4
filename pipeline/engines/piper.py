"""Neural voices on this machine: piper, in child processes that stay (loading takes seconds).

Models lie in the project, `voices/models/NAME.onnx` with `NAME.onnx.json` beside it, put there by
`truyenthanh voices add`. The package is the extra `truyenthanh[piper]`. A child that crashes or
hangs costs its text only; words that did so twice are not tried again.
"""

import hashlib
import json
import os
import re
import sys
import threading
from functools import cached_property
from importlib import metadata, util
from pathlib import Path

import numpy as np

from ..audio.pcm import Pcm
from ..errors import EngineFault, EngineUnavailable
from ..model import VoiceChoice
from .base import Surroundings
from .child import Child, Ended
from .quarantine import Quarantine
from .settings import Number, Schema, Whole, digest, settle

PROGRAM = Path(__file__).with_name("piper_child.py")
DEFAULT = "vi_VN-vais1000-medium"
NAME = re.compile(r"[A-Za-z0-9_.-]{1,100}")
SCHEMA: Schema = {
    "length_scale": Number(1.0, 0.5, 2.0),  # above 1 is slower
    "noise_scale": Number(0.667, 0.0, 1.0),  # liveliness of the sound
    "noise_w_scale": Number(0.8, 0.0, 1.0),  # liveliness of the rhythm
    "speaker": Whole(0, 0, 999),  # of a model with several
}
MOST = 4  # children; each takes some 300 MB
LOADING = 60.0  # s
DEADLINE = 60.0  # s; 25 syllables take 0.5
BRACKETS = str.maketrans("[]", "  ")  # piper takes what stands in [[ ]] for phonemes


class Piper:
    """Engine "piper". Voices: names of models in the project, vais1000 if none is given."""

    name = "piper"
    network = False
    concurrency = min(os.cpu_count() or 1, MOST)
    terms = (
        "piper, phần mềm tự do, giấy phép GPL-3.0-or-later; đọc ngay trên máy này. "
        "Mỗi mô hình giọng có giấy phép riêng."
    )

    def __init__(self, surroundings: Surroundings, deadline: float = DEADLINE) -> None:
        self._models = surroundings.models
        self._deadline = deadline
        self._quarantine = Quarantine(self.name)
        self._idle: dict[str, list[tuple[Child, int]]] = {}  # by model: children and their rate
        self._lock = threading.Lock()

    @cached_property
    def revision(self) -> str:
        """The package's release, what may be set, and a digest of the models there are.

        One digest for all models: a model added makes the others' speech new as well, which costs
        a few minutes, once.
        """
        try:
            release = metadata.version("piper-tts")
        except metadata.PackageNotFoundError:
            release = "missing"  # `ready` and `speak` say so
        models = hashlib.sha256()
        for path in sorted(self._models.glob("*.onnx*")) if self._models else ():
            if path.suffix in (".onnx", ".json"):
                with path.open("rb") as file:
                    content = hashlib.file_digest(file, "sha256")
                models.update(path.name.encode() + content.digest())
        return f"piper-tts-{release}+{digest(SCHEMA)}+{models.hexdigest()[:12]}"

    def ready(self, voice: VoiceChoice) -> None:
        """Load the model and keep it. Raises EngineUnavailable naming the model."""
        settle(self.name, SCHEMA, voice.settings)
        model = self._model(voice.voice)
        self._keep(model, *self._take(model))

    def speak(self, words: str, voice: VoiceChoice) -> Pcm:
        """Speech at the model's rate. Same words, same bytes, on the same kind of processor."""
        settings = settle(self.name, SCHEMA, voice.settings)
        model = self._model(voice.voice)
        words = " ".join(words.translate(BRACKETS).split())
        if not any(character.isalnum() for character in words):
            raise EngineFault(self.name, "Không có từ nào để đọc.")
        asked = (str(model), *settings.values(), words)
        self._quarantine.admit(asked, words)
        child, rate = self._take(model)
        request = json.dumps({"words": words, **settings}).encode()
        try:
            answer = child.ask(request, self._deadline)
        except Ended as ended:
            if ended.code is None:
                raise self._quarantine.hung(asked, words, self._deadline) from ended
            raise self._quarantine.crashed(asked, words, ended.code) from ended
        self._keep(model, child, rate)
        samples = np.frombuffer(answer, dtype="<i2").astype(np.float32)
        return Pcm(samples / np.float32(32768), rate)

    def close(self) -> None:
        """End the children."""
        with self._lock:
            children = [child for idle in self._idle.values() for child, _ in idle]
            self._idle.clear()
        for child in children:
            child.end()

    def _model(self, name: str) -> Path:
        name = name or DEFAULT
        if util.find_spec("piper") is None:
            how = f"{sys.executable} -m pip install piper-tts"
            reason = f"Chưa cài bộ đọc piper trên máy này; cài bằng: {how}"
            raise EngineUnavailable(self.name, reason)
        if self._models is None:
            raise EngineUnavailable(self.name, "Chỉ dùng được trong một dự án có mô hình giọng.")
        path = self._models / f"{name}.onnx"
        if not NAME.fullmatch(name) or not path.is_file() or not _configuration(path).is_file():
            how = f"truyenthanh voices add {DEFAULT}"
            reason = f"Chưa có mô hình giọng “{name}”; tải giọng tiếng Việt bằng: {how}"
            raise EngineUnavailable(self.name, reason)
        return path

    def _take(self, model: Path) -> tuple[Child, int]:
        """A child with this model loaded, and its rate in Hz. Raises EngineUnavailable."""
        with self._lock:
            idle = self._idle.get(str(model))
            if idle:
                return idle.pop()
        try:
            child = Child(PROGRAM, str(model), str(_configuration(model)))
            told = json.loads(child.hear(LOADING))
        except (OSError, Ended) as error:
            reason = f"Không nạp được mô hình giọng “{model.stem}” (thiếu bộ nhớ hoặc tệp hỏng)."
            raise EngineUnavailable(self.name, reason) from error
        if "refused" in told:
            child.end()
            raise EngineUnavailable(self.name, f"“{model.stem}”: {told['refused']}")
        return child, int(told["rate"])

    def _keep(self, model: Path, child: Child, rate: int) -> None:
        with self._lock:
            self._idle.setdefault(str(model), []).append((child, rate))


def _configuration(model: Path) -> Path:
    return model.with_name(model.name + ".json")
