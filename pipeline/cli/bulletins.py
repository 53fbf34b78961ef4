"""`truyenthanh bulletins`: make a week's bundles."""

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import options
from .main import SOME_FAILED

if TYPE_CHECKING:
    from ..api import Run


@click.command(short_help="Làm bản tin cả tuần cho các đài.")
@options.weekly
@options.draft
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="THƯ-MỤC",
    help="Nơi đặt kết quả. Mặc định: output trong thư mục dự án.",
)
@click.option("--jobs", type=click.IntRange(min=1), metavar="SỐ", help="Số việc làm cùng lúc.")
@options.wait
def bulletins(wait: int, **asked: Any) -> int:
    """Làm bản tin tuần cho các đài: đọc, trộn nhạc, đóng gói, kiểm tra.

    Chỉ những gì đã duyệt (truyenthanh approve) mới được vào bản tin. Bản thử (--draft) lấy tất cả,
    mở đầu bằng câu “Bản thử.”, nằm riêng trong output/ban-thu, không phát hành được.
    """
    from .. import api
    from ..api.journal import journal
    from .progress import Progress
    from .summary import summary

    start = time.monotonic()
    run = options.run(wait=wait * 60, **asked)
    with journal(run.folder.log(run.week)), Progress() as progress:
        result = api.bulletins(run, progress)
    text, code = summary(run, result, time.monotonic() - start)
    click.echo(text, err=True)
    own = run.output or run.draft  # what is tried out, or kept apart, goes nowhere by itself
    return code if own or _sent_on(run) else max(code, SOME_FAILED)


def _sent_on(run: "Run") -> bool:
    """Send the output folder where the project says it goes by itself; whether it got there."""
    from ..api import load
    from ..api.elsewhere import Errand, automatic
    from ..api.journal import journal
    from .publish import everywhere

    project = load(run.folder.root)
    if not automatic(project):
        return True
    with journal(run.folder.log(run.week)), run.folder.lock(run.wait):
        return everywhere(Errand(run.folder, run.folder.output), project, run.offline)
