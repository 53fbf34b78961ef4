"""`truyenthanh check`: whether everything people wrote is in order."""

from typing import TYPE_CHECKING, Any

import click

from . import options

if TYPE_CHECKING:
    from ..model import Sketch


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
    for campaign in project.campaigns:
        for message in campaign.unwritten:
            click.echo(f"{message.place}: “{message.title}” chưa có lời, nên chưa phát")
    for sketch in project.sketches:
        _tell(sketch)
    doubts = [doubt for proof in proofs(project) for doubt in proof.doubts]
    if doubts:
        click.echo(f"\n{len(doubts)} chỗ máy đọc theo phỏng đoán, nên xem lại:", err=True)
    for doubt in doubts:
        said = doubt.spoken or "(im lặng)"
        click.echo(f"{doubt.place}: “{doubt.written}” đọc là “{said}”")
    waiting = sum(bool(each.why) for each in standings(project))
    if waiting:
        click.echo(f"\n{waiting} mục chưa duyệt, xem: truyenthanh approve --list", err=True)


def _tell(sketch: "Sketch") -> None:
    """What is left to do in a campaign still being written, which hinders no broadcast."""
    count = len(sketch.problems)
    left = f"còn {count} việc phải làm" if count else "đã đủ, chỉ còn bỏ dòng “status: nháp”"
    click.echo(f"\nBản nháp campaigns/{sketch.campaign.id}, chưa phát: {left}.", err=True)
    for problem in sorted(sketch.problems, key=lambda each: each.place):
        click.echo(f"{problem.place}: {problem.what}\n    → {problem.fix}")
