"""`truyenthanh say`: how a line will be read."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..reading import Reading


@click.command(short_help="Một câu sẽ được đọc lên thế nào.")
@click.argument("text", metavar="CÂU")
@click.option(
    "--explain", "explaining", is_flag=True, help="Kèm từng chỗ được đọc theo quy tắc nào."
)
def say(text: str, explaining: bool) -> int:
    """Cho biết một câu sẽ được đọc lên như thế nào; dấu - thì đọc từng dòng từ đầu vào."""
    from ..reading import Lexicon, read

    lexicon = Lexicon()
    unread = False
    for line in (row.rstrip("\n") for row in sys.stdin) if text == "-" else [text]:
        reading = read(line, lexicon)
        click.echo(reading.spoken)
        for explained in explain(reading) if explaining else ():
            click.echo(explained)
        for span in reading.unread:
            unread = True
            click.echo(f"✗ không đọc được “{span.written}” (ký tự {span.start + 1})", err=True)
    return 2 if unread else 0


def explain(reading: "Reading") -> Iterator[str]:
    """A line for each place that a rule has read."""
    for span in reading.spans:
        if span.rule and span.rule != "mark":
            doubt = "" if span.sure else "  (nên xem lại)"
            said = span.spoken.strip() or "(im lặng)"
            yield f"    {span.written.strip()} → {said}  [{span.rule}]{doubt}"
