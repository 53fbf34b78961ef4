"""Options several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .clock import now

if TYPE_CHECKING:
    from ..api import Folder, Run

Command = TypeVar("Command", bound=Callable[..., Any])

folder = click.option(
    "-C",
    "--folder",
    "folder",
    type=click.Path(path_type=Path),
    metavar="THƯ-MỤC",
    help="Thư mục dự án. Mặc định: thư mục đang đứng, hoặc thư mục cha gần nhất.",
)
week = click.option(
    "--week",
    default="next",
    show_default=True,
    metavar="TUẦN",
    help="Tuần cần làm: this (tuần này), next (tuần sau), due (tuần đang đến hạn), hoặc 2026-W48.",
)
station = click.option(
    "--station",
    "stations",
    multiple=True,
    metavar="MÃ",
    help="Chỉ làm cho đài có mã này. Dùng nhiều lần được.",
)
offline = click.option("--offline", is_flag=True, help="Không dùng mạng, kể cả khi có mạng.")
draft = click.option(
    "--draft",
    is_flag=True,
    help="Bản thử: lấy cả tin chưa duyệt, để nghe chứ không phát được.",
)
made = click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="THƯ-MỤC",
    help="Nơi có các gói đã làm. Mặc định: output trong thư mục dự án.",
)
wait = click.option(
    "--wait",
    type=click.IntRange(min=0),
    default=0,
    metavar="PHÚT",
    help="Nếu có lượt khác đang chạy thì đợi tối đa bấy nhiêu phút.",
)
voice = click.option("--voice", metavar="GIỌNG", help="Dùng giọng này thay cho giọng của dự án.")


def weekly(command: Command) -> Command:
    """Give a command the options that say which week of which stations."""
    for option in (folder, voice, offline, station, week):
        command = option(command)
    return command


def find(folder: Path | None) -> "Folder":
    """The project folder meant."""
    from ..api import Folder

    return Folder.around((folder or Path.cwd()).resolve())


def run(
    folder: Path | None,
    week: str,
    stations: tuple[str, ...],
    offline: bool,
    voice: str | None,
    **more: Any,
) -> "Run":
    """What the options ask for. The clock is read here and nowhere deeper."""
    from ..api import Run, Week, due

    moment = now()
    try:
        meant = due(moment) if week == "due" else Week.parse(week, moment.date())
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--week") from None
    return Run(
        folder=find(folder), week=meant, stations=stations, offline=offline, voice=voice, **more
    )
