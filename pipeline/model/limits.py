"""What a bulletin must measure to be heard in public, beside the levels of its profile."""

from .record import Record


class Limits(Record):
    """Outside these a bulletin is not published, and a file that people bring not used."""

    apart: float = 1.0  # LU a part may be from the speech level; music may be softer by any amount
    judged: float = 1.0  # s; a part shorter than this has no loudness worth judging
    clipped: int = 3  # samples in a row at full scale that are one too many
    offset: float = -60.0  # dB of direct current
    silence: float = 2.0  # s between two sounds; longer, and people think that it is over
    active: float = 0.4  # share of the time in which there is sound
    faint: float = -50.0  # LUFS of a file people bring; below, raising it raises noise
    flat: float = 0.01  # share of a file people bring that may be in runs of `clipped` samples


LIMITS = Limits()
