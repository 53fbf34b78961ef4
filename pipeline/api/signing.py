"""The project's key: the public half lies in the project, the secret one with the user."""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from ..errors import SigningError, refusal
from ..signing import Keyring, PublicKey, SecretKey
from ..store import atomic
from .folder import Folder

PUBLIC = "khoa-cong-khai.pub"
PLACE, PASSPHRASE = "TRUYENTHANH_KEYS", "TRUYENTHANH_PASSPHRASE"  # environment variables


@dataclass(frozen=True)
class Desk:
    """Where a project's bundles are signed."""

    folder: Folder

    @property
    def path(self) -> Path:
        """The public key's file, in the project."""
        return self.folder.root / PUBLIC

    @property
    def ring(self) -> Keyring:
        """The user's secret keys, outside every project."""
        own = platformdirs.user_config_path("truyenthanh", appauthor=False) / "khoa"
        return Keyring(Path(os.environ.get(PLACE) or own))

    def public(self) -> PublicKey | None:
        """The project's public key, None if it has none. Raises SigningError."""
        try:
            return PublicKey.read(self.path.read_bytes())
        except FileNotFoundError:
            return None
        except OSError as error:
            raise SigningError(f"Không đọc được {self.path}: {refusal(error, 'đọc')}") from error
        except SigningError as error:
            raise SigningError(f"{self.path}: {error}") from error

    def secret(self) -> SecretKey | None:
        """What signs, None where the project has no key. Raises SigningError."""
        public = self.public()
        if public is None:
            return None
        return self.ring.find(public, os.environ.get(PASSPHRASE, ""))

    def make(self, passphrase: str = "") -> SecretKey:
        """A key for a project that has none. Raises SigningError, StoreError."""
        if self.path.exists():
            raise SigningError(
                f"Dự án đã có khóa ({self.path}) và các đài có thể đang dùng. "
                "Nếu thật sự muốn khóa mới, hãy dời tệp này đi chỗ khác rồi chạy lại."
            )
        place = self.ring.folder.resolve()
        if place.is_relative_to(self.folder.root.resolve()):
            raise SigningError(
                f"Khóa bí mật không được nằm trong thư mục dự án ({place}). "
                f"Hãy đặt biến {PLACE} là một thư mục khác."
            )
        secret = SecretKey.make()
        self.ring.keep(secret, passphrase)
        atomic.write(self.path, secret.public.write())
        return secret
