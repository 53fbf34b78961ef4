"""Changing a few values in what people wrote, and leaving every other character as it is."""

import re
from collections.abc import Iterable, Mapping

import yaml

from ..errors import ProjectError
from ..model import Place
from .files import plain
from .messages import HEAD
from .nodes import compose
from .report import Report


def parted(text: str) -> tuple[str, str]:
    """A message's file as its head, dashes included, and its words. No head: all is words."""
    head = HEAD.match(plain(text))
    at = head.end() if head else 0
    return plain(text)[:at], plain(text)[at:].lstrip("\n")


def message(text: str, values: Mapping[str, str], words: str) -> str:
    """A message's file with other words, and other values in its head."""
    head, _ = parted(text)
    inside = HEAD.match(head)
    before = (inside[1] or "") if inside else ""
    return f"---\n{with_values(before, values)}---\n\n{plain(words).strip()}\n"


def values(text: str, names: Iterable[str]) -> dict[str, str]:
    """Outermost fields of YAML as text; what is not there or cannot be read is empty."""
    found = dict.fromkeys(names, "")
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return found
    for key, node in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value in found and isinstance(node, yaml.ScalarNode):
            found[key.value] = node.value.strip()
    return found


def with_values(text: str, values: Mapping[str, str]) -> str:
    """YAML with other values for some of its outermost fields; comments and order stay.

    An empty value leaves the field blank. What is not there yet is added at the end. Raises
    ProjectError when the YAML is broken: then nobody knows where a value ends.
    """
    report = Report()
    if text.strip():
        compose(text, Place(file="yaml"), report)
    if report.problems:
        raise ProjectError(report.problems)
    for name, value in values.items():
        text = _with_value(text, name, value)
    return text


def _with_value(text: str, name: str, value: str) -> str:
    written = _scalar(value)
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    for key, node in root.value if isinstance(root, yaml.MappingNode) else ():
        if key.value == name:
            start, end = node.start_mark.index, node.end_mark.index
            rest = re.search(r"\s*\Z", text[start:end])
            kept = rest[0] if rest and start < end else ""
            gap = " " if start == end and written else ""
            return f"{text[:start]}{gap}{written}{kept}{text[end:]}"
    line = f"{name}: {written}".rstrip()
    return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{line}\n"


def _scalar(value: str) -> str:
    """On one line, in quotes where YAML would take it for something else."""
    value = " ".join(value.split())
    if not value:
        return ""
    dumped: str = yaml.safe_dump(value, allow_unicode=True, width=1_000_000)
    return dumped.removesuffix("\n").removesuffix("\n...")
