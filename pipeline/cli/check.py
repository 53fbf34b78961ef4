"""`truyenthanh check`: whether everything people wrote is in order."""

from typing import Any

import click

from . import options


@click.command(short_help="Kiểm tra mọi tệp đã viết.")
@options.weekly
def check(**asked: Any) -> None:
    """Kiểm tra mọi tệp của dự án, báo hết các chỗ cần sửa trong một lần."""
    from ..api import preview

    asked["offline"] = True
    run = options.run(**asked)
    planned = preview(run)
    messages = {element.message for each in planned.bulletins for element in each.rundown}
    click.echo(
        f"✓ Mọi tệp đều ổn: {len(planned.bundles)} đài, {len(planned.campaigns)} chiến dịch. "
        f"Tuần {run.week} có {len(planned.bulletins)} bản tin, dùng {len(messages - {''})} tin.",
        err=True,
    )
