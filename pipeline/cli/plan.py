"""`truyenthanh plan`: what will be said, before anything is made."""

import sys
from typing import Any

import click

from . import options


@click.command(short_help="Xem trước từng lời sẽ đọc.")
@options.weekly
@options.draft
@click.option("--json", "as_json", is_flag=True, help="In ra JSON cho máy đọc.")
def plan(as_json: bool, **asked: Any) -> None:
    """Xem trước cả tuần với đúng từng lời sẽ đọc; không làm ra tệp nào."""
    from ..api import preview

    planned = preview(options.run(**asked))
    if as_json:
        import msgspec

        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(planned)) + b"\n")
        return
    from .outline import outline

    for line in outline(planned):
        click.echo(line)
