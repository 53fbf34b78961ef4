"""What a service says in JSON where sound should be."""

import json
from collections.abc import Iterator

from .secret import Secret

NAMES = ("message", "detail", "error_message", "msg", "error", "vi_message", "en_message")
LONGEST = 120  # characters of somebody else's words on our screen


def said(answer: bytes, secret: Secret) -> str | None:
    """The message of a JSON answer on one line, without the key; None when it is no JSON object."""
    if answer.lstrip()[:1] != b"{":
        return None
    try:
        told = json.loads(answer)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict):
        return None
    text = next(_messages(told), "không nói lý do")
    line = " ".join(secret.hide(text).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def _messages(told: dict[str, object]) -> Iterator[str]:
    for name in NAMES:
        value = told.get(name)
        if isinstance(value, str) and value:
            yield value
        elif isinstance(value, dict):
            yield from _messages(value)
