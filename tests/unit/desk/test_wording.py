"""The desk speaks of fields by the names people give them."""

import re
from pathlib import Path

import pytest

from pipeline.desk.wording import plainly
from pipeline.letter import read_letter
from tests.unit.letter.test_letters import LETTERS


@pytest.mark.parametrize("path", sorted(LETTERS.glob("*.txt")), ids=lambda path: path.stem)
def test_no_remark_on_a_letter_names_a_key_of_the_file(path: Path) -> None:
    for remark in read_letter(path).remarks:
        _, fix = plainly(remark)
        assert not re.search(r"\b(issuer|subject|tasks|signer|signer_title|season)\b", fix)
