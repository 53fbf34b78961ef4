"""Secret keys are found by the public one, and only where nobody else can read them."""

import os
from pathlib import Path

import pytest

from pipeline.errors import SigningError
from pipeline.signing import Keyring, SecretKey

SECRET = SecretKey.make()


def test_what_was_kept_is_found(tmp_path: Path) -> None:
    ring = Keyring(tmp_path / "khóa" / "của tôi")
    path = ring.keep(SECRET)
    assert ring.find(SECRET.public) == SECRET
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    ring = Keyring(tmp_path)
    path = ring.keep(SECRET)
    path.chmod(0o600)
    path.write_bytes(b"x")
    with pytest.raises(SigningError):
        ring.keep(SECRET)
    assert path.read_bytes() == b"x"


def test_no_key_here_says_where_it_should_be(tmp_path: Path) -> None:
    with pytest.raises(SigningError, match=str(tmp_path)):
        Keyring(tmp_path).find(SECRET.public)


@pytest.mark.skipif(os.name != "posix", reason="rights are told otherwise on Windows")
def test_a_key_that_others_can_read_is_refused(tmp_path: Path) -> None:
    ring = Keyring(tmp_path)
    ring.keep(SECRET).chmod(0o644)
    with pytest.raises(SigningError, match="chmod 600"):
        ring.find(SECRET.public)


def test_the_key_of_another_under_this_name_is_refused(tmp_path: Path) -> None:
    ring = Keyring(tmp_path)
    ring.keep(SecretKey.make()).rename(ring.path(SECRET.public))
    with pytest.raises(SigningError, match=SECRET.public.name):
        ring.find(SECRET.public)
