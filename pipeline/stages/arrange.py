"""Speech and music to one piece on a designed timeline."""

from collections.abc import Sequence

from ..audio.bed import Under
from ..audio.chains import CHAINS
from ..audio.pcm import Pcm
from ..audio.timeline import Placed
from ..audio.timeline import arrange as arranged
from ..plan.jobs import Arrange, Bed, Part


def arrange(job: Arrange, sounds: Sequence[bytes]) -> bytes:
    """WAVs in, one WAV out, as the job's timeline says."""
    heard = [Pcm.from_wav(sound) for sound in sounds]
    parts = [_placed(part, heard) for part in job.parts]
    bed = _under(job.bed, heard) if job.bed else None
    return arranged(parts, bed, job.rate, CHAINS[job.chain], job.headroom).to_wav()


def _placed(part: Part, heard: list[Pcm]) -> Placed:
    return Placed(
        heard[part.input],
        part.kind,
        part.pause,
        part.voice,
        part.gain,
        part.fade_in,
        part.fade_out,
    )


def _under(bed: Bed, heard: list[Pcm]) -> Under:
    return Under(heard[bed.input], bed.gain, bed.ducked, bed.lead, bed.tail, bed.swell)
