"""jingles/*.yaml: music with its licence."""

from pathlib import PurePosixPath

from ..figures import number
from ..model import Jingle, JingleKind
from .fields import Fields, read_fields
from .files import Shelf
from .report import Report
from .sounds import length

KINDS: dict[str, JingleKind] = {"signature": "signature", "sting": "sting", "bed": "bed"}
SHORTEST, LONGEST = 0.2, 300.0  # s
FADES = range(10_001)  # ms


def read_jingles(shelf: Shelf, report: Report) -> dict[str, Jingle]:
    """Jingles by id."""
    jingles: dict[str, Jingle] = {}
    for path in shelf.find("jingles/*.yaml"):
        fields = read_fields(shelf, path, report)
        file = f"jingles/{fields.text('file')}"
        found = fields.good("file") and there(shelf, fields, "file", file, "jingle.missing")
        sha256 = shelf.digest(file) if found else ""
        jingle = Jingle(
            id=fields.text("id"),
            kind=fields.choice("kind", KINDS),
            file=file,
            sha256=sha256,
            licence=fields.text("licence"),
            author=fields.text("author", ""),
            gain=fields.number("gain", -40, 6, 0.0),
            fade_in=fields.whole("fade_in", FADES, 10),
            fade_out=fields.whole("fade_out", FADES, 300),
            seconds=_seconds(shelf, fields, file) if sha256 else 0.0,
        )
        if jingle.id in jingles:
            fields.refuse("id", f"đã có đoạn nhạc khác mang mã “{jingle.id}”", "đặt mã khác")
        fields.close()
        if not fields.good("id", "kind"):
            report.doubt(shelf.start(path))
        if jingle.id:
            jingles[jingle.id] = jingle
    return jingles


def _seconds(shelf: Shelf, fields: Fields, file: str) -> float:
    """How long the sound is; 0, with the problem noted, when it is none."""
    name = PurePosixPath(file).name
    seconds = length(shelf.path(file))
    if seconds is None:
        fields.refuse(
            "file",
            f"{name} không phải tệp âm thanh dùng được",
            "dùng tệp .wav, .flac, .ogg, .mp3, .m4a hoặc .wma",
            "jingle.not-sound",
        )
        return 0.0
    if not SHORTEST <= seconds <= LONGEST:
        what = f"{name} dài {number(seconds, 1)} giây"
        fields.refuse("file", what, "dùng đoạn từ 0,2 giây đến 5 phút")
    return seconds


def there(shelf: Shelf, fields: Fields, field: str, file: str, code: str) -> bool:
    """Whether a sound file that a field names is there and in the project; noted if not."""
    folder, _, name = file.rpartition("/")
    if not shelf.inside(file):
        fields.refuse(
            field, f"tệp “{name}” nằm ngoài thư mục dự án", "chép tệp vào dự án", "file.outside"
        )
    elif not shelf.has(file):
        what = f"không thấy tệp “{name}” trong thư mục {folder}"
        fields.refuse(field, what, "chép tệp vào đó, hoặc sửa lại tên", code)
    return fields.good(field)
