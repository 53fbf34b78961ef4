"""Reading what people write: YAML and Markdown to records, with every problem placed and named."""

from .load import load

__all__ = ["load"]
