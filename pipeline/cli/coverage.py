"""`truyenthanh coverage`: what was ordered against what is written, planned and played."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import options
from .clock import now
from .subjects import no_campaign

if TYPE_CHECKING:
    from ..coverage import Coverage

FORMS = ("text", "csv", "html", "json")


@click.command(short_help="Việc công văn giao, đối chiếu với tin bài.")
@click.argument("campaign", metavar="[CHIẾN-DỊCH]", default="")
@options.weekly
@click.option(
    "--form", type=click.Choice(FORMS), default="text", show_default=True, help="Dạng in ra."
)
@options.made
def coverage(campaign: str, form: str, output: Path | None, **asked: Any) -> None:
    """Mỗi việc công văn giao đã có tin bài nào, duyệt chưa, dự kiến phát và đã phát bao nhiêu; mỗi
    hình thức công văn nêu được đáp ứng bằng gì, đã làm chưa.
    """
    from ..api import load, preview
    from ..api.covering import coverage as covered
    from ..coverage import paper, sheet

    run = options.run(**asked | {"offline": True, "draft": True})
    project = load(run.folder.root)
    known = {each.id for each in project.campaigns} | {
        each.campaign.id for each in project.sketches
    }
    if campaign and campaign not in known:
        raise no_campaign(campaign, known, "CHIẾN-DỊCH")
    plan = preview(run)
    published = output or run.folder.output
    found = covered(project, plan, run.folder.root, published, now(), campaign)
    if form == "text":
        click.echo(paper.text(found), nl=False)
        return
    import msgspec

    write: dict[str, Callable[[Coverage], bytes]] = {
        "csv": sheet.table,
        "html": paper.page,
        "json": msgspec.json.encode,
    }
    sys.stdout.buffer.write(write[form](found))
