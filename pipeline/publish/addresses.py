"""Which addresses are asked, and what went wrong when one was."""

import ipaddress
import socket
from urllib.parse import urlsplit

import requests

from ..errors import FetchError


def permit(url: str) -> None:
    """Let https pass, and http within the house. Raises FetchError for anything else."""
    parts = urlsplit(url)
    if parts.scheme == "https" and parts.hostname:
        return
    if parts.scheme != "http" or not parts.hostname:
        raise FetchError(f"{url}: không phải địa chỉ trang, phải bắt đầu bằng https://")
    if not is_near(parts.hostname):
        raise FetchError(
            f"{url}: địa chỉ http không bảo mật, chỉ dùng được trong mạng nội bộ. Hãy dùng https://"
        )


def is_near(host: str) -> bool:
    """Whether every address of a host is this machine's or its local network's."""
    try:
        found = {entry[4][0] for entry in socket.getaddrinfo(host, None)}
    except (OSError, UnicodeError):
        return False
    addresses = [ipaddress.ip_address(str(each).partition("%")[0]) for each in found]
    return bool(addresses) and all(each.is_private or each.is_loopback for each in addresses)


def trouble(url: str, error: requests.RequestException) -> str:
    """What happened on the line, in Vietnamese."""
    if isinstance(error, requests.exceptions.SSLError):
        return f"{url}: chứng chỉ của trang không đúng nên không tin được trang này."
    if isinstance(error, requests.Timeout):
        return f"{url}: trang không trả lời. Hãy thử lại sau."
    if isinstance(error, requests.ConnectionError):
        return f"{url}: không nối được. Hãy kiểm tra mạng và địa chỉ."
    return f"{url}: không tải được ({error})."
