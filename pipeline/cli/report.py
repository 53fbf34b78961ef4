"""`truyenthanh report`: what stations played, taken in and totalled."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options
from .clock import now

if TYPE_CHECKING:
    from ..plan import Week
    from ..playlog import Taken

MESSAGE = "tin nhắn"
LARGEST = 5_000_000  # bytes of a report
day = click.DateTime(("%Y-%m-%d", "%d/%m/%Y"))


@click.group(short_help="Kết quả phát: nhập nhật ký, lập báo cáo.", invoke_without_command=True)
@options.folder
@options.week_of("Tuần cần báo cáo", otherwise="Mặc định: tuần mới nhất đã bắt đầu phát.")
@click.option("--from", "first", type=day, metavar="NGÀY", help="Từ ngày, như 2026-11-30.")
@click.option("--to", "last", type=day, metavar="NGÀY", help="Đến hết ngày, như 2026-12-31.")
@click.option("--campaign", metavar="MÃ", help="Chỉ một chiến dịch: tên thư mục của nó.")
@options.made
@click.pass_context
def report(
    context: click.Context,
    folder: Path | None,
    week: "Week | None",
    first: datetime | None,
    last: datetime | None,
    campaign: str | None,
    output: Path | None,
) -> None:
    """Báo cáo kết quả tuyên truyền: trả lời công văn từng việc, từng hình thức, rồi đến số liệu.

    Mỗi việc công văn giao có tin bài nào, theo lịch và đã phát bao nhiêu lượt; sau đó là số lượt,
    thời lượng theo chiến dịch, ngày và đài. Ghi thành PDF, bảng tính CSV và trang HTML trong thư
    mục bao-cao. Không nói gì thêm thì báo cáo tuần mới nhất đã bắt đầu phát. Đài chưa gửi nhật ký
    được ghi “chưa báo cáo”; buổi còn ở phía trước được ghi “chưa đến giờ phát”.
    """
    if context.invoked_subcommand is not None:
        return
    from ..api import reporting
    from ..report import summary

    here = options.find(folder)
    published = output or here.output
    span = _span(published, week, first, last)
    made = reporting.report(here, span, now(), campaign or "", published)
    for path in reporting.file(here, made):
        click.echo(path)
    for line in summary(made):
        click.echo(line, err=True)


@report.command("import")
@click.argument("reports", metavar="TỆP|TIN-NHẮN…", nargs=-1, required=True)
@options.folder
@options.made
def take_in(reports: tuple[str, ...], folder: Path | None, output: Path | None) -> int:
    """Nhập nhật ký phát mà các đài gửi về.

    TỆP là NHAT-KY.CSV đã điền, hoặc tệp chữ chép các tin nhắn. TIN-NHẮN gõ thẳng, trong ngoặc kép:
    "07288 W49 du" (phát đủ), hoặc "07288 W49 T2S khong mat dien, con lai ok". Nhập hai lần vẫn
    tính một lần. Buổi chưa đến giờ phát thì chưa nhận, có lời nhắc đài báo lại.
    """
    from ..playlog import Book, planned
    from ..playlog import take_in as taken_in

    here = options.find(folder)
    broadcasts = planned(output or here.output, lambda week: True)
    with here.lock():
        taken = taken_in(Book(here.root), _sources(reports), broadcasts, now())
    for line in _told(taken):
        click.echo(line)
    return 1 if taken.refusals or taken.early else 0


def _sources(reports: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    for each in reports:
        path = Path(each)
        if _is_file(path):
            if path.stat().st_size > LARGEST:
                raise click.BadParameter(f"{each} lớn quá, không phải tệp nhật ký")
            yield path.name, path.read_bytes()
        elif any(letter.isspace() for letter in each):
            yield MESSAGE, each.encode()
        else:
            raise click.BadParameter(f"không thấy tệp {each}", param_hint="TỆP|TIN-NHẮN")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # too long for a name, so it is a message
        return False


def _span(
    published: Path, week: "Week | None", first: datetime | None, last: datetime | None
) -> tuple[date, date]:
    """The first and the last day meant."""
    if week is not None and (first or last):
        raise click.UsageError("Chỉ dùng một trong hai: --week, hoặc --from và --to.")
    if first or last:
        if not (first and last):
            raise click.UsageError("Cần cả --from và --to.")
        if last < first:
            raise click.UsageError("Ngày --to đứng trước ngày --from.")
        return first.date(), last.date()
    meant = week or _newest(published)
    return meant.monday, meant.days[-1]


def _newest(published: Path) -> "Week":
    """The newest week on air; where none is yet, the newest published; else this."""
    from ..plan import Week
    from ..publish import names

    today = now().date()
    there = [path.name for path in published.glob("*-W*") if names.is_week(path.name)]
    made = [Week.parse(each, today) for each in there]
    begun = [each for each in made if each.monday <= today]
    return max(begun or made, default=Week.of(today))


def _told(taken: "Taken") -> Iterator[str]:
    for refusal in taken.refusals:
        yield f"✗ {refusal}"
    for each in (*taken.early, *taken.changes):
        yield f"! {each}"
    for log in taken.known:
        yield f"= {log.source}: đài {log.station} tuần {log.week} đã nhập từ trước, không tính thêm"
    for log in taken.kept:
        played = sum(play.played for play in log.plays)
        missed = len(log.plays) - played
        yield (
            f"✓ {log.source}: đài {log.station} tuần {log.week}, "
            f"{played} lượt đã phát, {missed} lượt không phát"
        )
