"""`truyenthanh check` on the sample project."""

from pathlib import Path

import pytest

from .conftest import Command


@pytest.fixture
def project(sample: Path) -> Path:
    return sample


def test_the_sample_project_is_in_order_and_without_doubts(truyenthanh: Command) -> None:
    done = truyenthanh("check")
    assert done.returncode == 0
    assert "Mọi tệp đều ổn: 2 đài, 2 chiến dịch" in done.stderr
    assert done.stdout == ""


def test_a_doubtful_reading_is_listed_with_its_place(truyenthanh: Command, project: Path) -> None:
    path = project / "campaigns" / "ngay-30-7" / "hay-dung-lai.md"
    text = path.read_text(encoding="utf-8") + "\nThôn ta đạt 5/9 mục đề ra.\n"
    path.write_text(text, encoding="utf-8")
    done = truyenthanh("check")
    assert done.returncode == 0
    line = text.count("\n")
    place = f"campaigns/ngay-30-7/hay-dung-lai.md:{line}:13"
    assert f"{place}: “5/9” đọc là “năm trên chín”" in done.stdout


def test_text_in_an_old_font_is_named_as_such(truyenthanh: Command, project: Path) -> None:
    path = project / "campaigns" / "ngay-30-7" / "hay-dung-lai.md"
    head = path.read_text(encoding="utf-8").split("---")[1]
    path.write_text(f"---{head}---\n\nTh«ng b¸o vÒ viÖc nép thuÕ n¨m nay.\n", encoding="utf-8")
    done = truyenthanh("check")
    assert done.returncode == 2
    assert "phông chữ cũ (TCVN3 hoặc VNI)" in done.stderr
    assert done.stderr.count("hay-dung-lai.md") == 1
