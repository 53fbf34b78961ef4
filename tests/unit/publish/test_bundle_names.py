"""Which names a bundle may hold."""

import pytest

from pipeline.publish import names


@pytest.mark.parametrize(
    "name",
    ["01_T2SC_VIEC-NHE-LUONG.MP3", "A.MP3", "PLAY.M3U", "SHA256SUMS", "X" * 24 + ".MP3"],
)
def test_allowed(name: str) -> None:
    assert names.is_allowed(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".MP3",
        "01_a.MP3",
        "01_A.mp3",
        "X" * 25 + ".MP3",
        "../01_A.MP3",
        "A/B.MP3",
        "A\\B.MP3",
        "C:.MP3",
        "01_VIỆC.MP3",
        "01_A.MP3\n",
        "01 A.MP3",
        "-A.MP3",
        "play.m3u",
        "AUTORUN.INF",
        "A.MP3.EXE",
    ],
)
def test_not_allowed(name: str) -> None:
    assert not names.is_allowed(name)


@pytest.mark.parametrize("name", ["2026-W01", "2026-W53", "2027-W52"])
def test_weeks_of_the_calendar(name: str) -> None:
    assert names.is_week(name)


@pytest.mark.parametrize(
    "name", ["2026-W00", "2027-W53", "2026-W60", "0000-W01", "2026-W1", "2026-W49 (2)", "ban-thu"]
)
def test_a_folder_somebody_called_like_a_week_is_none(name: str) -> None:
    assert not names.is_week(name)
