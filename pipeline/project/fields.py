"""Taking the fields of a mapping one by one; what is wrong with any of them is noted."""

import difflib
import re
from collections.abc import Callable, Collection, Mapping
from datetime import time
from pathlib import Path
from typing import TypeVar

from ..model import Place
from .files import Shelf
from .nodes import Node, compose
from .report import Report

T = TypeVar("T")
_CLOCK = re.compile(r"(\d{1,2})[:hg](\d{2})")


class Fields:
    """The fields of one mapping. Ask for each, then `close`: what nobody asked for is unknown.

    A field that is missing or wrong gives its fallback, so that reading goes on. Each field has one
    problem at most; where the mapping itself is missing or broken, that is the only problem.
    """

    def __init__(self, node: Node | None, report: Report, place: Place) -> None:
        self._report = report
        self._known: list[str] = []
        self._noted: set[str] = set()
        self._absent: list[str] = []
        self._nodes: dict[str, Node] = {}
        self.place = node.place if node else place
        self._there = node is not None and isinstance(node.value, dict)
        if node is not None and isinstance(node.value, dict):
            self._nodes = node.value
        elif node is not None:
            report.add(node.place, "field.wrong", "phải gồm các dòng “tên: giá trị”", "xem tệp mẫu")

    def at(self, name: str) -> Place:
        """Where a field's value is written, or where it should be."""
        return self._nodes[name].place if name in self._nodes else self.place

    def has(self, name: str) -> bool:
        """Whether the field is written and not blank."""
        return name in self._nodes and self._nodes[name].value != ""

    def good(self, *names: str) -> bool:
        """Whether these fields are written and nothing was wrong with them so far."""
        return all(self.has(name) and name not in self._noted for name in names)

    def text(self, name: str, default: str | None = None) -> str:
        """A text. Without default it must be there."""
        return self._scalar(name, str.strip, "chữ", "", default)

    def whole(self, name: str, span: range, default: int | None = None) -> int:
        """A whole number within `span`."""

        def read(text: str) -> int:
            number = int(text)
            if number not in span:
                raise ValueError(text)
            return number

        wanted = f"số nguyên từ {span.start} đến {span.stop - 1}"
        return self._scalar(name, read, wanted, span.start, default)

    def number(self, name: str, least: float, most: float, default: float | None = None) -> float:
        """A number from `least` to `most`; a decimal comma is understood."""

        def read(text: str) -> float:
            number = float(text.replace(",", "."))
            if not least <= number <= most:  # neither is NaN
                raise ValueError(text)
            return number

        return self._scalar(name, read, f"số từ {least:g} đến {most:g}", least, default)

    def clock(self, name: str) -> time:
        """A time of day: 05:45, 5h45 or 5g45."""
        return self._scalar(name, clock, "giờ phút, ví dụ 05:45", time(0), None)

    def choice(self, name: str, choices: Mapping[str, T], default: str | None = None) -> T:
        """One of the given words, for what it stands for."""
        neutral = choices[default] if default else next(iter(choices.values()))
        wanted = f"một trong: {', '.join(choices)}"
        given = None if default is None else neutral
        return self._scalar(name, lambda text: _one_of(text, choices), wanted, neutral, given)

    def name_of(
        self, name: str, kind: str, known: Collection[str] | None, default: str | None = None
    ) -> str:
        """The name of something there is; `known` None: nobody can tell."""
        given = self.text(name, default)
        if given and known is not None and given not in known:
            near = difflib.get_close_matches(given, known, 1, 0.6)
            names = ", ".join(sorted(known)) or "chưa có"
            fix = f"ý bạn là “{near[0]}”?" if near else f"dùng một mã đã có: {names}"
            self.refuse(name, f"không có {kind} “{given}”", fix, "name.unknown")
        return given

    def list_of(self, name: str, read: Callable[[Node], T | None], least: int = 0) -> tuple[T, ...]:
        """A list, each item read by `read` (None: left out). One value alone is a list of one."""
        self._known.append(name)
        node = self._nodes.get(name)
        if node is None or node.value == "":
            if least:
                self._absent.append(name)
            return ()
        nodes = node.value if isinstance(node.value, list) else [node]
        if len(nodes) < least:
            self.refuse(name, f"“{name}” cần ít nhất {least} mục", "thêm vào danh sách")
        return tuple(item for item in map(read, nodes) if item is not None)

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts, which may be missing."""

        def read(node: Node) -> str | None:
            if isinstance(node.value, str) and node.value:
                return node.value
            self._report.add(node.place, "field.wrong", f"“{name}” cần một lời", "viết chữ vào đây")
            return None

        return self.list_of(name, read)

    def inside(self, name: str, required: bool = True) -> "Fields":
        """A mapping within."""
        self._known.append(name)
        node = self._nodes.get(name)
        if node is not None and node.value == "":
            node = None
        if node is None and required:
            self._absent.append(name)
        return Fields(node, self._report, self.place)

    def names(self) -> tuple[str, ...]:
        """What is written here."""
        return tuple(self._nodes)

    def refuse(self, name: str, what: str, fix: str, code: str = "field.wrong") -> None:
        """Note that a field's value will not do, unless something was wrong with it before."""
        self._note(name, self.at(name), code, what, fix)

    def refuse_name(self, name: str, what: str, fix: str, code: str = "field.unknown") -> None:
        """Note that a field should not be there at all."""
        self._note(name, self._nodes[name].key or self.place, code, what, fix)

    def close(self) -> None:
        """Note what is missing and what nobody asked for: often it is the same, misspelt."""
        for name in self._nodes:
            if name not in self._known:
                near = difflib.get_close_matches(name, self._absent, 1, 0.6)
                self._absent = [each for each in self._absent if each not in near]
                near = near or difflib.get_close_matches(name, self._known, 1, 0.6)
                hint = f"ý bạn là “{near[0]}”?" if near else f"dùng: {', '.join(self._known)}"
                self.refuse_name(name, f"không có mục tên “{name}”", hint)
        for name in self._absent:
            self._note(
                name,
                self._missed(name),
                "field.missing",
                f"thiếu mục “{name}”",
                f"thêm “{name}: …”",
            )

    def _scalar(
        self, name: str, read: Callable[[str], T], wanted: str, neutral: T, default: T | None
    ) -> T:
        """Read one value. `neutral` stands in for what is missing or wrong, which is noted."""
        self._known.append(name)
        node = self._nodes.get(name)
        if node is None or node.value == "":
            if default is None:
                self._absent.append(name)
            return neutral if default is None else default
        if not isinstance(node.value, str):
            self.refuse(name, f"“{name}” phải là một giá trị, không phải nhiều", f"viết {wanted}")
            return neutral
        try:
            return read(node.value)
        except ValueError:
            self.refuse(name, f"“{name}: {node.value}” không hợp lệ", f"viết {wanted}")
            return neutral

    def _missed(self, name: str) -> Place:
        written = self._nodes.get(name)
        return self.place if written is None else written.key or written.place

    def _note(self, name: str, place: Place, code: str, what: str, fix: str) -> None:
        if self._there and name not in self._noted:
            self._noted.add(name)
            self._report.add(place, code, what, fix)


def read_fields(shelf: Shelf, path: Path, report: Report) -> Fields:
    """The fields of a whole file; of one that cannot be read, none, with the problem noted."""
    start, text = shelf.start(path), shelf.text(path)
    return Fields(None if text is None else compose(text, start, report), report, start)


def clock(text: str) -> time:
    """Read a time of day. Raises ValueError."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    return time(int(match[1]), int(match[2]))


def _one_of(text: str, choices: Mapping[str, T]) -> T:
    try:
        return choices[text]
    except KeyError:
        raise ValueError(text) from None
