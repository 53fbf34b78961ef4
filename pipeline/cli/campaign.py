"""`truyenthanh campaign`: what is done with a campaign as a whole."""

from pathlib import Path

import click

from . import options
from .clock import now
from .subjects import no_campaign


@click.group(short_help="Chiến dịch: làm lại cho năm mới.")
def campaign() -> None:
    """Việc làm với cả một chiến dịch."""


@campaign.command(short_help="Chép chiến dịch năm trước thành bản nháp cho năm nay.")
@click.argument("old", metavar="CŨ")
@click.argument("new", metavar="MỚI")
@options.folder
@click.option("--year", type=click.IntRange(2000, 2100), metavar="NĂM", help="Cho năm nào.")
def renew(old: str, new: str, folder: Path | None, year: int | None) -> None:
    """Chép chiến dịch CŨ thành bản nháp MỚI, dời ngày sang năm mới, kể ra điều có thể đã cũ.

    Lời duyệt và công văn năm trước không chép theo. Tin bài không bị sửa, trừ chính ngày của chiến
    dịch có ghi năm.
    """
    from ..api import load
    from ..project import next_year
    from ..project import renew as renewed

    root = options.find(folder).root
    known = {each.id: each for each in load(root).campaigns}
    if old not in known:
        raise no_campaign(old, known, "CŨ")
    today = now().date()
    made = renewed(root, known[old], new, year or next_year(known[old], today))
    click.echo(f"✓ Đã chép thành {made.folder}: {len(made.files)} tệp, chưa duyệt.", err=True)
    for title, told in (("chỗ đã dời ngày", made.moved), ("chỗ có thể đã cũ", made.stale)):
        if told:
            click.echo(f"\n{len(told)} {title}:", err=True)
        for each in told:
            click.echo(f"{each.place}: {each.what}\n    → {each.fix}")
    click.echo(
        "\nTiếp theo: sửa các chỗ trên, chạy truyenthanh check, rồi bỏ dòng “status: nháp” "
        f"và bỏ thư mục campaigns/{old} để hai bản không cùng phát.",
        err=True,
    )
