"""Products in their folders: made once, true or gone; templates of the office's own."""

import os
from pathlib import Path

import pytest

from pipeline.errors import PublishError
from pipeline.kit import CHANNELS, Content, Workshop, deliver, shelf, withdraw
from pipeline.kit.sheet import SHEET
from pipeline.kit.sound import Sound
from tests.unit.kit import contents

TEXTING = [each for each in CHANNELS if each.id == "tin-nhan"]
QUICK = [each for each in CHANNELS if each.id in ("tin-nhan", "bai-web", "phu-de")]


def folder(to: Path, content: Content) -> Path:
    return to / content.campaign / content.message


def stamps(place: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in place.iterdir()}


def test_the_same_again_makes_nothing(tmp_path: Path) -> None:
    content = contents.make()
    (first,) = deliver([content], tmp_path, Workshop(), CHANNELS)
    before = stamps(first.folder)
    (again,) = deliver([content], tmp_path, Workshop(), CHANNELS)
    assert len(first.made) == first.files > 15
    assert again.made == ()
    assert stamps(first.folder) == before
    other = tmp_path / "khac"
    deliver([content], other, Workshop(), CHANNELS)
    for path in first.folder.iterdir():
        assert path.read_bytes() == (folder(other, content) / path.name).read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such modes")
def test_a_web_server_may_read_them(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        (made,) = deliver([contents.make()], tmp_path, Workshop(), TEXTING)
    finally:
        os.umask(before)
    assert all(path.stat().st_mode & 0o777 == 0o644 for path in made.folder.iterdir())
    assert made.folder.stat().st_mode & 0o777 == 0o755


def test_what_was_damaged_or_deleted_is_made_again(tmp_path: Path) -> None:
    content = contents.make()
    (first,) = deliver([content], tmp_path, Workshop(), QUICK)
    good = (first.folder / "bai-web.md").read_bytes()
    (first.folder / "bai-web.md").write_bytes(b"sai")
    (first.folder / "phu-de.srt").unlink()
    (again,) = deliver([content], tmp_path, Workshop(), QUICK)
    assert {"bai-web.md", "phu-de.srt"} <= set(again.made)
    assert "tin-nhan.txt" not in again.made
    assert (first.folder / "bai-web.md").read_bytes() == good


def test_what_lies_there_is_told_by_channel(tmp_path: Path) -> None:
    content = contents.make()
    assert shelf(content, tmp_path / "chưa có").channels == {}
    (first,) = deliver([content], tmp_path, Workshop(), [*QUICK, Sound()])
    (first.folder / "phu-de.srt").unlink()
    there = shelf(content, tmp_path)
    assert {name: set(files) for name, files in there.channels.items()} == {
        "tin-nhan": {"tin-nhan.txt", "tin-nhan.csv"},
        "bai-web": {"bai-web.html", "bai-web-nhung.html", "bai-web.md"},
        "am-thanh": set(),  # it has not been on air
    }
    assert not there.is_whole
    (first.folder / SHEET).write_text("{", encoding="utf-8")
    assert shelf(content, tmp_path).channels == {}


@pytest.mark.parametrize("part", ["digest", "heard", "call_digest", "call_heard"])
def test_what_says_something_else_than_is_approved_does_not_count(
    tmp_path: Path, part: str
) -> None:
    content = contents.make()
    deliver([content], tmp_path, Workshop(), TEXTING)
    changed = content.but(**{part: "e" * 64})
    assert shelf(changed, tmp_path).channels == {}
    deliver([changed], tmp_path, Workshop(), TEXTING)
    assert shelf(changed, tmp_path).channels.keys() == {"tin-nhan"}


def test_a_new_look_does_not_take_away_what_lies_there(tmp_path: Path) -> None:
    """A template, an address or the sound of a later week: the next run makes it anew."""
    content = contents.make()
    deliver([content], tmp_path, Workshop(), TEXTING)
    newer = content.but(site="https://loa.example.vn/", sound="f" * 64, seconds=9.0)
    assert shelf(newer, tmp_path).channels.keys() == {"tin-nhan"}
    (again,) = deliver([newer], tmp_path, Workshop(), TEXTING)
    assert again.made


def test_products_that_no_longer_say_the_same_go(tmp_path: Path) -> None:
    content = contents.make()
    deliver([content], tmp_path, Workshop(), QUICK)
    changed = content.but(title="Đổi tên", digest="f" * 64)
    (made,) = deliver([changed], tmp_path, Workshop(), TEXTING)
    lying = {path.name for path in made.folder.iterdir()}
    assert lying == {"tin-nhan.txt", "tin-nhan.csv", SHEET}
    assert b"f" * 12 in (made.folder / "tin-nhan.txt").read_bytes()


def test_one_channel_leaves_the_others_where_they_are(tmp_path: Path) -> None:
    content = contents.make()
    deliver([content], tmp_path, Workshop(), QUICK)
    (made,) = deliver([content], tmp_path, Workshop(), TEXTING)
    assert made.made == ()
    assert (made.folder / "bai-web.html").exists()


def test_withdrawn_products_go_and_other_peoples_files_stay(tmp_path: Path) -> None:
    kept, gone = contents.make(message="con"), contents.make(message="mat")
    deliver([kept, gone], tmp_path, Workshop(), TEXTING)
    (folder(tmp_path, gone) / "cua-toi.txt").write_text("giữ")
    assert withdraw(tmp_path, [kept.name]) == (gone.name,)
    assert [path.name for path in folder(tmp_path, gone).iterdir()] == ["cua-toi.txt"]
    assert (folder(tmp_path, kept) / SHEET).exists()


def test_a_template_of_the_office_is_used_and_others_are_as_before(tmp_path: Path) -> None:
    own = tmp_path / "mau"
    own.mkdir()
    (own / "zalo.txt").write_text("Kính gửi bà con: {{ content.title }}", encoding="utf-8")
    (own / "anh-vuong.typ").write_text("#set page(width: 7pt, height: 7pt)", encoding="utf-8")
    content = contents.make()
    plain = {n: b for each in CHANNELS for n, b in each.make(content, Workshop()).items()}
    changed = {n: b for each in CHANNELS for n, b in each.make(content, Workshop(own)).items()}
    different = {name for name in plain if plain[name] != changed[name]}
    assert different == {"zalo.txt", "anh-vuong.png"}
    assert "Kính gửi bà con: Khi có người" in changed["zalo.txt"].decode()
    assert Workshop(own).revision != Workshop().revision


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("zalo.txt", "một\n{% if %}", ":2"),
        ("zalo.txt", "{{ content.khong_co }}", ""),
        ("zalo.txt", "{{ content.__class__.__mro__[1].__subclasses__() }}", ""),
        ("anh-vuong.typ", "một\n#khong-co", ":2"),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_place(
    tmp_path: Path, name: str, text: str, line: str
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(PublishError) as told:
        for channel in CHANNELS:
            channel.make(contents.make(), Workshop(tmp_path))
    assert f"{name}{line}" in str(told.value)
    assert "mẫu" in str(told.value)
