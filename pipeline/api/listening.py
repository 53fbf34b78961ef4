"""Bulletins heard back: what a machine hears, beside the words that were to be said."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ..audio import intake
from ..audio.pcm import Pcm
from ..errors import SoundError, TruyenThanhError
from ..hearing import Comparison, Ear, compare, words
from ..model import Record
from ..publish import BulletinEntry, ElementEntry, entries
from ..reading import read

GAP = 0.2  # s more at both ends of a part: where it begins is known to a few hundredths


class Passage(Record):
    """A part of a bulletin and how it was heard."""

    title: str
    start: float  # s
    comparison: Comparison


class Hearing(Record):
    """One file."""

    file: str
    passages: tuple[Passage, ...]


def listen(path: Path, ear: Ear, script: str | None = None) -> Iterator[Hearing]:
    """Hear a sound file, or every bulletin of a bundle (its folder or zip).

    The words come from `script`, written text for a single file, or from the bundle's manifest.
    Raises TruyenThanhError when there is nothing to compare with, SoundError, OSError.
    """
    if script is not None:
        sound = intake.decode(path.read_bytes())
        yield Hearing(file=path.name, passages=(_whole(sound, ear, script, path.name),))
        return
    found = list(entries(path))
    if not found:
        raise TruyenThanhError(
            f"Không biết {path} phải nói gì: bên cạnh không có MANIFEST.JSON của chính tệp này. "
            "Hãy nêu tệp lời bằng --script TỆP.txt."
        )
    for entry, content in found:
        try:
            sound = intake.decode(content)
        except SoundError as error:
            raise SoundError(f"{entry.file}: {error}") from error
        yield Hearing(file=entry.file, passages=tuple(_parts(sound, ear, entry)))


def _whole(sound: Pcm, ear: Ear, script: str, title: str) -> Passage:
    heard = compare(words(read(script).spoken), _heard(sound, ear))
    return Passage(title=title, start=0.0, comparison=heard)


def _parts(sound: Pcm, ear: Ear, entry: BulletinEntry) -> Iterator[Passage]:
    """Part by part, so that a slip in one does not shift the next; music is not listened to."""
    for element in entry.elements:
        if element.lines:
            start = round(max(0.0, element.start - GAP) * sound.rate)
            end = round((element.end + GAP) * sound.rate)
            heard = _heard(Pcm(sound.samples[start:end], sound.rate), ear)
            yield Passage(
                title=element.title,
                start=element.start,
                comparison=compare(_said(element), heard),
            )


def _said(element: ElementEntry) -> Sequence[str]:
    return [word for line in element.lines for word in words(line.spoken or line.text)]


def _heard(sound: Pcm, ear: Ear) -> Sequence[str]:
    """Figures a machine writes down ("30/7") are read as they are said."""
    return words(read(ear.hear(sound)).spoken)
