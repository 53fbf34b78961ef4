"""Problems that several files or the whole folder have; all are told at once."""

from pathlib import Path

import pytest

from pipeline.errors import ProjectError
from pipeline.project import load

from .kit import (
    CAMPAIGN,
    FRAME,
    JINGLE,
    LEXICON,
    MESSAGE,
    STATION,
    VOICE,
    edit,
    placed,
    problems,
    reads_anything,
    starter,
    write,
)

WINDOWS = starter()[STATION].decode().split("windows:\n")[1].split("\ntimes")[0]


def test_all_problems_of_all_files_are_told_at_once_in_their_order(tmp_path: Path) -> None:
    write(tmp_path, **{LEXICON: b"- written: a: b\n"})
    edit(tmp_path, FRAME, "title:", "tittle:")
    edit(tmp_path, FRAME, "most: 300", "most: lâu")
    edit(tmp_path, STATION, "opens: 05:30", "opens: 05:00")
    edit(tmp_path, STATION, "times: [05:30, 17:00]", "times: [04:45, 19:00, muộn]")
    edit(tmp_path, JINGLE, "licence: CC0-1.0", "licence:")
    edit(tmp_path, MESSAGE, "title: Việc nhẹ lương cao", "")
    assert placed(tmp_path) == [
        f"{MESSAGE}:3:1 field.missing",
        f"{JINGLE}:4:1 field.missing",
        f"{FRAME}:3:1 field.unknown",
        f"{FRAME}:22:9 field.wrong",
        f"{STATION}:8:12 station.window-too-early",
        f"{STATION}:17:9 station.time-outside-window",
        f"{STATION}:17:16 station.time-outside-window",
        f"{STATION}:17:23 field.wrong",
        f"{LEXICON}:1:13 yaml.colon",
    ]


def test_the_message_has_a_line_for_each_problem_with_what_to_do(tmp_path: Path) -> None:
    edit(write(tmp_path), FRAME, "title:", "tittle:")
    edit(tmp_path, FRAME, "most: 300", "most: lâu")
    with pytest.raises(ProjectError) as caught:
        load(tmp_path)
    assert str(caught.value).splitlines() == [
        "project.yaml:3:1: không có mục tên “tittle” → ý bạn là “title”?",
        "project.yaml:22:9: “most: lâu” không hợp lệ → viết số nguyên từ 1 đến 3600",
    ]


@pytest.mark.parametrize("lost", [FRAME, STATION, VOICE, LEXICON, JINGLE, CAMPAIGN, MESSAGE])
@pytest.mark.parametrize("content", [b"-", b"\xff\xfe\x00", b"a: [", b"\x00"])
def test_a_lost_file_is_the_only_problem(tmp_path: Path, lost: str, content: bytes) -> None:
    write(tmp_path, **{lost: content})
    assert [problem.place.file for problem in problems(tmp_path)] == [lost]


@pytest.mark.parametrize("lexicon", [b"", b"# - written: a\n"])
def test_a_lexicon_may_be_empty(tmp_path: Path, lexicon: bytes) -> None:
    assert load(write(tmp_path, **{LEXICON: lexicon})).lexicon == ()


@pytest.mark.parametrize(
    ("windows", "where"),
    [
        (WINDOWS.replace("opens: 05:30", "opens: 04:00"), "8:12 station.window-too-early"),
        (WINDOWS.replace("opens: 17:00", "opens: 13:00"), "12:12 station.window-too-early"),
        (WINDOWS.replace("closes: 07:00", "closes: 18:00"), "8:3 field.wrong"),
        (WINDOWS + WINDOWS.replace("05:30", "18:30").replace("07:00", "19:00"), "8:3 field.wrong"),
    ],
)
def test_windows_that_the_decree_or_each_other_forbid(
    tmp_path: Path, windows: str, where: str
) -> None:
    edit(write(tmp_path), STATION, WINDOWS, windows)
    assert placed(tmp_path) == [f"{STATION}:{where}"]


def test_no_time_between_noon_and_five_even_in_a_window(tmp_path: Path) -> None:
    edit(
        write(tmp_path),
        STATION,
        WINDOWS,
        WINDOWS.split("  - opens: 17")[0].replace("07:00", "18:30"),
    )
    edit(tmp_path, STATION, "times: [05:30, 17:00]", "times: [05:30, 13:00]")
    (problem,) = problems(tmp_path)
    assert str(problem.place) == f"{STATION}:13:16"
    assert "Nghị định 49/2024/NĐ-CP" in problem.what


@pytest.mark.parametrize("anchor", ["30/2", "31/4", "0/1", "1/13", "30-7", "30/7/2026"])
def test_an_anchor_day_is_in_the_calendar(tmp_path: Path, anchor: str) -> None:
    season = f"\nseason: {{anchor: {anchor}, before: 5, after: 3}}\npriority"
    edit(write(tmp_path), CAMPAIGN, "\npriority", season)
    (problem,) = problems(tmp_path)
    assert (problem.code, problem.place.column) == ("field.wrong", 18)
    assert f"“{anchor}”" in problem.what


def test_a_letter_is_not_dated_on_a_day_there_is_not(tmp_path: Path) -> None:
    edit(write(tmp_path), CAMPAIGN, "day:\n    month:\n", "day: 31\n    month: 4\n")
    (problem,) = problems(tmp_path)
    assert str(problem.place) == f"{CAMPAIGN}:12:10"
    assert problem.what == "tháng 4 không có ngày 31"


