"""Taking the fields of a mapping one by one; what is wrong with any of them is noted."""

import difflib
import math
import re
from collections.abc import Callable, Mapping
from datetime import time
from typing import TypeVar

from ..model import Place
from .nodes import Node, Report

T = TypeVar("T")
_CLOCK = re.compile(r"(\d{1,2})[:hg](\d{2})")


class Fields:
    """The fields of one mapping. Ask for each, then `close`: what nobody asked for is unknown.

    A field that is missing or wrong gives its fallback, so that reading goes on.
    """

    def __init__(self, node: Node | None, report: Report, place: Place) -> None:
        self._report = report
        self._known: list[str] = []
        self._nodes: dict[str, Node] = {}
        self.place = node.place if node else place
        if node is not None and isinstance(node.value, dict):
            self._nodes = node.value
        elif node is not None:
            self._wrong(node, "phải gồm các dòng “tên: giá trị”", "viết lại theo tệp mẫu")

    def at(self, name: str) -> Place:
        """Where a field is written, or where it should be."""
        return self._nodes[name].place if name in self._nodes else self.place

    def has(self, name: str) -> bool:
        """Whether the field is written and not blank."""
        return name in self._nodes and self._nodes[name].value != ""

    def text(self, name: str, default: str | None = None) -> str:
        """A text. Without default it must be there."""
        return self._scalar(name, str.strip, "chữ", "", default)

    def whole(self, name: str, default: int | None = None) -> int:
        """A whole number."""
        return self._scalar(name, int, "số nguyên, ví dụ 15", 0, default)

    def number(self, name: str, default: float | None = None) -> float:
        """A finite number; a decimal comma is understood."""
        return self._scalar(name, _finite, "số, ví dụ 2.5", 0.0, default)

    def clock(self, name: str) -> time:
        """A time of day: 05:45, 5h45 or 5g45."""
        return self._scalar(name, clock, "giờ phút, ví dụ 05:45", time(0), None)

    def choice(self, name: str, choices: Mapping[str, T], default: str | None = None) -> T:
        """One of the given words, for what it stands for."""
        neutral = choices[default] if default else next(iter(choices.values()))
        wanted = f"một trong: {', '.join(choices)}"
        given = None if default is None else neutral
        return self._scalar(name, lambda text: _one_of(text, choices), wanted, neutral, given)

    def list_of(self, name: str, read: Callable[[Node], T | None], least: int = 0) -> tuple[T, ...]:
        """A list, each item read by `read` (None: left out). One value alone is a list of one."""
        self._known.append(name)
        node = self._nodes.get(name)
        if node is None or node.value == "":
            if least:
                self._missing(name)
            return ()
        nodes = node.value if isinstance(node.value, list) else [node]
        items = tuple(item for item in map(read, nodes) if item is not None)
        if len(nodes) < least:
            self._wrong(node, f"“{name}” cần ít nhất {least} mục", "thêm vào danh sách")
        return items

    def inside(self, name: str, required: bool = True) -> "Fields":
        """A mapping within."""
        self._known.append(name)
        node = self._nodes.get(name)
        if node is not None and node.value == "":
            node = None
        if node is None and required:
            self._missing(name)
        return Fields(node, self._report, self.place)

    def pairs(self, name: str) -> dict[str, str]:
        """A mapping with names of its own, texts as values."""
        inside = self.inside(name, required=False)
        return {each: inside.text(each) for each in inside._nodes}

    def refuse(self, name: str, what: str, fix: str, code: str = "field.wrong") -> None:
        """Note that a field's value will not do."""
        self._report.add(self.at(name), code, what, fix)

    def close(self) -> None:
        """Note every field nobody asked for."""
        for name, node in self._nodes.items():
            if name not in self._known:
                near = difflib.get_close_matches(name, self._known, 1, 0.6)
                hint = f"ý bạn là “{near[0]}”?" if near else f"dùng: {', '.join(self._known)}"
                self._report.add(node.place, "field.unknown", f"không có mục tên “{name}”", hint)

    def _scalar(
        self, name: str, read: Callable[[str], T], wanted: str, neutral: T, default: T | None
    ) -> T:
        """Read one value. `neutral` stands in for what is missing or wrong, which is noted."""
        self._known.append(name)
        node = self._nodes.get(name)
        if node is None or node.value == "":
            if default is None:
                self._missing(name)
            return neutral if default is None else default
        try:
            return read(node.value if isinstance(node.value, str) else "")
        except ValueError:
            shown = node.value if isinstance(node.value, str) else "…"
            self._wrong(node, f"“{name}: {shown}” không hợp lệ", f"viết {wanted}")
            return neutral

    def _missing(self, name: str) -> None:
        self._report.add(
            self.at(name), "field.missing", f"thiếu mục “{name}”", f"thêm dòng “{name}: …”"
        )

    def _wrong(self, node: Node, what: str, fix: str) -> None:
        self._report.add(node.place, "field.wrong", what, fix)


def clock(text: str) -> time:
    """Read a time of day. Raises ValueError."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    return time(int(match[1]), int(match[2]))


def _finite(text: str) -> float:
    number = float(text.replace(",", "."))
    if not math.isfinite(number):
        raise ValueError(text)
    return number


def _one_of(text: str, choices: Mapping[str, T]) -> T:
    try:
        return choices[text]
    except KeyError:
        raise ValueError(text) from None
