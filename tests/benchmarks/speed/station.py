"""One bulletin of ten minutes at 128 kbit/s: spliced, against copied, encoded, joined by pydub."""

import io
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path

import imageio_ffmpeg
import numpy as np
from pydub import AudioSegment

from pipeline.api import speak
from pipeline.audio import id3, loudness, mp3, splice
from pipeline.audio.pcm import Pcm
from pipeline.audio.resample import to_rate
from pipeline.audio.timeline import Placed, arrange
from pipeline.model import PROFILES, Tag
from pipeline.project import load
from pipeline.publish import archive
from pipeline.publish.clone import clone
from pipeline.publish.crc import Crc, joined
from pipeline.publish.spliced import Content

from .clock import rivals
from .nation import SAMPLE

IP = PROFILES["ip"]
MINUTES = 10
ITEMS = 12
ROUNDS = 25
TAG = Tag(
    title="Thứ hai 30/11: Việc nhẹ, lương cao",
    artist="Đài truyền thanh xã Yên Thế",
    album="Bản tin tuần 49/2026",
    track=1,
    of=7,
    year=2026,
    date="3011",
    comment="Phòng, chống mua bán người",
)


class Bulletin:
    """Ten minutes of the sample texts in the embedded voice, as pieces and as a whole."""

    def __init__(self) -> None:
        texts = [
            paragraph.text
            for campaign in load(SAMPLE).campaigns
            for message in campaign.messages
            for paragraph in message.paragraphs
        ]
        self.sentences = [to_rate(speak(text), IP.sample_rate) for text in texts[:40]]
        each = MINUTES * 60 / ITEMS
        self.pieces = [
            arrange([Placed(self._long(index, each), "speech", 0)], None, IP.sample_rate)
            for index in range(ITEMS)
        ]
        self.encoded = [mp3.encode(piece, IP.bitrate) for piece in self.pieces]
        self.known = [splice.Piece.of(content) for content in self.encoded]
        self.crcs = [Crc.of(content) for content in self.encoded]
        self.whole = Pcm(np.concatenate([each.samples for each in self.pieces]), IP.sample_rate)

    def spliced(self) -> tuple[bytes, ...]:
        """The file as parts: what a station costs before anything is written."""
        front = id3.front(TAG) + splice.header(self.known)
        return (front, *self.encoded, id3.back(TAG))

    def summed(self, parts: tuple[bytes, ...]) -> Content:
        """The same with its CRC-32, from those of the pieces."""
        crc = joined([Crc.of(parts[0]), *self.crcs, Crc.of(parts[-1])])
        return Content(parts, sum(map(len, parts)), "", crc)

    def _long(self, first: int, seconds: float) -> Pcm:
        turn = self.sentences[first * 3 :] + self.sentences[: first * 3]
        samples = np.concatenate([sentence.samples for sentence in turn])
        wanted = round(seconds * IP.sample_rate)
        return Pcm(np.resize(samples, wanted), IP.sample_rate)


def measure() -> Mapping[str, float]:
    """Seconds by what was done, and `energies`: LU between stored energies and a full decode."""
    bulletin = Bulletin()
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH")) as place:
        folder = Path(place)
        finished = folder / "bản mẫu.mp3"
        finished.write_bytes(b"".join(bulletin.spliced()))
        found = rivals(_quick(bulletin, finished, folder), ROUNDS)
        found |= rivals(_slow(bulletin, folder), 1)
    found["megabytes"] = sum(map(len, bulletin.spliced())) / 1e6
    return found | {"energies": _energies(bulletin)}


def _quick(bulletin: Bulletin, finished: Path, folder: Path) -> dict[str, Callable[[], object]]:
    content, day = finished.read_bytes(), date(2026, 11, 30)
    target, zipped = folder / "a.mp3", folder / "a.zip"

    def spliced() -> Content:
        parts = bulletin.spliced()
        _write(target, parts)
        return bulletin.summed(parts)

    def with_zip() -> None:
        made = spliced()
        with zipped.open("wb") as file:
            for each in archive.layout({"01_A.MP3": made}, day):
                if isinstance(each, bytes):
                    file.write(each)
                elif not clone(target, file):
                    file.writelines(made.parts)

    def with_zipfile() -> None:
        shutil.copyfile(finished, target)
        with zipfile.ZipFile(zipped, "w", zipfile.ZIP_STORED) as file:
            file.write(target, "01_A.MP3")

    def with_digest() -> None:
        with_zip()
        Content.of(content)

    return {
        "copy": lambda: shutil.copyfile(finished, target),
        "write": lambda: _write(target, [content]),
        "splice": spliced,
        "splice, zip": with_zip,
        "splice, zip, sha256": with_digest,
        "copy, zipfile": with_zipfile,
    }


def _slow(bulletin: Bulletin, folder: Path) -> dict[str, Callable[[], object]]:
    AudioSegment.converter = imageio_ffmpeg.get_ffmpeg_exe()
    clips = [mp3.encode(to_rate(each, 24_000), 64) for each in bulletin.sentences]  # like gTTS's

    def pydub_loop() -> None:
        """Open each sentence, add it and a pause to what there is, export: as scripts do."""
        whole = AudioSegment.silent(0, IP.sample_rate)
        number = 0
        while len(whole) < MINUTES * 60_000:
            clip = io.BytesIO(clips[number % len(clips)])
            heard = AudioSegment.from_file(clip, format="mp3", codec="mp3")
            heard = heard.set_frame_rate(IP.sample_rate)
            whole = whole + heard + AudioSegment.silent(600, IP.sample_rate)
            number += 1
        whole.export(folder / "b.mp3", format="mp3", bitrate=f"{IP.bitrate}k")

    return {
        "encode": lambda: _write(folder / "c.mp3", [mp3.encode(bulletin.whole, IP.bitrate)]),
        "pydub": pydub_loop,
    }


def _write(path: Path, parts: Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines(parts)


def _energies(bulletin: Bulletin) -> float:
    """How far the loudness from the pieces' energies lies from that of the decoded file, LU."""
    stored = np.concatenate(
        [loudness.block_energies(mp3.decode(each)) for each in bulletin.encoded]
    )
    decoded = loudness.integrated(mp3.decode(b"".join(bulletin.spliced())))
    return abs(loudness.integrated_from(stored) - decoded)
