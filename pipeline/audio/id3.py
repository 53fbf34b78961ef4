"""Tags the oldest players read: ID3v2.3 in UTF-16 before the sound, ID3v1 in ASCII after it."""

import io
import unicodedata

from mutagen import MutagenError
from mutagen.id3 import (
    COMM,
    ID3,
    TALB,
    TDAT,
    TIT2,
    TLAN,
    TPE1,
    TRCK,
    TYER,
)

from ..model import Tag

LONGEST = 2048  # bytes; longer tags make some players skip the file
UTF16 = 1


def write(mp3: bytes, tag: Tag) -> bytes:
    """The MP3 with ID3v2.3 in front and ID3v1 behind."""
    return front(tag) + mp3 + back(tag)


def front(tag: Tag) -> bytes:
    """ID3v2.3, which stands before the sound. Texts too long for old players are cut."""
    tags = ID3()
    for frame in (TIT2, TPE1, TALB):
        text = {TIT2: tag.title, TPE1: tag.artist, TALB: tag.album}[frame]
        tags.add(frame(encoding=UTF16, text=_short(text, 100)))
    tags.add(TRCK(encoding=0, text=f"{tag.track}/{tag.of}"))
    tags.add(TYER(encoding=0, text=f"{tag.year:04d}"))
    tags.add(TDAT(encoding=0, text=tag.date))
    tags.add(TLAN(encoding=0, text=tag.language))
    tags.add(COMM(encoding=UTF16, lang=tag.language, desc="", text=_short(tag.comment, 200)))
    written = io.BytesIO()
    tags.save(written, v1=0, v2_version=3, padding=lambda _: 0)
    return written.getvalue()


def back(tag: Tag) -> bytes:
    """ID3v1.1, which stands after the sound: 128 bytes, fields of 30 characters."""
    fields = (
        b"TAG"
        + _ascii(tag.title, 30)
        + _ascii(tag.artist, 30)
        + _ascii(tag.album, 30)
        + f"{tag.year:04d}".encode("ascii")
        + _ascii(tag.comment, 28)
    )
    return fields + bytes([0, min(tag.track, 255), 101])  # 101: speech


def read(mp3: bytes) -> dict[str, str]:
    """The ID3v2 texts by frame name; empty without a tag that can be read."""
    try:
        tags = ID3(io.BytesIO(mp3), translate=False, load_v1=False)
    except MutagenError:
        return {}
    return {name.partition(":")[0]: str(frame) for name, frame in tags.items()}


def sound(mp3: bytes) -> tuple[int, int]:
    """Where the MP3 frames begin and end between the tags, in bytes."""
    start = 0
    if mp3[:3] == b"ID3" and len(mp3) >= 10:
        high, *rest = mp3[6:10]
        for byte in rest:
            high = high << 7 | byte
        start = 10 + high
    end = len(mp3) - 128 if mp3[-128:-125] == b"TAG" else len(mp3)
    return start, end


def _ascii(text: str, length: int) -> bytes:
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return plain.encode("ascii", "ignore")[:length].ljust(length, b"\0")


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"
