"""`truyenthanh say` as a person and as a pipe call it."""

import subprocess
import sys

import pytest


def say(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "pipeline", "say", *arguments],
        input=given,
        capture_output=True,
        timeout=60,
        check=False,
    )


def test_a_line_is_said() -> None:
    done = say("Họp lúc 7h30 ngày 5/9.")
    assert done.returncode == 0
    assert done.stdout.decode() == "Họp lúc bảy giờ ba mươi phút ngày năm tháng chín.\n"
    assert done.stderr == b""


def test_a_line_that_cannot_be_read_is_refused_with_its_place_and_remedy() -> None:
    done = say("Bà con xem vrombix")
    assert done.returncode == 2
    told = done.stderr.decode()
    assert "dòng 1:12" in told
    assert '- {written: "vrombix", spoken: "…"}' in told


@pytest.mark.parametrize("end", [b"", b"\n"])
def test_a_filter_loses_no_line(end: bytes) -> None:
    rows = ["Có 5 hộ", "", "xem vrombix nhé", "một\rhai\u2028ba\x0bbốn", "Gọi 111"]
    done = say("-", given="\n".join(rows).encode() + end)
    assert done.returncode == 0
    assert done.stdout.decode().split("\n") == [
        "Có năm hộ",
        "",
        "xem nhé",
        "một hai ba bốn",
        "Gọi một một một",
        "",
    ]
    assert "dòng 3:5" in done.stderr.decode()


def test_bytes_that_are_no_text_are_told_and_stop_nothing() -> None:
    done = say("-", given=b"C\xf3 5\nb\xc3\xa0 con\n")
    assert done.returncode == 0
    assert len(done.stdout.decode().splitlines()) == 2
    assert "dòng 1:2" in done.stderr.decode()


def test_every_place_explains_itself() -> None:
    told = say("--explain", "gọi 111 trước 3/7 nhé vrombix").stdout.decode()
    assert "111 → một một một  [phone: phone.short]" in told
    assert "vrombix → ?  [không đọc được]" in told
    assert "(nên xem lại)" in say("--explain", "báo cáo 3/7").stdout.decode()
