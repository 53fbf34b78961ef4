"""Old encodings are recognised, today's text never is."""

from pathlib import Path

import pytest

from pipeline.reading.legacy import legacy

ROOT = Path(__file__).parents[3]
TODAY = [*ROOT.glob("campaigns/*/*.md"), *ROOT.glob("campaigns/*/cong-van.txt")]


@pytest.mark.parametrize(
    "text",
    [
        "Céng hoµ x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc",  # TCVN3
        "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Ñoäc laäp - Töï do - Haïnh phuùc",  # VNI
        "Th«ng b¸o vÒ viÖc nép thuÕ n¨m nay",
    ],
)
def test_the_nineties(text: str) -> None:
    assert legacy(text)


@pytest.mark.parametrize("path", TODAY, ids=lambda path: path.name)
def test_today(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        assert not legacy(line)


def test_an_area_or_two_is_no_old_font() -> None:
    assert not legacy("Diện tích 30 km² và 5 m² đất ở, giá 10 £ hoặc 5 ¥ một mét vuông")
