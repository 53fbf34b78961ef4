"""`truyenthanh speak`: hear one text."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from ..audio.pcm import Pcm


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
@click.option("--voice", metavar="GIỌNG", help="Một giọng của dự án, như trong thư mục voices.")
@click.option("--engine", default="espeak", show_default=True, metavar="TÊN", help="Bộ đọc.")
@options.offline
def speak(text: str, output: Path, voice: str | None, engine: str, offline: bool) -> None:
    """Đọc một câu ra tệp âm thanh để nghe thử."""
    from ..api import speak as spoken
    from ..audio import mp3
    from ..audio.resample import to_rate
    from ..engines.base import Surroundings
    from ..figures import number
    from ..model import USB, VoiceChoice
    from ..store import atomic

    suffix = output.suffix.lower()
    if suffix not in (".wav", ".mp3"):
        raise click.BadParameter("đuôi tệp phải là .wav hoặc .mp3", param_hint="-o")
    if voice is None:
        sound = spoken(text, VoiceChoice(engine=engine), Surroundings(offline=offline))
    else:
        sound = _of_project(text, voice, offline)
    if suffix == ".mp3":
        content = mp3.encode(to_rate(sound, USB.sample_rate), USB.bitrate)
    else:
        content = sound.to_wav()
    atomic.write(output, content)
    click.echo(f"Đã ghi {output} ({number(sound.seconds, 1)} giây).", err=True)


def _of_project(text: str, name: str, offline: bool) -> "Pcm":
    """Speech by a voice of the project around us."""
    from ..api import load, speak_as
    from ..engines.base import Surroundings

    here = options.find(None)
    voices = load(here.root).voices
    if name not in voices:
        known = ", ".join(voices)
        raise click.BadParameter(f"không có giọng “{name}”; có: {known}", param_hint="--voice")
    reasons: list[str] = []
    surroundings = Surroundings(offline, models=here.models)
    sound, choice = speak_as(text, voices[name], surroundings, reasons.append)
    click.echo(f"Giọng {name}, đọc bằng {choice.source} {choice.voice}".rstrip(), err=True)
    for why in reasons:
        click.echo(f"  {why}", err=True)
    return sound
