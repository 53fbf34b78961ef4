"""The report upward, from a released week and a log an operator filled in, as people get it."""

import csv
import io
import json
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from pypdf import PdfReader

from pipeline.project import load
from tests.e2e.conftest import Command, change

WEEK = "2026-W31"  # the week of 30 July, when both campaigns speak
NAME = "KET-QUA_2026-07-27_2026-08-02"
SEASONAL, ALL_YEAR = "ngay-30-7", "phong-chong-mua-ban-nguoi"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture
def released(project: Path, truyenthanh: Command) -> Path:
    """A week of one station that broadcasts once a week, its log filled in and taken in."""
    (station,) = (project / "stations").glob("07288*")
    change(station, "days: [T2, T5]", "days: [T5]")
    made = truyenthanh("bulletins", "--week", WEEK, "--station", "07288", "--offline")
    assert made.returncode == 0, made.stderr
    log = project / "NHAT-KY.CSV"
    shutil.copyfile(project / "output" / WEEK / "07288" / log.name, log)
    head, *rows = csv.reader(io.StringIO(log.read_text(encoding="utf-8-sig"), newline=""))
    for row, mark in zip(rows, (("x", "", ""), ("", "x", "mất điện")), strict=True):
        row[6:9] = mark
    with log.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    assert truyenthanh("report", "import", str(log)).returncode == 0
    return project


def table(project: Path, name: str = NAME) -> list[dict[str, str]]:
    text = (project / "bao-cao" / f"{name}.CSV").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def printed(path: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_the_letters_are_answered_point_by_point(
    released: Path, truyenthanh: Command, browser: Browser
) -> None:
    leaflets = released / "output" / "bo-tai-lieu" / SEASONAL / "hay-dung-lai" / "to-gap.pdf"
    leaflets.unlink()
    changed = released / "campaigns" / SEASONAL / "bua-com-ngay-30-7.md"
    changed.write_text(f"{changed.read_text('utf-8').rstrip()}\nThêm một câu.\n", "utf-8")
    told = truyenthanh("report", "--week", WEEK)
    assert told.returncode == 0, told.stderr
    assert "Đài báo không phát: 1 lượt" in " ".join(told.stderr.split())

    tasks = [
        f"{each.id}/{task.id}" for each in load(released).campaigns for task in each.directive.tasks
    ]
    rows = table(released)
    assert [row["Mã"] for row in rows if row["Nhóm"] == "Việc được giao"] == tasks
    assert rows[0]["Nhóm"] == "Việc được giao"
    for row in rows[: len(tasks)]:
        if row["Số lượt phát theo lịch"] == "2":
            assert (row["Số lượt đã phát"], row["Số lượt không phát"]) == ("1", "1")
    ways = {row["Tin bài, sản phẩm"]: row["Duyệt, đã làm"] for row in rows}
    assert ways["tin nhắn"] == "5/6 tin bài đã duyệt; đã làm cho 5/6 tin bài"
    assert ways["tờ rời, tờ gấp"] == "5/6 tin bài đã duyệt; đã làm cho 4/6 tin bài"

    text = printed(released / "bao-cao" / f"{NAME}.PDF")
    parts = [text.index(each) for each in ("Hãy dừng lại", "tờ rời, tờ gấp", "II. SỐ LIỆU")]
    assert parts == sorted(parts)
    assert "xã Yên Thế, 30/07 lúc 17:00: mất điện" in text

    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto((released / "bao-cao" / f"{NAME}.HTML").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, found.generate_report()
    page.close()

    covered = truyenthanh("coverage", SEASONAL, "--week", WEEK, "--form", "json")
    (line,) = json.loads(covered.stdout)["campaigns"]
    assert {task["count"]["played"] for task in line["tasks"]} <= {0, 1}

    # of the days and campaigns asked for
    one = truyenthanh("report", "--week", WEEK, "--campaign", ALL_YEAR)
    assert one.returncode == 0, one.stderr
    rows = [row for row in table(released, f"{NAME}_{ALL_YEAR}") if row["Chiến dịch"]]
    assert {row["Mã"].partition("/")[0] for row in rows} == {ALL_YEAR}
    assert len(table(released)) > len(rows)  # the report of all is still there
    later = ("--from", "2026-11-30", "--to", "2026-12-06")
    silent = truyenthanh("report", *later, "--campaign", SEASONAL)
    assert silent.returncode == 0, silent.stderr
    assert "chỉ phát quanh ngày 30/7" in silent.stderr
    text = printed(released / "bao-cao" / f"KET-QUA_2026-11-30_2026-12-06_{SEASONAL}.PDF")
    assert "Trong kỳ này không phát, vì chiến dịch chỉ phát quanh ngày 30/7" in text
    assert truyenthanh("report", *later).returncode != 0  # nothing was published for those days
    assert ALL_YEAR in truyenthanh("report", "--week", WEEK, "--campaign", "khong-co").stderr
