"""Public keys and signatures as minisign writes them.

Source of the formats: https://jedisct1.github.io/minisign/#signature-format. Only the prehashed
form (`ED`, over BLAKE2b-512) is read and written, the one that stock minisign makes today.
"""

import base64
import binascii
import hashlib
from dataclasses import dataclass

from ..errors import SigningError

PLAIN, PREHASHED = b"Ed", b"ED"
UNTRUSTED, TRUSTED = b"untrusted comment: ", b"trusted comment: "
LONGEST = 8192  # bytes of a comment, as in minisign
LARGEST = 4 * LONGEST  # bytes of a whole file; more is not read


@dataclass(frozen=True)
class PublicKey:
    """What a station needs to check a signature."""

    id: bytes  # 8 bytes
    point: bytes  # 32 bytes

    @property
    def name(self) -> str:
        """The key's id as minisign shows it: 16 capitals and digits."""
        return name_of(self.id)

    def write(self) -> bytes:
        """As a `.pub` file."""
        return lines(b"minisign public key " + self.name.encode(), PLAIN + self.id + self.point)

    @classmethod
    def read(cls, content: bytes) -> "PublicKey":
        """From a `.pub` file or its second line alone. Raises SigningError."""
        rows = rows_of(content, "khóa công khai")
        if len(rows) == 2 and rows[0].startswith(UNTRUSTED):
            rows = rows[1:]
        packed = unpacked(rows[0], 42, "khóa công khai") if len(rows) == 1 else b""
        if packed[:2] != PLAIN:
            raise SigningError(
                "Đây không phải khóa công khai. Hãy xin lại tệp .pub của nơi phát hành."
            )
        return cls(packed[2:10], packed[10:])

    def holds(self, signature: bytes, content: bytes) -> bool:
        """Whether the key's owner made this signature over the content."""
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(self.point).verify(signature, content)
        except InvalidSignature:
            return False
        return True


@dataclass(frozen=True)
class Signature:
    """A `.minisig` file: over a content, and over itself with a comment that can be trusted."""

    key: bytes  # id, 8 bytes
    over_content: bytes  # 64 bytes
    comment: str  # one line
    over_comment: bytes  # 64 bytes

    def write(self) -> bytes:
        """As a `.minisig` file."""
        head = lines(b"signature from truyenthanh", PREHASHED + self.key + self.over_content)
        said = TRUSTED + self.comment.encode() + b"\n"
        return head + said + base64.b64encode(self.over_comment) + b"\n"

    @classmethod
    def read(cls, content: bytes) -> "Signature":
        """Raises SigningError for anything but four whole lines."""
        rows = rows_of(content, "tệp chữ ký")
        if len(rows) != 4 or not rows[0].startswith(UNTRUSTED) or not rows[2].startswith(TRUSTED):
            raise SigningError("Tệp chữ ký hỏng: phải có đúng bốn dòng như minisign ghi.")
        packed = unpacked(rows[1], 74, "tệp chữ ký")
        if packed[:2] != PREHASHED:
            raise SigningError("Chữ ký thuộc loại cũ mà chương trình này không dùng.")
        try:
            comment = rows[2].removeprefix(TRUSTED).decode("utf-8")
        except UnicodeDecodeError:
            comment = "\0"
        if not comment.isprintable():
            raise SigningError("Tệp chữ ký hỏng: lời ghi chú có ký tự lạ.")
        return cls(packed[2:10], packed[10:], comment, unpacked(rows[3], 64, "tệp chữ ký"))

    def is_by(self, key: PublicKey, content: bytes) -> bool:
        """Whether the key's owner signed this content with this comment."""
        said = self.over_content + self.comment.encode()
        return (
            self.key == key.id
            and key.holds(self.over_content, prehash(content))
            and key.holds(self.over_comment, said)
        )


def name_of(key: bytes) -> str:
    """A key's id as minisign shows it."""
    return key[::-1].hex().upper()


def prehash(content: bytes) -> bytes:
    """What is signed in the place of a content, however long: BLAKE2b-512 (RFC 7693)."""
    return hashlib.blake2b(content).digest()


def lines(comment: bytes, packed: bytes) -> bytes:
    """The two lines with which each of minisign's files begins."""
    return UNTRUSTED + comment + b"\n" + base64.b64encode(packed) + b"\n"


def rows_of(content: bytes, what: str) -> list[bytes]:
    """Lines of a small file, without their ends. Raises SigningError for a large one."""
    if len(content) > LARGEST:
        raise SigningError(f"Không phải {what}: tệp quá lớn.")
    rows = content.removesuffix(b"\n").split(b"\n")
    rows = [row.removesuffix(b"\r") for row in rows]
    if any(len(row) > LONGEST + len(UNTRUSTED) for row in rows):
        raise SigningError(f"Không phải {what}: có dòng quá dài.")
    return rows


def unpacked(row: bytes, size: int, what: str) -> bytes:
    """A line of base64 that stands for `size` bytes. Raises SigningError."""
    try:
        packed = base64.b64decode(row, validate=True)
    except (binascii.Error, ValueError):
        packed = b""
    if len(packed) != size or base64.b64encode(packed) != row:
        raise SigningError(f"Không phải {what}, hoặc tệp đã hỏng.")
    return packed
