"""What is over by a day, and what is not yet."""

from datetime import date

import pytest

from pipeline.project import units
from pipeline.project.expired import ended, table

SUCCESSION = "admin_succession_2025.csv"
TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Quyết định số 193/QĐ-TTg phê duyệt", "193/QĐ-TTg"),
        ("thuộc giai đoạn 2021-2025, định hướng", "giai đoạn 2021-2025"),
        ("giai đoạn từ năm 2016 đến năm 2020", "giai đoạn từ năm 2016 đến năm 2020"),
        ("báo cho công an huyện ngay", "công an huyện"),
        ("Phòng Văn hóa Thông tin các huyện, thành phố", "Phòng Văn hóa Thông tin các huyện"),
        ("ở huyện Yên Thế có", "huyện Yên Thế"),
        ("Sở Thông tin và Truyền thông đề nghị", "Sở Thông tin và Truyền thông"),
    ],
)
def test_what_is_over_is_found(text: str, words: str) -> None:
    assert [match[0] for match, _ in ended(text, TODAY)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "giai đoạn 2026-2030",
        "ở xã Yên Thế",
        "báo công an xã",
        "Sở Văn hóa, Thể thao và Du lịch",
        "người huyện khác đến",  # no name, no office
    ],
)
def test_what_holds_is_left_alone(text: str) -> None:
    assert list(ended(text, TODAY)) == []


def test_before_its_last_day_nothing_is_over() -> None:
    assert list(ended("báo cho công an huyện", date(2025, 6, 30))) == []


def test_every_row_says_what_holds_today_and_who_says_so() -> None:
    assert all(row.today and row.source for row in table())


def test_each_province_that_was_merged_is_told_with_the_one_it_went_into() -> None:
    former = {row["old_province"]: row["new_code"] for row in units._rows(SUCCESSION)}
    today = {row["code"]: row["province"] for row in units._rows("admin_units.csv")}
    went = {old: today[code] for old, code in former.items() if code in today}
    gone = {old: new for old, new in went.items() if old.split()[-2:] != new.split()[-2:]}
    assert len(gone) == 29  # 63 became 34
    for old, new in gone.items():
        told = [row.today for _, row in ended(f"Ở {old} cũ", date(2025, 7, 1))]
        assert len(told) == 1, old
        assert told[0].endswith(new.removeprefix("Tỉnh ").replace("Thành", "thành")), told
