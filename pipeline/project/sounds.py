"""Whether a file can be sound at all, by its beginning; it is decoded when bulletins are built."""

import re
from pathlib import Path

import soundfile

# what phones and offices record and libsndfile does not know: M4A and 3GP, AMR, WMA, WebM, AAC
_OTHERS = re.compile(
    rb".{4}ftyp|#!AMR|\x30\x26\xb2\x75\x8e\x66\xcf\x11|\x1a\x45\xdf\xa3|\xff[\xf0\xf1\xf8\xf9]",
    re.DOTALL,
)


def can_be_sound(path: Path) -> bool:
    """Whether decoding it is worth trying."""
    try:
        return bool(soundfile.info(str(path)).frames > 0)
    except soundfile.LibsndfileError:
        pass
    try:
        with path.open("rb") as file:
            return _OTHERS.match(file.read(16)) is not None
    except OSError:
        return False
