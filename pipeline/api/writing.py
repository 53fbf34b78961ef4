"""The files people write, opened and saved: never over what somebody else has written meanwhile."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from ..errors import Busy, StoreError, TruyenThanhError, refusal
from ..model import Lexeme, Record
from ..project import lexicon_file, with_lexeme
from ..store import atomic
from .folder import Folder

PATIENCE = 5.0  # s for somebody else's save
LARGEST = 200_000  # bytes, as for reading
_OURS = re.compile(
    r"(?:project\.yaml"
    r"|campaigns/[^/\\.][^/\\]*/(?!duyet\.yaml$)[^/\\.][^/\\]*\.(?:md|yaml|txt)"
    r"|(?:stations|voices|jingles|voices/lexicon)/[^/\\.][^/\\]*\.yaml)"
)


class Written(Record):
    """A file as it was when it was read."""

    name: str  # relative to the project folder, with forward slashes
    text: str  # plain line ends
    digest: str  # of its bytes; "": there is no such file


class Changed(TruyenThanhError):
    """The file is not what the person had before them; nothing was written."""

    def __init__(self, now: Written) -> None:
        self.now = now
        super().__init__(
            f"Tệp {now.name} vừa được sửa ở nơi khác nên chưa ghi đè. Hãy so hai bản rồi chọn."
        )


def opened(folder: Folder, name: str) -> Written:
    """A file people write; an empty one with no digest where there is none. Raises StoreError."""
    path = _place(folder, name)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Written(name=name, text="", digest="")
    except OSError as error:
        raise StoreError(f"Không đọc được {name}: {refusal(error, 'đọc')}") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise StoreError(
            f"{name} không lưu theo bảng mã UTF-8 nên không mở được ở đây. "
            "Hãy mở bằng trình soạn thảo, lưu lại theo bảng mã UTF-8."
        ) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Written(name=name, text=text, digest=hashlib.sha256(content).hexdigest())


def save(folder: Folder, name: str, text: str, over: str) -> Written:
    """Write a file whole, over the content that has the digest `over` ("": a new file).

    Raises Changed when something else lies there now, Busy, StoreError.
    """
    path = _place(folder, name)
    content = text.replace("\r\n", "\n").replace("\r", "\n").encode()
    if len(content) > LARGEST:
        raise StoreError(f"{name} quá dài để chương trình đọc lại. Hãy chia thành nhiều tin.")
    with _alone(folder):
        now = opened(folder, name)
        if now.digest != over:
            raise Changed(now)
        atomic.write(path, content)
    return opened(folder, name)


def add_word(folder: Folder, lexeme: Lexeme) -> Path:
    """Put an entry into the project's lexicon, in place of one for the same form; the file.

    Raises TruyenThanhError for what is no plain speech, StoreError.
    """
    path = lexicon_file(folder.root)
    with _alone(folder):
        before = opened(folder, path.relative_to(folder.root).as_posix()).text
        atomic.write(path, with_lexeme(before, lexeme).encode())
    return path


@contextmanager
def _alone(folder: Folder) -> Iterator[None]:
    """Nobody else of ours saves meanwhile."""
    try:
        folder.kept.mkdir(parents=True, exist_ok=True)
        with FileLock(folder.kept / "viet.lock", timeout=PATIENCE):
            yield
    except Timeout:
        raise Busy("Đang có nơi khác ghi tệp. Hãy thử lại.") from None
    except OSError as error:
        raise StoreError(f"Không ghi được vào {folder.root}: {refusal(error)}") from error


def _place(folder: Folder, name: str) -> Path:
    """Where a file people write lies: inside the project, and of a kind the project reads."""
    path = folder.root / name
    try:
        inside = path.resolve().is_relative_to(folder.root.resolve())
    except (OSError, ValueError, RuntimeError):  # no name a file can have, a link to itself
        inside = False
    if not inside or not _OURS.fullmatch(name) or any(ord(sign) < 32 for sign in name):
        raise TruyenThanhError(f"“{name}” không phải tệp lời văn hay thiết lập của dự án.")
    return path
