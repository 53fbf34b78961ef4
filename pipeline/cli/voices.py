"""`truyenthanh voices`: voice models for the engine piper."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..figures import size
from . import options

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from ..engines.models import ModelFile


@click.group(short_help="Giọng đọc: xem, thêm, bỏ mô hình giọng.")
def voices() -> None:
    """Giọng của dự án, và mô hình giọng nơ-ron tải về để máy tự đọc, không cần mạng."""


@voices.command("list")
@options.folder
def show(folder: Path | None) -> None:
    """Liệt kê giọng của dự án và các mô hình có thể thêm."""
    from ..api import load, models
    from ..engines.models import MODELS

    here = options.find(folder)
    for voice in load(here.root).voices.values():
        ways = ", rồi ".join(f"{each.source} {each.voice}".rstrip() for each in voice.choices)
        click.echo(f"giọng {voice.id}: {voice.name} ({ways})")
    for each in MODELS.values():
        state = "đã có" if models.present(here, each) else "chưa tải"
        click.echo(f"mô hình {each.name}: {each.about}, {size(each.size)}, {each.licence}, {state}")


@voices.command("add")
@click.argument("name", metavar="TÊN")
@click.option(
    "--from",
    "source",
    type=click.Path(path_type=Path, exists=True),
    metavar="TỆP",
    help="Lấy từ thẻ USB: tệp .onnx (cạnh đó có tệp .onnx.json), hoặc thư mục chứa cả hai.",
)
@click.option(
    "--mirror",
    envvar="TRUYENTHANH_MIRROR",
    metavar="ĐỊA-CHỈ",
    help="Tải từ nơi khác thay cho kho gốc; cũng đặt được bằng biến TRUYENTHANH_MIRROR.",
)
@options.folder
def add(name: str, source: Path | None, mirror: str | None, folder: Path | None) -> None:
    """Tải một mô hình giọng về dự án; đứt mạng thì chạy lại lệnh này để tải tiếp."""
    from ..api import models
    from ..engines.models import HUB

    here, wanted = options.find(folder), models.model(name)
    told = f"{wanted.name}: {wanted.about}, {size(wanted.size)}. Giấy phép {wanted.licence}."
    click.echo(told, err=True)
    click.echo(f"Phải ghi nguồn (tự ghi vào MANIFEST.JSON): {wanted.credit}.", err=True)
    report = _Bar(wanted.size)
    models.add(here, wanted, report, mirror or HUB, source)
    report.end()
    click.echo(f"✓ Đã có đủ {wanted.name} trong {here.models}", err=True)
    written = models.use(here, wanted)
    if written is not None:
        click.echo(f"✓ Đã viết {written}. Mở tệp này xem cách dùng.", err=True)


@voices.command("remove")
@click.argument("name", metavar="TÊN")
@options.folder
def remove(name: str, folder: Path | None) -> None:
    """Xóa tệp của một mô hình giọng; tệp giọng .yaml được giữ nguyên."""
    from ..api import models

    gained = models.remove(options.find(folder), models.model(name))
    click.echo(f"Đã xóa, được thêm {size(gained)}.")


class _Bar:
    """Progress over all files of a model, on stderr."""

    def __init__(self, size: int) -> None:
        self._bar: ProgressBar[int] = click.progressbar(
            length=size, label="Đang tải", file=sys.stderr
        )
        self._there: dict[str, int] = {}

    def __call__(self, file: "ModelFile", here: int) -> None:
        before = sum(self._there.values())
        self._there[file.name] = here
        self._bar.update(sum(self._there.values()) - before)

    def end(self) -> None:
        self._bar.render_finish()
