"""What must not be heard: wrong numbers, days there are not, files that are no sound."""

import io
import subprocess
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest
import soundfile

from pipeline.project import load

from .kit import (
    CAMPAIGN,
    JINGLE,
    LEXICON,
    MESSAGE,
    STATION,
    edit,
    placed,
    problems,
    reads_anything,
    starter,
    write,
)

FOLDER = Path(MESSAGE).parent.as_posix()
HEAD = "---\ntitle: Thử\ntopic: thu-doan\nrecording: {}\n---\nBà con nghe nhé.\n"


def calling(number: str, *said: str) -> bytes:
    """The campaign with this hotline, and a call to action that says these things."""
    lines = starter()[CAMPAIGN].decode().splitlines()
    for index, line in enumerate(lines):
        if line.startswith("hotline:"):
            lines[index] = f'hotline: "{number}"'
        elif line.startswith("call_to_action:"):
            lines[index] = f"call_to_action: {' '.join(said)}"
    return "\n".join(lines).encode()


def sound(form: str) -> bytes:
    """Half a second of a tone."""
    file = io.BytesIO()
    tone = 0.3 * np.sin(np.arange(8000) * 0.2)
    soundfile.write(file, tone.astype(np.float32), 16_000, format=form)
    return file.getvalue()


@pytest.mark.parametrize(
    "number",
    ["111", "1022", "18001091", "1800 1091", "0983.112.233", "(0204) 3 856 789", "0204.3856.789"],
)
def test_a_hotline_said_twice_however_it_is_grouped(tmp_path: Path, number: str) -> None:
    campaign = calling(number, f"Bà con hãy gọi số {number}.", f"Nhắc lại, hãy gọi số {number}.")
    assert load(write(tmp_path, **{CAMPAIGN: campaign})).campaigns[0].hotline == number


@pytest.mark.parametrize(
    "said",
    [
        ("Hãy gọi số 111 năm nào cũng được.", "Xin gọi số 111 một lần nữa."),
        ("Hãy gọi số một một một.", "Xin gọi số 111."),
    ],
)
def test_words_beside_a_number_are_no_part_of_it(tmp_path: Path, said: tuple[str, ...]) -> None:
    load(write(tmp_path, **{CAMPAIGN: calling("111", *said)}))


@pytest.mark.parametrize(
    "said",
    [
        ("Hãy gọi số 1112.", "Nhắc lại, hãy gọi số 1115."),
        ("Hãy gọi số 111.", "Nhắc lại, hãy gọi số 1112."),
        ("Hãy gọi số 111.", "Đã có 111 người gọi."),
        ("Hãy gọi số 111.", "Hãy gọi số một một một hai."),
        ("Hãy gọi số 111.",),
    ],
)
def test_another_number_is_not_the_hotline(tmp_path: Path, said: tuple[str, ...]) -> None:
    write(tmp_path, **{CAMPAIGN: calling("111", *said)})
    assert placed(tmp_path) == [f"{CAMPAIGN}:25:17 campaign.hotline"]


@pytest.mark.parametrize("number", ["abc", "gọi 111", "11", "+84 983 112 233", "１１１", "9" * 40])
def test_a_hotline_nobody_can_dial(tmp_path: Path, number: str) -> None:
    said = ("Hãy gọi số 111.", "Nhắc lại, hãy gọi số 111.")
    write(tmp_path, **{CAMPAIGN: calling(number, *said)})
    assert placed(tmp_path) == [f"{CAMPAIGN}:24:10 field.wrong"]


@pytest.mark.parametrize("day", ["31/02/2026", "00/5/2026", "29/2/2027"])
def test_nobody_is_called_together_on_a_day_there_is_not(tmp_path: Path, day: str) -> None:
    edit(write(tmp_path), MESSAGE, "Kể cho người nhà", f"Hẹn ngày {day}, kể cho người nhà")
    (problem,) = problems(tmp_path)
    assert (str(problem.place), problem.code) == (f"{MESSAGE}:20:10", "reading.no-such-date")
    assert day in problem.what


@pytest.mark.parametrize("spoken", ["a 123", "năm $", "the world wide web", "☃", "UBND"])
def test_a_lexicon_gives_words_not_signs(tmp_path: Path, spoken: str) -> None:
    write(tmp_path, **{LEXICON: f'- written: ABC\n  spoken: "{spoken}"\n'.encode()})
    assert placed(tmp_path) == [f"{LEXICON}:2:11 lexicon.spoken"]


@pytest.mark.parametrize("folder_of", [CAMPAIGN, STATION])
def test_nor_does_the_lexicon_of_a_campaign_or_a_station(tmp_path: Path, folder_of: str) -> None:
    text = starter()[folder_of] + b"\nlexicon: [{written: ABC, spoken: a 1}]\n"
    write(tmp_path, **{folder_of: text})
    assert [problem.code for problem in problems(tmp_path)] == ["lexicon.spoken"]


