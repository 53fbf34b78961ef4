"""Secret keys as minisign writes them, with or without a passphrase.

    "Ed" | KDF | "B2" | salt 32 | opslimit 8 | memlimit 8 | (id 8 | seed 32 | point 32 | check 32)

With a passphrase, KDF is "Sc" and the part in brackets is XORed with scrypt's output (RFC 7914);
without one it is two zeros. The check is BLAKE2b-256 of "Ed", id, seed and point.
"""

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import Protocol

from ..errors import PassphraseNeeded, SigningError
from . import minisign
from .minisign import PLAIN, PublicKey, Signature

SCRYPT, NONE, CHECK = b"Sc", b"\0\0", b"B2"
SECRET = 104  # bytes of the part in brackets
OPS, MEMORY = 1 << 22, 1 << 27  # scrypt N = 2^17, r = 8, p = 1: 128 MiB, a third of a second
MOST_OPS, MOST_MEMORY = 1 << 25, 1 << 30  # what stock minisign asks for; more is refused
BLOCK = 8  # scrypt's r, fixed in libsodium


class Signer(Protocol):
    """Who can sign."""

    @property
    def public(self) -> PublicKey:
        """What the signatures are checked with."""
        ...

    def sign(self, content: bytes, comment: str) -> bytes:
        """A `.minisig` file; the same bytes each time."""
        ...


@dataclass(frozen=True)
class SecretKey:
    """What only the publisher has. Its bytes are in no message and no repr."""

    public: PublicKey
    seed: bytes = field(repr=False)  # 32 bytes

    @classmethod
    def make(cls) -> "SecretKey":
        """A new one, from the system's randomness."""
        seed = secrets.token_bytes(32)
        return cls(PublicKey(secrets.token_bytes(8), _point(seed)), seed)

    def sign(self, content: bytes, comment: str) -> bytes:
        """A `.minisig` file; Ed25519 needs no chance, so the same bytes each time."""
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

        if not comment.isprintable():
            raise ValueError(comment)
        key = Ed25519PrivateKey.from_private_bytes(self.seed)
        over_content = key.sign(minisign.prehash(content))
        over_comment = key.sign(over_content + comment.encode())
        return Signature(self.public.id, over_content, comment, over_comment).write()

    def write(self, passphrase: str = "") -> bytes:
        """As a `.key` file, encrypted if there is a passphrase."""
        secret = self.public.id + self.seed + self.public.point
        if not passphrase:
            body = NONE + CHECK + bytes(32 + 8 + 8) + secret + bytes(32)
            return minisign.lines(b"minisign secret key", PLAIN + body)
        salt = secrets.token_bytes(32)
        limits = OPS.to_bytes(8, "little") + MEMORY.to_bytes(8, "little")
        hidden = _veil(secret + _check(secret), passphrase, salt, OPS, MEMORY)
        packed = PLAIN + SCRYPT + CHECK + salt + limits + hidden
        return minisign.lines(b"minisign encrypted secret key", packed)

    @classmethod
    def read(cls, content: bytes, passphrase: str = "") -> "SecretKey":
        """From a `.key` file. Raises PassphraseNeeded, or SigningError for what is no such file."""
        rows = minisign.rows_of(content, "khóa bí mật")
        if len(rows) != 2:
            raise SigningError("Không phải tệp khóa bí mật, hoặc tệp đã hỏng.")
        packed = minisign.unpacked(rows[1], 54 + SECRET, "khóa bí mật")
        kind, kdf, check = packed[:2], packed[2:4], packed[4:6]
        if (kind, check) != (PLAIN, CHECK) or kdf not in (SCRYPT, NONE):
            raise SigningError("Tệp khóa bí mật thuộc loại mà chương trình này không biết.")
        secret = packed[54:]
        if kdf == SCRYPT:
            secret = _unveiled(packed, passphrase)
        found = cls(PublicKey(secret[:8], secret[40:72]), secret[8:40])
        if found.public.point != _point(found.seed):
            raise SigningError("Tệp khóa bí mật đã hỏng. Hãy lấy lại từ bản lưu.")
        return found


def _unveiled(packed: bytes, passphrase: str) -> bytes:
    if not passphrase:
        raise PassphraseNeeded("Khóa bí mật có mật khẩu mà chưa được cho biết.")
    ops, memory = (int.from_bytes(packed[at : at + 8], "little") for at in (38, 46))
    if ops > MOST_OPS or memory > MOST_MEMORY:
        raise SigningError("Tệp khóa bí mật đòi quá nhiều bộ nhớ nên không được mở.")
    secret = _veil(packed[54:], passphrase, packed[6:38], ops, memory)
    if secret[72:] != _check(secret[:72]):
        raise SigningError("Mật khẩu của khóa bí mật không đúng, hoặc tệp khóa đã hỏng.")
    return secret


def _veil(secret: bytes, passphrase: str, salt: bytes, ops: int, memory: int) -> bytes:
    """XOR with scrypt's output; twice gives back what there was."""
    power, lanes = _costs(ops, memory)
    stream = hashlib.scrypt(
        passphrase.encode(),
        salt=salt,
        n=1 << power,
        r=BLOCK,
        p=lanes,
        maxmem=MOST_MEMORY + (1 << 26),
        dklen=len(secret),
    )
    return bytes(one ^ other for one, other in zip(secret, stream, strict=True))


def _costs(ops: int, memory: int) -> tuple[int, int]:
    """Give log2(N) and p for libsodium's limits, as its `pickparams` does."""
    ops = max(ops, 32768)
    if ops < memory // 32:
        return _power(ops // (BLOCK * 4)), 1
    power = _power(memory // (BLOCK * 128))
    most = min(ops // 4 >> power, 0x3FFFFFFF)
    return power, max(1, most // BLOCK)


def _power(most: int) -> int:
    """log2 of the first power of two, from 2 up, that is more than half of `most`."""
    return max(1, most.bit_length() - 1)


def _check(secret: bytes) -> bytes:
    return hashlib.blake2b(PLAIN + secret, digest_size=32).digest()


def _point(seed: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()
