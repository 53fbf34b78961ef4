"""Podcast feeds: a station's programs fetch each week's bulletins by themselves."""

from .place import located

__all__ = ["located"]
