"""Finding carriers by the kind of an address, through the same door for ours and other people's.

A package adds a carrier with an entry point in the group "truyenthanh.carriers", named as its
addresses begin: "sftp" for sftp://…. Our own are written down a second time below, so that they are
found when the program runs from a checkout nobody installed. A test holds the two lists together.
"""

from importlib.metadata import EntryPoint, entry_points

from ..errors import CarrierError
from .base import Carrier

GROUP = "truyenthanh.carriers"
FOLDER = "folder"  # what an address without :// is

BUILT_IN = {
    "folder": EntryPoint("folder", "pipeline.elsewhere.folder:FolderCarrier", GROUP),
    "s3": EntryPoint("s3", "pipeline.elsewhere.s3:S3Carrier", GROUP),
}


def known() -> tuple[str, ...]:
    """Name all carriers, in alphabetical order."""
    return tuple(sorted(_doors()))


def open_carrier(to: str) -> Carrier:
    """The carrier for an address. Raises CarrierError when there is none or it cannot load."""
    name = to.partition("://")[0].lower() if "://" in to else FOLDER
    door = BUILT_IN.get(name) or _doors().get(name)
    if door is None:
        kinds = ", ".join(f"{each}://…" for each in known() if each != FOLDER)
        raise CarrierError(
            f"Không biết gửi đến địa chỉ loại “{name}://”. "
            f"Hãy dùng đường dẫn một thư mục, hoặc: {kinds}"
        )
    try:
        make = door.load()
    except (ImportError, AttributeError) as error:
        raise CarrierError(f"Không nạp được cách gửi “{name}” ({error}); hãy cài lại.") from error
    carrier: Carrier = make()
    return carrier


def _doors() -> dict[str, EntryPoint]:
    """All entry points by name. Nobody can take over the name of a built-in carrier."""
    return {door.name: door for door in entry_points(group=GROUP)} | BUILT_IN
