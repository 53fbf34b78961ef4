"""`truyenthanh proof`: printed pages to read, correct and sign."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options
from .clock import now
from .subjects import chosen

if TYPE_CHECKING:
    from ..plan import Week


@click.command(short_help="In thử để đọc, sửa và ký duyệt.")
@click.argument("names", metavar="[MỤC]…", nargs=-1)
@options.folder
@options.week_of("Chỉ những gì sẽ nghe trong tuần")
@click.option(
    "--to",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="THƯ-MỤC",
    help="Nơi đặt bản in. Mặc định: output/in-thu trong thư mục dự án.",
)
def proof(
    names: tuple[str, ...], folder: Path | None, week: "Week | None", to: Path | None
) -> None:
    """Làm bản in thử, mỗi tin một trang: chữ đã viết bên cạnh đúng lời sẽ nghe.

    Kèm những cách đọc cần xem lại, chỗ lint đánh dấu, giọng, thời lượng, ô ký duyệt. Có bản PDF để
    in và bản HTML để xem. MỤC như ở lệnh approve; không ghi thì in cả dự án.
    """
    from ..api import load, preview
    from ..api.proofing import heard_in, print_proofs, sheets

    home = options.find(folder)
    project = load(home.root)
    subjects = set(chosen(project, names)) if names else None
    if week is not None:
        run = options.run(folder, week, (), offline=True, voice=None, draft=True)
        heard = heard_in(preview(run))
        subjects = heard if subjects is None else heard & subjects
    today = now().date()
    found = sheets(project, today, subjects)
    pdf, page = print_proofs(home, project, found, to or home.output / "in-thu")
    click.echo(f"✓ Đã làm bản in thử {len(found)} mục:\n  {pdf}\n  {page}", err=True)
    click.echo("Đọc, ký rồi ghi vào sổ: truyenthanh approve MỤC --by TÊN --role CHỨC-VỤ", err=True)
