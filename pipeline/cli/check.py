"""`truyenthanh check`: whether everything people wrote is in order."""

from typing import Any

import click

from . import options


@click.command(short_help="Kiểm tra mọi tệp đã viết.")
@options.weekly
def check(**asked: Any) -> None:
    """Kiểm tra mọi tệp của dự án, báo hết các chỗ cần sửa trong một lần."""
    from ..api import load, preview
    from ..api.approving import standings
    from ..plan import proofs

    run = options.run(**asked | {"offline": True, "draft": True})
    project = load(run.folder.root)
    planned = preview(run)
    messages = {element.message for each in planned.bulletins for element in each.rundown}
    click.echo(
        f"✓ Mọi tệp đều ổn: {len(planned.bundles)} đài, {len(planned.campaigns)} chiến dịch. "
        f"Tuần {run.week} có {len(planned.bulletins)} bản tin, dùng {len(messages - {''})} tin.",
        err=True,
    )
    doubts = [doubt for proof in proofs(project) for doubt in proof.doubts]
    if doubts:
        click.echo(f"\n{len(doubts)} chỗ máy đọc theo phỏng đoán, nên xem lại:", err=True)
    for doubt in doubts:
        said = doubt.spoken or "(im lặng)"
        click.echo(f"{doubt.place}: “{doubt.written}” đọc là “{said}”")
    waiting = sum(bool(each.why) for each in standings(project))
    if waiting:
        click.echo(f"\n{waiting} mục chưa duyệt, xem: truyenthanh approve --list", err=True)
