"""How odd words are said: voices/lexicon/*.yaml, and `lexicon` of a campaign or a station."""

import re
from pathlib import Path

import yaml

from ..errors import TruyenThanhError, refusal
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


def add_lexeme(root: Path, lexeme: Lexeme) -> Path:
    """Append an entry to the project's lexicon file; the file.

    What is to be said must be plain Vietnamese words. Raises TruyenThanhError.
    """
    spoken = " ".join(lexeme.spoken.split())
    if not lexeme.written.strip() or not _speakable(spoken):
        raise TruyenThanhError(f"{_unspeakable(spoken)}. Hãy {WORDS_ONLY}.")
    path = root / FILE
    entry = yaml.safe_dump([_row(lexeme)], allow_unicode=True, width=1000, sort_keys=False)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        gap = "" if before.endswith("\n") or not before else "\n"
        with path.open("a", encoding="utf-8") as file:
            file.write(gap + entry)
    except OSError as error:
        raise TruyenThanhError(f"Không ghi được {path}: {refusal(error)}") from error
    return path


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
