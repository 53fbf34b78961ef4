"""`truyenthanh say`: how a line will be read."""

import sys

import click


@click.command(short_help="Một câu sẽ được đọc lên thế nào.")
@click.argument("text", metavar="CÂU")
@click.option("--explain", is_flag=True, help="Kèm từng chỗ được đọc theo quy tắc nào.")
def say(text: str, explain: bool) -> int:
    """Cho biết một câu sẽ được đọc lên như thế nào; dấu - thì đọc từng dòng từ đầu vào."""
    from ..reading import Lexicon, read

    lexicon = Lexicon()
    unread = False
    for line in (row.rstrip("\n") for row in sys.stdin) if text == "-" else [text]:
        reading = read(line, lexicon)
        click.echo(reading.spoken)
        if explain:
            for span in reading.spans:
                if span.rule:
                    doubt = "" if span.sure else " (chưa chắc)"
                    click.echo(f"    {span.written} → {span.spoken} [{span.rule}]{doubt}")
        for span in reading.unread:
            unread = True
            click.echo(f"✗ không đọc được “{span.written}” (ký tự {span.start + 1})", err=True)
    return 2 if unread else 0
