"""How letters are called on paper and on the desk."""

import pytest

from pipeline.desk.wording import letter_name
from pipeline.model import Directive
from pipeline.publish.papers.wording import numbered


@pytest.mark.parametrize(
    ("number", "symbol", "code", "whole"),
    [
        ("88", "KH-UBND", "88/KH-UBND", "Kế hoạch số 88/KH-UBND"),
        ("45", "CV/TU", "45-CV/TU", "Công văn số 45-CV/TU"),
        ("12", "CT/TW", "12-CT/TW", "Chỉ thị số 12-CT/TW"),
        ("1520", "SYT-NVY", "1520/SYT-NVY", "Công văn số 1520/SYT-NVY"),
        (None, "STTTT-TTBCXB", "……/STTTT-TTBCXB", "Công văn số ……/STTTT-TTBCXB"),
        (None, "HD/BTGDVTU", "……-HD/BTGDVTU", "Hướng dẫn số ……-HD/BTGDVTU"),
        ("162", "2025/NĐ-CP", "162/2025/NĐ-CP", "Nghị định số 162/2025/NĐ-CP"),
        ("7", "", "7/……", "Công văn số 7/……"),
    ],
)
def test_a_symbol_is_written_as_its_issuer_writes_it(
    number: str | None, symbol: str, code: str, whole: str
) -> None:
    directive = Directive(number=number, symbol=symbol, issuer="", subject="")
    assert letter_name(directive) == code
    assert numbered(number, symbol) == whole
