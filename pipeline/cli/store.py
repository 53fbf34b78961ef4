"""`truyenthanh store`: the finished work kept between runs."""

from pathlib import Path

import click

from ..figures import size
from . import options


@click.group(short_help="Kho giữ phần đã làm.")
def store() -> None:
    """Kho giữ phần đã làm: xem, kiểm tra, dọn."""


@store.command("info")
@options.folder
def show(folder: Path | None) -> None:
    """Cho biết kho giữ bao nhiêu, nặng bao nhiêu."""
    kept = options.find(folder).store
    sizes = [kept.provenance(key).size for key in kept.held()]
    click.echo(f"{len(sizes)} phần, {size(sum(sizes))}")


@store.command("verify")
@options.folder
def recheck(folder: Path | None) -> int:
    """Đọc lại cả kho; phần nào hỏng thì bỏ, lần chạy sau tự làm lại."""
    from ..store import Damaged

    kept = options.find(folder).store
    damaged = 0
    for key in list(kept.held()):
        try:
            kept.get(key)
        except Damaged as error:
            damaged += 1
            click.echo(f"✗ {error}")
    click.echo("✓ Kho nguyên vẹn." if not damaged else f"Đã bỏ {damaged} phần hỏng.")
    return 1 if damaged else 0


@store.command("gc")
@options.folder
@click.option("--dry-run", is_flag=True, help="Chỉ cho biết sẽ dọn gì.")
def tidy(folder: Path | None, dry_run: bool) -> None:
    """Dọn những phần không tuần nào gần đây còn dùng."""
    project = options.find(folder)
    with project.lock():
        needed = project.needed()
        loose = [key for key in project.store.held() if key not in needed]
        if dry_run:
            click.echo(f"Sẽ dọn {len(loose)} phần.")
            return
        freed = project.store.remove(loose)
    click.echo(f"Đã dọn {len(loose)} phần, được thêm {size(freed)}.")
