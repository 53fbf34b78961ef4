"""How speech and music are made to sound, whatever player the file is for."""

from .record import Record


class Sound(Record):
    """A shaping chain of `pipeline.audio.chains`, and what becomes of music under words."""

    id: str
    chain: str
    ducked: float | None  # LU of a bed against the words over it; None: silent under words


# A horn has no room for anything beside the words. 22 LU: WCAG 2.2 technique G56 asks for 20 dB.
PA_HORN = Sound(id="pa_horn", chain="pa_horn", ducked=None)
CLEAN = Sound(id="clean", chain="clean", ducked=-22.0)
SOUNDS = {sound.id: sound for sound in (PA_HORN, CLEAN)}
