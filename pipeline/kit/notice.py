"""Electronic notice boards and newsletters: plain text for whoever types it in."""

from collections.abc import Iterator

from .channel import Files
from .content import Content
from .sentences import ended, rows
from .workshop import Workshop

COLUMNS, ROWS = 30, 4  # of one screen of a board; read in one glance


class Notice:
    """One running line, the same text screen by screen, and a column for a newsletter."""

    id = "bang-tin"
    title = "Bảng tin điện tử và bản tin"

    def make(self, content: Content, workshop: Workshop) -> Files:
        """See `Channel`."""
        return {
            "bang-tin-dien-tu.txt": workshop.text(
                "bang-tin-dien-tu.txt",
                content,
                running=running(content),
                screens=list(screens(content)),
            ),
            "ban-tin.txt": workshop.text("ban-tin.txt", content),
        }


def running(content: Content) -> str:
    """The line that runs along a board."""
    return f"{ended(content.title)} {content.call}"


def screens(content: Content) -> Iterator[list[str]]:
    """Rows of each screen. A paragraph begins a screen of its own; no word is cut."""
    for text in (content.title, *(each.text for each in content.passages), content.call):
        lines = rows(text, COLUMNS)
        count = -(-len(lines) // ROWS)
        each = -(-len(lines) // max(count, 1))  # screens of one paragraph are about equally full
        for start in range(0, len(lines), each or 1):
            yield lines[start : start + each]
