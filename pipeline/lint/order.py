"""Every rule, the gravest faults first."""

from . import calls, facts, people, phones, sentences, words

RULES = (
    *phones.RULES,
    *people.RULES,
    *facts.RULES,
    *sentences.RULES,
    *words.RULES,
    *calls.RULES,
)
