import re
from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from pipeline.plan.names import ascii_name, bulletin_file

MONDAY = date(2026, 11, 30)


def test_a_name_tells_order_day_sessions_and_subject() -> None:
    name = bulletin_file(1, MONDAY, (time(5, 45), time(17, 15)), "Việc nhẹ lương cao, coi chừng")
    assert name == "01_T2SC_VIEC-NHE-LUONG.MP3"
    assert bulletin_file(7, date(2026, 12, 6), (time(17, 0),), "Đừng tin") == "07_CNC_DUNG-TIN.MP3"


@given(st.integers(1, 99), st.text(max_size=200))
def test_any_title_gives_a_name_every_player_reads(number: int, title: str) -> None:
    name = bulletin_file(number, MONDAY, (time(5, 45),), title)
    assert re.fullmatch(r"[A-Z0-9_-]{1,24}\.MP3", name)
    assert name.startswith(f"{number:02d}_")


def test_d_with_a_stroke_is_kept_as_d() -> None:
    assert ascii_name("Đường dây nóng") == "DUONG-DAY-NONG"
