"""What can be told of a sound file by its beginning; it is decoded when bulletins are built."""

import io
import re
from pathlib import Path

import soundfile

# what phones and offices record and libsndfile does not know: M4A and 3GP, AMR, WMA, WebM, AAC
_OTHERS = re.compile(
    rb".{4}ftyp|#!AMR|\x30\x26\xb2\x75\x8e\x66\xcf\x11|\x1a\x45\xdf\xa3|\xff[\xf0\xf1\xf8\xf9]",
    re.DOTALL,
)
_UNREAD = (soundfile.LibsndfileError, TypeError)  # TypeError: the name ends in .raw


def can_be_sound(path: Path) -> bool:
    """Whether decoding it is worth trying."""
    try:
        return bool(soundfile.info(str(path)).frames > 0)
    except _UNREAD:
        pass
    try:
        with path.open("rb") as file:
            return _OTHERS.match(file.read(16)) is not None
    except OSError:
        return False


def length(path: Path) -> float | None:
    """Seconds, as its header says; None where there is no sound or no header that tells."""
    try:
        found = soundfile.info(str(path))
    except _UNREAD:
        return _length_of_others(path) or None
    return found.frames / found.samplerate if found.samplerate > 0 else None


def _length_of_others(path: Path) -> float:
    """M4A and WMA: by what is inside, whatever the name says."""
    import mutagen

    try:
        found = mutagen.File(io.BytesIO(path.read_bytes()))
    except (mutagen.MutagenError, OSError):
        return 0.0
    return float(getattr(getattr(found, "info", None), "length", 0.0))
