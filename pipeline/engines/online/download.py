"""A large file over a bad line: goes on where it stopped, and is there whole or not at all.

What has come lies in `NAME.part` beside the file, through any number of interruptions, until all
of it is there and its SHA-256 is the one expected. Only then does it get its name.
"""

import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import requests

from ...errors import DownloadError, refusal
from ...figures import size
from ..models import ModelFile
from .address import within_the_house
from .clock import Clock
from .retry import Patience, pause
from .trouble import LINE_ERRORS, Trouble, of_line, of_status

CHUNK = 1 << 16  # bytes
HOPS = 5
ROOM = 20 << 20  # bytes to leave free on the disk
Report = Callable[[int], None]  # bytes of the file that are there


@dataclass(frozen=True)
class Care:
    """How a download behaves. Times in seconds."""

    connect: float = 10.0
    read: float = 30.0  # of silence to bear; a slow line that moves is never given up
    patience: Patience = field(default_factory=lambda: Patience(6, 1.0, 30.0, float("inf")))
    clock: Clock = field(default_factory=Clock)


def download(
    url: str, target: Path, file: ModelFile, report: Report, care: Care | None = None
) -> None:
    """Bring `file` from `url` to `target`. Raises DownloadError; what came stays for next time."""
    care = care or Care()
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _check_room(target.parent, file.size - _size(part))
        resumed = _size(part) > 0
        _collect(url, part, file, report, care)
        if resumed and digest(part) != file.sha256:  # the old beginning may be to blame
            part.unlink()
            _collect(url, part, file, report, care)
        settle(part, target, file)
    except OSError as error:
        raise DownloadError(f"Không ghi được {target}: {refusal(error)}") from error


def copy(source: Path, target: Path, file: ModelFile) -> None:
    """Take `file` from a stick or a folder. Raises DownloadError."""
    part = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _check_room(target.parent, file.size)
        shutil.copyfile(source, part)
        settle(part, target, file)
    except FileNotFoundError as error:
        raise DownloadError(f"Không thấy tệp {source}. Hãy chép cả {file.name} vào đó.") from error
    except OSError as error:
        raise DownloadError(f"Không chép được {source}: {refusal(error)}") from error


def settle(part: Path, target: Path, file: ModelFile) -> None:
    """Give a complete file its name, once its digest is right. Raises DownloadError, OSError."""
    if digest(part) != file.sha256:
        part.unlink()
        raise DownloadError(
            f"Tệp {file.name} không đúng mã SHA-256 nên đã bỏ, không dùng. "
            "Hãy tải lại, hoặc lấy tệp ở nơi khác."
        )
    with part.open("rb+") as written:
        os.fsync(written.fileno())
    part.replace(target)


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _collect(url: str, part: Path, file: ModelFile, report: Report, care: Care) -> None:
    """Ask again and again until the part is as long as the file. Raises DownloadError, OSError."""
    tried = 0
    with requests.Session() as session:
        while (had := _size(part)) < file.size:
            tried += 1
            report(had)
            try:
                _append(session, url, part, file, report, care)
            except Trouble as trouble:
                if _size(part) > had:
                    tried = 1  # the line moves
                wait = pause(care.patience, tried, 0, trouble.after, care.clock.chance())
                if wait is None or not trouble.again:
                    kept = "Phần đã tải được giữ lại; chạy lại lệnh này để tải tiếp."
                    raise DownloadError(f"{trouble.reason} {kept}") from trouble
                care.clock.sleep(wait)
    report(file.size)


def _append(
    session: requests.Session, url: str, part: Path, file: ModelFile, report: Report, care: Care
) -> None:
    """One request for what is lacking. Raises Trouble."""
    had = _size(part)
    headers = {"Range": f"bytes={had}-", "Accept-Encoding": "identity"}
    try:
        with _open(session, url, headers, care) as answer:
            if answer.status_code == 416:  # what we have is no beginning of what there is
                part.unlink()
                raise Trouble("Máy chủ có tệp khác với tệp đang tải dở.")
            mode = _mode(answer, had, file.size)
            with part.open(mode) as written:
                here = had if mode == "ab" else 0
                while chunk := answer.raw.read1(CHUNK):
                    here += len(chunk)
                    if here > file.size:
                        break
                    written.write(chunk)
                    report(here)
            if here > file.size:
                part.unlink()
                raise Trouble("Tệp trên máy chủ dài hơn tệp cần tải.", again=False)
            if here < file.size:
                raise Trouble("Đường truyền bị ngắt giữa chừng.")
    except LINE_ERRORS as error:
        raise of_line(error) from error


def _mode(answer: requests.Response, had: int, size: int) -> str:
    """How to open the part: to go on, or to begin anew where a server cannot go on."""
    if answer.status_code == 206:
        span = answer.headers.get("Content-Range", "")
        if span.startswith(f"bytes {had}-") and span.endswith((f"/{size}", "/*")):
            return "ab"
        raise Trouble("Máy chủ gửi một khúc khác với khúc đã hỏi.", again=False)
    if answer.status_code == 404:
        raise Trouble("Không thấy tệp này trên máy chủ (404).", again=False)
    trouble = of_status(answer)
    if trouble is not None:
        raise trouble
    return "wb"


def _open(
    session: requests.Session, url: str, headers: dict[str, str], care: Care
) -> requests.Response:
    """Follow redirects, of which hubs make much use, but none that leaves https."""
    for _ in range(HOPS):
        parts = urlsplit(url)
        if parts.scheme != "https" and not within_the_house(parts.hostname or ""):
            raise Trouble("Máy chủ dẫn tới một nơi không bảo mật nên không tải.", again=False)
        answer = session.get(
            url,
            headers=headers,
            timeout=(care.connect, care.read),
            stream=True,
            allow_redirects=False,
        )
        if not answer.is_redirect:
            return answer
        answer.close()
        url = urljoin(url, answer.headers["Location"])
    raise Trouble("Máy chủ dẫn đi lòng vòng.", again=False)


def _check_room(folder: Path, lacking: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < lacking + ROOM:
        needed, has = (size(amount) for amount in (lacking + ROOM, free))
        raise DownloadError(f"Ổ đĩa chỉ còn {has}, cần {needed}. Hãy giải phóng chỗ trống.")


def _size(part: Path) -> int:
    with suppress(FileNotFoundError):
        return part.stat().st_size
    return 0
