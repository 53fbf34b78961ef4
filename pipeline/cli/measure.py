"""`truyenthanh measure`: figures of sound files."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..audio.report import Measurement

WIDTH = 34  # columns of the names


@click.command(short_help="Đo tệp âm thanh.")
@click.argument("files", metavar="TỆP…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="In ra JSON cho máy đọc, mỗi tệp một dòng.")
def measure(files: tuple[Path, ...], as_json: bool) -> int:
    """Đo tệp âm thanh: độ to, đỉnh, khoảng lặng, định dạng, thẻ."""
    import msgspec

    from ..audio.report import measure as measured
    from ..errors import SoundError
    from .main import DONE, FILES_WRONG

    code = DONE
    for path in files:
        try:
            figures = measured(path.read_bytes())
        except SoundError as error:
            click.echo(f"✗ {path}: {error}", err=True)
            code = FILES_WRONG
        except OSError as error:
            click.echo(f"✗ {path}: {_refusal(error)}", err=True)
            code = FILES_WRONG
        else:
            line = {"file": str(path), **figures.fields()}
            click.echo(msgspec.json.encode(line).decode() if as_json else _table(path, figures))
    return code


def _table(path: Path, figures: "Measurement") -> str:
    rows = [
        ("Thời lượng", _length(figures.seconds)),
        ("Định dạng", f"{figures.rate} Hz, {figures.channels} kênh"),
        ("Tốc độ bit", f"{figures.bitrate} kbit/s{CONSTANT[figures.constant]}"),
        ("Độ to (ITU-R BS.1770)", _level(figures.loudness, "LUFS")),
        ("Khoảng độ to (EBU Tech 3342)", _level(figures.loudness_range, "LU")),
        ("Độ to lớn nhất trong 3 giây", _level(figures.short_term, "LUFS")),
        ("Đỉnh thật", _level(figures.true_peak, "dBTP")),
        ("Đỉnh so với trung bình", _level(figures.crest, "dB")),
        ("Khoảng lặng dài nhất", _number(figures.longest_silence) + " giây"),
        ("Phần im lặng", _percent(figures.silent)),
        ("Năng lượng trong 300–4000 Hz", _percent(figures.horn_band)),
        ("Mẫu bị xén đỉnh", str(figures.clipped)),
        ("Thẻ", figures.tag or "không có"),
        *((f"  {TEXTS.get(name, name)}", text) for name, text in figures.texts.items()),
    ]
    return "\n".join([f"{path}", *(f"  {name:<{WIDTH}}{value}" for name, value in rows), ""])


CONSTANT = {True: ", không đổi", False: ", thay đổi", None: ""}
TEXTS = {
    "TIT2": "Tên",
    "TPE1": "Người phát",
    "TALB": "Tập",
    "TRCK": "Số thứ tự",
    "TYER": "Năm",
    "TDAT": "Ngày tháng",
    "TLAN": "Ngôn ngữ",
    "COMM": "Ghi chú",
}


def _refusal(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "Không có tệp này."
    if isinstance(error, IsADirectoryError):
        return "Đây là một thư mục, không phải tệp âm thanh."
    return "Không mở được tệp này; hãy xem lại quyền đọc tệp."


def _length(seconds: float) -> str:
    minutes, rest = divmod(round(seconds, 1), 60)
    return f"{int(minutes)} phút {_number(rest, 1)} giây" if minutes else f"{_number(rest, 1)} giây"


def _level(level: float | None, unit: str) -> str:
    return "không đo được" if level is None else f"{_number(level)} {unit}"


def _percent(share: float) -> str:
    return f"{_number(share * 100, 1)} %"


def _number(value: float, digits: int = 2) -> str:
    return f"{value:.{digits}f}".replace(".", ",").replace("-", "−")
