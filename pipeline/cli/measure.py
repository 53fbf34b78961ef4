"""`truyenthanh measure`: figures of sound files."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..audio.report import Measurement


@click.command(short_help="Đo tệp âm thanh.")
@click.argument(
    "files", metavar="TỆP…", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)
@click.option("--json", "as_json", is_flag=True, help="In ra JSON cho máy đọc, mỗi tệp một dòng.")
def measure(files: tuple[Path, ...], as_json: bool) -> int:
    """Đo tệp âm thanh: độ to, đỉnh, khoảng lặng, định dạng, thẻ."""
    import msgspec

    from ..audio.report import measure as measured
    from ..errors import SoundError

    failed = False
    for path in files:
        try:
            figures = measured(path.read_bytes())
        except (SoundError, OSError) as error:
            failed = True
            click.echo(f"✗ {path}: {error}", err=True)
            continue
        if as_json:
            line = msgspec.json.encode({"file": str(path), **figures.fields()})
            click.echo(line.decode())
        else:
            click.echo(str(path))
            for name, value in _rows(figures):
                click.echo(f"  {name:<24}{value}")
    return 2 if failed else 0


def _rows(figures: "Measurement") -> Iterator[tuple[str, str]]:
    yield "Thời lượng", f"{figures.seconds:.2f} giây"
    yield "Độ to trung bình", _level(figures.loudness, "LUFS")
    yield "Độ to 3 giây to nhất", _level(figures.short_term, "LUFS")
    yield "Khoảng biến động", _level(figures.range, "LU")
    yield "Đỉnh thật", _level(figures.true_peak, "dBTP")
    yield "Đỉnh so với trung bình", _level(figures.crest, "dB")
    yield "Lặng dài nhất", f"{figures.longest_silence:.2f} giây"
    yield "Phần lặng", f"{figures.silent:.0%}"
    yield "Trong dải 300–4000 Hz", f"{figures.band:.0%} năng lượng"
    yield "Mẫu chạm trần", str(figures.clipped)
    stream = figures.stream
    if stream is None:
        yield "Định dạng", f"{figures.rate} Hz"
        return
    kind = "không đổi" if stream.constant else "thay đổi"
    yield "Định dạng", f"MP3 {stream.bitrate} kbit/s {kind}, {figures.rate} Hz"
    yield "Khung MP3", str(stream.frames)
    for name, text in stream.tags.items():
        yield f"Thẻ {name}", text


def _level(level: float | None, unit: str) -> str:
    return "không đo được" if level is None else f"{level:.1f} {unit}"
