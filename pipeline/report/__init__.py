"""The report upward: the letters answered point by point, then what stations played."""

from .paper import file_name, write
from .record import Report
from .screen import summary

__all__ = ["Report", "file_name", "summary", "write"]
