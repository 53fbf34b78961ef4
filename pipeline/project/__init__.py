"""Reading what people write: YAML and Markdown to records, with every problem placed and named."""

from .approvals import where as where_approved
from .approvals import written as with_approvals
from .lexemes import add_lexeme
from .load import load
from .starter import create
from .voices import add_voice

__all__ = ["add_lexeme", "add_voice", "create", "load", "where_approved", "with_approvals"]
