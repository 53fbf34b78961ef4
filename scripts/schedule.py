"""Have the weekly run start by itself: systemd, cron or the Windows task scheduler.

    python scripts/schedule.py [-C FOLDER] [--kind systemd|cron|windows]   shows what it would do
    python scripts/schedule.py --install | --remove                        does it

The files in scripts/timers are filled in with where this project, this script and this Python lie.
Everything is installed for the user who runs it; no administrator is needed.
"""

import os
import shlex
import shutil
import subprocess
import sys
from codecs import BOM_UTF16_LE
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import click

from pipeline.cli import options
from pipeline.cli.main import NOTHING_DONE, speak_vietnamese
from pipeline.errors import TruyenThanhError
from pipeline.store import atomic

HERE = Path(__file__).resolve().parent
NAME = "truyenthanh"
XML = '<?xml version="1.0" encoding="UTF-16"?>\n'
BEGIN, END = "# BEGIN truyenthanh", "# END truyenthanh"

Command = tuple[str, ...]


@dataclass(frozen=True)
class Scheme:
    """What is written where, and which commands are run then; and the way back."""

    files: Mapping[Path, bytes]
    install: Sequence[Command]
    remove: Sequence[Command]
    crontab: str = ""  # lines for the user's crontab
    advice: Sequence[Command] = ()  # run as well; nothing is lost if they fail


def fill(template: str, paths: Mapping[str, Path], quote: Callable[[str], str]) -> str:
    """A file of scripts/timers with its @places@ filled in."""
    text = (HERE / "timers" / template).read_text(encoding="utf-8")
    for name, path in paths.items():
        text = text.replace(f"@{name}@", quote(str(path)))
    return text


def quote_systemd(text: str) -> str:
    """One word of a command in a unit file (systemd.service(5), systemd.unit(5))."""
    for sign, meant in (("\\", "\\\\"), ('"', '\\"'), ("%", "%%"), ("$", "$$")):
        text = text.replace(sign, meant)
    return f'"{text}"'


def quote_cron(text: str) -> str:
    """One word of a command in a crontab, where % would end the command (crontab(5))."""
    return shlex.quote(text).replace("%", r"\%")


def quote_windows(text: str) -> str:
    """One word of a command line inside XML. A path cannot hold quotation marks there."""
    return escape(subprocess.list2cmdline([text]))


def systemd(paths: Mapping[str, Path], home: Path) -> Scheme:
    """A timer and a service of the user's own systemd."""
    units = home / "systemd" / "user"
    timer = f"{NAME}.timer"
    control = ("systemctl", "--user")
    files = (f"{NAME}.service", timer)
    return Scheme(
        files={units / file: fill(file, paths, quote_systemd).encode() for file in files},
        install=((*control, "daemon-reload"), (*control, "enable", "--now", timer)),
        remove=((*control, "disable", "--now", timer),),
        advice=(("loginctl", "enable-linger"),),  # so that it runs when nobody is logged in
    )


def cron(paths: Mapping[str, Path]) -> Scheme:
    """Lines of the user's crontab, between two marks."""
    return Scheme(files={}, install=(), remove=(), crontab=fill("crontab", paths, quote_cron))


def windows(paths: Mapping[str, Path]) -> Scheme:
    """A task of the Windows task scheduler, which wants its XML in UTF-16."""
    path = paths["folder"] / ".truyenthanh" / f"{NAME}.xml"
    text = fill(f"{NAME}.xml", paths, quote_windows)
    return Scheme(
        files={path: BOM_UTF16_LE + f"{XML}{text}".encode("utf-16-le")},
        install=(("schtasks", "/Create", "/F", "/TN", NAME, "/XML", str(path)),),
        remove=(("schtasks", "/Delete", "/F", "/TN", NAME),),
    )


def without_block(crontab: str) -> str:
    """A crontab without our lines."""
    kept: list[str] = []
    ours = False
    for line in crontab.splitlines(keepends=True):
        ours = ours or line.startswith(BEGIN)
        if not ours:
            kept.append(line)
        ours = ours and not line.startswith(END)
    return "".join(kept)


def with_block(crontab: str, block: str) -> str:
    """A crontab with our lines last: CRON_TZ counts for everything below it."""
    before = without_block(crontab)
    if before and not before.endswith("\n"):
        before += "\n"
    return f"{before}{BEGIN}\n{block}{END}\n"


