"""Options several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from . import clock

if TYPE_CHECKING:
    from ..api import Folder, Run, Week

Command = TypeVar("Command", bound=Callable[..., Any])
WEEKS = "this (tuần này), next (tuần sau), due (tuần đang đến hạn), hoặc 2026-W48"


class WeekType(click.ParamType):
    """A week as people type it, by the clock of now: the same words for every command."""

    name = "week"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> "Week":
        """See `click.ParamType`."""
        from ..plan import Week, due

        if isinstance(value, Week):
            return value
        moment = clock.now()
        try:
            return due(moment) if value == "due" else Week.parse(value, moment.date())
        except ValueError as error:
            self.fail(str(error), param, ctx)


def week_of(
    what: str, *names: str, otherwise: str = "", **more: Any
) -> Callable[[Command], Command]:
    """An option --week: `what` it is for, and what holds `otherwise`, in Vietnamese."""
    told = f"{what}: {WEEKS}. {otherwise}".rstrip()
    return click.option("--week", *names, type=WeekType(), metavar="TUẦN", help=told, **more)


folder = click.option(
    "-C",
    "--folder",
    "folder",
    type=click.Path(path_type=Path),
    metavar="THƯ-MỤC",
    help="Thư mục dự án. Mặc định: thư mục đang đứng, hoặc thư mục cha gần nhất.",
)
week = week_of("Tuần cần làm", default="next", show_default=True)
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
    week: "Week",
    stations: tuple[str, ...],
    offline: bool,
    voice: str | None,
    **more: Any,
) -> "Run":
    """What the options ask for."""
    from ..api import Run

    return Run(
        folder=find(folder), week=week, stations=stations, offline=offline, voice=voice, **more
    )
