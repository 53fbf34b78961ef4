"""The command `truyenthanh`: the door, and the one place where every error ends."""

import gettext
import os
import sys
import traceback
from importlib import import_module
from pathlib import Path

import click

from .. import __version__
from ..errors import ProjectError, TruyenThanhError, UnknownName

DONE, SOME_FAILED, FILES_WRONG, NOTHING_DONE, INTERRUPTED = 0, 1, 2, 3, 130

COMMANDS = (
    "import",
    "bulletins",
    "plan",
    "check",
    "lint",
    "proof",
    "approve",
    "say",
    "lexicon",
    "voices",
    "speak",
    "measure",
    "listen",
    "verify",
    "kit",
    "usb",
    "report",
    "coverage",
    "campaign",
    "key",
    "bag",
    "serve",
    "publish",
    "desk",
    "why",
    "store",
    "doctor",
    "init",
)


MODULES = {"import": "importing"}  # a word of Python's own cannot name a module


class Commands(click.Group):
    """Commands live in modules of their own name and are imported when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order in which a person meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command, or None for an unknown name."""
        if name not in COMMANDS:
            return None
        module = import_module(f".{MODULES.get(name, name)}", __package__)
        command: click.Command = getattr(module, MODULES.get(name, name))
        return _worded(command)


def _worded(command: click.Command) -> click.Command:
    """The command with the words that click does not look up in the catalogue."""
    command.options_metavar = "[TÙY CHỌN]"
    if isinstance(command, click.Group):
        command.subcommand_metavar = "LỆNH …"
        for each in command.commands.values():
            _worded(each)
    return command


@_worded
@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="truyenthanh %(version)s", help="Cho biết phiên bản.")
def cli() -> None:
    """Truyền thanh: từ văn bản tuyên truyền đến bản tin phát loa.

    Đặt lời tin vào thư mục campaigns, rồi chạy: truyenthanh bulletins
    """


def main() -> int:
    """Run the command line; the exit code."""
    speak_vietnamese()
    try:
        code = cli.main(prog_name="truyenthanh", standalone_mode=False)
    except click.exceptions.Abort:
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except ProjectError as error:
        _show_problems(error)
        return FILES_WRONG
    except UnknownName as error:
        click.echo(f"✗ {error}", err=True)
        return FILES_WRONG
    except TruyenThanhError as error:
        click.echo(f"✗ {error}", err=True)
        return NOTHING_DONE
    except BrokenPipeError:  # the reader of our output has left, as `head` does
        sys.stdout = None
        return DONE
    except Exception as error:  # noqa: BLE001 - the one boundary: nobody sees a traceback
        _show_bug(error)
        return NOTHING_DONE
    return code if isinstance(code, int) else DONE


def speak_vietnamese() -> None:
    """Let click find its own sentences in Vietnamese, whatever the system's language."""
    os.environ["LANGUAGE"] = "vi"
    gettext.bindtextdomain("messages", str(Path(__file__).parent / "locale"))
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _show_problems(error: ProjectError) -> None:
    count = len(error.problems)
    click.echo(f"✗ Có {count} chỗ cần sửa:\n", err=True)
    for problem in error.problems:
        click.echo(f"{problem.place}: {problem.what}\n    → {problem.fix}", err=True)
    click.echo("\nChưa làm gì cả. Sửa xong hãy chạy lại lệnh này.", err=True)


def _show_bug(error: Exception) -> None:
    path = Path.cwd() / "truyenthanh-loi.txt"
    text = "".join(traceback.format_exception(error))
    try:
        path.write_text(text, encoding="utf-8")
        kept = f"Chi tiết đã ghi vào {path}; hãy gửi tệp này cho người bảo trì."
    except OSError:
        kept = f"Chi tiết: {text}"
    click.echo(f"✗ Chương trình gặp lỗi ngoài dự tính ({type(error).__name__}). {kept}", err=True)