HEAD = "---\ntitle: Thử\ntopic: thu-doan\n---\n"
ENGLISH = "Please listen to this short message about people who promise easy work far away"
BARE = "Ba con hay canh giac voi nhung nguoi la hua hen viec nhe luong cao o noi xa"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (HEAD + f"\n{ENGLISH}", "6:1 message.not-vietnamese"),
        (HEAD + f"\nB: {BARE}", "6:4 message.not-vietnamese"),
        ("Bà con nghe.", "1:1 message.no-head"),
        ("---\ntitle: Thử\n", "1:1 message.no-head"),
        ("---\n---\nBà con nghe.", "1:1 yaml.empty"),
    ],
)
def test_messages_nobody_could_speak(tmp_path: Path, text: str, where: str) -> None:
    write(tmp_path, **{MESSAGE.replace("viec", "x-viec"): text.encode()})
    assert placed(tmp_path) == [f"{MESSAGE.replace('viec', 'x-viec')}:{where}"]


@pytest.mark.parametrize("words", ["", "\n\n", "B:"])
def test_a_message_without_words_is_kept_aside_and_silences_nobody(
    tmp_path: Path, words: str
) -> None:
    before = load(write(tmp_path)).campaigns[0]
    after = load(write(tmp_path, **{MESSAGE.replace("viec", "x-viec"): f"{HEAD}{words}".encode()}))
    assert after.campaigns[0].messages == before.messages
    assert [each.title for each in after.campaigns[0].unwritten] == ["Thử"]


def test_another_language_is_welcome_with_a_recording(tmp_path: Path) -> None:
    head = HEAD.replace("---\n", "---\nlanguage: tay\nrecording: tin.wav\n", 1)
    folder = Path(MESSAGE).parent.as_posix()
    sound = starter()[Path(JINGLE).with_suffix(".ogg").as_posix()]
    files = {f"{folder}/tin.md": f"{head}Pi noọng ơi.".encode(), f"{folder}/tin.wav": sound}
    project = load(write(tmp_path, **files))
    (message,) = [each for each in project.campaigns[0].messages if each.id == "tin"]
    assert (message.recording, message.language) == (f"{folder}/tin.wav", "tay")
    assert message.recording_sha256 is not None and len(message.recording_sha256) == 64


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("stations/x.yml", "x.yaml"),
        ("stations/x.YAML", "x.yaml"),
        ("voices/x.yaml.txt", "x.yaml"),
        ("campaigns/phong-chong-mua-ban-nguoi/x.md.txt", "x.md"),
        ("campaigns/khac/campaign.yml", "campaign.yaml"),
    ],
)
def test_a_file_with_a_nearly_right_name_is_not_passed_over(
    tmp_path: Path, name: str, right: str
) -> None:
    (problem,) = problems(write(tmp_path, **{name: b"x"}))
    assert (problem.place.file, problem.code) == (name, "file.name")
    assert f"“{right}”" in problem.fix


def test_messages_in_a_folder_without_campaign_are_not_passed_over(tmp_path: Path) -> None:
    write(tmp_path, **{"campaigns/khac/tin.md": starter()[MESSAGE]})
    assert placed(tmp_path) == ["campaigns/khac/campaign.yaml:1:1 campaign.none"]


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    campaign = Path(MESSAGE).parent.as_posix()
    others = ("ghi-chu.txt", f"{campaign}/cong-van.txt", f"{campaign}/README.md", "stations/.swp")
    assert load(write(tmp_path / "a", **dict.fromkeys(others, b"\xff"))) == load(
        write(tmp_path / "b")
    )


def test_a_project_with_nothing_in_it(tmp_path: Path) -> None:
    (tmp_path / FRAME).write_bytes(starter()[FRAME])
    assert placed(tmp_path).count("project.yaml:1:1 project.empty") == 2
    with pytest.raises(ProjectError, match="truyenthanh init"):
        load(tmp_path / "không-có")


def test_links_that_lead_nowhere_or_out(tmp_path: Path) -> None:
    write(tmp_path / "p")
    sound = (tmp_path / "p" / JINGLE).with_suffix(".ogg")
    sound.rename(tmp_path / "ngoài.ogg")
    sound.symlink_to(tmp_path / "ngoài.ogg")
    assert placed(tmp_path / "p") == [f"{JINGLE}:3:7 file.outside"]
    sound.unlink()
    sound.symlink_to(sound)
    assert placed(tmp_path / "p") == [f"{JINGLE}:3:7 jingle.missing"]


def test_a_folder_in_place_of_a_file(tmp_path: Path) -> None:
    write(tmp_path)
    (tmp_path / STATION).unlink()
    (tmp_path / STATION).mkdir()
    assert placed(tmp_path) == ["project.yaml:1:1 project.empty"]


@pytest.mark.skipif(reads_anything(), reason="root may read anything")
@pytest.mark.parametrize(
    "name", [FRAME, STATION, MESSAGE, VOICE, "campaigns", "jingles", "stations", "voices/lexicon"]
)
def test_what_may_not_be_read_is_said(tmp_path: Path, name: str) -> None:
    (write(tmp_path) / name).chmod(0)
    assert placed(tmp_path) == [f"{name}:1:1 file.unreadable"]
    (tmp_path / name).chmod(0o755)
