"""The frame's sentences are read apart only where nobody can hear it."""

from pathlib import Path

import pytest

from pipeline.model import Paragraph, Place
from pipeline.plan.reader import Reader
from pipeline.plan.scripts import fill, joined, read
from pipeline.project import load
from pipeline.reading import Lexicon

ROOT = Path(__file__).parents[3]

NAMES = ["xã Yên Thế", "phường 1", "xã Krông Nô", "đặc khu Côn Đảo", "xã Ea H'Leo"]
FRAMES = [
    "Đây là Đài truyền thanh {station}. Kính chào bà con. Mời bà con cùng nghe bản tin của đài.",
    "Bản tin của Đài truyền thanh {station} đến đây là hết. Cảm ơn bà con đã lắng nghe.",
    "Xin chào! {station} xin gửi tới bà con bản tin. Hôm nay có gì mới? Mời bà con nghe.",
    "Đài truyền thanh TP. {station}. TP. Bắc Giang kính chào. Gọi số 111. 112 hộ đã gọi.",
    "{station}",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", FRAMES, ids=range(len(FRAMES)))
def test_a_frame_sounds_as_when_it_is_read_whole(text: str, name: str) -> None:
    paragraph = Paragraph(text=text, place=Place(file="project.yaml"))
    project = load(ROOT).but(lexicon=())
    whole = joined([read(fill(paragraph, name), Lexicon())])
    assert Reader(project).frame(paragraph, name) == whole
