"""Our signatures are minisign's: each checks what the other has made, and both refuse the same."""

import base64
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import PassphraseNeeded, SigningError
from pipeline.signing import PublicKey, SecretKey, Signature

SECRET = SecretKey.make()
CONTENT = "Kính chào bà con.\n".encode()
COMMENT = "truyenthanh dai:07288 tuan:2026-W49"
SIGNED = SECRET.sign(CONTENT, COMMENT)

with_minisign = pytest.mark.skipif(
    shutil.which("minisign") is None, reason="minisign is not on this machine"
)


def minisign(folder: Path, *arguments: str, told: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["minisign", *arguments],
        cwd=folder,
        input=told,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@given(st.binary(max_size=2000), st.text(st.characters(categories=["L", "N", "P"]), max_size=99))
@settings(max_examples=30, deadline=None)
def test_what_is_signed_is_told_and_nothing_else(content: bytes, comment: str) -> None:
    written = SECRET.sign(content, comment)
    signature = Signature.read(written)
    assert signature.write() == written == SECRET.sign(content, comment)
    assert signature.comment == comment
    assert signature.is_by(SECRET.public, content)
    assert not signature.is_by(SECRET.public, content + b"x")
    assert not signature.is_by(SecretKey.make().public, content)


def test_the_comment_is_signed_too() -> None:
    other = SIGNED.replace(b"07288", b"07289")
    assert not Signature.read(other).is_by(SECRET.public, CONTENT)


def test_another_key_of_the_same_id_does_not_pass() -> None:
    imposter = PublicKey(SECRET.public.id, SecretKey.make().public.point)
    assert not Signature.read(SIGNED).is_by(imposter, CONTENT)


def swapped(row: int, text: bytes) -> bytes:
    rows = SIGNED.split(b"\n")
    rows[row] = text
    return b"\n".join(rows)


@pytest.mark.parametrize(
    "harmed",
    [
        b"",
        b"\0" * 300,
        SIGNED[:-20],
        SIGNED + b"rubbish\n",
        SIGNED + b"\n",
        SIGNED.replace(b"trusted", b"untrusted", 1),
        swapped(1, b"!!!" + SIGNED.split(b"\n")[1]),
        swapped(1, SIGNED.split(b"\n")[1] + b"AAAA"),
        swapped(1, base64.b64encode(b"Ed" + bytes(72))),
        swapped(2, b"trusted comment: " + b"x" * 9000),
        swapped(2, b"trusted comment: \x1b[2J"),
        swapped(2, b"trusted comment: \xff"),
        SIGNED + b"x" * 100_000,
    ],
)
def test_what_is_no_signature_is_refused(harmed: bytes) -> None:
    with pytest.raises(SigningError):
        Signature.read(harmed)


@pytest.mark.parametrize(
    "harmed", [b"", b"RWQ", b"untrusted comment: x\n", b"\xff" * 40, SIGNED, SECRET.write()]
)
def test_what_is_no_public_key_is_refused(harmed: bytes) -> None:
    with pytest.raises(SigningError):
        PublicKey.read(harmed)


def test_a_public_key_may_be_given_as_one_line() -> None:
    written = SECRET.public.write()
    assert PublicKey.read(written) == PublicKey.read(written.split(b"\n")[1]) == SECRET.public


def test_a_passphrase_opens_what_it_closed() -> None:
    written = SECRET.write("bí mật")
    assert SecretKey.read(written, "bí mật") == SECRET
    with pytest.raises(PassphraseNeeded):
        SecretKey.read(written)
    with pytest.raises(SigningError, match="không đúng"):
        SecretKey.read(written, "bi mat")


def test_a_harmed_secret_is_told() -> None:
    rows = SECRET.write().split(b"\n")
    packed = bytearray(base64.b64decode(rows[1]))
    packed[80] ^= 1
    with pytest.raises(SigningError, match="hỏng"):
        SecretKey.read(b"\n".join([rows[0], base64.b64encode(packed), b""]))


def test_a_secret_that_wants_all_memory_is_refused() -> None:
    rows = SECRET.write("x").split(b"\n")
    packed = bytearray(base64.b64decode(rows[1]))
    packed[46:54] = (1 << 40).to_bytes(8, "little")
    with pytest.raises(SigningError, match="bộ nhớ"):
        SecretKey.read(b"\n".join([rows[0], base64.b64encode(packed), b""]), "x")


def test_secrets_show_in_no_text() -> None:
    assert SECRET.seed.hex() not in repr(SECRET)
    assert repr(SECRET.seed) not in repr(SECRET)


@with_minisign
def test_minisign_verifies_ours(tmp_path: Path) -> None:
    (tmp_path / "SHA256SUMS").write_bytes(CONTENT)
    (tmp_path / "SHA256SUMS.minisig").write_bytes(SIGNED)
    (tmp_path / "khoa.pub").write_bytes(SECRET.public.write())
    told = minisign(tmp_path, "-V", "-p", "khoa.pub", "-m", "SHA256SUMS")
    assert told.returncode == 0, told.stderr
    assert f"Trusted comment: {COMMENT}" in told.stdout
    (tmp_path / "SHA256SUMS").write_bytes(CONTENT + b"x")
    assert minisign(tmp_path, "-V", "-p", "khoa.pub", "-m", "SHA256SUMS").returncode != 0


@with_minisign
def test_we_verify_what_minisign_makes(tmp_path: Path) -> None:
    made = minisign(tmp_path, "-G", "-W", "-p", "khoa.pub", "-s", "khoa.key")
    assert made.returncode == 0, made.stderr
    (tmp_path / "tin").write_bytes(CONTENT)
    assert minisign(tmp_path, "-S", "-s", "khoa.key", "-m", "tin", "-t", "lời").returncode == 0
    key = PublicKey.read((tmp_path / "khoa.pub").read_bytes())
    signature = Signature.read((tmp_path / "tin.minisig").read_bytes())
    assert signature.comment == "lời"
    assert signature.is_by(key, CONTENT)
    assert SecretKey.read((tmp_path / "khoa.key").read_bytes()).public == key


@with_minisign
@pytest.mark.parametrize("write", [SECRET.write, lambda: SECRET.write("bí mật")])
def test_minisign_signs_with_our_keys_as_we_do(tmp_path: Path, write: Callable[[], bytes]) -> None:
    (tmp_path / "khoa.key").write_bytes(write())
    (tmp_path / "tin").write_bytes(CONTENT)
    command = ("-S", "-s", "khoa.key", "-m", "tin", "-t", COMMENT)
    made = minisign(tmp_path, *command, told="bí mật\n")
    assert made.returncode == 0, made.stderr
    ours, theirs = Signature.read(SIGNED), Signature.read((tmp_path / "tin.minisig").read_bytes())
    assert ours == theirs
