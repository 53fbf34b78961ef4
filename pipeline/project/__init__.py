"""Reading what people write: YAML and Markdown to records, with every problem placed and named."""

from .lexemes import add_lexeme
from .load import load
from .starter import create

__all__ = ["add_lexeme", "create", "load"]
