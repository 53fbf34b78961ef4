"""`truyenthanh init`: a new project to begin from."""

from pathlib import Path

import click


@click.command(short_help="Tạo một dự án mẫu.")
@click.argument("folder", metavar="THƯ-MỤC", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Tạo một dự án mẫu nhỏ, có lời hướng dẫn trong từng tệp."""
    from ..project import create

    written = create(folder)
    click.echo(f"✓ Đã tạo {len(written)} tệp trong {folder}.", err=True)
    click.echo(f"Tiếp theo: cd {folder} && truyenthanh bulletins", err=True)
    click.echo("Sửa lời thì duyệt lại: truyenthanh approve --list cho biết mục nào chưa.", err=True)
