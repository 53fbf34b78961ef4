"""What every channel promises."""

import re

import pytest

from pipeline.kit.channel import Channel
from pipeline.kit.registry import CHANNELS
from pipeline.kit.workshop import Workshop
from tests.unit.kit import contents

TEXTS = (".txt", ".md", ".html", ".csv", ".srt", ".vtt")
WITHOUT_MARK = {"tin-nhan.csv", "phu-de.srt"}  # programs read these; a mark would be shown or sent
every = pytest.mark.parametrize("channel", CHANNELS, ids=lambda each: each.id)


@every
def test_same_content_same_bytes(channel: Channel) -> None:
    content = contents.make()
    assert channel.make(content, Workshop()) == channel.make(content, Workshop())


@every
def test_files_have_names_for_any_system_and_hold_something(channel: Channel) -> None:
    for name, made in channel.make(contents.make(), Workshop()).items():
        assert re.fullmatch(r"[a-z0-9-]+\.[a-z0-9]+", name)
        assert made


@every
def test_the_digest_and_the_title_stand_on_texts(channel: Channel) -> None:
    for name, made in channel.make(contents.make(), Workshop()).items():
        if name.endswith(TEXTS) and name not in WITHOUT_MARK:
            assert contents.DIGEST[:12] in made.decode()


@every
def test_a_sample_says_that_it_is_one(channel: Channel) -> None:
    for name, made in channel.make(contents.make(sample=True), Workshop()).items():
        if name.endswith((".txt", ".md", ".html")):
            assert "mẫu" in made.decode().lower(), name


@every
def test_no_text_breaks_a_channel(channel: Channel) -> None:
    for content in (
        contents.hostile(),
        contents.make(("Một câu.",)),
        contents.make(tuple("Rất dài. " * 40 for _ in range(15))),
        contents.make(hotline="0204 000 000", call="Xin gọi 0204 000 000."),
        contents.make(("Chữ lạ 😀 中文 ©.",), title="😀"),
    ):
        assert all(channel.make(content, Workshop()).values())


def test_every_channel_has_a_name_of_its_own() -> None:
    assert len({each.id for each in CHANNELS}) == len(CHANNELS)
    workshop = Workshop()
    names = [name for each in CHANNELS for name in each.make(contents.make(), workshop)]
    assert len(set(names)) == len(names)