@pytest.mark.parametrize("form", ["WAV", "FLAC", "OGG", "MP3"])
def test_a_recording_of_any_usual_kind(tmp_path: Path, form: str) -> None:
    files = {f"{FOLDER}/x.md": HEAD.format("x.bin").encode(), f"{FOLDER}/x.bin": sound(form)}
    load(write(tmp_path, **files))


@pytest.mark.parametrize(
    "begins",
    [b"\x00\x00\x00\x18ftypM4A ", b"#!AMR\n", b"\x1a\x45\xdf\xa3", b"\xff\xf1\x50\x80"],
    ids=["m4a", "amr", "webm", "aac"],
)
def test_what_telephones_record_is_left_to_the_decoder(tmp_path: Path, begins: bytes) -> None:
    files = {f"{FOLDER}/x.md": HEAD.format("x.m4a").encode(), f"{FOLDER}/x.m4a": begins + bytes(50)}
    load(write(tmp_path, **files))


def test_a_recording_named_raw_is_refused_like_any_noise(tmp_path: Path) -> None:
    """libsndfile would ask how to read what is so named."""
    files = {f"{FOLDER}/x.md": HEAD.format("x.raw").encode(), f"{FOLDER}/x.raw": sound("WAV")}
    assert placed(write(tmp_path, **files)) == [f"{FOLDER}/x.md:4:12 message.not-sound"]


@pytest.mark.parametrize("made", [("ipod", "m4a"), ("asf", "wma"), ("mp3", "wav")])
def test_music_as_people_have_it(tmp_path: Path, made: tuple[str, str]) -> None:
    """What telephones and offices keep, and what bears the wrong ending."""
    form, ending = made
    music = tmp_path / f"nhạc.{ending}"
    converted(sound("WAV"), form, music)
    write(tmp_path, **{f"jingles/nhac.{ending}": music.read_bytes()})
    edit(tmp_path, JINGLE, "file: nhac-cat.ogg", f"file: nhac.{ending}")
    assert load(tmp_path).jingles["nhac-cat"].seconds == pytest.approx(0.5, abs=0.2)


def converted(content: bytes, form: str, to: Path) -> None:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", "-", "-f", form, str(to)]
    subprocess.run(command, input=content, check=True)


@pytest.mark.parametrize("content", [b"", b"RIFF", b"xin ch\xc3\xa0o", sound("WAV")[:44]])
def test_a_recording_that_is_no_sound_is_found_before_the_build(
    tmp_path: Path, content: bytes
) -> None:
    files = {f"{FOLDER}/x.md": HEAD.format("x.wav").encode(), f"{FOLDER}/x.wav": content}
    assert placed(write(tmp_path, **files)) == [f"{FOLDER}/x.md:4:12 message.not-sound"]


def test_a_file_of_the_project_is_not_a_recording_because_it_is_there(tmp_path: Path) -> None:
    write(tmp_path, **{f"{FOLDER}/x.md": HEAD.format("../../project.yaml").encode()})
    assert placed(tmp_path) == [f"{FOLDER}/x.md:4:12 message.not-sound"]


@pytest.mark.skipif(reads_anything(), reason="root may read anything")
def test_a_recording_that_may_not_be_read_is_not_called_noise(tmp_path: Path) -> None:
    files = {f"{FOLDER}/x.md": HEAD.format("x.wav").encode(), f"{FOLDER}/x.wav": sound("WAV")}
    (write(tmp_path, **files) / FOLDER / "x.wav").chmod(0)
    assert placed(tmp_path) == [f"{FOLDER}/x.wav:1:1 file.unreadable"]


@pytest.mark.skipif(reads_anything(), reason="root may read anything")
def test_a_folder_that_may_not_be_opened_is_not_called_empty(tmp_path: Path) -> None:
    folder = write(tmp_path / "p")
    folder.chmod(0)
    try:
        assert placed(folder) == ["project.yaml:1:1 file.unreadable"]
    finally:
        folder.chmod(0o755)


@pytest.mark.parametrize("name", ["không có", "a\0b", "x" * 300])
def test_no_such_folder_is_no_project(tmp_path: Path, name: str) -> None:
    assert placed(tmp_path / name) == ["project.yaml:1:1 project.none"]


def test_two_bulletins_are_not_on_the_air_at_once(tmp_path: Path) -> None:
    edit(write(tmp_path), STATION, "[05:30, 17:00]", "[17:00, 05:34, 05:30]")
    assert placed(tmp_path) == [f"{STATION}:17:16 station.times-too-close"]
    edit(tmp_path, STATION, "05:34", "05:35")  # 300 seconds, as project.yaml allows
    load(tmp_path)
