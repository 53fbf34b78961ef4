"""Speech and music to one piece on a designed timeline."""

from collections.abc import Sequence

from ..plan.jobs import Arrange


def arrange(job: Arrange, sounds: Sequence[bytes]) -> bytes:
    """WAVs in, one WAV out, as the job's timeline says."""
    raise NotImplementedError