def kind_here() -> str:
    """What this machine offers."""
    if os.name == "nt":
        return "windows"
    if Path("/run/systemd/system").is_dir() and shutil.which("systemctl"):
        return "systemd"
    return "cron"


def show(scheme: Scheme) -> None:
    """Print what installing would do."""
    for path, content in scheme.files.items():
        encoding = "utf-16" if content.startswith(BOM_UTF16_LE) else "utf-8"
        click.echo(f"Tệp {path}:\n\n{_indented(content.decode(encoding))}")
    if scheme.crontab:
        click.echo(f"Thêm vào crontab của bạn:\n\n{_indented(scheme.crontab)}")
    commands = (*scheme.install, *scheme.advice)
    if commands:
        click.echo("Rồi chạy:\n\n" + _indented("\n".join(map(shlex.join, commands))))


def _indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())


def install(scheme: Scheme) -> None:
    """Write the files, run the commands. Doing it again changes nothing more."""
    for path, content in scheme.files.items():
        atomic.write(path, content)
    if scheme.crontab:
        _run(("crontab", "-"), with_block(_crontab(), scheme.crontab))
    for command in scheme.install:
        _run(command)
    for command in scheme.advice:
        try:
            _run(command)
        except TruyenThanhError as error:
            click.echo(f"Lưu ý: {error}", err=True)


def remove(scheme: Scheme) -> None:
    """Undo what install did."""
    for command in scheme.remove:
        _run(command)
    for path in scheme.files:
        path.unlink(missing_ok=True)
    if scheme.crontab:
        _run(("crontab", "-"), without_block(_crontab()))


def _crontab() -> str:
    """The user's crontab; empty when there is none yet."""
    try:
        done = subprocess.run(("crontab", "-l"), capture_output=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        raise TruyenThanhError("Máy này không có lệnh crontab.") from None
    return done.stdout if done.returncode == 0 else ""


def _run(command: Command, given: str | None = None) -> None:
    """Run a command of the system. Raises TruyenThanhError with what it said."""
    try:
        subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=True)
    except FileNotFoundError:
        raise TruyenThanhError(f"Máy này không có lệnh {command[0]}.") from None
    except subprocess.CalledProcessError as error:
        said = (error.stderr or error.stdout or "").strip()
        raise TruyenThanhError(f"Lệnh “{shlex.join(command)}” không chạy được: {said}") from None


def scheme_for(kind: str, folder: Path) -> Scheme:
    """Everything filled in for a project folder."""
    paths = {"python": Path(sys.executable), "weekly": HERE / "weekly.py", "folder": folder}
    if kind == "systemd":
        home = os.environ.get("XDG_CONFIG_HOME")
        return systemd(paths, Path(home) if home else Path.home() / ".config")
    return windows(paths) if kind == "windows" else cron(paths)


@click.command(options_metavar="[TÙY CHỌN]")
@options.folder
@click.option(
    "--kind",
    type=click.Choice(["systemd", "cron", "windows"]),
    metavar="LOẠI",
    help="Hẹn giờ bằng systemd, cron hay windows. Mặc định: thứ máy này có.",
)
@click.option("--install", "deed", flag_value="install", help="Cài thật.")
@click.option("--remove", "deed", flag_value="remove", help="Gỡ bỏ.")
@click.pass_context
def main(ctx: click.Context, folder: Path | None, kind: str | None, deed: str | None) -> None:
    """Hẹn giờ để máy tự làm bản tin mỗi tuần. Không ghi gì thêm thì chỉ cho xem sẽ cài gì."""
    try:
        project = options.find(folder)
        scheme = scheme_for(kind or kind_here(), project.root)
        if deed == "install":
            install(scheme)
            click.echo("✓ Đã hẹn: 20 giờ tối Chủ nhật, và 4 giờ 30 mỗi sáng để làm bù.", err=True)
        elif deed == "remove":
            remove(scheme)
            click.echo("✓ Đã gỡ lịch hẹn.", err=True)
        else:
            show(scheme)
            click.echo("Chưa cài gì cả. Muốn cài thật: make schedule INSTALL=1", err=True)
    except TruyenThanhError as error:
        click.echo(f"✗ {error}", err=True)
        ctx.exit(NOTHING_DONE)


if __name__ == "__main__":
    speak_vietnamese()
    main()
