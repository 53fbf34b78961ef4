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
@click.argument("words", metavar="[CHỮ]…", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Kèm cả các bảng có sẵn trong phần mềm.")
@options.folder
def show(words: tuple[str, ...], everything: bool, folder: Path | None) -> None:
    """Liệt kê các mục, lớp sau thắng lớp trước: có sẵn, dự án, chiến dịch, đài.

    Ghi CHỮ thì chỉ tìm chữ ấy, trong cả các bảng có sẵn.
    """
    from ..api import load
    from ..reading import built_in

    project = load(options.find(folder).root)
    if everything or words:
        _print("có sẵn", tuple(built_in()), words)
    for where, lexemes in _layers(project):
        _print(where, lexemes, words)


@lexicon.command("add")
@click.argument("written", metavar="CHỮ")
@click.argument("spoken", metavar="CÁCH-ĐỌC")
@click.option("--before", multiple=True, metavar="CHỮ", help="Chỉ khi đứng ngay sau chữ này.")
@click.option("--after", multiple=True, metavar="CHỮ", help="Chỉ khi đứng ngay trước chữ này.")
@click.option(
    "--example",
    "examples",
    nargs=2,
    multiple=True,
    metavar="CÂU CÁCH-ĐỌC",
    help="Câu thử.",
)
@options.folder
def add(
    written: str,
    spoken: str,
    before: tuple[str, ...],
    after: tuple[str, ...],
    examples: tuple[tuple[str, str], ...],
    folder: Path | None,
) -> None:
    """Thêm một từ: viết là CHỮ thì đọc là CÁCH-ĐỌC."""
    from ..api.writing import add_word
    from ..model import Lexeme

    lexeme = Lexeme(written=written, spoken=spoken, before=before, after=after, examples=examples)
    path = add_word(options.find(folder), lexeme)
    click.echo(f"✓ Đã thêm vào {path}: {_line(lexeme)}", err=True)


@lexicon.command("test")
@options.folder
def try_out(folder: Path | None) -> int:
    """Đọc thử mọi ví dụ (examples) ghi trong từ điển, mỗi lớp với những lớp dưới nó."""
    from ..api import load, say
    from ..reading import Lexicon

    project = load(options.find(folder).root)
    shared = Lexicon().over(project.lexicon)
    tried = wrong = 0
    for where, lexemes in _layers(project):
        known = shared if lexemes is project.lexicon else shared.over(lexemes)
        for written, spoken in (each for lexeme in lexemes for each in lexeme.examples):
            tried += 1
            said = say(written, known)
            if said != spoken:
                wrong += 1
                click.echo(f"✗ [{where}] {written}\n    đọc ra: {said}\n    cần là: {spoken}")
    click.echo(f"Đã thử {tried} ví dụ, {wrong} ví dụ đọc sai.", err=True)
    return 1 if wrong else 0


@lexicon.command("why")
@click.argument("text", metavar="CÂU")
@click.option("--campaign", metavar="MÃ", help="Đọc như trong chiến dịch này.")
@click.option("--station", metavar="MÃ", help="Đọc như ở đài này.")
@options.folder
def why(text: str, campaign: str | None, station: str | None, folder: Path | None) -> None:
    """Từng chỗ trong câu được đọc theo mục hay quy tắc nào."""
    from ..api import load
    from ..reading import Lexicon, read
    from .say import explain

    project = load(options.find(folder).root)
    known = Lexicon().over(project.lexicon)
    for code, owners in (
        (campaign, {each.id: each for each in project.campaigns}),
        (station, {each.code: each for each in project.stations}),
    ):
        if code is not None:
            if code not in owners:
                raise click.BadParameter(f"không có “{code}”; đang có: {', '.join(owners)}")
            known = known.over(owners[code].lexicon)
    reading = read(text, known)
    click.echo(reading.spoken)
    for line in explain(reading):
        click.echo(line)


def _layers(project: "Project") -> "Iterator[tuple[str, tuple[Lexeme, ...]]]":
    yield "dự án", project.lexicon
    for campaign in project.campaigns:
        yield f"chiến dịch {campaign.id}", campaign.lexicon
    for station in project.stations:
        yield f"đài {station.name}", station.lexicon


def _print(where: str, lexemes: "tuple[Lexeme, ...]", words: tuple[str, ...]) -> None:
    for lexeme in lexemes:
        if not words or lexeme.written in words:
            click.echo(f"{_line(lexeme)}  [{where}]")


def _line(lexeme: "Lexeme") -> str:
    left = f"({' / '.join(lexeme.before)}) " if lexeme.before else ""
    right = f" ({' / '.join(lexeme.after)})" if lexeme.after else ""
    return f"{left}{lexeme.written}{right} → {lexeme.spoken}"
