"""Every rule's own examples, and what the tables promise."""

import re

import pytest

from pipeline.reading import read, say
from pipeline.reading.guard import allowed
from pipeline.reading.order import RULES
from pipeline.reading.rule import Rule
from pipeline.reading.words import ABBREVIATIONS, FOREIGN, PLACES

EXAMPLES = [(rule, *example) for rule in RULES for example in rule.examples.items()]


@pytest.mark.parametrize(("rule", "written", "spoken"), EXAMPLES, ids=lambda value: str(value)[:40])
def test_an_example_reads_as_it_says_and_by_its_rule(rule: Rule, written: str, spoken: str) -> None:
    reading = read(written)
    assert reading.spoken == spoken
    assert rule.id in {span.rule for span in reading.spans}


def test_every_rule_has_an_example_a_source_and_its_own_id() -> None:
    assert all(rule.examples and rule.source for rule in RULES)
    assert len({rule.id for rule in RULES}) == len(RULES)


@pytest.mark.parametrize(
    "table", [ABBREVIATIONS, FOREIGN, PLACES], ids=["short", "foreign", "place"]
)
def test_tables_speak_vietnamese_letters_only(table: dict[str, str]) -> None:
    assert {spoken for spoken in table.values() if not allowed(re.sub("[ ,]", "", spoken))} == set()


@pytest.mark.parametrize("written", sorted(ABBREVIATIONS))
def test_a_short_form_reads_whole_inside_a_sentence(written: str) -> None:
    reading = read(f"Bà con nhớ {written} này nhé")
    assert reading.unread == ()
    assert written in {span.written for span in reading.spans}


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("THÔNG BÁO VỀ VIỆC NỘP THUẾ", "thông báo về việc nộp thuế"),
        ("BAN CHỈ ĐẠO", "ban chỉ đạo"),
        ("Công an xã có CA trực", "Công an xã có công an trực"),
        ("CA xã thông báo", "công an xã thông báo"),
        ("Đ/c Hòa", "đồng chí Hòa"),
        ("Đ/c: Số 15", "địa chỉ: Số mười lăm"),
        ("trường ĐH", "trường đại học"),
        ("hòa bình, thủy lợi", "hòa bình, thủy lợi"),
    ],
)
def test_company_decides(written: str, spoken: str) -> None:
    assert say(written) == spoken


@pytest.mark.parametrize("sign", ["#", "^", "~ ", "\u2603", "\U0001f600", "₿"])
def test_an_unknown_sign_is_reported_with_its_place(sign: str) -> None:
    reading = read(f"Bà con {sign}nhé")
    assert [(span.start, span.written) for span in reading.unread] == [(7, sign.strip())]


def test_letters_of_another_script_are_reported() -> None:
    assert [span.written for span in read("Bà con 漢字 nhé").unread] == ["漢字"]


def test_a_foreign_word_is_reported_not_guessed() -> None:
    assert [span.written for span in read("Hội nghị metaverse").unread] == ["metaverse"]


def test_doubt_is_marked() -> None:
    assert [span.written for span in read("xếp loại XYZ").unsure] == ["XYZ"]
    assert [span.written for span in read("đạt 3/7").unsure] == ["3/7"]
