"""CSV and calendar, read back by other libraries."""

import csv
import io
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest

from pipeline.plan import Plan
from pipeline.publish import publish
from pipeline.store import MemoryStore
from tests.unit.publish import kit

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def made(folder: Path, plan: Plan, name: str, **given: object) -> bytes:
    store = MemoryStore()
    kit.stock(plan, store)
    return (publish(plan, store, folder, **given).bundles[0].folder / name).read_bytes()


def rows(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def events(content: bytes) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(content)
    assert calendar.errors == []
    assert [str(each["TZID"]) for each in calendar.walk("VTIMEZONE")] == ["Asia/Ho_Chi_Minh"]
    assert calendar.walk("VALARM") == []
    return calendar.walk("VEVENT")


def titled(title: str) -> Plan:
    plan = kit.make_plan(kit.station(), days=1)
    bundle = plan.bundles[0]
    first = bundle.bulletins[0]
    rundown = tuple(each.but(title=title) for each in first.rundown)
    return plan.but(bundles=(bundle.but(bulletins=(first.but(rundown=rundown),)),))


def test_the_sheet_as_a_table_has_a_line_for_each_broadcast(tmp_path: Path) -> None:
    head, *lines = rows(made(tmp_path, kit.make_plan(kit.station()), "LICH-PHAT.CSV"))
    assert len(lines) == 4
    assert dict(zip(head, lines[1], strict=True)) == {
        "Mã đài": "07288",
        "Đài": "xã Yên Thế",
        "Tuần": "2026-W49",
        "Thứ": "Thứ hai",
        "Ngày": "30/11/2026",
        "Giờ": "17:15",
        "Mã": "T2C",
        "Tệp": "01_T2SC_VIEC-NHE-LUONG.MP3",
        "Nội dung": "Việc nhẹ, lương cao",
        "Số giây": "6",
    }


def test_a_day_without_a_bulletin_says_why(tmp_path: Path) -> None:
    why = {"07288/2026-12-01": "máy đọc hỏng"}
    plan = kit.make_plan(kit.station())
    _, *lines = rows(made(tmp_path, plan, "LICH-PHAT.CSV", failed=why))
    assert lines[-1][-3:] == ["không có bản tin", "máy đọc hỏng", ""]


@pytest.mark.parametrize("title", ['=HYPERLINK("http://x","y")', "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_is_a_formula(tmp_path: Path, title: str) -> None:
    for line in rows(made(tmp_path, titled(title), "LICH-PHAT.CSV")):
        assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in line)
    assert any(f"'{title}" in line for line in rows(made(tmp_path, titled(title), "LICH-PHAT.CSV")))


def test_calendars_have_every_broadcast_at_its_hour(tmp_path: Path) -> None:
    found = events(made(tmp_path, kit.make_plan(kit.station()), "LICH-PHAT.ICS"))
    starts = [each["DTSTART"].dt for each in found]
    assert starts[0] == datetime(2026, 11, 30, 5, 45, tzinfo=ZONE)
    assert starts[0].utcoffset() == timedelta(hours=7)
    assert len(starts) == 4
    assert found[0]["DURATION"].dt == timedelta(seconds=6)
    assert found[0]["SUMMARY"] == "Phát: Việc nhẹ, lương cao"
    assert "T2S" in found[0]["DESCRIPTION"]


def test_a_corrected_week_replaces_its_events(tmp_path: Path) -> None:
    before = events(made(tmp_path / "1", titled("Tin cũ"), "LICH-PHAT.ICS"))
    after = events(made(tmp_path / "2", titled("Tin mới"), "LICH-PHAT.ICS"))
    assert [each["UID"] for each in before] == [each["UID"] for each in after]
    assert len({each["UID"] for each in before}) == 2


def test_calendar_lines_are_short_and_whole(tmp_path: Path) -> None:
    title = "Bà con; nhớ, kỹ \\ điều này: " * 8
    content = made(tmp_path, titled(title), "LICH-PHAT.ICS")
    assert content.endswith(b"END:VCALENDAR\r\n")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
    assert events(content)[0]["SUMMARY"] == f"Phát: {title}"


def test_no_title_makes_lines_of_its_own(tmp_path: Path) -> None:
    title = "Tin\r\nBEGIN:VALARM\nTRIGGER:-PT1M"
    (first, _) = events(made(tmp_path, titled(title), "LICH-PHAT.ICS"))
    assert first["SUMMARY"] == "Phát: Tin  BEGIN:VALARM TRIGGER:-PT1M"


def test_codes_count_several_broadcasts_of_one_half_of_a_day(tmp_path: Path) -> None:
    station = kit.station(times=(time(5, 45), time(17, 0), time(17, 30)))
    _, *lines = rows(made(tmp_path, kit.make_plan(station, days=1), "NHAT-KY.CSV"))
    assert [line[5] for line in lines] == ["T2S", "T2C1", "T2C2"]
