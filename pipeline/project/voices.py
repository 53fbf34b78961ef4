"""voices/*.yaml and voices/lexicon/*.yaml: who can speak, and how odd words are said."""

from collections.abc import Callable

from ..model import Lexeme, Setting, Voice, VoiceChoice
from .fields import Fields
from .files import Shelf
from .nodes import Node, Report, compose

Engines = Callable[[], tuple[str, ...]]


def read_voices(shelf: Shelf, report: Report, engines: frozenset[str]) -> dict[str, Voice]:
    """Voices by id. `engines` are the names a choice may use."""
    voices: dict[str, Voice] = {}
    for path in shelf.find("voices/*.yaml"):
        start, text = shelf.start(path), shelf.text(path)
        if text is None:
            continue
        fields = Fields(compose(text, start, report), report, start)
        voice = Voice(
            id=fields.text("id"),
            name=fields.text("name"),
            language=fields.text("language", "vi"),
            choices=fields.list_of("choices", lambda node: _choice(node, report, engines), 1),
        )
        if voice.id in voices:
            fields.refuse("id", f"đã có giọng khác mang mã “{voice.id}”", "đặt mã khác")
        fields.close()
        voices[voice.id] = voice
    return voices


def _choice(node: Node, report: Report, engines: frozenset[str]) -> VoiceChoice:
    fields = Fields(node, report, node.place)
    choice = VoiceChoice(
        engine=fields.text("engine"),
        voice=fields.text("voice", ""),
        settings={name: _setting(value) for name, value in fields.pairs("settings").items()},
        syllables_per_second=fields.number("syllables_per_second", 3.5),
        mark_pause=fields.number("mark_pause", 0.25),
    )
    if choice.engine and choice.engine not in engines:
        known = ", ".join(sorted(engines))
        fields.refuse("engine", f"không có bộ đọc “{choice.engine}”", f"dùng: {known}")
    if not 0.5 <= choice.syllables_per_second <= 12:
        fields.refuse("syllables_per_second", "tốc độ đọc không hợp lý", "viết số từ 0.5 đến 12")
    fields.close()
    return choice


def _setting(text: str) -> Setting:
    """A setting as a number where it is one; engines know their own settings."""
    for kind in (int, float):
        try:
            value = kind(text)
        except ValueError:
            continue
        if value in (float("inf"), float("-inf")) or value != value:
            return text
        return value
    return text


def read_lexicon(shelf: Shelf, report: Report) -> tuple[Lexeme, ...]:
    """All entries of the project's lexicon."""
    lexemes: list[Lexeme] = []
    for path in shelf.find("voices/lexicon/*.yaml"):
        start, text = shelf.start(path), shelf.text(path)
        node = compose(text, start, report) if text else None
        if node is None:
            continue
        if not isinstance(node.value, list):
            report.add(
                start, "lexicon.list", "từ điển phải là danh sách", "mỗi từ bắt đầu bằng dấu -"
            )
            continue
        lexemes += [_lexeme(each, report) for each in node.value]
    return tuple(lexemes)


def _lexeme(node: Node, report: Report) -> Lexeme:
    fields = Fields(node, report, node.place)
    lexeme = Lexeme(
        written=fields.text("written"),
        spoken=fields.text("spoken"),
        before=fields.list_of("before", _word),
        after=fields.list_of("after", _word),
    )
    fields.close()
    return lexeme


def _word(node: Node) -> str | None:
    return node.value if isinstance(node.value, str) else None
