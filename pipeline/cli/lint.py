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
    from ..model import Problem, Project

MARKS = {"error": "✗", "warning": "!", "note": "·"}


@click.command(short_help="Soát lời: câu dài, số lạ, chương trình đã hết…")
@click.argument("names", metavar="[MỤC]…", nargs=-1)
@options.folder
@click.option("--json", "as_json", is_flag=True, help="In ra JSON cho máy đọc.")
@click.option("--rules", "listing", is_flag=True, help="Liệt kê các quy tắc soát và lý do.")
def lint(names: tuple[str, ...], folder: Path | None, as_json: bool, listing: bool) -> int:
    """Soát lời các tin như một biên tập viên; không tự sửa chữ nào.

    MỤC là chiến dịch, hoặc CHIẾN-DỊCH/TIN; không ghi thì soát cả dự án. Mỗi chỗ có vị trí, lý do,
    và lời thay nếu chắc. Kèm độ khó nghe của từng tin. Chữ không đọc được, tệp sai đều nằm trong
    cùng danh sách; các chỗ khác vẫn được soát. Mã thoát là 2 khi có tệp sai hay lỗi không được
    phát (số điện thoại lạ, số giấy tờ của người).
    """
    from ..lint import RULES, beside, of_words
    from ..lint import lint as look
    from ..project import survey
    from .main import DONE, FILES_WRONG
    from .subjects import chosen

    if listing:
        for rule in RULES:
            click.echo(f"{MARKS[rule.severity]} {rule.id}: {rule.why} ({rule.source})")
        return DONE
    project, wrong = survey(options.find(folder).root)
    sketched = tuple(each.campaign for each in project.sketches)  # where lint helps most
    aside = [each for sketch in project.sketches for each in sketch.problems if of_words(each)]
    project = project.but(campaigns=(*project.campaigns, *sketched), sketches=())
    problems = _meant((*wrong, *aside), names)
    subjects = chosen(project, _there(project, names, problems)) if names else None
    doubted = {each.place.file for each in (*wrong, *aside)}
    found, left = beside(look(project, now().date(), subjects, doubted), project, problems)
    if as_json:
        import msgspec

        made = msgspec.json.encode({"reviews": found, "problems": left})
        sys.stdout.buffer.write(msgspec.json.format(made) + b"\n")
    else:
        for line in _told(found, left):
            click.echo(line)
    return FILES_WRONG if left or any(each.wrong for each in found) else DONE


def _meant(problems: "tuple[Problem, ...]", names: tuple[str, ...]) -> "tuple[Problem, ...]":
    """Problems of what was asked for: of everything, or of the files of these names."""
    if not names:
        return problems
    return tuple(it for it in problems if any(_of(it.place.file, name) for name in names))


def _of(file: str, name: str) -> bool:
    """Whether a file is a campaign's, a message's, or the frame's, by the name people call it."""
    from ..plan.unapproved import CALL_NAME, FRAME_NAME

    name = name.strip().strip("/")
    campaign, _, text = name.partition("/")
    if name == FRAME_NAME:
        return file == "project.yaml"
    if text == CALL_NAME:
        return file == f"campaigns/{campaign}/campaign.yaml"
    return file.startswith(f"campaigns/{campaign}/") and text in ("", Path(file).stem)


def _there(
    project: "Project", names: tuple[str, ...], problems: "tuple[Problem, ...]"
) -> tuple[str, ...]:
    """The names but those of which nothing is left to look at, for what is wrong with the file."""
    from ..plan.unapproved import name, titles

    known = {name(subject) for subject, _ in titles(project.campaigns)}
    lost = {it for it in names if "/" in it and any(_of(each.place.file, it) for each in problems)}
    return tuple(it for it in names if it not in lost or it.strip().strip("/") in known)


def _told(found: "tuple[Review, ...]", left: "tuple[Problem, ...]") -> "Iterator[str]":
    from ..figures import number
    from ..plan.unapproved import name

    counts = dict.fromkeys(MARKS, 0)
    if left:
        yield f"■ Tệp sai, chưa soát được phần ấy: {len(left)} chỗ"
    for problem in left:
        yield f"  {MARKS['error']} {problem.place}: {problem.what}"
        yield f"      → {problem.fix} [{problem.code}]"
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
        f"\n{f'{len(left)} chỗ sai trong tệp, ' * bool(left)}"
        f"{counts['error']} lỗi không được phát, {counts['warning']} chỗ nên sửa, "
        f"{counts['note']} chỗ nên xem."
    )


def _finding(finding: "Finding") -> Iterator[str]:
    yield f"  {MARKS[finding.severity]} {finding.place}: {finding.what}"
    yield f"      vì {finding.why} [{finding.rule}]"
    if finding.fix:
        yield f"      → {finding.fix}"
    if finding.suggestion:
        yield f"      có thể viết: {finding.suggestion}"
