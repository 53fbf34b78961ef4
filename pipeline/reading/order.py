"""Which rule is asked first, where several could read the same place."""

from functools import cache

from . import (
    amounts,
    clock,
    codes,
    dates,
    documents,
    lists,
    names,
    periods,
    phones,
    ratios,
    roads,
    roman,
    short_dates,
    titles,
    until,
    weather,
    web,
)  # fmt: skip
from .rule import Rule

# A class, or a single rule that has a place of its own. What is longest or surest comes first.
ORDER = (
    "list",
    "web",
    "title.person",
    "title.elder",
    "name",
    "road",
    "until",
    "clock.always",
    "clock.seconds",
    "code.paper",
    "code.form",
    "code.serial",
    "code.bare",
    "code.plate",
    "code.boat",
    "code.blood",
    "date.range",
    "date.full",
    "date.missing",
    "amount.card",
    "amount.disabled",
    "amount.age",
    "phone",
    "document.year",
    "document.of-year",
    "date.month-span",
    "document",
    "clock",
    "title",
    "date",
    "amount.address",
    "amount.ratio",
    "amount",
    "code",
    "amount.number",
    "roman",
)
_MODULES = (
    lists, web, names, roads, titles, clock, dates, short_dates, periods, phones, documents, weather, ratios,
    amounts, codes, roman, until,
)  # fmt: skip


def _rank(rule: Rule) -> int:
    return ORDER.index(rule.id if rule.id in ORDER else rule.kind)


RULES: tuple[Rule, ...] = tuple(
    sorted((rule for module in _MODULES for rule in module.RULES), key=_rank)
)


@cache
def rules_at(sign: str) -> tuple[Rule, ...]:
    """The rules whose text may begin with this character, in their order."""
    return tuple(rule for rule in RULES if rule.may_begin(sign))
