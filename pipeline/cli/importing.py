"""`truyenthanh import`: an official letter to a sketched campaign."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from ..api.letters import Imported
    from ..model import Letter


@click.command("import", short_help="Lấy công văn vào thành bản nháp chiến dịch.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@options.folder
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    metavar="campaigns/TÊN",
    help="Thư mục chiến dịch sẽ tạo. Mặc định: đặt tên theo trích yếu.",
)
@click.option("--json", "as_json", is_flag=True, help="Chỉ in ra JSON điều đọc được, không ghi gì.")
@click.option(
    "--models",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="THƯ-MỤC",
    help="Nơi để vie.traineddata, để nhận chữ trong bản chụp.",
)
@click.option("--messages", is_flag=True, help="Tệp là tin bài soạn sẵn; thêm vào chiến dịch --to.")
@click.option("--topic", default="", metavar="MÃ-VIỆC", help="Việc mà các tin ấy phục vụ.")
def importing(
    file: Path,
    folder: Path | None,
    to: Path | None,
    as_json: bool,
    models: Path | None,
    messages: bool,
    topic: str,
) -> None:
    """Đọc công văn (.txt, .docx, .pdf) và soạn sẵn một bản nháp chiến dịch.

    Chỗ công văn để trống thì bản nháp cũng để trống. Bản nháp chưa được phát.
    """
    if as_json:
        _print(_ready(file, models) if messages else _letter(file, models))
        return
    if messages:
        _messages(file, folder, to, topic, models)
        return
    from ..api.letters import import_letter

    _tell(import_letter(file, options.find(folder).root, to, models))


def _letter(file: Path, models: Path | None) -> "Letter":
    from ..letter import read_letter

    return read_letter(file, models)


def _ready(file: Path, models: Path | None) -> dict[str, object]:
    from ..letter import open_letter, ready

    found, remarks = ready(open_letter(file, models))
    return {
        "messages": [{"title": each.title, "words": each.words} for each in found],
        "remarks": remarks,
    }


def _messages(
    file: Path, folder: Path | None, to: Path | None, topic: str, models: Path | None
) -> None:
    from ..api.letters import import_messages

    if to is None:
        raise click.UsageError("Hãy thêm --to campaigns/TÊN: chiến dịch sẽ nhận các tin này.")
    brought = import_messages(file, options.find(folder).root, to, topic, models)
    click.echo(f"✓ Đã thêm {len(brought.files)} tin, chưa duyệt:", err=True)
    for path in brought.files:
        click.echo(path)
    for remark in brought.remarks:
        click.echo(f"  {remark.what}\n    → {remark.fix}", err=True)


def _print(found: object) -> None:
    import msgspec

    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(found)) + b"\n")


def _tell(made: "Imported") -> None:
    directive = made.letter.directive
    click.echo(f"✓ Đã soạn bản nháp {made.folder}: {len(made.files)} tệp.", err=True)
    click.echo(
        f"  {directive.issuer or '(không rõ cơ quan)'}: {directive.subject}\n"
        f"  Việc của đài: {len(directive.tasks)}. Việc của nơi khác: {len(directive.others)}. "
        f"Văn bản căn cứ: {len(directive.bases)}.",
        err=True,
    )
    if made.letter.remarks:
        click.echo(f"\n{len(made.letter.remarks)} chỗ nên xem lại:", err=True)
    for remark in made.letter.remarks:
        where = f"dòng {remark.place.line}: " if remark.place.line > 1 else ""
        click.echo(f"  {where}{remark.what}\n    → {remark.fix}", err=True)
    click.echo("\nTiếp theo: viết lời vào các tệp .md, rồi chạy: truyenthanh check", err=True)
