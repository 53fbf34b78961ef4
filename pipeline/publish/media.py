"""How a web server names what it sends. The system's own table differs from machine to machine."""

from . import sitemap

_TYPES = {
    "css": "text/css; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "m3u": "audio/x-mpegurl",
    "minisig": "text/plain; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "mp3": "audio/mpeg",
    "opml": "text/x-opml; charset=utf-8",
    "pdf": "application/pdf",
    "png": "image/png",
    "pub": "text/plain; charset=utf-8",
    "srt": "application/x-subrip; charset=utf-8",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8",
    "woff2": "font/woff2",
    "xml": "application/rss+xml; charset=utf-8",
    "zip": "application/zip",
}


def content_type(name: str) -> str:
    """The media type of a file by its name."""
    kind = name.rpartition(".")[2].lower()
    plain = "text/plain; charset=utf-8" if name.endswith("SHA256SUMS") else ""
    return _TYPES.get(kind, plain or "application/octet-stream")


def caching(address: str) -> str:
    """How long a copy may be used unasked.

    A corrected bulletin has its predecessor's name, so everything but a file named by its digest
    is asked for again; the answer is short when nothing has changed.
    """
    return "public, max-age=31536000, immutable" if sitemap.is_lasting(address) else "no-cache"
