"""`truyenthanh speak`: hear one text."""

from pathlib import Path

import click

from . import options


@click.command(short_help="Đọc một câu ra tệp để nghe thử.")
@click.argument("text", metavar="CÂU")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    metavar="TỆP",
    help="Tệp kết quả, đuôi .wav hoặc .mp3.",
)
@click.option("--engine", default="espeak", show_default=True, metavar="TÊN", help="Bộ đọc.")
@options.offline
def speak(text: str, output: Path, engine: str, offline: bool) -> None:
    """Đọc một câu ra tệp âm thanh để nghe thử."""
    from ..api import speak as spoken
    from ..audio import mp3
    from ..audio.resample import to_rate
    from ..engines.base import Surroundings
    from ..model import USB, VoiceChoice
    from ..store import atomic

    suffix = output.suffix.lower()
    if suffix not in (".wav", ".mp3"):
        raise click.BadParameter("đuôi tệp phải là .wav hoặc .mp3", param_hint="-o")
    sound = spoken(text, VoiceChoice(engine=engine), Surroundings(offline=offline))
    if suffix == ".mp3":
        content = mp3.encode(to_rate(sound, USB.sample_rate), USB.bitrate)
    else:
        content = sound.to_wav()
    atomic.write(output, content)
    click.echo(f"Đã ghi {output} ({sound.seconds:.1f} giây).", err=True)
