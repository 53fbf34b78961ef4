"""Requests as the gTTS package makes them, and answers as the service has been seen to give."""

import base64
import json
from urllib.parse import parse_qs

import pytest
from gtts import gTTS

from pipeline.engines.online.google import LIMIT, mp3, request
from pipeline.engines.online.trouble import Trouble

SOUND = bytes(range(256)) * 4
BASE64 = base64.b64encode(SOUND).decode()


@pytest.mark.parametrize("text", ["Xin chào.", "x" * LIMIT, "Số 1, “ngoặc kép” \\ và / và &"])
def test_a_request_is_the_packages_own(text: str) -> None:
    ours = request(text, "vi", "com.vn", slow=False)
    theirs = gTTS(text, lang="vi", tld="com.vn", lang_check=False, pre_processor_funcs=[])
    assert ours.body == theirs.get_bodies()[0]
    assert ours.url.startswith("https://translate.google.com.vn/")
    call = json.loads(parse_qs(ours.body)["f.req"][0])
    assert json.loads(call[0][0][1])[:2] == [text, "vi"]


def answer(payload: str) -> bytes:
    return f')]}}\'\n\n[["wrb.fr","jQ1olc",{json.dumps(payload)},null,null,null,"generic"]'.encode()


@pytest.mark.parametrize(
    "body",
    [
        answer(json.dumps([BASE64])) + b'\n,["di",52]\n]',
        answer(json.dumps([BASE64]) + "\n") + b"]\n",
        b"5564\n" + answer(json.dumps([BASE64])) + b'\n]\n57\n[["di",37]\n]\n',
        answer(json.dumps([BASE64]).replace("=", "\\u003d").replace("/", "\\/")) + b"]",
    ],
)
def test_reads_every_layout_of_the_answer(body: bytes) -> None:
    assert mp3(body) == SOUND


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>jQ1olc</html>",
        b"\xff\xfe\x00",
        b')]}\'\n\n[["wrb.fr","jQ1olc",null,null,null,[13],"generic"]]',
        answer("UNEXPECTED"),
        answer("[]"),
        answer("[null]"),
        answer("{}"),
        answer("5"),
        answer(json.dumps([""])),
        answer(json.dumps(["AAAA"])),
        answer(json.dumps([BASE64[:-1]])),
        answer(json.dumps(["€" + BASE64])),
    ],
)
def test_what_holds_no_sound_is_refused(body: bytes) -> None:
    with pytest.raises(Trouble) as caught:
        mp3(body)
    assert caught.value.again
    assert not caught.value.whole
