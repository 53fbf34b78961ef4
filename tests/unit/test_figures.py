"""Figures as Vietnamese write them."""

import pytest

from pipeline.figures import clock, count, duration, level, minutes, number, percent, size


def test_a_comma_and_a_minus_as_wide_as_a_digit() -> None:
    assert [number(-16.023), number(-0.001), number(3, 0)] == ["−16,02", "0,00", "3"]
    assert [number(5.0, None), number(0.5, None), number(-2.25, None)] == ["5", "0,5", "−2,25"]


def test_a_dot_between_thousands() -> None:
    assert [count(0), count(999), count(3321), count(226_477)] == ["0", "999", "3.321", "226.477"]


@pytest.mark.parametrize(
    ("octets", "said"),
    [
        (0, "0 kB"),
        (1, "1 kB"),
        (1_499, "1 kB"),
        (999_499, "999 kB"),
        (999_960, "1,0 MB"),
        (1_700_000, "1,7 MB"),
        (949_900_000, "949,9 MB"),
        (999_999_999, "1,00 GB"),
        (31_250_000_000, "31,25 GB"),
    ],
)
def test_a_size_has_the_unit_that_reads_best(octets: int, said: str) -> None:
    assert size(octets) == said


def test_what_cannot_be_measured_is_said_so() -> None:
    assert level(-16.0, "LUFS", 1) == "−16,0 LUFS"
    assert level(None, "LUFS") == "không đo được"
    assert percent(0.75) == "75,0 %"


def test_lengths_of_time() -> None:
    assert [clock(0), clock(185.9), clock(3600)] == ["0:00", "3:05", "60:00"]
    assert [duration(0.2), duration(59.6), duration(212.4), duration(120)] == [
        *("0 giây", "1 phút", "3 phút 32 giây", "2 phút")
    ]
    assert [minutes(750), minutes(59_999), minutes(60_000)] == ["12,5", "1.000", "1.000"]
