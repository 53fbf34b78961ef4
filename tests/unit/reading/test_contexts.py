"""The table of short forms that mean different things."""

from itertools import groupby

from pipeline.reading import table

ALPHABET = "AĂÂBCDĐEÊFGHIJKLMNOÔƠPQRSTUƯVWXYZ"


def alphabetical(form: str) -> tuple[list[int], str]:
    return [ALPHABET.find(letter) for letter in form.upper()], form


def test_a_form_is_found_where_the_alphabet_has_it_with_all_its_rows() -> None:
    """The first row that holds wins, so a row that lies apart from its kin is read past."""
    forms = [form for form, _ in groupby(row[0] for row in table.rows("contexts"))]
    assert forms == sorted(set(forms), key=alphabetical)
