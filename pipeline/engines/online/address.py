"""Where a service may live: anywhere by https, and by plain http only within the house."""

import ipaddress
from urllib.parse import urlsplit

from ...errors import EngineUnavailable

HOUSE = (".local", ".lan", ".internal", ".home.arpa")


def checked(address: str, engine: str) -> str:
    """The address without a slash at its end. Raises EngineUnavailable with what is wrong."""
    if not address:
        reason = "Chưa ghi địa chỉ máy chủ giọng đọc (address) trong tệp giọng ở thư mục voices."
        raise EngineUnavailable(engine, reason)
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        host, parts = "", urlsplit("")
    if parts.scheme not in ("http", "https") or not host or parts.query or parts.fragment:
        reason = f"Địa chỉ “{address}” không dùng được; cần dạng https://tên-máy:cổng."
        raise EngineUnavailable(engine, reason)
    if parts.username or parts.password:
        raise EngineUnavailable(engine, "Không ghi tên và mật khẩu vào địa chỉ máy chủ; dùng key.")
    if parts.scheme == "http" and not within_the_house(host):
        reason = f"Máy chủ {host} ở ngoài mạng nội bộ nên địa chỉ phải bắt đầu bằng https://."
        raise EngineUnavailable(engine, reason)
    return address.rstrip("/")


def within_the_house(host: str) -> bool:
    """Whether a host is this machine or one of the local network, by its name alone."""
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost" or "." not in host or host.endswith(HOUSE)
    return number.is_private or number.is_loopback or number.is_link_local
