"""Reading what people write: YAML and Markdown to records, with every problem placed and named."""

from .load import load
from .starter import create

__all__ = ["create", "load"]
