"""What an editor would mark in a message before it is approved. Nothing is rewritten by itself."""

from .finding import Finding, Listening, Review, Severity
from .order import RULES
from .problems import beside, of_words
from .review import glance, lint, review

__all__ = [
    "RULES",
    "Finding",
    "Listening",
    "Review",
    "Severity",
    "beside",
    "glance",
    "lint",
    "of_words",
    "review",
]
