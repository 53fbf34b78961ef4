"""`truyenthanh doctor`: whether this machine has what is needed."""

import platform
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from ..api import Folder
    from ..engines.base import Surroundings
    from ..model import VoiceChoice

Finding = tuple[bool, str]
SPACE = 1_000_000_000  # bytes a week of ten stations and its store take, with room to spare


@click.command(short_help="Khám máy và các bộ đọc.")
@options.folder
@options.offline
def doctor(folder: Path | None, offline: bool) -> int:
    """Khám máy: Python, dự án, chỗ trống, bộ giải mã, khóa ký và từng bộ đọc."""
    place = options.find(folder)
    needed = [*_machine(), *_project(place.root), *_decoder(), *_key(place)]
    for fine, text in needed:
        click.echo(f"{'✓' if fine else '✗'} {text}")
    speaks = _voices(place, offline)
    if not speaks:
        click.echo("Không bộ đọc nào nói được.", err=True)
    return 0 if speaks and all(fine for fine, _ in needed) else 3


def _machine() -> Iterator[Finding]:
    version = platform.python_version()
    yield sys.version_info >= (3, 11), f"Python {version} trên {platform.system()}"


def _project(root: Path) -> Iterator[Finding]:
    import os

    from ..figures import size

    yield os.access(root, os.W_OK), f"ghi được vào {root}"
    free = shutil.disk_usage(root).free
    yield free >= SPACE, f"ổ đĩa còn trống {size(free)} (nên có ít nhất 1 GB)"


def _decoder() -> Iterator[Finding]:
    import imageio_ffmpeg

    try:
        yield True, f"bộ giải mã nhạc: {imageio_ffmpeg.get_ffmpeg_exe()}"
    except RuntimeError:
        yield False, "không có bộ giải mã nhạc (imageio-ffmpeg)"


def _key(folder: "Folder") -> Iterator[Finding]:
    """Whether a project that signs its bundles can do so here."""
    from ..api.signing import Desk
    from ..errors import SigningError

    try:
        secret = Desk(folder).secret()
    except SigningError as error:
        yield False, f"khóa ký: {error}"
    else:
        if secret is not None:
            yield True, f"khóa ký {secret.public.name}: ký được"


def _voices(folder: "Folder", offline: bool) -> bool:
    """Tell of every engine that could speak a bulletin; whether any can.

    Recordings and test pips are no voices.
    """
    from ..engines.base import Surroundings
    from ..engines.registry import known
    from ..model import VoiceChoice

    surroundings = Surroundings(offline=offline, models=folder.models)
    wanted = _wanted(folder.root)
    speaks = False
    for name in known():
        if name in ("recorded", "tone"):
            continue
        choices = wanted.get(name, {})
        for choice in choices.values() or [VoiceChoice(engine=name)]:
            reason, terms = _asked(choice, surroundings)
            speaks = speaks or reason is None
            mark = "✓" if reason is None else "✗" if choices else "–"
            called = f"{choice.source} {choice.voice}".rstrip()
            click.echo(f"{mark} bộ đọc {called}: {reason or 'sẵn sàng.'}\n    {terms}".rstrip())
    click.echo("(✗ là bộ đọc dự án đang chọn mà chưa dùng được; – là bộ đọc dự án không chọn.)")
    return speaks


def _wanted(root: Path) -> "dict[str, dict[str, VoiceChoice]]":
    """The choices of the project's voices, by engine and by what the engine calls them."""
    from ..api import load
    from ..errors import ProjectError

    wanted: dict[str, dict[str, VoiceChoice]] = {}
    try:
        project = load(root)
    except ProjectError as error:
        click.echo(f"✗ dự án có {len(error.problems)} chỗ cần sửa; xem: truyenthanh check")
        return wanted
    for voice in project.voices.values():
        for choice in voice.choices:
            asked = f"{choice.source} {choice.voice}".rstrip()
            wanted.setdefault(choice.engine, {}).setdefault(asked, choice)
    return wanted


def _asked(choice: "VoiceChoice", surroundings: "Surroundings") -> tuple[str | None, str]:
    """Why this choice cannot speak now, or None; whether it needs a network, and its terms."""
    from ..engines.registry import open_engine
    from ..errors import EngineUnavailable

    terms = ""
    try:
        with closing(open_engine(choice.engine, surroundings)) as engine:
            terms = f"{'Cần mạng' if engine.network else 'Không cần mạng'}. {engine.terms}"
            engine.ready(choice)
    except EngineUnavailable as error:
        return error.reason, terms
    return None, terms
