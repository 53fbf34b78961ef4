"""`truyenthanh why`: what would be made again, and why."""

from typing import Any

import click

from . import options


@click.command(short_help="Vì sao phải làm lại.")
@click.argument("target", metavar="ĐÀI|BẢN-TIN", required=False)
@options.folder
@options.voice
@options.offline
@options.week
def why(target: str | None, **asked: Any) -> None:
    """Vì sao một bản tin sẽ phải làm lại. ĐÀI là mã đài; BẢN-TIN là mã/ngày hoặc tên tệp."""
    from ..api import preview
    from ..plan.why import why as causes_of

    run = options.run(stations=(), **asked)
    planned = preview(run)
    meant = [
        bulletin
        for bulletin in planned.bulletins
        if target in (None, bulletin.id, bulletin.file, bulletin.id.partition("/")[0])
    ]
    if not meant:
        raise click.BadParameter(f"tuần {run.week} không có “{target}”", param_hint="ĐÀI|BẢN-TIN")
    results = [key for bulletin in meant for key in bulletin.results]
    causes = causes_of(planned, run.folder.remembered(run.week), results, run.folder.store.has)
    if not causes:
        click.echo("Không có gì phải làm lại.")
    for cause in causes:
        after = f" (kéo theo {cause.following} việc)" if cause.following else ""
        click.echo(f"{cause.task}\n    {cause.reason}{after}")
