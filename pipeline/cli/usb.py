"""`truyenthanh usb`: a station's bundle onto a stick."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from ..plan import Week
    from ..usb.copying import Tell


@click.command(short_help="Chép gói của một đài vào thẻ USB.")
@click.argument(
    "stick", metavar="THẺ", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@options.folder
@click.option("--station", "code", required=True, metavar="MÃ", help="Mã đài cần chép gói.")
@options.week_of("Tuần cần chép", otherwise="Mặc định: tuần mới nhất đã làm.")
@options.made
@click.option(
    "--any-folder",
    is_flag=True,
    help="Chép vào thư mục này dù nó không nằm trên thẻ nhớ rời định dạng FAT.",
)
def usb(
    stick: Path,
    folder: Path | None,
    code: str,
    week: "Week | None",
    output: Path | None,
    any_folder: bool,
) -> None:
    r"""Chép gói của một đài vào thẻ USB, đúng thứ tự phát, rồi đọc lại để chắc chắn.

    THẺ là chỗ thẻ hiện ra trên máy: E:\ trên Windows, /media/… trên Linux, /Volumes/… trên macOS.
    Những gì khác trên thẻ được giữ nguyên; gói cũ của đài được thay bằng gói mới.
    """
    from ..usb import bundle_of, copy, volume_of
    from ..usb.wording import company, farewell

    wanted = str(week) if week else None
    bundle = bundle_of(output or options.find(folder).output, code, wanted)
    if not any_folder:
        volume_of(stick).permit(stick)
    with _shown() as tell:
        copied = copy(bundle, stick, tell)
    if others := company(copied):
        click.echo(others, err=True)
    click.echo(farewell(copied))


@contextmanager
def _shown() -> Iterator["Tell"]:
    """A bar on a terminal; elsewhere nothing, as it is over in a minute."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(bar_width=32), TaskProgressColumn())
    console = Console(stderr=True)
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("đang chép", total=None)

        def tell(done: int, of: int) -> None:
            word = "đang chép" if done * 2 <= of else "đang đọc lại"
            bar.update(task, completed=done, total=of, description=word)

        yield tell
