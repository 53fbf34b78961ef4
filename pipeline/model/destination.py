"""Where a release goes besides the output folder."""

from .record import Record


class Destination(Record):
    """One place: a folder, or what a carrier reaches by an address of its own kind."""

    to: str  # a path, or "s3://bucket/prefix"
    name: str = ""  # what people call it; "": nothing
    endpoint: str = ""  # whose storage it is; "": as the user's own settings say
    url: str = ""  # where readers find it, without a closing slash; "": as `site.url`
    auto: bool = False  # after each `bulletins`
