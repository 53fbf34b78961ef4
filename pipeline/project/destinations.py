"""The `publish` list of project.yaml: where releases go besides the output folder."""

import re

from ..model import Destination
from .fields import Fields
from .nodes import Node
from .report import Report
from .site import read_url

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_ENDPOINT = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?")
_YES = {"true": True, "yes": True, "có": True, "false": False, "no": False, "không": False}


def read_destinations(fields: Fields, report: Report) -> tuple[Destination, ...]:
    """The places as written; there may be none. A place without a name cannot be asked for."""
    seen: set[str] = set()

    def read(node: Node) -> Destination:
        entry = Fields(node, report, node.place)
        name = entry.text("name")
        if name and not _NAME.fullmatch(name):
            entry.refuse("name", f"“{name}” không làm tên được", "dùng chữ không dấu, số, dấu -")
        if name in seen:
            entry.refuse("name", f"có hai nơi cùng tên “{name}”", "đặt cho mỗi nơi một tên")
        seen.add(name)
        destination = Destination(
            name=name,
            to=_to(entry),
            endpoint=_endpoint(entry),
            url=read_url(entry),
            auto=entry.choice("auto", _YES, "false"),
        )
        entry.close()
        return destination

    return fields.list_of("publish", read)


def _to(entry: Fields) -> str:
    to = entry.text("to")
    if "://" in to and "@" in to:
        entry.refuse(  # which would also print them
            "to",
            "địa chỉ không được kèm mật khẩu hay khóa",
            "bỏ phần trước dấu @; khóa đặt trong biến môi trường hoặc ~/.aws/credentials",
            "publish.secret",
        )
    return to


def _endpoint(entry: Fields) -> str:
    endpoint = entry.text("endpoint", "")
    if endpoint and not _ENDPOINT.fullmatch(endpoint):
        entry.refuse(
            "endpoint",
            "“endpoint” không phải địa chỉ máy chủ lưu trữ",
            "viết đủ cả https:// và tên máy, như nhà cung cấp cho biết",
            "publish.endpoint",
        )
    return endpoint.rstrip("/")
