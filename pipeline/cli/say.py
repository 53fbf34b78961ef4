"""`truyenthanh say`: how a line will be read; with `-`, a filter of lines."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..reading import Reading, Span

FILTER = "-"


@click.command(short_help="Một câu sẽ được đọc lên thế nào.")
@click.argument("text", metavar="CÂU")
@click.option(
    "--explain",
    "explaining",
    is_flag=True,
    help="Kèm từng chỗ được đọc: thành gì, thuộc loại nào, theo quy tắc nào, có chắc không.",
)
def say(text: str, explaining: bool) -> int:
    """Cho biết một câu sẽ được đọc lên như thế nào.

    Dấu - thì đọc từng dòng từ đầu vào, mỗi dòng vào cho đúng một dòng ra. Chỗ không đọc được thì
    báo ra màn hình lỗi kèm dòng, cột và mục từ điển cần thêm, các dòng khác vẫn ra đủ.
    """
    from ..reading import read

    unread = False
    for number, line in enumerate(_lines() if text == FILTER else [text], 1):
        reading = read(line)
        click.echo(reading.spoken)
        for explained in explain(reading) if explaining else ():
            click.echo(explained)
        for span in reading.unread:
            unread = True
            click.echo(_missing(span, number), err=True)
    return 2 if unread and text != FILTER else 0


def explain(reading: "Reading") -> Iterator[str]:
    """A line for each place that a rule has read."""
    for span in reading.spans:
        if span.rule and span.rule != "mark":
            doubt = "" if span.sure else "  (nên xem lại)"
            said = span.spoken.strip() or "(im lặng)"
            yield f"    {span.written.strip()} → {said}  [{span.kind}: {span.rule}]{doubt}"
        elif span.kind == "unread":
            yield f"    {span.written} → ?  [không đọc được]"


def _lines() -> Iterator[str]:
    """Lines end with a line feed and nothing else, so that as many go out as came in."""
    for row in sys.stdin.buffer:
        yield row.decode("utf-8", "replace").rstrip("\r\n")


def _missing(span: "Span", line: int) -> str:
    return (
        f"✗ dòng {line}:{span.start + 1}: không đọc được “{span.written}”: viết ra chữ như khi nói,"
        f' hoặc thêm vào voices/lexicon một mục: - {{written: "{span.written}", spoken: "…"}}'
    )
