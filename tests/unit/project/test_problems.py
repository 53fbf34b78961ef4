"""What people get wrong in their own words: where it is told, and what to do about it."""

from pathlib import Path

import pytest

from pipeline.project import load

from .kit import CAMPAIGN, FRAME, JINGLE, LEXICON, MESSAGE, STATION, VOICE, edit, problems, write

MORNING = """  - opens: 05:30
    closes: 07:00
    limit: 45
"""


@pytest.mark.parametrize(
    ("file", "old", "new", "where", "words"),
    [
        # names and kinds of fields
        (STATION, "profile: usb", "profil: usb", "19:1 field.unknown", "ý bạn là “profile”"),
        (STATION, "profile: usb", "màu: đỏ", "19:1 field.unknown", "dùng: code, name, windows"),
        (STATION, "name: xã Yên Thế\n", "", "2:1 field.missing", "thiếu mục “name”"),
        (STATION, "name: xã Yên Thế", "name:", "3:1 field.missing", "thiếu mục “name”"),
        (STATION, "name: xã Yên Thế", "name: ~", "3:1 field.missing", "thiếu mục “name”"),
        (STATION, "name: xã Yên Thế", "name: [a]", "3:7 field.wrong", "một giá trị"),
        (STATION, "sample: true", "sample: maybe", "4:9 field.wrong", "true, false, có, không"),
        (STATION, "days: hằng ngày", "days: []", "18:7 field.wrong", "ít nhất 1 mục"),
        (VOICE, "settings:\n      tld: com.vn", "settings: nhanh", "8:15 field.wrong", "tên: giá"),
        (FRAME, "rundown:", "rundow:", "10:1 field.unknown", "ý bạn là “rundown”"),
        # names of things there are
        (VOICE, "engine: gtts", "engine: gtss", "7:13 name.unknown", "ý bạn là “gtts”"),
        (FRAME, "A: nu-mien-bac", "A: nam-mien-nam", "7:6 name.unknown", "giọng “nam-mien-nam”"),
        (FRAME, "bed: nhac-nen", "bed: nhac-la", "18:8 name.unknown", "đoạn nhạc “nhac-la”"),
        (FRAME, "bed: nhac-nen", "bed: nhac-cat", "18:8 field.wrong", "thuộc loại sting"),
        (FRAME, "B: giong-thu-hai", "b: giong-thu-hai", "8:3 role.name", "chữ cái hoa"),
        (STATION, "profile: usb", "profile: ubs", "19:10 name.unknown", "ý bạn là “usb”"),
        (STATION, "profile: usb", "sound: pa_hon", "19:8 name.unknown", "ý bạn là “pa_horn”"),
        (FRAME, "sound: pa_horn", "sound: to", "26:8 name.unknown", "clean, pa_horn"),
        (STATION, "profile: usb", "voices: {B: nam}", "19:13 name.unknown", "giọng “nam”"),
        (MESSAGE, "topic: thu-doan", "topic: thu-doann", "3:8 name.unknown", "“thu-doan”"),
        # frames
        (
            FRAME,
            "truyền thanh {station}. Kính",
            "truyền thanh. Kính",
            "12:12 field.wrong",
            "tên đài",
        ),
        (FRAME, "least: 120", "least: 400", "21:10 field.wrong", "lớn hơn “most”"),
        (FRAME, "least: 120", "least: 0", "21:10 field.wrong", "từ 1 đến 3600"),
        # clocks
        (STATION, MORNING, MORNING.replace("05:30", "25:00"), "8:12 field.wrong", "giờ phút"),
        (STATION, MORNING, MORNING.replace("45", "90"), "10:12 field.wrong", "từ 1 đến 60"),
        (STATION, MORNING, MORNING.replace("45", "nhiều"), "10:12 field.wrong", "“limit: nhiều”"),
        (STATION, MORNING, MORNING.replace("07:00", "05:00"), "9:13 field.wrong", "trước khi mở"),
        (STATION, "times: [05:30,", "times: [03:15,", "17:9 station.time-outside-window", "03:15"),
        (STATION, "times: [05:30,", "times: [04:45,", "17:9 station.time-outside-window", "04:45"),
        (STATION, "times: [05:30,", "times: [07:00,", "17:9 station.time-outside-window", "07:00"),
        (STATION, "times: [05:30,", "times: [sáng,", "17:9 field.wrong", "không phải giờ phát"),
        (STATION, "times: [05:30,", "times: [17:00,", "17:16 station.time-twice", "hai lần"),
        (STATION, "days: hằng ngày", "days: [T2, T8]", "18:12 field.wrong", "T7, CN"),
        # numbers
        (JINGLE, "gain: -3", "gain: inf", "6:7 field.wrong", "từ -40 đến 6"),
        (JINGLE, "gain: -3", "gain: .nan", "6:7 field.wrong", "từ -40 đến 6"),
        (JINGLE, "gain: -3", "gain: nan", "6:7 field.wrong", "từ -40 đến 6"),
        (JINGLE, "gain: -3", "gain: 1e999", "6:7 field.wrong", "từ -40 đến 6"),
        (JINGLE, "fade_in: 10", "fade_in: -5", "7:10 field.wrong", "từ 0 đến 10000"),
        (JINGLE, "fade_in: 10", "fade_in: 1.5", "7:10 field.wrong", "số nguyên"),
        (VOICE, "second: 4.0", "second: 0", "10:27 field.wrong", "từ 0.5 đến 12"),
        # jingles
        (JINGLE, "licence: CC0-1.0", "licence:", "4:1 field.missing", "thiếu mục “licence”"),
        (JINGLE, "kind: sting", "kind: nhạc cắt", "2:7 field.wrong", "signature, sting, bed"),
        (JINGLE, "file: nhac-cat.ogg", "file: nhac.ogg", "3:7 jingle.missing", "“nhac.ogg”"),
        (
            JINGLE,
            "file: nhac-cat.ogg",
            "file: nhac-cat.yaml",
            "3:7 jingle.not-sound",
            ".wav, .flac",
        ),
        (JINGLE, "file: nhac-cat.ogg", "file: ../project.yaml", "3:7 jingle.not-sound", "âm thanh"),
        (JINGLE, "file: nhac-cat.ogg", "file: ../../x.ogg", "3:7 file.outside", "ngoài thư mục"),
        (JINGLE, "file: nhac-cat.ogg", f"file: {'x' * 300}.ogg", "3:7 jingle.missing", "xxx"),
        # lexicon
        (LEXICON, "spoken: da lô", "spoke: da lô", "3:3 field.unknown", "ý bạn là “spoken”"),
        (LEXICON, "written: Facebook", "written: Zalo", "4:12 lexicon.twice", "đã có"),
        # directives and seasons
        (CAMPAIGN, "    year: 2023", "    year: 23", "14:11 field.wrong", "từ 1945 đến 2100"),
        (CAMPAIGN, "    month:\n", "    month: 13\n", "13:12 field.wrong", "từ 1 đến 12"),
        (
            CAMPAIGN,
            "  tasks:",
            "  tasks:\n    - {id: thu, text: x}",
            "18:12 campaign.task",
            "“topic: thu”",
        ),
        (CAMPAIGN, "hotline: 111", "hotline: 112", "25:17 campaign.hotline", "112 đủ hai lần"),
        # messages
        (MESSAGE, "language: vi", "language: tay", "4:11 message.language", "ghi âm"),
        (MESSAGE, "language: vi", "recording: a.wav", "4:12 message.recording", "“a.wav”"),
        (
            MESSAGE,
            "language: vi",
            "recording: ../../../a.wav",
            "4:12 file.outside",
            "ngoài thư mục",
        ),
        (MESSAGE, "Thử nghĩ xem", "C: Thử nghĩ xem", "7:4 message.role", "không có vai “C”"),
        (MESSAGE, "Kể cho người nhà", "Kể @# cho người nhà", "20:5 reading.unread", 'spoken: "…"'),
    ],
)
def test_one_mistake_is_one_problem(
    tmp_path: Path, file: str, old: str, new: str, where: str, words: str
) -> None:
    edit(write(tmp_path), file, old, new)
    (problem,) = problems(tmp_path)
    assert f"{problem.place} {problem.code}" == f"{file}:{where}"
    assert words in f"{problem.what} {problem.fix}"


@pytest.mark.parametrize(
    "key", ["sk-8f3kd92mfa00", "ABCDEF1234567890", "khoa_cua_toi", "AB_12345678"]
)
@pytest.mark.parametrize("name", ["key", "api_key", "token"])
def test_a_key_written_in_a_voice_is_refused_and_not_shown(
    tmp_path: Path, name: str, key: str
) -> None:
    edit(write(tmp_path), VOICE, "tld: com.vn", f"{name}: {key}")
    (problem,) = problems(tmp_path)
    assert problem.code == "voice.key"
    assert key not in str(problem)
    edit(tmp_path, VOICE, f"{name}: {key}", f"{name}: KHOA_GIONG_DOC")
    assert load(tmp_path).voices
