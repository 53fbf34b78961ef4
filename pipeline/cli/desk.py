"""`truyenthanh desk`: the officer's desk in a browser of this machine."""

from pathlib import Path

import click

from . import options
from .clock import now


@click.command(short_help="Mở bàn làm việc trong trình duyệt của máy này.")
@options.folder
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    metavar="CỔNG",
    help="Cổng trên máy này. Đang bận thì tự chọn cổng khác.",
)
@click.option("--no-browser", is_flag=True, help="Chỉ in địa chỉ, không tự mở trình duyệt.")
def desk(folder: Path | None, port: int, no_browser: bool) -> int:
    """Mở bàn làm việc: từ công văn đến lời đã duyệt và bản tin, ngay trong trình duyệt.

    Chỉ máy này mở được, theo đúng địa chỉ in ra. Mọi thứ vẫn nằm trong các tệp của dự án.
    Dừng: nhấn Ctrl-C.
    """
    import secrets
    import webbrowser

    from ..desk import LARGEST, Desk, Guard, application
    from ..serve import Server

    home = options.find(folder)
    table = Desk(home, now)
    guard = Guard(application(table), secrets.token_urlsafe(32))
    server = Server.at(guard, "127.0.0.1", port, largest=LARGEST)
    guard.port = server.port
    click.echo("Bàn làm việc đang mở ở địa chỉ này (dừng: nhấn Ctrl-C):", err=True)
    click.echo(guard.address)
    if not no_browser:
        webbrowser.open(guard.address)
    try:
        server.run()
    finally:
        table.close()
    click.echo("Đã dừng.", err=True)
    return 0
