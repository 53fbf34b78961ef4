"""Reading what people write: YAML and Markdown to records, with every problem placed and named."""

from .approvals import where as where_approved
from .approvals import written as with_approvals
from .lexemes import lexicon_file, with_lexeme
from .load import load, survey
from .messages import paragraphs
from .placing import place
from .renewal import Renewal, Renewed, next_year, renew, renewal, stale
from .starter import create
from .voices import add_voice

__all__ = [
    "Renewal",
    "Renewed",
    "add_voice",
    "create",
    "lexicon_file",
    "load",
    "next_year",
    "paragraphs",
    "place",
    "renew",
    "renewal",
    "stale",
    "survey",
    "where_approved",
    "with_approvals",
    "with_lexeme",
]
