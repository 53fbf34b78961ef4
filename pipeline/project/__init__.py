"""Reading what people write: YAML and Markdown to records, with every problem placed and named."""

from .lexemes import add_lexeme
from .load import load
from .starter import create
from .voices import add_voice

__all__ = ["add_lexeme", "add_voice", "create", "load"]
