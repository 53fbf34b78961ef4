"""`truyenthanh bag`: a week's release for an archive."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from ..plan import Week


@click.command(short_help="Đóng một tuần thành túi BagIt để lưu trữ.")
@click.argument("to", metavar="NƠI-CẤT", type=click.Path(file_okay=False, path_type=Path))
@options.folder
@options.week_of("Tuần cần đóng", otherwise="Mặc định: tuần mới nhất đã làm.")
@options.made
def bag(to: Path, folder: Path | None, week: "Week | None", output: Path | None) -> int:
    """Kiểm tra rồi đóng cả tuần đã phát hành thành một túi BagIt (RFC 8493) để lưu trữ lâu dài.

    Cơ quan lưu trữ, thư viện kiểm tra túi này bằng công cụ BagIt của họ.
    """
    import msgspec

    from ..errors import PublishError
    from ..model import from_json
    from ..publish import names, verify
    from ..publish.bag import bag as bagged
    from ..publish.overview import Overview

    found = _newest(output or options.find(folder).output, week)
    faults = verify(found)
    for fault in faults:
        click.echo(f"✗ {fault}")
    if faults:
        told = f"Có {len(faults)} lỗi nên chưa đóng túi. Hãy chạy lại: truyenthanh bulletins"
        click.echo(told, err=True)
        return 1
    try:
        overview = from_json((found / names.RELEASE).read_bytes(), Overview)
    except (OSError, msgspec.DecodeError) as error:
        raise PublishError(f"Không đọc được {found / names.RELEASE} ({error}).") from error
    click.echo(f"✓ Đã đóng tuần {overview.week} thành túi lưu trữ: {bagged(found, to, overview)}")
    return 0


def _newest(output: Path, week: "Week | None") -> Path:
    """A published week's folder. Raises PublishError."""
    from ..errors import PublishError
    from ..publish import names

    there = sorted(path.parent for path in output.glob(f"*/{names.RELEASE}"))
    found = [each for each in there if week is None or each.name == str(week)]
    if not found:
        raise PublishError(
            f"Chưa có tuần nào như vậy trong {output}. Hãy chạy: truyenthanh bulletins"
        )
    return found[-1]
