"""How odd words are said: voices/lexicon/*.yaml, and `lexicon` of a campaign or a station."""

import re

from ..model import Lexeme
from .fields import Fields
from .files import Shelf
from .nodes import Node, compose
from .report import Report

_ENTRY = re.compile(r"^[ \t]*[^\s#]", re.MULTILINE)  # a line that is no comment


def read_lexicon(shelf: Shelf, report: Report) -> tuple[Lexeme, ...]:
    """All entries of the project's lexicon."""
    reader = _Reader(report, "project")
    for path in shelf.find("voices/lexicon/*.yaml"):
        start, text = shelf.start(path), shelf.text(path)
        if text is None or not _ENTRY.search(text):
            continue
        node = compose(text, start, report)
        if node is None:
            continue
        if not isinstance(node.value, list):
            fix = "viết mỗi từ thành một mục bắt đầu bằng dấu -"
            report.lose(node.place, "lexicon.list", "từ điển phải là danh sách", fix)
            continue
        reader.lexemes += map(reader.read, node.value)
    return tuple(reader.lexemes)


def read_own_lexicon(fields: Fields, report: Report, layer: str) -> tuple[Lexeme, ...]:
    """The entries of a campaign or a station."""
    reader = _Reader(report, layer)
    fields.list_of("lexicon", lambda node: reader.lexemes.append(reader.read(node)))
    return tuple(reader.lexemes)


class _Reader:
    """Reads entries, each form once."""

    def __init__(self, report: Report, layer: str) -> None:
        self.lexemes: list[Lexeme] = []
        self._report = report
        self._layer = layer
        self._seen: set[tuple[str, tuple[str, ...], tuple[str, ...]]] = set()

    def read(self, node: Node) -> Lexeme:
        fields = Fields(node, self._report, node.place)
        lexeme = Lexeme(
            written=fields.text("written"),
            spoken=fields.text("spoken"),
            layer=self._layer,
            before=fields.texts("before"),
            after=fields.texts("after"),
            examples=fields.list_of("examples", self._example),
        )
        form = (lexeme.written, lexeme.before, lexeme.after)
        if lexeme.written and form in self._seen:
            what = f"“{lexeme.written}” đã có trong từ điển"
            fields.refuse("written", what, "bỏ một trong hai mục", "lexicon.twice")
        self._seen.add(form)
        fields.close()
        return lexeme

    def _example(self, node: Node) -> tuple[str, str]:
        fields = Fields(node, self._report, node.place)
        example = fields.text("written"), fields.text("spoken")
        fields.close()
        return example
