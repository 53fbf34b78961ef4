"""`truyenthanh verify`: whether a bundle is whole and as it was made."""

from pathlib import Path

import click


@click.command(short_help="Đối chiếu một gói đã làm.")
@click.argument("path", metavar="THƯ-MỤC|ZIP", type=click.Path(exists=True, path_type=Path))
def verify(path: Path) -> int:
    """Đọc lại từng tệp của một gói âm thanh (thư mục, tệp zip, cả tuần) và đối chiếu."""
    from ..publish import verify as faults_of

    faults = faults_of(path)
    for fault in faults:
        click.echo(f"✗ {fault.path}: {fault.what}")
    if faults:
        click.echo(f"Có {len(faults)} lỗi. Hãy lấy lại gói này.", err=True)
        return 1
    click.echo(f"✓ {path}: nguyên vẹn, đúng như khi làm ra.")
    return 0
