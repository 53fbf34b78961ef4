"""Whisper by faster-whisper (the extra "asr"), with a model folder the user provides.

Nothing is ever fetched: a folder that lacks a file is refused before the library could look for it
elsewhere.
"""

import os
import sys
from pathlib import Path
from typing import Any

from ..audio.pcm import Pcm
from ..audio.resample import to_rate
from ..errors import TruyenThanhError

RATE = 16_000  # Hz, Whisper's own
NEEDED = ("config.json", "model.bin", "tokenizer.json")
MODEL = "TRUYENTHANH_ASR_MODEL"  # environment variable
INSTALL = (
    "Máy này chưa cài phần nghe lại. Mở cửa sổ lệnh trong thư mục của chương trình rồi gõ: "
    f'"{sys.executable}" -m pip install ".[asr]"'
)


class Whisper:
    """A Whisper model in CTranslate2 form."""

    def __init__(self, folder: Path | None = None) -> None:
        """Raises TruyenThanhError when the extra or the model is missing."""
        try:
            from faster_whisper import WhisperModel
        except ImportError as error:
            raise TruyenThanhError(INSTALL) from error
        where = _checked(folder)
        try:
            self._model: Any = WhisperModel(
                str(where), device="cpu", compute_type="int8", local_files_only=True
            )
        except (RuntimeError, ValueError, OSError) as error:
            raise TruyenThanhError(f"Không dùng được mô hình ở {where}: {error}") from error

    def hear(self, sound: Pcm) -> str:
        """The words, each stretch judged on its own so that a slip does not spread."""
        samples = to_rate(sound, RATE).samples
        segments, _ = self._model.transcribe(
            samples, language="vi", beam_size=5, condition_on_previous_text=False
        )
        return " ".join(segment.text.strip() for segment in segments)


def _checked(folder: Path | None) -> Path:
    """The model's folder, whole."""
    named = folder or (Path(os.environ[MODEL]) if os.environ.get(MODEL) else None)
    if named is None:
        raise TruyenThanhError(
            "Chưa biết mô hình nghe ở đâu. Hãy nêu thư mục mô hình Whisper dạng CTranslate2 bằng "
            f"--model THƯ-MỤC, hoặc đặt biến môi trường {MODEL}."
        )
    lacking = [name for name in NEEDED if not (named / name).is_file()]
    if lacking:
        raise TruyenThanhError(
            f"{named} không phải thư mục mô hình Whisper dạng CTranslate2: "
            f"thiếu {', '.join(lacking)}."
        )
    return named
