"""Another's meter reads what ours reads: ffmpeg's ebur128, on a finished piece and on its parts."""

import re
import subprocess
from pathlib import Path

import imageio_ffmpeg
import pytest

from pipeline.audio import loudness, mp3
from pipeline.audio.bed import Under
from pipeline.audio.chains import pa_horn
from pipeline.audio.mastering import master
from pipeline.audio.peak import true_peak
from pipeline.audio.splice import splice
from pipeline.audio.timeline import Placed, arrange
from tests.unit.audio.sounds import JINGLES, jingle, speech

RATE = 44_100
FIGURE = r"^\s+{}:\s+(-?[\d.]+) "
SENTENCES = (
    "Đây là Đài truyền thanh xã Yên Thế. Kính chào bà con.",
    "Không ai cho không ai một việc nhẹ lương cao ở nước ngoài.",
    "Hãy gọi số một một một. Xin nhắc lại: một một một.",
)


@pytest.fixture(scope="module")
def bulletin() -> bytes:
    parts = [Placed(speech(sentence), "speech", 700) for sentence in SENTENCES]
    opening = [Placed(jingle(JINGLES[1]), "music", 300, gain=-1), *parts]
    under = Under(jingle(JINGLES[2]), gain=-6, ducked=-22, lead=1500, tail=2500)
    pieces = [arrange(opening, under, RATE, pa_horn), arrange(parts * 3, None, RATE, pa_horn)]
    mastered = [master(piece, -16, -1.5) for piece in pieces]
    return splice([mp3.encode_at(piece, 96, -16, -1) for piece in mastered])


def by_ffmpeg(content: bytes) -> dict[str, float]:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-nostats", "-f", "wav", "-i", "-"]
    command += ["-af", "ebur128=peak=true", "-f", "null", "-"]
    told = subprocess.run(command, input=content, capture_output=True, check=True).stderr.decode()
    summary = told[told.rindex("Summary:") :]
    names = ("I", "LRA", "Peak")
    return {
        name: float(re.findall(FIGURE.format(name), summary, re.MULTILINE)[0]) for name in names
    }


def test_a_bulletin_reads_the_same(bulletin: bytes) -> None:
    heard = mp3.decode(bulletin)
    other = by_ffmpeg(heard.to_wav())
    energies = loudness.block_energies(heard)
    assert other["I"] == pytest.approx(loudness.integrated(heard), abs=0.1)  # told in tenths
    assert other["Peak"] == pytest.approx(true_peak(heard), abs=0.15)
    assert other["LRA"] == pytest.approx(loudness.spread(energies), abs=0.3)
    assert other["I"] == pytest.approx(-16, abs=0.1)
    assert other["Peak"] <= -1.0


@pytest.mark.parametrize("path", JINGLES, ids=[path.stem for path in JINGLES])
def test_music_reads_the_same(path: Path) -> None:
    music = jingle(path)
    other = by_ffmpeg(music.to_wav())
    assert other["I"] == pytest.approx(loudness.integrated(music), abs=0.1)
    assert other["Peak"] == pytest.approx(true_peak(music), abs=0.15)
