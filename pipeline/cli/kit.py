"""`truyenthanh kit`: products of approved messages for every channel but the loudspeakers."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from ..api.kit import Kit

Place = click.Path(path_type=Path, file_okay=False)


@click.command(short_help="Bản in, tin nhắn, bài và ảnh từ tin bài đã duyệt.")
@click.argument("names", metavar="[CHIẾN-DỊCH[/TIN-BÀI]]…", nargs=-1)
@options.folder
@click.option(
    "--channel",
    "channels",
    multiple=True,
    metavar="KÊNH",
    help="Chỉ làm cho kênh này: bang-tin, bai-web, tin-nhan, mang-xa-hoi, to-roi, to-gap, "
    "kich-ban, am-thanh, phu-de. Dùng nhiều lần được.",
)
@click.option(
    "--to",
    type=Place,
    metavar="THƯ-MỤC",
    help="Nơi đặt. Mặc định: output/bo-tai-lieu trong thư mục dự án.",
)
@click.option(
    "--templates",
    type=Place,
    metavar="THƯ-MỤC",
    help="Không làm gì khác, chỉ chép các mẫu ra để sửa. Mẫu đặt ở templates/kit của dự án thì "
    "được dùng thay mẫu có sẵn.",
)
@click.option(
    "--subtitles",
    "bundle",
    type=click.Path(exists=True, path_type=Path),
    metavar="GÓI",
    help="Không làm gì khác, chỉ làm phụ đề cho từng bản tin của một gói đã phát hành.",
)
def kit(
    names: tuple[str, ...],
    folder: Path | None,
    channels: tuple[str, ...],
    to: Path | None,
    templates: Path | None,
    bundle: Path | None,
) -> int:
    """Làm tài liệu cho các kênh khác từ đúng những lời đã duyệt.

    Mỗi tin bài được một thư mục: bảng tin, bản tin, bài web, tin nhắn SMS, bài và ảnh mạng xã hội,
    tờ rời, tờ gấp, kịch bản cho người đọc, phụ đề. Tin bài chưa duyệt thì không làm; tin bài vừa
    đổi lời thì tài liệu cũ bị gỡ đi.
    """
    from ..api import kit as api
    from ..api import load

    if templates is not None:
        _listed(templates, api.templates(templates), "mẫu")
        return 0
    if bundle is not None:
        place = to or Path.cwd()
        _listed(place, api.subtitles(bundle, place), "tệp phụ đề")
        return 0
    found = options.find(folder)
    wish = api.Wish(names=names, channels=channels, to=to)
    with found.lock():
        return _told(api.kit(found, load(found.root), wish))


def _told(made: "Kit") -> int:
    from .main import DONE, NOTHING_DONE

    for each in made.delivered:
        news = f"{len(each.made)} tệp mới" if each.made else "không đổi"
        click.echo(f"✓ {each.name}: {each.files} tệp, {news}")
    for name in made.withdrawn:
        click.echo(f"- {name}: đã gỡ, vì lời nay không còn đúng bản đã duyệt")
    for name in made.unapproved:
        click.echo(f"⚠ {name}: chưa duyệt nên không làm. Duyệt: truyenthanh approve {name}")
    if made.delivered:
        click.echo(f"Tài liệu ở: {made.folder}", err=True)
    return DONE if made.delivered else NOTHING_DONE


def _listed(folder: Path, files: tuple[Path, ...], what: str) -> None:
    click.echo(f"✓ Đã ghi {len(files)} {what} vào {folder}.", err=True)
