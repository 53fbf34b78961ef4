"""`truyenthanh lint`: what an editor would mark before anything is approved."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options
from .clock import now

if TYPE_CHECKING:
    from ..lint import Finding, Review

MARKS = {"error": "✗", "warning": "!", "note": "·"}


@click.command(short_help="Soát lời: câu dài, số lạ, chương trình đã hết…")
@click.argument("names", metavar="[MỤC]…", nargs=-1)
@options.folder
@click.option("--json", "as_json", is_flag=True, help="In ra JSON cho máy đọc.")
@click.option("--rules", "listing", is_flag=True, help="Liệt kê các quy tắc soát và lý do.")
def lint(names: tuple[str, ...], folder: Path | None, as_json: bool, listing: bool) -> int:
    """Soát lời các tin như một biên tập viên; không tự sửa chữ nào.

    MỤC là chiến dịch, hoặc CHIẾN-DỊCH/TIN; không ghi thì soát cả dự án. Mỗi chỗ có vị trí, lý do,
    và lời thay nếu chắc. Kèm độ khó nghe của từng tin. Mã thoát là 2 khi có lỗi không được phát
    (số điện thoại lạ, số giấy tờ của người).
    """
    from ..api import load
    from ..lint import RULES
    from ..lint import lint as look
    from .main import DONE, FILES_WRONG
    from .subjects import chosen

    if listing:
        for rule in RULES:
            click.echo(f"{MARKS[rule.severity]} {rule.id}: {rule.why} ({rule.source})")
        return DONE
    project = load(options.find(folder).root)
    sketched = tuple(each.campaign for each in project.sketches)  # where lint helps most
    project = project.but(campaigns=(*project.campaigns, *sketched), sketches=())
    today = now().date()
    found = list(look(project, today, chosen(project, names) if names else None))
    if as_json:
        import msgspec

        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(found)) + b"\n")
    else:
        for line in _told(found):
            click.echo(line)
    return FILES_WRONG if any(each.wrong for each in found) else DONE


def _told(found: "list[Review]") -> "Iterator[str]":
    from ..figures import number
    from ..plan.unapproved import name

    counts = dict.fromkeys(MARKS, 0)
    for review in found:
        if not review.subject.message and not review.findings:
            continue
        figures = review.listening
        yield (
            f"■ {name(review.subject)}: {figures.level} ({number(figures.figure, 1)}); "
            f"câu {number(figures.sentence, 1)} âm tiết, "
            f"tiếng giấy tờ {number(figures.official, 1)} %"
        )
        for finding in review.findings:
            counts[finding.severity] += 1
            yield from _finding(finding)
    yield (
        f"\n{counts['error']} lỗi không được phát, {counts['warning']} chỗ nên sửa, "
        f"{counts['note']} chỗ nên xem."
    )


def _finding(finding: "Finding") -> Iterator[str]:
    yield f"  {MARKS[finding.severity]} {finding.place}: {finding.what}"
    yield f"      vì {finding.why} [{finding.rule}]"
    if finding.suggestion:
        yield f"      có thể viết: {finding.suggestion}"
