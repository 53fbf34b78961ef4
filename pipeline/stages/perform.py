"""The one place where a job meets the function that does it."""

from collections.abc import Sequence
from typing import assert_never

from ..engines.base import Engine
from ..plan.jobs import Arrange, Decode, Encode, Job, Master, Meter, Speak
from .arrange import arrange
from .decode import decode
from .encode import encode
from .master import master
from .meter import meter
from .sources import Sources
from .speak import speak


def perform(job: Job, inputs: Sequence[bytes], sources: Sources, engine: Engine | None) -> bytes:
    """Bytes in, bytes out. Only `Speak` needs an engine, only `Decode` a source.

    Raises EngineError or SoundError when the job cannot be done.
    """
    match job:
        case Speak():
            assert engine is not None  # noqa: S101 - the scheduler sends speech to its engine
            return speak(job, engine)
        case Decode():
            return decode(job, sources)
        case Arrange():
            return arrange(job, inputs)
        case Master():
            return master(job, inputs[0])
        case Encode():
            return encode(job, inputs[0])
        case Meter():
            return meter(inputs[0])
        case _:
            assert_never(job)
