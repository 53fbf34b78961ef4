"""`truyenthanh serve`: the site for the local network."""

from pathlib import Path

import click

from . import options


@click.command(short_help="Mở trang web cho các đài trong mạng nội bộ.")
@options.folder
@options.made
@click.option(
    "--host",
    default="0.0.0.0",  # noqa: S104 - the local network is what it is for
    show_default=True,
    metavar="ĐỊA-CHỈ",
    help="Địa chỉ nghe. Chỉ cho máy này dùng: 127.0.0.1",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    metavar="CỔNG",
    help="Cổng nghe; 0: cổng nào đang trống cũng được.",
)
def serve(folder: Path | None, output: Path | None, host: str, port: int) -> int:
    """Mở thư mục kết quả thành trang web: tìm đài, nghe, tải bản tin. Dừng: nhấn Ctrl-C."""
    from ..errors import TruyenThanhError
    from ..serve import App, Server, addresses_of

    root, site = _shown(folder, output)
    if not (root / "index.html").is_file():
        raise TruyenThanhError(f"{root} chưa có trang web. Hãy làm bản tin: truyenthanh bulletins")
    server = Server(App(root, site), host, port)
    *_, shared = reached = addresses_of(host, server.port)
    click.echo(f"Trang web đang mở ở {' và '.join(reached)} (dừng: nhấn Ctrl-C).", err=True)
    _show_code(shared)
    server.run()
    click.echo("Đã dừng.", err=True)
    return 0


def _shown(folder: Path | None, output: Path | None) -> tuple[Path, str]:
    """The folder meant, and the site's own address; "": it has none, or lies in no project."""
    from ..errors import TruyenThanhError
    from ..project import load

    try:
        here = options.find(folder)
    except TruyenThanhError:
        if output is None or folder is not None:
            raise
        return output, ""
    return output or here.output, load(here.root).site.url


def _show_code(address: str) -> None:
    """The address as a picture for phones, where somebody is looking."""
    import sys

    if sys.stderr.isatty() and "localhost" not in address:
        import segno

        click.echo("Điện thoại trong cùng mạng: quét mã này.\n", err=True)
        segno.make(address, error="l").terminal(out=sys.stderr, compact=True)
