"""A sentence heard at once, by a voice of this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.api import Folder, load
from pipeline.desk.voicebox import Voicebox
from pipeline.model import Project, Voice, VoiceChoice
from pipeline.project import create

WORDS = "Bà con gọi số một một một."
HERE, AWAY = VoiceChoice(engine="espeak", voice="vi"), VoiceChoice(engine="gtts", voice="vi")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    create(tmp_path / "du-an")
    return Folder(tmp_path / "du-an")


@pytest.fixture
def box(folder: Folder) -> Iterator[Voicebox]:
    box = Voicebox(folder)
    yield box
    box.close()


def spoken_by(folder: Folder, *choices: VoiceChoice) -> Project:
    voice = Voice(id="v", name="Giọng thử", choices=choices)
    return load(folder.root).but(voices={"v": voice}, roles={"A": "v"})


def test_a_sentence_is_spoken_once_and_kept(folder: Folder, box: Voicebox) -> None:
    project = spoken_by(folder, HERE)
    first = box.hear(project, WORDS, "A")
    assert first.wav[:4] == b"RIFF"
    assert not first.stand_in
    kept = list(folder.store.held())
    assert box.hear(project, WORDS, "A") == first
    assert list(folder.store.held()) == kept
    assert len(kept) == 1


@pytest.mark.parametrize("choices", [(AWAY,), (AWAY, HERE)])
def test_where_the_voice_is_on_the_network_one_of_this_machine_stands_in(
    folder: Folder, box: Voicebox, choices: tuple[VoiceChoice, ...]
) -> None:
    assert box.hear(spoken_by(folder, *choices), WORDS, "A").stand_in
