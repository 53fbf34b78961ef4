"""Whether an MP3 is what the manifest says of it."""

from collections.abc import Iterator

from ..audio import frames, id3, loudness, mp3
from ..errors import SoundError
from ..figures import number
from .manifest import BulletinEntry

SECONDS = 0.1  # how far a duration may lie from the manifest's
LUFS = 0.2  # block energies of pieces add up to within 0.05 LU of a full decode


def load() -> None:
    """Load what `heard` works with. To be called before several threads share the work.

    Else they load scipy's hundred libraries while others of them begin, in which older C libraries
    crash (glibc bug 19329, mended in 2.34).
    """
    import scipy.signal  # noqa: F401


def structure(content: bytes, entry: BulletinEntry) -> Iterator[str]:
    """Faults of the frames and tags, in Vietnamese. Nothing is decoded."""
    start, end = id3.sound(content)
    try:
        parsed = list(frames.parse(content, start, end))
    except SoundError as error:
        yield f"cấu trúc MP3 hỏng: {error}"
        return
    yield from _coded(parsed, entry)
    yield from _length(content, parsed, entry)
    yield from tags(content, entry)


def tags(content: bytes, entry: BulletinEntry) -> Iterator[str]:
    """Whether players will show what they should, in tags the oldest of them read."""
    wanted = id3.read(id3.front(entry.tag))
    found = id3.read(content)
    if content[:4] != b"ID3\x03":
        yield "thẻ ID3 không phải bản 2.3 mà máy phát đời cũ cần"
    if content[-128:-125] != b"TAG":
        yield "thiếu thẻ ID3v1 ở cuối tệp"
    for name in sorted(wanted.keys() | found.keys()):
        if wanted.get(name) != found.get(name):
            yield f"thẻ {name} là “{found.get(name, '')}”, phải là “{wanted.get(name, '')}”"


def heard(content: bytes, entry: BulletinEntry) -> Iterator[str]:
    """Faults of the decoded sound, in Vietnamese."""
    try:
        pcm = mp3.decode(content)
    except SoundError as error:
        yield str(error)
        return
    if abs(pcm.seconds - entry.seconds) > SECONDS:
        yield f"giải mã được {number(pcm.seconds)} giây, phải là {number(entry.seconds)} giây"
    level = loudness.integrated(pcm)
    if entry.loudness_lufs is None:
        if level > loudness.ABSOLUTE:
            yield f"độ to {number(level)} LUFS, phải là im lặng"
    elif abs(level - entry.loudness_lufs) > LUFS:
        yield f"độ to {number(level)} LUFS, phải là {number(entry.loudness_lufs)} LUFS"


def _coded(parsed: list[frames.Frame], entry: BulletinEntry) -> Iterator[str]:
    """All frames are of the kind that the player was promised."""
    kinds = {(each.rate, each.bitrate, each.channels) for each in parsed}
    wanted = (entry.format.rate, entry.format.bitrate, 1)
    if len(kinds) > 1:
        yield "các khung MP3 không cùng một định dạng"
    elif kinds and kinds != {wanted}:
        told = [f"{rate} Hz, {kbit} kbit/s, {n} kênh" for rate, kbit, n in (*kinds, wanted)]
        yield f"các khung MP3 là {told[0]}, phải là {told[1]}"


def _length(content: bytes, parsed: list[frames.Frame], entry: BulletinEntry) -> Iterator[str]:
    """The frames after the header frame last as long as the manifest says."""
    if not parsed:
        yield "không có khung MP3 nào"
        return
    first = parsed[0]
    if b"Info" not in content[first.offset : first.offset + 4 + first.side + 4]:
        yield "thiếu khung Info ở đầu nên máy phát không biết độ dài"
        return
    seconds = sum(each.samples for each in parsed[1:]) / first.rate
    if abs(seconds - entry.seconds) > SECONDS:
        yield f"các khung MP3 dài {number(seconds)} giây, phải là {number(entry.seconds)} giây"
