"""JSON to records.

msgspec works out what a class looks like when it is first asked to decode one, and two threads that
ask at once may find it half worked out, which ends the process (msgspec 0.22 on Python 3.11: every
second of 40 trials with eight threads). So each is worked out once, by one thread at a time.
"""

import threading
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")

_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}
_working_out = threading.Lock()


def decoder(kind: type[T]) -> "msgspec.json.Decoder[T]":
    """What decodes JSON to this kind."""
    known = _decoders.get(kind)
    if known is None:
        with _working_out:
            known = _decoders.setdefault(kind, msgspec.json.Decoder(kind))
    return known


def from_json(content: bytes, kind: type[T]) -> T:
    """The record that is written there. Raises msgspec.DecodeError."""
    return decoder(kind).decode(content)
