"""`truyenthanh measure`: figures of sound files."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from .gauge import Gauged


@click.command(short_help="Đo tệp âm thanh.")
@click.argument("files", metavar="TỆP…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="In ra JSON cho máy đọc, mỗi tệp một dòng.")
@click.option(
    "--picture",
    metavar="TỆP.svg",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Vẽ dạng sóng và độ to của một tệp thành hình SVG (mở bằng trình duyệt, in được).",
)
def measure(files: tuple[Path, ...], as_json: bool, picture: Path | None) -> int:
    """Đo tệp âm thanh: độ to, đỉnh, khoảng lặng, tốc độ đọc, định dạng, thẻ.

    Tệp MP3 nằm trong gói đã làm thì cho biết thêm tốc độ đọc và các phần của bản tin.
    """
    from ..errors import SoundError, refusal
    from .gauge import gauge
    from .main import DONE, FILES_WRONG

    if picture is not None:
        _check(files, picture)
    code = DONE
    for path in files:
        try:
            measured = gauge(path)
            click.echo(measured.as_json() if as_json else measured.as_table())
            if picture is not None:
                _draw(measured, picture)
        except SoundError as error:
            click.echo(f"✗ {path}: {error}", err=True)
            code = FILES_WRONG
        except OSError as error:
            click.echo(f"✗ {path}: {refusal(error, 'đọc')}", err=True)
            code = FILES_WRONG
    return code


def _check(files: tuple[Path, ...], picture: Path) -> None:
    if len(files) > 1:
        raise click.UsageError("Mỗi lần chỉ vẽ hình của một tệp: hãy nêu một tệp âm thanh thôi.")
    if picture.suffix.lower() != ".svg":
        raise click.UsageError(
            f"Hình chỉ vẽ dạng SVG: hãy đặt tên {picture.with_suffix('.svg').name}. "
            "Trình duyệt nào cũng mở được hình này, và in ra vẫn nét."
        )


def _draw(measured: "Gauged", to: Path) -> None:
    from ..errors import StoreError, refusal

    try:
        to.write_text(measured.as_picture(), encoding="utf-8")
    except OSError as error:
        raise StoreError(f"Không ghi được hình vào {to}: {refusal(error)}") from error
    click.echo(f"✓ Đã vẽ hình vào {to}", err=True)
