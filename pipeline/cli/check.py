"""`truyenthanh check`: whether everything people wrote is in order."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from . import options

if TYPE_CHECKING:
    from ..model import Project


@click.command(short_help="Kiểm tra mọi tệp đã viết.")
@options.weekly
def check(**asked: Any) -> None:
    """Kiểm tra mọi tệp của dự án, báo hết các chỗ cần sửa trong một lần."""
    from ..api import load, preview

    asked["offline"] = True
    run = options.run(**asked)
    planned = preview(run)
    messages = {element.message for each in planned.bulletins for element in each.rundown}
    click.echo(
        f"✓ Mọi tệp đều ổn: {len(planned.bundles)} đài, {len(planned.campaigns)} chiến dịch. "
        f"Tuần {run.week} có {len(planned.bulletins)} bản tin, dùng {len(messages - {''})} tin.",
        err=True,
    )
    doubts = list(_doubts(load(run.folder.root)))
    if doubts:
        click.echo(f"\n{len(doubts)} chỗ máy đọc theo phỏng đoán, nên xem lại:", err=True)
    for doubt in doubts:
        click.echo(doubt)


def _doubts(project: "Project") -> Iterator[str]:
    """What was read but may be meant otherwise, with its place."""
    from ..reading import Lexicon, read

    general = Lexicon().over(project.lexicon)
    for campaign in project.campaigns:
        lexicon = general.over(campaign.lexicon)
        for message in campaign.messages:
            for paragraph in () if message.recording else message.paragraphs:
                for span in read(paragraph.text, lexicon).unsure:
                    place = paragraph.place.after(paragraph.text, span.start)
                    said = span.spoken.strip() or "(im lặng)"
                    yield f"{place}: “{span.written.strip()}” đọc là “{said}”"
