"""`truyenthanh publish`: the site and its bundles to another place."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..figures import count, size
from . import options

if TYPE_CHECKING:
    from ..api.elsewhere import Errand
    from ..elsewhere import Sent, Step, Tell
    from ..model import Destination, Project
    from ..plan import Week


@click.command(short_help="Gửi trang web và các gói lên nơi khác.")
@click.argument("to", metavar="[NƠI-ĐẾN]", required=False, default="")
@options.folder
@options.week_of(
    "Chỉ gửi một tuần, trang cũng chỉ nêu tuần ấy",
    "chosen",
    otherwise="Dùng nhiều lần được.",
    multiple=True,
)
@click.option(
    "--remove-old",
    is_flag=True,
    help="Xóa ở nơi đến các tuần và các đài không còn trong lần gửi này.",
)
@options.made
@options.wait
def publish(
    to: str,
    folder: Path | None,
    chosen: "tuple[Week, ...]",
    remove_old: bool,
    output: Path | None,
    wait: int,
) -> int:
    """Gửi trang web và các gói lên nơi khác, theo thứ tự để người xem không gặp chỗ trống nào.

    NƠI-ĐẾN là đường dẫn một thư mục hay ổ mạng, địa chỉ kho s3://tên-kho/thư-mục, hoặc tên một nơi
    trong mục publish của project.yaml; bỏ trống thì gửi đến mọi nơi có ghi auto: true. Đứt giữa
    chừng thì chạy lại: chỉ phần còn thiếu được gửi tiếp. Khóa của kho đặt trong biến môi trường
    AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY hoặc tệp ~/.aws/credentials.
    """
    from ..api import load
    from ..api.elsewhere import Errand, automatic, destination

    place = options.find(folder)
    errand = Errand(
        folder=place,
        output=output or place.output,
        weeks=tuple(map(str, sorted(chosen))),
        alone=remove_old,
    )
    project = load(place.root)
    if not to and not automatic(project):
        raise click.UsageError(
            "Hãy nêu nơi đến, hoặc ghi vào mục publish của project.yaml một nơi có auto: true."
        )
    with place.lock(wait * 60):
        if not to:
            return 0 if everywhere(errand, project) else 1
        meant = destination(project, to)
        with shown() as tell:
            sent = errand.run(project, meant, tell)
    click.echo(farewell(meant, sent), err=True)
    return 0


def everywhere(errand: "Errand", project: "Project", offline: bool = False) -> bool:
    """Send to the places everything goes to by itself, and say so; whether it got there."""
    from ..api.elsewhere import follow

    arrived = True
    with shown() as tell:
        for to, came in follow(errand, project, offline, tell):
            if came is None:
                click.echo(f"• Chưa gửi đến {to.name}: đang chạy không dùng mạng.", err=True)
            elif isinstance(came, str):
                arrived = False
                click.echo(f"⚠ Chưa gửi được đến {to.name}: {came}", err=True)
                click.echo(f"  Gửi lại: truyenthanh publish {to.name}", err=True)
            else:
                click.echo(farewell(to, came), err=True)
    return arrived


def farewell(to: "Destination", sent: "Sent") -> str:
    """One sentence for the person who waited."""
    where = f"{to.name} ({to.to})" if to.name else to.to
    removed = f", đã xóa {count(sent.removed)} tệp cũ" if sent.removed else ""
    if not sent.sent:
        return f"✓ {where} đã có đủ {count(sent.kept)} tệp, không phải gửi gì{removed}."
    kept = f"; {count(sent.kept)} tệp đã có sẵn" if sent.kept else ""
    return f"✓ Đã gửi {count(sent.sent)} tệp ({size(sent.bytes)}) đến {where}{kept}{removed}."


@contextmanager
def shown() -> Iterator["Tell"]:
    """A bar on a terminal; elsewhere nothing."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("đang gửi"), BarColumn(bar_width=32), DownloadColumn())
    console = Console(stderr=True)
    with Progress(
        *columns,
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as bar:
        task = bar.add_task("", total=None)

        def tell(step: "Step") -> None:
            if step.deed == "sent":
                bar.update(task, advance=step.bytes, total=step.of)

        yield tell
