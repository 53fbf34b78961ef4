"""Local telephone numbers in project.yaml."""

from pathlib import Path

from pipeline.project import load

from .kit import FRAME, placed, starter, write


def test_local_numbers_are_read_as_written(tmp_path: Path) -> None:
    text = starter()[FRAME] + b"\nnumbers:\n  - 0204.3881.113\n  - 19006769\n"
    assert load(write(tmp_path, **{FRAME: text})).numbers == ("0204.3881.113", "19006769")


def test_what_is_no_number_is_told(tmp_path: Path) -> None:
    text = starter()[FRAME] + b"\nnumbers: [0204.3881.113, c\xc3\xb4ng an]\n"
    (where,) = placed(write(tmp_path, **{FRAME: text}))
    assert where.startswith(FRAME)
    assert where.endswith("field.wrong")
