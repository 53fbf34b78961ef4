"""The check of one MP3 finds what is wrong with it, and nothing where nothing is."""

import io
from collections.abc import Callable

import pytest
from mutagen.id3 import APIC, ID3

from pipeline.audio import id3, mp3
from pipeline.model import USB
from pipeline.publish import sound
from pipeline.publish.levels import Meters
from pipeline.publish.manifest import BulletinEntry, bulletin_entry
from pipeline.publish.spliced import Content
from pipeline.store import MemoryStore
from pipeline.testing import pip
from tests.unit.publish import kit


@pytest.fixture(scope="module")
def good() -> tuple[bytes, BulletinEntry]:
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    bulletin = plan.bulletins[0]
    levels, content = Meters(store).levels(bulletin), kit.mp3_of(bulletin, store)
    return content, bulletin_entry(bulletin, USB, levels, Content.of(content))


def test_a_sound_file_passes(good: tuple[bytes, BulletinEntry]) -> None:
    assert list(sound.structure(*good)) == []
    assert list(sound.heard(*good)) == []


def body(content: bytes) -> tuple[bytes, bytes, bytes]:
    start, end = id3.sound(content)
    return content[:start], content[start:end], content[end:]


def cut(content: bytes) -> bytes:
    head, frames, tail = body(content)
    return head + frames[:-1000] + tail


def rubbish_between(content: bytes) -> bytes:
    head, frames, tail = body(content)
    return head + frames[:5000] + b"\0" * 100 + frames[5000:] + tail


def without_front_tag(content: bytes) -> bytes:
    return b"".join(body(content)[1:])


def without_back_tag(content: bytes) -> bytes:
    return b"".join(body(content)[:2])


def version_four(content: bytes) -> bytes:
    return b"ID3\x04" + content[4:]


def with_picture(content: bytes) -> bytes:
    file = io.BytesIO(content)
    tags = ID3(file)
    tags.add(APIC(encoding=0, mime="image/png", type=3, desc="", data=b"x" * 100))
    file.seek(0)
    tags.save(file, v2_version=3, v1=2)
    return file.getvalue()


def other_rate(content: bytes) -> bytes:
    head, frames, tail = body(content)
    return head + frames + mp3.encode(pip(440.0, 0.2, rate=48_000), 96) + tail


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (cut, "cấu trúc MP3 hỏng"),
        (rubbish_between, "cấu trúc MP3 hỏng"),
        (without_front_tag, "thẻ TIT2"),
        (without_back_tag, "ID3v1"),
        (version_four, "2.3"),
        (with_picture, "thẻ APIC"),
        (other_rate, "không cùng một định dạng"),
        (lambda content: b"", "không có khung MP3 nào"),
    ],
)
def test_each_harm_is_told(
    good: tuple[bytes, BulletinEntry], harm: Callable[[bytes], bytes], told: str
) -> None:
    content, entry = good
    assert any(told in fault for fault in sound.structure(harm(content), entry))


def test_a_missing_header_frame_is_told(good: tuple[bytes, BulletinEntry]) -> None:
    content, entry = good
    assert any(
        "Info" in fault for fault in sound.structure(content.replace(b"Info", b"Xxxx"), entry)
    )


def test_another_duration_is_told_by_frames_and_by_ear(good: tuple[bytes, BulletinEntry]) -> None:
    content, entry = good
    longer = entry.but(seconds=entry.seconds + 0.2)
    assert any("giây" in fault for fault in sound.structure(content, longer))
    assert any("giải mã được" in fault for fault in sound.heard(content, longer))


def test_another_loudness_is_told(good: tuple[bytes, BulletinEntry]) -> None:
    content, entry = good
    louder = entry.but(loudness_lufs=(entry.loudness_lufs or 0.0) + 0.3)
    assert any("LUFS" in fault for fault in sound.heard(content, louder))
    assert any("im lặng" in fault for fault in sound.heard(content, entry.but(loudness_lufs=None)))


def test_other_tags_are_told_one_by_one(good: tuple[bytes, BulletinEntry]) -> None:
    content, entry = good
    other = entry.but(tag=entry.tag.but(title="Khác", track=9))
    told = list(sound.tags(content, other))
    assert len(told) == 2
    assert any("“Khác”" in fault for fault in told)


def test_what_is_no_sound_at_all_is_told(good: tuple[bytes, BulletinEntry]) -> None:
    assert any("giải mã" in fault for fault in sound.heard(b"not sound" * 50, good[1]))
