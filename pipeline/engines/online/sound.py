"""Sound as services send it: judged by its bytes, since headers and content types often lie."""

import re
import struct

from ...audio import frames, intake
from ...audio.pcm import Pcm
from ...errors import SoundError
from .refusal import said
from .secret import Secret
from .trouble import Trouble

HEADER = re.compile(rb"Xing|Info")
SIDES = (17, 32, 9)  # bytes from an MP3 frame's header to where a header frame says so


def heard(answer: bytes, secret: Secret | None = None) -> Pcm:
    """Decode an answer with status 200. Raises Trouble when it is no sound."""
    told = said(answer, secret or Secret())
    if told is not None:
        raise Trouble(f"Máy chủ không đọc mà trả lời: “{told}”.", whole=False)
    if not answer:
        raise Trouble("Máy chủ trả lời rỗng.", whole=False)
    start = answer[:64].lstrip(b"\xef\xbb\xbf \r\n\t")
    if start.startswith(b"<"):
        raise Trouble("Máy chủ trả về một trang web chứ không phải âm thanh.", whole=False)
    try:
        return intake.decode(_joined_mp3(_streamed_wav(answer)))
    except SoundError as error:
        raise Trouble("Máy chủ trả về thứ không phải âm thanh.", whole=False) from error


def _streamed_wav(answer: bytes) -> bytes:
    """A WAV whose writer could not know its length, 0 then, with the length it has."""
    if answer[:4] != b"RIFF" or answer[8:12] != b"WAVE":
        return answer
    at = 12
    while at + 8 <= len(answer):
        name, size = struct.unpack_from("<4sI", answer, at)
        if name == b"data":
            left = len(answer) - at - 8
            if size == 0 and left:
                return answer[: at + 4] + struct.pack("<I", left - left % 2) + answer[at + 8 :]
            return answer
        at += 8 + size + size % 2
    return answer


def _joined_mp3(answer: bytes) -> bytes:
    """Several MP3s glued together, with no frame left that gives the length of the first alone."""
    if answer[:3] != b"ID3" and answer[:1] != b"\xff":
        return answer
    starts = (match.start() for match in HEADER.finditer(answer))
    found = [start for start in starts if _is_header(answer, start)]
    if len(found) < 2:
        return answer
    mended = bytearray(answer)
    for at in found:
        mended[at : at + 4] = b"\0\0\0\0"  # a frame of silence remains
    return bytes(mended)


def _is_header(answer: bytes, at: int) -> bool:
    for side in SIDES:
        frame = frames.first(answer, at - 4 - side) if at >= 4 + side else None
        if frame is not None and frame.side == side:
            return True
    return False
