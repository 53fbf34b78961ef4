"""Google Translate's speech call: gTTS makes the request, we read the answer.

gTTS would also send it, but without checking certificates, without a time limit, and taking an
answer without sound for success. So it builds and we send (see `online`).
"""

import base64
import binascii
import json
import re

import requests
from gtts import gTTS

from .trouble import Trouble

LIMIT = gTTS.GOOGLE_TTS_MAX_CHARS  # code points in a request
LEAST = 200  # bytes; the shortest syllable is some 2,000

# One row of the answer, ["wrb.fr","jQ1olc","<JSON text>",…], wherever its lines break.
ROW = re.compile(rf'"{gTTS.GOOGLE_TTS_RPC}",("(?:[^"\\]|\\.)*")')


def request(piece: str, language: str, tld: str, slow: bool) -> requests.PreparedRequest:
    """Build the one request for a piece of at most LIMIT code points with a letter in it."""
    speech = gTTS(
        piece,
        lang=language,
        tld=tld,
        slow=slow,
        lang_check=False,  # the engine has checked against the same list
        pre_processor_funcs=[],  # they are for English abbreviations
    )
    (only,) = speech._prepare_requests()
    prepared: requests.PreparedRequest = only
    return prepared


def mp3(answer: bytes) -> bytes:
    """Take the MP3 out of an answer with status 200. Raises Trouble when there is none."""
    row = ROW.search(answer.decode("utf-8", "replace"))
    if row is None:
        raise Trouble("Máy chủ trả lời nhưng không có âm thanh.", whole=False)
    try:
        sound = base64.b64decode(json.loads(json.loads(row[1]))[0], validate=True)
    except (binascii.Error, ValueError, LookupError, TypeError) as error:
        raise Trouble("Máy chủ trả lời âm thanh không giải mã được.", whole=False) from error
    if len(sound) < LEAST:
        raise Trouble(f"Máy chủ chỉ trả về {len(sound)} byte âm thanh.", whole=False)
    return sound
