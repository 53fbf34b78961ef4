"""`truyenthanh key`: the key with which bundles are signed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from ..api.signing import Desk


@click.group(short_help="Khóa ký gói, để đài biết gói là thật.")
def key() -> None:
    """Khóa ký gói: có khóa thì mọi gói được ký khi đóng, đài kiểm tra được là thật.

    Khóa có hai nửa. Nửa công khai (khoa-cong-khai.pub, trong dự án) gửi cho các đài.
    Nửa bí mật nằm trong thư mục riêng của người dùng, không bao giờ nằm trong dự án.
    """


@key.command("make")
@options.folder
@click.option("--passphrase", is_flag=True, help="Đặt mật khẩu cho khóa bí mật (sẽ hỏi).")
def make(folder: Path | None, passphrase: bool) -> None:
    """Tạo khóa cho dự án chưa có khóa."""
    desk = _desk(folder)
    chosen = ""
    if passphrase:
        chosen = click.prompt("Mật khẩu", hide_input=True, confirmation_prompt="Gõ lại", err=True)
    made = desk.make(chosen)
    secret = desk.ring.path(made.public)
    lines = [
        f"✓ Đã tạo khóa {made.public.name}. Từ nay mọi gói được ký khi đóng.",
        f"  Khóa bí mật: {secret}",
        "    Chỉ máy này có. Hãy chép một bản vào thẻ nhớ cất trong tủ; đừng gửi cho ai.",
        f"  Khóa công khai: {desk.path}",
        "    Gửi tệp này cho các đài, tốt nhất là đưa tận tay.",
    ]
    if chosen:
        lines.append("  Hẹn giờ tự chạy thì đặt mật khẩu vào biến TRUYENTHANH_PASSPHRASE.")
    click.echo("\n".join(lines), err=True)


@key.command("show")
@options.folder
def show(folder: Path | None) -> int:
    """In khóa công khai, để gửi cho đài."""
    from .main import NOTHING_DONE

    desk = _desk(folder)
    public = desk.public()
    if public is None:
        click.echo(_none(), err=True)
        return NOTHING_DONE
    click.echo(public.write().decode(), nl=False)
    click.echo(
        f"Đài kiểm tra gói bằng: truyenthanh verify --key {desk.path.name} TÊN-GÓI\n"
        f"hoặc: minisign -V -p {desk.path.name} -m SHA256SUMS",
        err=True,
    )
    return 0


@key.command("check")
@options.folder
def check(folder: Path | None) -> int:
    """Xem máy này có ký được cho dự án không."""
    from ..signing import Signature
    from .main import NOTHING_DONE

    desk = _desk(folder)
    secret = desk.secret()
    if secret is None:
        click.echo(_none(), err=True)
        return NOTHING_DONE
    trial = b"truyenthanh"
    good = Signature.read(secret.sign(trial, "thu")).is_by(secret.public, trial)
    click.echo(f"✓ Khóa {secret.public.name}: ký được." if good else "✗ Khóa không ký được.")
    return 0 if good else NOTHING_DONE


def _desk(folder: Path | None) -> "Desk":
    from ..api.signing import Desk

    return Desk(options.find(folder))


def _none() -> str:
    return "✗ Dự án chưa có khóa. Muốn có, hãy chạy: truyenthanh key make"
