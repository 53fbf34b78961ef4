"""voices/*.yaml: who can speak."""

import math
import re
from pathlib import Path

from ..errors import TruyenThanhError, refusal
from ..model import VARIABLE, Setting, Voice, VoiceChoice
from .fields import Fields, read_fields
from .files import Shelf
from .nodes import Node
from .report import Report

KEYS = frozenset({"key", "api_key", "apikey", "token", "secret", "password"})


def read_voices(shelf: Shelf, report: Report, engines: frozenset[str]) -> dict[str, Voice]:
    """Voices by id. `engines` are the names a choice may use."""
    voices: dict[str, Voice] = {}
    for path in shelf.find("voices/*.yaml"):
        fields = read_fields(shelf, path, report)
        voice = Voice(
            id=fields.text("id"),
            name=fields.text("name"),
            language=fields.text("language", "vi"),
            choices=fields.list_of("choices", lambda node: _choice(node, report, engines), 1),
        )
        if voice.id in voices:
            fields.refuse("id", f"đã có giọng khác mang mã “{voice.id}”", "đặt mã khác")
        fields.close()
        if not fields.good("id"):
            report.doubt(shelf.start(path))
        if voice.id:
            voices[voice.id] = voice
    return voices


def add_voice(root: Path, name: str, text: str) -> Path | None:
    """Write a voice file `voices/NAME.yaml`; None, and nothing written, when it is there already.

    Raises TruyenThanhError.
    """
    path = root / "voices" / f"{name}.yaml"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        return None
    except OSError as error:
        raise TruyenThanhError(f"Không ghi được {path}: {refusal(error)}") from error
    return path


def _choice(node: Node, report: Report, engines: frozenset[str]) -> VoiceChoice:
    fields = Fields(node, report, node.place)
    choice = VoiceChoice(
        engine=fields.name_of("engine", "bộ đọc", engines),
        voice=fields.text("voice", ""),
        settings=_settings(fields.inside("settings", required=False)),
        syllables_per_second=fields.number("syllables_per_second", 0.5, 12, 3.5),
        mark_pause=fields.number("mark_pause", 0, 2, 0.25),
        credit=fields.text("credit", ""),
    )
    fields.close()
    return choice


def _settings(fields: Fields) -> dict[str, Setting]:
    """What an engine is told; it knows itself what it may be told.

    Settings are copied into plans and papers, so a key must not be among them. The problem does
    not show what it found.
    """
    settings = {name: _setting(fields.text(name)) for name in fields.names()}
    for name in KEYS & set(settings):
        if not re.fullmatch(VARIABLE, str(settings[name])):
            what = f"“{name}” phải là tên một biến môi trường, không phải chính khóa bí mật"
            fix = "để khóa trong biến môi trường, ở đây chỉ ghi tên biến, ví dụ KHOA_GIONG_DOC"
            fields.refuse(name, what, fix, "voice.key")
            settings[name] = ""
    return settings


def _setting(text: str) -> Setting:
    """A setting as a number where it is one."""
    for kind in (int, float):
        try:
            value = kind(text)
            return value if math.isfinite(value) else text
        except (ValueError, OverflowError):
            continue
    return text
