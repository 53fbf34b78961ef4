"""Signatures that say who published something: Ed25519, in the files of `minisign`.

Anyone can check them with our `verify --key` or with the stock tool (https://jedisct1.github.io/minisign).
"""

from .keyring import Keyring
from .minisign import PublicKey, Signature
from .secret import SecretKey, Signer

__all__ = ["Keyring", "PublicKey", "SecretKey", "Signature", "Signer"]
