"""`truyenthanh measure`: figures of sound files."""

from pathlib import Path

import click


@click.command(short_help="Đo tệp âm thanh.")
@click.argument(
    "files", metavar="TỆP…", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)
@click.option("--json", "as_json", is_flag=True, help="In ra JSON cho máy đọc, mỗi tệp một dòng.")
def measure(files: tuple[Path, ...], as_json: bool) -> int:
    """Đo tệp âm thanh: độ to, đỉnh, khoảng lặng, định dạng, thẻ."""
    raise NotImplementedError
