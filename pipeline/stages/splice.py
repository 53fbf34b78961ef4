"""Pieces to one tagged bulletin."""

from collections.abc import Sequence

from ..audio import id3
from ..audio.splice import splice as spliced
from ..plan.jobs import Splice


def splice(job: Splice, pieces: Sequence[bytes]) -> bytes:
    """MP3 frames of the pieces in, one MP3 file with Info header and tags out."""
    return id3.write(spliced(pieces), id3.Tag(**job.tag.fields()))
