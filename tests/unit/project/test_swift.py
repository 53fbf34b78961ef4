"""libyaml and the parser in Python give the same nodes in the same places."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

swift = pytest.importorskip("pipeline.project.swift", reason="PyYAML without libyaml")
ROOT = Path(__file__).parents[3]
FILES = sorted(path for path in ROOT.glob("*/**/*.yaml") if ".venv" not in path.parts)
LINES = st.sampled_from(
    ["a: 1", "b: 05:30", "- x", "  - y", "c:", 'd: "đ ế"', "e: >", "  lời", "# g", "f: [1, 2]", "~"]
)


def told(node: yaml.Node | None) -> object:
    """What a node is and where it stands."""
    if node is None:
        return None
    mark = node.start_mark
    where = (type(node).__name__, mark.index, mark.line, mark.column)
    if isinstance(node, yaml.MappingNode):
        return (*where, [(told(key), told(value)) for key, value in node.value])
    if isinstance(node, yaml.SequenceNode):
        return (*where, [told(each) for each in node.value])
    return (*where, node.value, node.style or "")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_people_wrote(path: Path) -> None:
    text = path.read_text("utf-8")
    assert told(swift.compose(text)) == told(yaml.compose(text, Loader=yaml.SafeLoader))


@given(st.lists(LINES, max_size=8).map("\n".join))
def test_what_both_can_read_they_read_alike(text: str) -> None:
    try:
        slow = told(yaml.compose(text, Loader=yaml.SafeLoader))
        fast = told(swift.compose(text))
    except yaml.YAMLError:
        return
    assert fast == slow


@pytest.mark.parametrize("text", ["[" * 150_000, "- " * 90_000, "{" * 100_000, "? " * 90_000])
def test_deep_nesting_is_an_error(text: str) -> None:
    with pytest.raises((RecursionError, yaml.YAMLError)):
        swift.compose(text)
