"""YAML as nodes that know their place. Scalars stay text: 17:00 is "17:00", 0123 is "0123"."""

from dataclasses import dataclass

import yaml

from ..model import Place, Problem

DEEPEST = 20


class Report:
    """Collects problems, so that all of them can be told at once."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, place: Place, code: str, what: str, fix: str) -> None:
        """Note one problem; nothing that comes after it is skipped."""
        self.problems.append(Problem(place=place, code=code, what=what, fix=fix))


@dataclass(frozen=True)
class Node:
    """A value and where it is written."""

    place: Place
    value: "str | list[Node] | dict[str, Node]"


def compose(text: str, start: Place, report: Report) -> Node | None:
    """The document in `text`, which begins at `start`. None, with the problem noted, if broken."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = start if mark is None else _place(start, mark)
        _broken(report, place, error.problem or "")
        return None
    except yaml.YAMLError:  # a character YAML does not allow
        report.add(
            start, "yaml.character", "tệp chứa ký tự điều khiển lạ", "xóa ký tự lạ rồi lưu lại"
        )
        return None
    except RecursionError:
        _broken(report, start, "")
        return None
    if root is None:
        report.add(start, "yaml.empty", "phần này đang trống", "điền nội dung theo tệp mẫu")
        return None
    return _Walk(start, report).node(root, 0)


def _broken(report: Report, place: Place, problem: str) -> None:
    what = "viết sai cú pháp YAML"
    if "tab" in problem or "'\\t'" in problem:
        report.add(place, "yaml.tab", f"{what}: có dấu Tab", "thay dấu Tab bằng dấu cách")
    else:
        fix = "xem lại thụt đầu dòng, dấu hai chấm (sau nó phải có dấu cách) và dấu nháy"
        report.add(place, "yaml.broken", what, f"{fix} ở chỗ này hoặc ngay dòng trên")


def _place(start: Place, mark: yaml.Mark) -> Place:
    column = mark.column + (start.column if mark.line == 0 else 1)
    return Place(file=start.file, line=start.line + mark.line, column=column)


class _Walk:
    """Turns YAML's own nodes into ours, noting what we do not take."""

    def __init__(self, start: Place, report: Report) -> None:
        self._start = start
        self._report = report
        self._seen: set[int] = set()

    def node(self, node: yaml.Node, depth: int) -> Node | None:
        place = _place(self._start, node.start_mark)
        if id(node) in self._seen:
            self._report.add(
                place, "yaml.alias", "dùng lại một mục bằng dấu *", "viết đầy đủ mục này ra"
            )
            return None
        self._seen.add(id(node))
        if depth > DEEPEST:
            self._report.add(place, "yaml.deep", "lồng quá nhiều lớp", "viết lại theo tệp mẫu")
            return None
        if isinstance(node, yaml.ScalarNode):
            return Node(place, "" if _blank(node) else node.value)
        if isinstance(node, yaml.SequenceNode):
            items = [self.node(each, depth + 1) for each in node.value]
            return Node(place, [item for item in items if item is not None])
        return Node(place, self._mapping(node, depth))

    def _mapping(self, node: yaml.Node, depth: int) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for key, value in node.value:
            place = _place(self._start, key.start_mark)
            if not isinstance(key, yaml.ScalarNode):
                self._report.add(place, "yaml.key", "tên mục không phải chữ", "sửa tên mục")
                continue
            if key.value in found:
                former = found[key.value].place.line
                self._report.add(
                    place,
                    "yaml.duplicate-key",
                    f"mục “{key.value}” viết hai lần (lần trước ở dòng {former})",
                    "bỏ một trong hai",
                )
                continue
            inside = self.node(value, depth + 1)
            if inside is not None:
                found[key.value] = inside
        return found


def _blank(node: yaml.ScalarNode) -> bool:
    """Nothing after the colon, or `~` or `null` without quotes."""
    return node.style is None and node.value in ("", "~", "null")
