"""`truyenthanh usb`: a station's bundle onto a stick."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from ..usb import Copied
    from ..usb.copying import Tell


@click.command(short_help="Chép gói của một đài vào thẻ USB.")
@click.argument(
    "stick", metavar="THẺ", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@options.folder
@click.option("--station", "code", required=True, metavar="MÃ", help="Mã đài cần chép gói.")
@click.option(
    "--week", metavar="TUẦN", help="Tuần cần chép, như 2026-W48. Mặc định: tuần mới nhất đã làm."
)
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
    week: str | None,
    output: Path | None,
    any_folder: bool,
) -> None:
    r"""Chép gói của một đài vào thẻ USB, đúng thứ tự phát, rồi đọc lại để chắc chắn.

    THẺ là chỗ thẻ hiện ra trên máy: E:\ trên Windows, /media/… trên Linux, /Volumes/… trên macOS.
    Những gì khác trên thẻ được giữ nguyên; gói cũ của đài được thay bằng gói mới.
    """
    from ..usb import copy, volume_of

    bundle = _bundle(output or options.find(folder).output, code, week)
    if not any_folder:
        volume_of(stick).permit(stick)
    with _shown() as tell:
        copied = copy(bundle, stick, tell)
    if copied.others:
        others = ", ".join(copied.others)
        click.echo(f"Lưu ý: thẻ còn gói của đài {others}; máy có thể phát cả gói đó.", err=True)
    click.echo(_farewell(copied))


def _bundle(output: Path, code: str, week: str | None) -> Path:
    """The station's published bundle. Raises PublishError."""
    from ..errors import PublishError
    from ..publish import names

    there = output.glob(f"*/{code}/{names.SUMS}") if names.is_station(code) else ()
    weeks = sorted(path.parents[1].name for path in there if names.is_week(path.parents[1].name))
    if week is not None:
        weeks = [each for each in weeks if each == week.upper()]
    if not weeks:
        when = f" tuần {week}" if week else ""
        raise PublishError(
            f"Chưa có gói{when} của đài {code} trong {output}. "
            f"Hãy làm trước: truyenthanh bulletins --station {code}"
        )
    return output / weeks[-1] / code


def _farewell(copied: "Copied") -> str:
    year, number = copied.week.split("-W")
    done = "Đã chép" if copied.changed else "Thẻ đã có sẵn"
    take = "hãy bấm Đẩy (Eject) rồi rút thẻ" if sys.platform == "darwin" else "có thể rút thẻ ra"
    return (
        f"✓ {done} {copied.bulletins} bản tin tuần {int(number)}/{year} của đài {copied.code} "
        f"({copied.name}) và đọc lại đúng cả; {take}."
    )


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
