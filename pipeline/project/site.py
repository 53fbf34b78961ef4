"""The `site` of project.yaml: where stations find their bundles on the web."""

import re

from ..model import Site
from .fields import Fields

_URL = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?")
_EXAMPLE = "https://truyenthanh.example.vn"


def read_site(fields: Fields) -> Site:
    """The site as written; all of it may be missing."""
    site = Site(
        url=read_url(fields), name=fields.text("name", ""), contact=fields.text("contact", "")
    )
    fields.close()
    return site


def read_url(fields: Fields) -> str:
    """The address at which readers find a site, without a closing slash; "" for none."""
    url = fields.text("url", "")
    if url and not _URL.fullmatch(url):
        fields.refuse(
            "url",
            f"“{url}” không phải địa chỉ trang web",
            f"viết đủ cả https:// và tên miền, ví dụ {_EXAMPLE}",
            "site.url",
        )
    return url.rstrip("/")
