"""The weekly run, started by a timer on Sundays at 20:00 and again each morning, or by a person.

    python scripts/weekly.py [-C FOLDER] [--offline] [--wait MINUTES]

A week that is due and lies there whole is left alone, so starting this once more is always safe.
Otherwise `truyenthanh bulletins` makes the week in a process of its own, and a report for Monday
morning is left beside the release, in output/BAO-CAO_<week>.TXT. It is written first when the run
begins, so that a power cut leaves a word as well. Exit codes are those of `truyenthanh`.
"""

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

import click
import msgspec

from pipeline.api import Folder, Week, due, load, verify
from pipeline.api.elsewhere import automatic
from pipeline.api.signing import Desk
from pipeline.cli import clock, options
from pipeline.cli.main import (
    DONE,
    FILES_WRONG,
    INTERRUPTED,
    NOTHING_DONE,
    SOME_FAILED,
    speak_vietnamese,
)
from pipeline.errors import ProjectError, SigningError, TruyenThanhError
from pipeline.model import from_json
from pipeline.publish import Expected, names
from pipeline.publish.overview import Overview
from pipeline.publish.papers import plain
from pipeline.signing import PublicKey
from pipeline.store import atomic

PROGRESS = re.compile(r"\s*(đóng gói )?\d+/\d+ (việc|đài) \(\d+ %\).*")

OUTCOMES = {
    DONE: "XONG. Mọi đài đều có đủ bản tin.",
    SOME_FAILED: "XONG MỘT PHẦN. Có bản tin chưa làm hoặc chưa gửi được; phần khác đã sẵn sàng.",
    FILES_WRONG: "CHƯA LÀM. Trong dự án có tệp phải sửa, xem các chỗ nêu ở dưới.",
    NOTHING_DONE: "CHƯA LÀM ĐƯỢC. Lý do ở dưới.",
    INTERRUPTED: "BỊ DỪNG GIỮA CHỪNG. Phần đã làm vẫn còn, chạy lại là làm tiếp.",
}
UNKNOWN = (
    "CHƯA BIẾT. Lượt chạy đã bắt đầu mà chưa báo xong. Nếu đã qua vài giờ thì có lẽ máy mất điện "
    "hoặc bị tắt; phần đã làm vẫn còn, chạy lại là làm tiếp."
)


@click.command(options_metavar="[TÙY CHỌN]")
@options.folder
@options.offline
@click.option(
    "--wait",
    default=30,
    show_default=True,
    metavar="PHÚT",
    help="Nếu có lượt khác đang chạy thì đợi tối đa bấy nhiêu phút.",
)
@click.pass_context
def main(ctx: click.Context, folder: Path | None, offline: bool, wait: int) -> None:
    """Làm bản tin của tuần đang đến hạn, nếu chưa có đủ, và viết báo cáo."""
    more = ["--wait", str(wait), *(["--offline"] if offline else [])]
    try:
        project = options.find(folder)
        ctx.exit(weekly(project, clock.now(), more))
    except TruyenThanhError as error:
        click.echo(f"✗ {error}", err=True)
        ctx.exit(NOTHING_DONE)


def weekly(project: Folder, now: datetime, more: Sequence[str] = ()) -> int:
    """Have the week made that is due at `now` (Vietnamese time); the exit code.

    `more` goes to `truyenthanh bulletins`. Raises StoreError when no report can be written.
    """
    week = due(now)
    if whole(project, week):
        click.echo(f"Tuần {week} đã phát hành đủ và còn nguyên vẹn, không phải làm gì.", err=True)
        return _send(project)
    path = project.output / f"BAO-CAO_{week}.TXT"
    began = f"Bắt đầu: {now:%H:%M} ngày {now:%d/%m/%Y}"
    atomic.write(path, _report(project, week, UNKNOWN, [began]))
    code, said = _make(project, week, more)
    outcome = OUTCOMES.get(code, OUTCOMES[NOTHING_DONE])
    ended = f"Kết thúc: {clock.now():%H:%M ngày %d/%m/%Y}"
    atomic.write(path, _report(project, week, outcome, [began, ended, "", *said]))
    click.echo(f"Báo cáo: {path}", err=True)
    return code


def whole(project: Folder, week: Week) -> bool:
    """Whether every station has all its bulletins of the week, unharmed.

    Texts changed since do not count: what stations may have fetched changes only when a person
    says so.
    """
    home = project.output / str(week)
    try:
        told = from_json((home / names.RELEASE).read_bytes(), Overview)
    except (OSError, msgspec.MsgspecError):
        return False
    ready = {
        line.station.code
        for line in told.stations
        if line.bulletins and not line.failed and not line.former
    }
    try:
        expected = {station.code for station in load(project.root).stations}
    except ProjectError:  # somebody is in the middle of writing next week's texts
        expected = {line.station.code for line in told.stations}
    return bool(ready) and ready >= expected and not verify(home, Expected(key=_key(project)))


def _key(project: Folder) -> PublicKey | None:
    """The key with which this machine can sign; a week that lacks its signature is made again."""
    try:
        secret = Desk(project).secret()
    except SigningError:
        return None
    return secret.public if secret else None


def _send(project: Folder) -> int:
    """Send on what may not have got there the time before; what is there is not sent again."""
    try:
        if not automatic(load(project.root)):
            return DONE
    except ProjectError:  # somebody is in the middle of writing
        return DONE
    command = [sys.executable, "-m", "pipeline", "publish", "-C", str(project.root)]
    return subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode


def _make(project: Folder, week: Week, more: Sequence[str]) -> tuple[int, list[str]]:
    """Run the command, let its words through, and keep them."""
    command = [sys.executable, "-m", "pipeline", "bulletins", "-C", str(project.root)]
    said: list[str] = []
    with subprocess.Popen(
        [*command, "--week", str(week), *more],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    ) as child:
        try:
            for line in child.stderr or ():
                click.echo(line, nl=False, err=True)
                said.append(line.rstrip())
            code = child.wait()
        except KeyboardInterrupt:  # the child has been told as well
            code = INTERRUPTED
    if code not in OUTCOMES:
        said.append(f"✗ Chương trình ngừng đột ngột (mã {code}).")
        code = NOTHING_DONE
    return code, [line for line in said if not PROGRESS.fullmatch(line)]


def _report(project: Folder, week: Week, outcome: str, lines: Sequence[str]) -> bytes:
    """The report as a text file."""
    return plain.page(_lines(project, week, outcome, lines)).encode("utf-8")


def _lines(project: Folder, week: Week, outcome: str, lines: Sequence[str]) -> Iterator[str]:
    yield f"BÁO CÁO LƯỢT CHẠY TUẦN {week}"
    yield f"Từ {week.days[0]:%d/%m/%Y} đến {week.days[-1]:%d/%m/%Y}"
    yield ""
    yield from plain.fold(f"KẾT QUẢ: {outcome}")
    yield ""
    yield from lines
    yield ""
    yield f"Từng đài: {project.output / str(week) / names.OVERVIEW}"
    yield f"Nhật ký: {project.log(week)}"
    yield f"Muốn làm lại hoặc làm tiếp: make bulletins WEEK={week}"


if __name__ == "__main__":
    speak_vietnamese()
    main()
