"""How odd words are said: voices/lexicon/*.yaml, and `lexicon` of a campaign or a station."""

import re
from pathlib import Path

import yaml

from ..errors import TruyenThanhError
from ..model import Lexeme
from ..reading import say
from .fields import Fields
from .files import Shelf
from .nodes import Node, compose
from .report import Report

FILE = Path("voices", "lexicon", "chung.yaml")  # where `truyenthanh lexicon add` writes
WORDS_ONLY = "viết ra chữ như khi nói, không dùng chữ số, chữ viết tắt hay dấu lạ"
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
        for each in node.value:
            reader.read(each)
    return tuple(reader.lexemes)


def read_own_lexicon(fields: Fields, report: Report, layer: str) -> tuple[Lexeme, ...]:
    """The entries of a campaign or a station."""
    reader = _Reader(report, layer)
    fields.list_of("lexicon", reader.read)
    return tuple(reader.lexemes)


def lexicon_file(root: Path) -> Path:
    """The file of the project's lexicon to which entries are added."""
    return root / FILE


def with_lexeme(before: str, lexeme: Lexeme) -> str:
    """The content of that file with one more entry, in place of one for the same form.

    What is to be said must be plain Vietnamese words. Raises TruyenThanhError.
    """
    spoken = " ".join(lexeme.spoken.split())
    if not lexeme.written.strip() or not _speakable(spoken):
        raise TruyenThanhError(f"{_unspeakable(spoken)}. Hãy {WORDS_ONLY}.")
    entry = yaml.safe_dump([_row(lexeme)], allow_unicode=True, width=1000, sort_keys=False)
    kept = _without(before, lexeme)
    gap = "" if kept.endswith("\n") or not kept else "\n"
    return kept + gap + entry


def _without(text: str, lexeme: Lexeme) -> str:
    """The text less the entry for the same form, if it has one. Broken text stays as it is."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return text
    wanted = _form(_row(lexeme))
    if not isinstance(root, yaml.SequenceNode) or root.flow_style:
        return text
    for node in root.value:
        row = yaml.safe_load(yaml.serialize(node))
        if isinstance(row, dict) and _form(row) == wanted:
            start = text.rfind("\n", 0, node.start_mark.index) + 1
            return text[:start] + text[node.end_mark.index :].lstrip("\n")
    return text


def _form(row: dict[str, object]) -> tuple[str, ...]:
    return tuple(str(row.get(name) or []) for name in ("written", "before", "after"))


def _row(lexeme: Lexeme) -> dict[str, object]:
    """The entry as a person would write it."""
    row: dict[str, object] = {
        "written": lexeme.written.strip(),
        "spoken": " ".join(lexeme.spoken.split()),
    }
    row |= {"before": list(lexeme.before)} if lexeme.before else {}
    row |= {"after": list(lexeme.after)} if lexeme.after else {}
    if lexeme.examples:
        row["examples"] = [{"written": text, "spoken": said} for text, said in lexeme.examples]
    return row


def _speakable(spoken: str) -> bool:
    """Whether these are words the reader leaves as they are, so that nothing else is voiced."""
    return spoken != "" and say(spoken) == " ".join(spoken.split())


def _unspeakable(spoken: str) -> str:
    return f"“{spoken}” chưa phải lời nói thuần tiếng Việt"


class _Reader:
    """Reads entries, each form once."""

    def __init__(self, report: Report, layer: str) -> None:
        self.lexemes: list[Lexeme] = []
        self._report = report
        self._layer = layer
        self._seen: set[tuple[str, tuple[str, ...], tuple[str, ...]]] = set()

    def read(self, node: Node) -> None:
        """Keep the entry that is written here."""
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
        if lexeme.spoken and not _speakable(lexeme.spoken):
            fields.refuse("spoken", _unspeakable(lexeme.spoken), WORDS_ONLY, "lexicon.spoken")
        fields.close()
        if lexeme.written and lexeme.spoken:
            self.lexemes.append(lexeme)

    def _example(self, node: Node) -> tuple[str, str]:
        fields = Fields(node, self._report, node.place)
        example = fields.text("written"), fields.text("spoken")
        fields.close()
        return example
