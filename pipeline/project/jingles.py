"""jingles/*.yaml: music with its licence."""

import soundfile

from ..model import Jingle, JingleKind
from .fields import Fields
from .files import Shelf
from .nodes import Report, compose

KINDS: dict[str, JingleKind] = {"signature": "signature", "sting": "sting", "bed": "bed"}
SHORTEST, LONGEST = 0.2, 300.0  # s


def read_jingles(shelf: Shelf, report: Report) -> dict[str, Jingle]:
    """Jingles by id."""
    jingles: dict[str, Jingle] = {}
    for path in shelf.find("jingles/*.yaml"):
        start, text = shelf.start(path), shelf.text(path)
        if text is None:
            continue
        fields = Fields(compose(text, start, report), report, start)
        file = f"jingles/{fields.text('file')}"
        seconds = _seconds(shelf, fields, file)
        jingle = Jingle(
            id=fields.text("id"),
            kind=fields.choice("kind", KINDS),
            file=file,
            sha256=shelf.digest(file) if seconds else "",
            licence=fields.text("licence"),
            author=fields.text("author", ""),
            gain=fields.number("gain", 0.0),
            fade_in=fields.whole("fade_in", 10),
            fade_out=fields.whole("fade_out", 300),
            seconds=seconds,
        )
        if jingle.id in jingles:
            fields.refuse("id", f"đã có đoạn nhạc khác mang mã “{jingle.id}”", "đặt mã khác")
        if not -40 <= jingle.gain <= 6:
            fields.refuse("gain", "mức to nhỏ không hợp lý", "viết số từ -40 đến 6")
        fields.close()
        jingles[jingle.id] = jingle
    return jingles


def _seconds(shelf: Shelf, fields: Fields, file: str) -> float:
    """How long the sound is; 0, with the problem noted, when it is none."""
    if not fields.has("file"):
        return 0.0
    if not shelf.has(file):
        fields.refuse(
            "file", f"không thấy tệp nhạc {file}", "chép tệp vào thư mục jingles", "jingle.missing"
        )
        return 0.0
    try:
        seconds = float(soundfile.info(str(shelf.path(file))).duration)
    except (soundfile.LibsndfileError, OSError):
        fields.refuse(
            "file",
            f"{file} không phải tệp âm thanh",
            "dùng tệp .wav, .flac, .ogg hoặc .mp3",
            "jingle.not-sound",
        )
        return 0.0
    if not SHORTEST <= seconds <= LONGEST:
        fields.refuse("file", f"{file} dài {seconds:.1f} giây", "dùng đoạn từ 0,2 giây đến 5 phút")
    return seconds
