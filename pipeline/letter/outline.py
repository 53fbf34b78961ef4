"""The body of a letter as a tree: numbered headings, what hangs below each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from .lines import MARKER

HEADING = 30  # words; more of them are no heading


@dataclass
class Item:
    """A paragraph and those below it. `kind`: how it is marked ("digit", "dash", …); "" not at all."""

    text: str
    kind: str = ""
    below: list["Item"] = field(default_factory=list)

    @property
    def heads(self) -> bool:
        """Whether it only names what follows."""
        short = len(self.text.split()) <= HEADING and self.text[-1:] not in ".;"
        return self.text.endswith(":") or (bool(self.below) and short)

    def leaves(self) -> Iterator["Item"]:
        """Everything below that says something itself."""
        if self.text and not self.heads:
            yield self
        for item in self.below:
            yield from item.leaves()


def outline(paragraphs: Sequence[str]) -> Item:
    """All paragraphs below a root without text."""
    root = Item("")
    path: list[Item] = [root]
    for paragraph in paragraphs:
        match = MARKER.match(paragraph)
        kind = (match.lastgroup or "") if match else ""
        item = Item(paragraph[match.end() :].strip() if match else paragraph, kind)
        if kind:
            while len(path) > 1 and kind in [each.kind for each in path]:
                path.pop()
        else:
            while len(path) > 1 and path[-1].kind in ("dash", "plus", ""):
                path.pop()
        path[-1].below.append(item)
        path.append(item)
    return root
