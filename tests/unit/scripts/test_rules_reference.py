"""The reference of reading rules says what the rules say."""

from pipeline.reading.order import RULES
from scripts.rules_reference import CLASSES, TARGET, reference


def test_the_reference_is_as_the_rules_are_now() -> None:
    assert TARGET.read_text(encoding="utf-8") == reference()


def test_every_class_of_rules_is_in_it() -> None:
    assert {rule.kind for rule in RULES} == set(CLASSES)
