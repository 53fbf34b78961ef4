"""`truyenthanh verify`: whether a bundle is whole, as it was made, and the publisher's."""

import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import clock, options

if TYPE_CHECKING:
    from ..plan import Week
    from ..publish import Expected
    from ..publish.manifest import Manifest


@click.command(short_help="Đối chiếu một gói đã làm.")
@click.argument("what", metavar="THƯ-MỤC|ZIP|ĐỊA-CHỈ")
@click.option(
    "--key",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="TỆP",
    help="Khóa công khai của nơi phát hành (tệp .pub): kiểm tra cả chữ ký.",
)
@click.option("--station", metavar="MÃ", help="Gói phải là của đài có mã này.")
@options.week_of("Gói phải là của tuần")
def verify(what: str, key: Path | None, station: str | None, week: "Week | None") -> int:
    """Đọc lại từng tệp của một gói âm thanh và đối chiếu.

    Nhận thư mục của đài, tệp zip, thư mục cả tuần, hoặc địa chỉ trang (https://…).
    """
    from ..publish import verify as faults_of

    expected = _expected(key, station, week)
    with tempfile.TemporaryDirectory(prefix="truyenthanh-") as scratch:
        path = _fetched(what, Path(scratch), station) if "://" in what else Path(what)
        if not path.exists():
            raise click.BadParameter(f"không thấy {what}", param_hint="THƯ-MỤC|ZIP|ĐỊA-CHỈ")
        faults = faults_of(path, expected)
        for fault in faults:
            click.echo(f"✗ {_named(fault.path, scratch, what)}: {fault.what}")
        remarks = list(_remarks(path, week))
    if faults:
        click.echo(f"Có {len(faults)} lỗi. Hãy lấy lại gói này.", err=True)
        return 1
    for remark in remarks:
        click.echo(f"Lưu ý: {remark}", err=True)
    signed = f", có chữ ký đúng của khóa {expected.key.name}" if expected.key else ""
    click.echo(f"✓ {what}: nguyên vẹn, đúng như khi làm ra{signed}.")
    return 0


def _expected(key: Path | None, station: str | None, week: "Week | None") -> "Expected":
    from ..publish import Expected
    from ..signing import PublicKey

    public = PublicKey.read(key.read_bytes()) if key else None
    return Expected(key=public, station=station, week=str(week) if week else None)


def _fetched(url: str, scratch: Path, station: str | None) -> Path:
    from ..publish.mirror import mirror

    if url.startswith("http://"):
        click.echo("Lưu ý: địa chỉ http không mã hóa, chỉ nên dùng trong mạng nội bộ.", err=True)
    return mirror(url, scratch, station)


def _remarks(path: Path, week: "Week | None") -> Iterator[str]:
    """What to know of a bundle that is whole: that it is a draft, or of a week that is over."""
    from ..plan import Week

    told = _manifest(path)
    if told is not None and told.draft:
        yield "gói này là BẢN THỬ, chưa được duyệt: chỉ để nghe, không phát."
    if told is not None and week is None and told.week < str(Week.of(clock.now().date())):
        yield "gói này là của một tuần đã qua."


def _manifest(path: Path) -> "Manifest | None":
    """What a bundle tells of itself; None for a whole week, or what cannot be read."""
    import msgspec

    from ..publish import manifest, names

    try:
        if path.is_dir():
            return manifest.read((path / names.MANIFEST).read_bytes())
        with zipfile.ZipFile(path) as archive:
            return manifest.read(archive.read(names.MANIFEST))
    except (OSError, KeyError, zipfile.BadZipFile, msgspec.DecodeError):
        return None


def _named(path: str, scratch: str, what: str) -> str:
    """A fault's place as the person knows it: below the address, not in a passing folder."""
    return f"{what} {path.removeprefix(scratch)}" if path.startswith(scratch) else path
