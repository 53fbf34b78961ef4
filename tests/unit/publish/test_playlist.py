"""PLAY.M3U, to the letter."""

from datetime import time

from pipeline.model import Slot
from pipeline.publish import playlist
from tests.unit.publish import kit


def test_the_whole_file() -> None:
    first, second = kit.make_plan(kit.station()).bulletins
    assert playlist.write([(second, 61.5), (first, 211.6)]) == (
        b"#EXTM3U\r\n"
        b"#EXTINF:212,T2 30/11 05:45 - Viec nhe, luong cao\r\n01_T2SC_VIEC-NHE-LUONG.MP3\r\n"
        b"#EXTINF:212,T2 30/11 17:15 - Viec nhe, luong cao\r\n01_T2SC_VIEC-NHE-LUONG.MP3\r\n"
        b"#EXTINF:62,T3 01/12 05:45 - Nguoi la hua hen\r\n02_T3SC_NGUOI-LA-HUA-HEN.MP3\r\n"
        b"#EXTINF:62,T3 01/12 17:15 - Nguoi la hua hen\r\n02_T3SC_NGUOI-LA-HUA-HEN.MP3\r\n"
    )


def test_one_bulletin_on_several_days_is_listed_in_the_order_of_time() -> None:
    first, second = kit.make_plan(kit.station()).bulletins
    late = Slot(day=kit.WEEK.days[6], at=time(5, 45))
    text = playlist.write([(first.but(slots=(*first.slots, late)), 60.0), (second, 60.0)]).decode()
    days = [line[11:13] for line in text.splitlines() if line.startswith("#EXTINF")]
    assert days == ["T2", "T2", "T3", "T3", "CN"]


def test_without_bulletins_only_the_head_is_left() -> None:
    assert playlist.write([]) == b"#EXTM3U\r\n"
