"""`truyenthanh lexicon`: what is said for odd words, and trying it out."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from ..model import Lexeme, Project


@click.group(short_help="Từ điển phát âm: xem, thêm, thử.")
def lexicon() -> None:
    """Từ điển phát âm của dự án: xem, thêm từ, thử ví dụ, hỏi vì sao đọc vậy."""


@lexicon.command("list")
@options.folder
def show(folder: Path | None) -> None:
    """Liệt kê mọi mục, lớp sau thắng lớp trước: dự án, chiến dịch, đài."""
    from ..api import load

    project = load(options.find(folder).root)
    for where, lexemes in _layers(project):
        for lexeme in lexemes:
            click.echo(f"{lexeme.written} → {lexeme.spoken}  [{where}]")


@lexicon.command("add")
@click.argument("written", metavar="CHỮ")
@click.argument("spoken", metavar="CÁCH-ĐỌC")
@options.folder
def add(written: str, spoken: str, folder: Path | None) -> None:
    """Thêm một từ: viết là CHỮ thì đọc là CÁCH-ĐỌC."""
    from ..project import add_lexeme

    path = add_lexeme(options.find(folder).root, written, spoken)
    click.echo(f"✓ Đã thêm vào {path}: {written} → {spoken}", err=True)


@lexicon.command("test")
@options.folder
def try_out(folder: Path | None) -> int:
    """Đọc thử mọi ví dụ (examples) ghi trong từ điển."""
    from ..api import load, say
    from ..reading import Lexicon

    project = load(options.find(folder).root)
    known, tried, wrong = Lexicon(), 0, 0
    for where, lexemes in _layers(project):
        known = known.over(lexemes)
        for lexeme in lexemes:
            for written, spoken in lexeme.examples:
                tried += 1
                said = say(written, known)
                if said != spoken:
                    wrong += 1
                    click.echo(f"✗ [{where}] {written}\n    đọc ra: {said}\n    cần là: {spoken}")
    click.echo(f"Đã thử {tried} ví dụ, {wrong} ví dụ đọc sai.", err=True)
    return 1 if wrong else 0


@lexicon.command("why")
@click.argument("text", metavar="CÂU")
@options.folder
def why(text: str, folder: Path | None) -> None:
    """Từng chỗ trong câu được đọc theo mục hay quy tắc nào."""
    from ..api import load
    from ..reading import Lexicon, read
    from .say import explain

    project = load(options.find(folder).root)
    reading = read(text, Lexicon().over(project.lexicon))
    click.echo(reading.spoken)
    for line in explain(reading):
        click.echo(line)


def _layers(project: "Project") -> "Iterator[tuple[str, tuple[Lexeme, ...]]]":
    yield "dự án", project.lexicon
    for campaign in project.campaigns:
        yield f"chiến dịch {campaign.id}", campaign.lexicon
    for station in project.stations:
        yield f"đài {station.name}", station.lexicon
