"""Where secret keys lie: in the user's own folder, far from the project and what is published."""

import contextlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from ..errors import SigningError, refusal
from .minisign import PublicKey
from .secret import SecretKey

OURS, FOLDER = 0o600, 0o700
OTHERS = stat.S_IRWXG | stat.S_IRWXO


@dataclass(frozen=True)
class Keyring:
    """Secret keys of this user, each in a file called by its id."""

    folder: Path

    def path(self, key: PublicKey) -> Path:
        """Where the secret of this public key lies, if it is here."""
        return self.folder / f"{key.name}.key"

    def find(self, key: PublicKey, passphrase: str = "") -> SecretKey:
        """The secret of this public key. Raises SigningError, PassphraseNeeded."""
        path = self.path(key)
        try:
            mode, content = path.stat().st_mode, path.read_bytes()
        except FileNotFoundError:
            raise SigningError(
                f"Máy này không có khóa bí mật {key.name} (tìm ở {path}). "
                "Hãy chép khóa từ bản lưu vào đó, hoặc chạy lệnh này trên máy có khóa."
            ) from None
        except OSError as error:
            raise SigningError(f"Không đọc được {path}: {refusal(error, 'đọc')}") from error
        if os.name == "posix" and mode & OTHERS:
            raise SigningError(f"Người khác đọc được khóa bí mật. Hãy chạy: chmod 600 {path}")
        secret = SecretKey.read(content, passphrase)
        if secret.public != key:
            raise SigningError(f"{path} không phải khóa bí mật của khóa công khai {key.name}.")
        return secret

    def keep(self, secret: SecretKey, passphrase: str = "") -> Path:
        """Write a new secret, for this user's eyes only. Raises SigningError."""
        path = self.path(secret.public)
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=FOLDER)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OURS)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(secret.write(passphrase))
                    file.flush()
                    os.fsync(file.fileno())
            except BaseException:
                with contextlib.suppress(OSError):
                    path.unlink()
                raise
        except OSError as error:
            raise SigningError(f"Không ghi được {path}: {refusal(error)}") from error
        return path
