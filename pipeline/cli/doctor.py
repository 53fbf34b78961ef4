"""`truyenthanh doctor`: whether this machine has what is needed."""

import platform
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click

from . import options

Finding = tuple[bool, str]
SPACE = 1_000_000_000  # bytes a week of ten stations and its store take, with room to spare


@click.command(short_help="Khám máy và các bộ đọc.")
@options.folder
@options.offline
def doctor(folder: Path | None, offline: bool) -> int:
    """Khám máy: Python, dự án, chỗ trống, bộ giải mã và từng bộ đọc."""
    needed = [*_machine(), *_project(options.find(folder).root), *_decoder()]
    engines = list(_engines(offline))
    for fine, text in (*needed, *engines):
        click.echo(f"{'✓' if fine else '✗'} {text}")
    speaks = any(fine for fine, _ in engines)
    if not speaks:
        click.echo("Không bộ đọc nào nói được.", err=True)
    return 0 if speaks and all(fine for fine, _ in needed) else 3


def _machine() -> Iterator[Finding]:
    version = platform.python_version()
    yield sys.version_info >= (3, 11), f"Python {version} trên {platform.system()}"


def _project(root: Path) -> Iterator[Finding]:
    import os

    yield os.access(root, os.W_OK), f"ghi được vào {root}"
    free = shutil.disk_usage(root).free
    yield free >= SPACE, f"ổ đĩa còn trống {free / 1e9:.1f} GB (nên có ít nhất 1 GB)"


def _decoder() -> Iterator[Finding]:
    import imageio_ffmpeg

    try:
        yield True, f"bộ giải mã nhạc: {imageio_ffmpeg.get_ffmpeg_exe()}"
    except RuntimeError:
        yield False, "không có bộ giải mã nhạc (imageio-ffmpeg)"


def _engines(offline: bool) -> Iterator[Finding]:
    """Engines that could speak a bulletin; recordings and test pips are no voices."""
    from ..engines.base import Surroundings
    from ..engines.registry import known, open_engine
    from ..errors import EngineUnavailable

    for name in known():
        if name in ("recorded", "tone"):
            continue
        try:
            engine = open_engine(name, Surroundings(offline=offline))
            with closing(engine):
                engine.ready()
                yield True, f"bộ đọc {name}: sẵn sàng. {engine.terms}"
        except EngineUnavailable as error:
            yield False, f"bộ đọc {name}: {error.reason}"
