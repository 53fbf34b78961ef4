"""`truyenthanh approve`: a person's word on exactly what will be heard and printed."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import options
from .clock import now
from .subjects import chosen

if TYPE_CHECKING:
    from ..api.approving import Standing, Word
    from ..model import Project

SIGNED, WITHDRAWN = ("duyệt", "duyet"), ("rút", "rut")


@click.command(short_help="Duyệt nội dung: chỉ nội dung đã duyệt mới được phát.")
@click.argument("names", metavar="[MỤC]…", nargs=-1)
@options.folder
@click.option("--all", "everything", is_flag=True, help="Mọi mục của dự án.")
@click.option("--list", "listing", is_flag=True, help="Chỉ liệt kê mục nào đã duyệt, mục nào chưa.")
@click.option("--by", metavar="TÊN", help="Họ tên người duyệt.")
@click.option("--role", metavar="CHỨC-VỤ", help="Chức vụ người duyệt.")
@click.option("--withdraw", is_flag=True, help="Rút lại: từ nay không phát nữa.")
@click.option(
    "--despite", metavar="LÝ-DO", default="", help="Vẫn duyệt dù lint báo lỗi; ghi lý do."
)
@click.option("--note", metavar="LỜI", default="", help="Ghi chú kèm lần duyệt.")
@click.option("--yes", is_flag=True, help="Không hỏi lại: đã đọc bản in thử rồi.")
@click.option("--sample", is_flag=True, help="Duyệt mẫu, cho nội dung mẫu: chưa ai duyệt thật.")
def approve(
    names: tuple[str, ...],
    folder: Path | None,
    everything: bool,
    listing: bool,
    yes: bool,
    **said: Any,
) -> int:
    """Ghi nhận ai, chức vụ gì, lúc nào đã duyệt, duyệt đúng những gì sẽ nghe và sẽ in.

    MỤC là tên thư mục chiến dịch (cả chiến dịch), CHIẾN-DỊCH/TIN (một tin),
    CHIẾN-DỊCH/loi-keu-goi, hoặc khung (lời mở đầu, lời kết, nhạc của mọi bản tin).

    Sửa một chữ (kể cả tên tin), một mục từ điển, đổi giọng hay đổi nhạc thì những gì nghe khác hoặc
    in khác đi phải duyệt lại; --list nói đổi lời nghe hay đổi chữ in.
    Sổ duyệt là các tệp duyet.yaml, ghi thêm chứ không xóa.
    """
    from .. import api
    from ..api.approving import approve as record
    from ..api.approving import standings

    home = options.find(folder)
    project = api.load(home.root)
    found = standings(project)
    if listing:
        return _list(_meant(project, found, names) if names else found)
    meant = found if everything else _meant(project, found, names)
    word = _word(**said)
    if not yes:
        for line in _what(project, meant, word.at.date()):
            click.echo(line)
        _confirm(len(meant), word.withdraw)
    given = record(home, {each.subject: each.shown for each in meant}, word)
    click.echo(_told(word, len(given), len(meant)), err=True)
    return 0


def _word(by: str | None, role: str | None, sample: bool, **more: Any) -> "Word":
    """What the options say, now."""
    from ..api.approving import Word

    if sample:
        by, role = by or "mẫu", role or "mẫu"
    if not by or not role:
        raise click.UsageError("Cần --by (họ tên) và --role (chức vụ) của người duyệt.")
    return Word(by=by, role=role, at=now(), sample=sample, **more)


def _told(word: "Word", written: int, meant: int) -> str:
    done = "rút duyệt" if word.withdraw else "duyệt"
    known = meant - written
    rest = f" {known} mục không có gì phải ghi thêm." if known else ""
    return f"✓ Đã ghi {done} {written} mục, {word.by}, {word.role}.{rest}"


def _meant(
    project: "Project", found: "tuple[Standing, ...]", names: tuple[str, ...]
) -> "tuple[Standing, ...]":
    if not names:
        raise click.UsageError("Cần nói duyệt mục nào, hoặc --all. Xem các mục: --list")
    subjects = chosen(project, names)
    return tuple(each for each in found if each.subject in subjects)


def _list(found: "tuple[Standing, ...]") -> int:
    for each in found:
        last = each.last
        if each.why or last is None:
            click.echo(f"✗ {each.name}: {each.title}, {each.why}")
        else:
            sample = " (duyệt mẫu, chưa ai duyệt thật)" if last.sample else ""
            when = f"{last.at:%H:%M ngày %d/%m/%Y}"
            click.echo(f"✓ {each.name}: {each.title}, {last.by}, {last.role}, {when}{sample}")
    waiting = sum(bool(each.why) for each in found)
    click.echo(f"\n{len(found) - waiting} mục đã duyệt, {waiting} mục chưa.", err=True)
    return 0


def _what(project: "Project", meant: "tuple[Standing, ...]", today: date) -> Iterator[str]:
    """Every word that is printed, then as each kind of station says it, and what lint marks."""
    from ..lint import lint
    from ..plan import proofs
    from ..publish.papers.proofsheets import beside

    subjects = {each.subject for each in meant}
    reviews = {each.subject: each.findings for each in lint(project, today, subjects)}
    for proof in proofs(project, subjects):
        yield f"■ {proof.title} ({proof.name})"
        yield "  chữ in"
        for paragraph in proof.written:
            yield f"    {paragraph.role}│ {' '.join(paragraph.text.split())}"
        for line in beside(proof):
            yield f"     │ {line}"
        for each in proof.renditions:
            everyone = len(each.stations) == len(project.stations)
            where = "mọi đài" if everyone else ", ".join(each.stations)
            voices = ", ".join(f"{voice} ({role})" for role, voice in each.voices.items())
            yield f"  {where}; {voices or f'ghi âm {proof.recording}'}; ~{each.seconds:.0f} giây"
            for segment in each.script:
                yield f"    {segment.role}│ {segment.spoken}"
        for doubt in proof.doubts:
            yield f"  ? {doubt.place}: “{doubt.written}” đọc là “{doubt.spoken or '(im lặng)'}”"
        for finding in reviews.get(proof.subject, ()):
            yield f"  ! {finding.place}: {finding.what}"
        yield ""


def _confirm(count: int, withdraw: bool) -> None:
    """Ask for a word that nobody types by mistake."""
    done, words = ("rút", WITHDRAWN) if withdraw else ("duyệt", SIGNED)
    if not sys.stdin.isatty():
        raise click.UsageError("Chưa ghi gì. Đã đọc kỹ những lời trên thì chạy lại, thêm --yes.")
    question = f"{count} mục trên: gõ chữ {done} rồi Enter"
    answer = click.prompt(question, default="", show_default=False)
    if answer.strip().lower() not in words:
        click.echo("Chưa ghi gì.", err=True)
        raise click.Abort
