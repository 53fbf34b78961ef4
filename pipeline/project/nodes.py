"""YAML as nodes that know their place. Scalars stay text: 17:00 is "17:00", 0123 is "0123"."""

import re
from contextlib import suppress
from dataclasses import dataclass, replace

import yaml

from ..model import Place
from .report import Report
from .syntax import explained

DEEPEST = 20
_UNSPEAKABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # written as escapes


@dataclass(frozen=True)
class Node:
    """A value and where it is written; for a field's value, also where the field's name is."""

    place: Place
    value: "str | list[Node] | dict[str, Node]"
    key: Place | None = None


def compose(text: str, start: Place, report: Report) -> Node | None:
    """The document in `text`, which begins at `start`. None, with the problem noted, if broken."""
    try:
        root = _root(text)
    except yaml.MarkedYAMLError as error:
        at, code, what, fix = explained(error)
        report.lose(start.after(text, at), code, what, fix)
        return None
    except yaml.reader.ReaderError as error:
        place = start.after(text, error.position)
        report.lose(place, "file.character", "có ký tự lạ không thấy được", "xóa ký tự này")
        return None
    except RecursionError:
        report.lose(start, "yaml.deep", "lồng quá nhiều lớp", "viết lại theo tệp mẫu")
        return None
    if root is None:
        report.lose(start, "yaml.empty", "phần này đang trống", "điền nội dung theo tệp mẫu")
        return None
    return _Walk(text, start, report).node(root, 0)


def _root(text: str) -> yaml.Node | None:
    """YAML's own nodes, by libyaml where it is there: it reads a nation's stations in a second.

    What libyaml objects to goes to the parser in Python, whose words `syntax` knows.
    """
    if yaml.__with_libyaml__:
        from .swift import compose as swiftly

        with suppress(yaml.YAMLError):
            return swiftly(text)
    root: yaml.Node | None = yaml.compose(text, Loader=yaml.SafeLoader)
    return root


class _Walk:
    """Turns YAML's own nodes into ours, noting what we do not take."""

    def __init__(self, text: str, start: Place, report: Report) -> None:
        self._text = text
        self._start = start
        self._report = report
        self._seen: set[int] = set()

    def node(self, node: yaml.Node, depth: int) -> Node | None:
        place = self._place(node.start_mark)
        if id(node) in self._seen:
            self._report.add(
                place, "yaml.alias", "dùng lại mục này bằng dấu *", "viết đầy đủ ở từng chỗ"
            )
            return None
        self._seen.add(id(node))
        if depth > DEEPEST:
            self._report.add(place, "yaml.deep", "lồng quá nhiều lớp", "viết lại theo tệp mẫu")
            return None
        if isinstance(node, yaml.ScalarNode):
            return Node(place, self._scalar(node, place))
        if isinstance(node, yaml.SequenceNode):
            items = [self.node(each, depth + 1) for each in node.value]
            return Node(place, [item for item in items if item is not None])
        return Node(place, self._mapping(node, depth))

    def _scalar(self, node: yaml.ScalarNode, place: Place) -> str:
        """The text; blanks, or `~` or `null` without quotes, are empty."""
        if _UNSPEAKABLE.search(node.value):
            what = "có ký tự điều khiển viết bằng dấu \\"
            self._report.add(place, "file.character", what, "bỏ dấu \\ và chữ ngay sau nó")
        blank = not node.value.strip() or (not node.style and node.value in ("~", "null"))
        return "" if blank else _UNSPEAKABLE.sub(" ", node.value)

    def _mapping(self, node: yaml.Node, depth: int) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for key, value in node.value:
            place = self._place(key.start_mark)
            if not isinstance(key, yaml.ScalarNode):
                self._report.add(place, "yaml.key", "tên mục không phải chữ", "sửa tên mục")
                continue
            former = found.get(key.value)
            if former is not None and former.key is not None:
                self._report.add(
                    place,
                    "yaml.duplicate-key",
                    f"mục “{key.value}” viết hai lần (lần trước ở dòng {former.key.line})",
                    "bỏ một trong hai",
                )
                continue
            inside = self.node(value, depth + 1)
            if inside is not None:
                found[key.value] = replace(inside, key=place)
        return found

    def _place(self, mark: yaml.Mark) -> Place:
        return self._start.after(self._text, mark.index)
