"""A published bundle or week, fetched from its site into a folder where it can be read back.

What the site says is not believed: sizes, names, redirects and time are bounded. Files that are not
there are left out, and the check that follows tells of them.
"""

import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import msgspec
import requests

from ..errors import FetchError
from ..model import from_json
from . import addresses, names, sums
from .overview import Overview

ZIP = 2_000_000_000  # bytes
TOTAL = 8_000_000_000  # bytes
SECONDS = 3600.0  # for everything
TIMEOUT = (10, 30)  # s to connect, and without a byte
HOPS = 5
CHUNK = 1 << 16
GONE = (404, 410)


def mirror(url: str, to: Path, station: str | None = None) -> Path:
    """Fetch a bundle's folder, a zip or a week (of one station) below `to`; what to verify.

    Raises FetchError.
    """
    with requests.Session() as session:
        session.headers["Accept-Encoding"] = "identity"
        return _Mirror(session).fetch(url, to, station)


class _Mirror:
    """One visit to a site."""

    def __init__(self, session: requests.Session) -> None:
        self._session = session
        self._left = TOTAL
        self._until = time.monotonic() + SECONDS

    def fetch(self, url: str, to: Path, station: str | None) -> Path:
        if urlsplit(url).path.lower().endswith(".zip"):
            return self._zip(url, to)
        base = url if url.endswith("/") else f"{url}/"
        overview = self._get(urljoin(base, names.RELEASE), names.largest(names.RELEASE))
        if overview is not None:
            return self._week(base, to, overview, station)
        folder = to / _last(base, "goi")
        if not self._bundle(base, folder):
            raise FetchError(
                f"{url}: không thấy gói nào ở đây (thiếu {names.SUMS}). Hãy kiểm tra lại địa chỉ."
            )
        return folder

    def _zip(self, url: str, to: Path) -> Path:
        content = self._get(url, ZIP)
        if content is None:
            raise FetchError(f"{url}: không có tệp này. Hãy kiểm tra lại địa chỉ.")
        return _write(to / _last(url, "goi.zip"), content)

    def _week(self, base: str, to: Path, content: bytes, station: str | None) -> Path:
        try:
            overview = from_json(content, Overview)
        except msgspec.DecodeError as error:
            raise FetchError(f"{base}{names.RELEASE}: không đọc được ({error}).") from error
        if not names.is_week(overview.week):
            raise FetchError(f"{base}{names.RELEASE}: không nói là tuần nào.")
        week = to / overview.week
        codes = [line.folder for line in overview.stations if line.folder]
        if station is not None:
            known = names.is_station(station) and station in codes
            if not known or not self._bundle(f"{base}{station}/", week / station):
                raise FetchError(f"{base}: tuần này không có gói của đài {station}.")
            return week / station
        _write(week / names.RELEASE, content)
        self._keep(base, week, names.RELEASE_SIGNATURE)
        for code in filter(names.is_station, codes):
            self._bundle(f"{base}{code}/", week / code)
            self._keep(base, week, names.archive_of(code, overview.week))
        return week

    def _bundle(self, base: str, folder: Path) -> bool:
        """Whether there is one."""
        listed = self._keep(base, folder, names.SUMS)
        if listed is None:
            return False
        try:
            held = sums.read(listed)
        except ValueError:
            held = {}
        for name in (*filter(names.is_allowed, held), names.SIGNATURE):
            self._keep(base, folder, name)
        return True

    def _keep(self, base: str, folder: Path, name: str) -> bytes | None:
        content = self._get(urljoin(base, name), ZIP if ".zip" in name else names.largest(name))
        if content is not None:
            _write(folder / name, content)
        return content

    def _get(self, url: str, most: int) -> bytes | None:
        """A file's content, None if it is not there."""
        try:
            with self._answer(url) as answer:
                if answer.status_code in GONE:
                    return None
                if answer.status_code != requests.codes.ok:
                    raise FetchError(f"{url}: trang trả lời {answer.status_code}.")
                return b"".join(self._body(answer, url, most))
        except requests.RequestException as error:
            raise FetchError(addresses.trouble(url, error)) from error

    def _answer(self, url: str) -> requests.Response:
        for _ in range(HOPS):
            addresses.permit(url)
            answer = self._session.get(url, stream=True, timeout=TIMEOUT, allow_redirects=False)
            if not answer.is_redirect:
                return answer
            answer.close()
            onward = urljoin(url, answer.headers["location"])
            if urlsplit(url).scheme == "https" and urlsplit(onward).scheme != "https":
                raise FetchError(f"{url}: bị chuyển sang địa chỉ không bảo mật nên không đi theo.")
            url = onward
        raise FetchError(f"{url}: bị chuyển đi quá nhiều lần.")

    def _body(self, answer: requests.Response, url: str, most: int) -> Iterator[bytes]:
        if answer.headers.get("content-encoding", "identity") != "identity":
            raise FetchError(f"{url}: trang gửi tệp nén lại nên không dùng được.")
        size = 0
        while chunk := answer.raw.read1(CHUNK):
            size += len(chunk)
            self._left -= len(chunk)
            if size > most:
                raise FetchError(f"{url}: lớn quá mức nên đã dừng tải.")
            if self._left < 0:
                raise FetchError(f"{url}: cả đợt quá lớn. Hãy kiểm tra từng đài: --station MÃ.")
            if time.monotonic() > self._until:
                raise FetchError(f"{url}: tải quá lâu nên đã dừng. Hãy thử lại lúc mạng tốt hơn.")
            yield chunk


def _last(url: str, otherwise: str) -> str:
    """The last name of an address, where it is one that a release may have."""
    name = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]
    return name if names.is_station(name) or names.is_archive(name) else otherwise


def _write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
