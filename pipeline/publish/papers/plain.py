r"""Plain text for Notepad, phones and terminals.

UTF-8 with a byte order mark, because older Notepads take Vietnamese without one for another
encoding; lines end in \r\n and are folded to fit a narrow screen.
"""

import textwrap
from collections.abc import Iterable

WIDTH = 72  # columns


def page(lines: Iterable[str]) -> str:
    """Lines as one text file."""
    return "\ufeff" + "".join(f"{line}\r\n" for line in lines)


def fold(text: str, indent: str = "", first: str | None = None) -> list[str]:
    """One paragraph on as many lines as it needs. Words are never cut."""
    head = indent if first is None else first
    return textwrap.wrap(
        " ".join(text.split()),
        WIDTH,
        initial_indent=head,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
