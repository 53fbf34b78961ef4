"""Each rule's examples are its tests."""

from datetime import date

import pytest

from pipeline.lint import RULES
from pipeline.lint.passage import Passage
from pipeline.lint.phones import known
from pipeline.lint.rule import Around, Rule
from pipeline.lint.words import official, plainer
from pipeline.model import Paragraph, Place
from pipeline.reading import Lexicon

AROUND = Around(date(2026, 11, 25), frozenset())


def hits(rule: Rule, text: str) -> list[str]:
    passage = Passage.of(Paragraph(text=text, place=Place(file="tin.md")), Lexicon())
    return [text[hit.start : hit.end] for hit in rule.look([passage], AROUND)]


def named(value: Rule | str) -> str:
    """The same on every worker: no addresses of functions."""
    return value.id if isinstance(value, Rule) else value[:40]


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule in RULES for text in rule.bad], ids=named
)
def test_a_rule_finds_what_it_is_for(rule: Rule, text: str) -> None:
    assert hits(rule, text)


@pytest.mark.parametrize(
    ("rule", "text"), [(rule, text) for rule in RULES for text in rule.good], ids=named
)
def test_a_rule_leaves_near_misses_alone(rule: Rule, text: str) -> None:
    assert hits(rule, text) == []


def test_rules_have_names_of_their_own_reasons_and_examples() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert all(rule.why and rule.source and rule.bad and rule.good for rule in RULES)


def test_no_plainer_word_is_itself_a_word_of_offices() -> None:
    assert [(hard, plain) for hard, plain in plainer().items() if list(official(plain))] == []


def test_the_emergency_numbers_are_known() -> None:
    assert {"111", "113", "114", "115"} <= known().keys()


@pytest.mark.parametrize("text", ["", "\n", "…", "111", "a" * 5000, "được " * 400, "0" * 400])
def test_any_text_at_all_can_be_looked_at(text: str) -> None:
    for rule in RULES:
        hits(rule, text)
