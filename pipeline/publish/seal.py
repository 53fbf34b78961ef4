"""Who published a bundle, for which station and week: a signature, and what it says.

The signature is over SHA256SUMS, which lists every file, and over a comment that names station and
week. So a bundle signed long ago, or for somebody else, cannot pass for today's.
"""

import re
from collections.abc import Iterator

from ..errors import SigningError
from ..model import Record
from ..signing import PublicKey, Signature, Signer
from ..signing.minisign import name_of

_COMMENT = re.compile(r"truyenthanh (?:dai:([0-9]{5})|dot-phat-hanh) tuan:([0-9]{4}-W[0-9]{2})")


class Seal(Record):
    """What a signature says in so many words."""

    week: str
    station: str = ""  # code; empty: the whole release

    def __str__(self) -> str:
        whose = f"dai:{self.station}" if self.station else "dot-phat-hanh"
        return f"truyenthanh {whose} tuan:{self.week}"

    def over(self, content: bytes, signer: Signer) -> bytes:
        """The signature file for this content."""
        return signer.sign(content, str(self))


class Expected(Record):
    """What whoever has received a bundle knows about it; None: not asked."""

    key: PublicKey | None = None
    station: str | None = None  # code
    week: str | None = None

    def faults(self, found: Seal, name: str = "") -> Iterator[str]:
        """Whether it is this station's bundle of this week, in Vietnamese."""
        if self.station is not None and found.station and found.station != self.station:
            whose = f"{found.station} ({name})" if name else found.station
            yield f"đây là gói của đài {whose}, không phải của đài {self.station}"
        if self.week is not None and found.week < self.week:
            yield f"gói cũ: của tuần {found.week}, trong khi cần tuần {self.week}"
        if self.week is not None and found.week > self.week:
            yield f"gói của tuần {found.week}, trong khi cần tuần {self.week}"


def broken(
    content: bytes | None, signature: bytes | None, key: PublicKey, found: Seal | None
) -> str:
    """Why a signature does not prove where the content comes from; empty when it does.

    `found`: what the content says of itself, None if it cannot be read.
    """
    if signature is None:
        return "không có chữ ký nên không biết có đúng do nơi phát hành làm ra hay không"
    try:
        read = Signature.read(signature)
    except SigningError as error:
        return str(error)
    if read.key != key.id:
        return (
            f"do khóa khác ký ({name_of(read.key)}), không phải khóa {key.name} của nơi phát hành"
        )
    if content is None or not read.is_by(key, content):
        return "chữ ký không khớp: đã bị sửa sau khi phát hành, hoặc do người khác giả làm"
    said = _COMMENT.fullmatch(read.comment)
    if said is None or (found and Seal(week=said[2], station=said[1] or "") != found):
        return f"chữ ký là của thứ khác ({read.comment}): tệp đã bị tráo"
    return ""
