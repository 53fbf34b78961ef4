"""How far something is, told to a page as it changes (server-sent events)."""

from collections.abc import Iterator

import msgspec
from flask import Response

from ..watched import S, Watched


def told(progress: Watched[S]) -> Response:
    """Each stage until the last one."""
    return Response(
        _events(progress),
        content_type="text/event-stream; charset=utf-8",
        headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"},
    )


def _events(progress: Watched[S]) -> Iterator[bytes]:
    for stage in progress.watch():
        if stage is None:
            yield b": con day\n\n"
        else:
            yield b"data: " + msgspec.json.encode(stage) + b"\n\n"
