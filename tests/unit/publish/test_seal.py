"""A station that has the public key is told, in plain words, what is wrong with a bundle."""

import hashlib
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.publish import Expected, publish, sums, verify
from pipeline.publish.seal import Seal
from pipeline.signing import PublicKey, SecretKey
from pipeline.store import MemoryStore
from tests.unit.publish import kit

SECRET, OTHER = SecretKey.make(), SecretKey.make()
KEY = SECRET.public
CODE, SUMS, SIGNATURE = "07288", "SHA256SUMS", "SHA256SUMS.minisig"


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    output = tmp_path_factory.mktemp("nguyên")
    publish(plan, store, output, signer=SECRET)
    return output / "2026-W49"


@pytest.fixture
def week(pristine: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(pristine, tmp_path / "2026-W49"))


def told(path: Path, key: PublicKey | None = KEY, **known: str) -> str:
    return "\n".join(str(each) for each in verify(path, Expected(key=key, **known)))


def test_what_is_signed_is_whole(week: Path) -> None:
    assert told(week) == told(week.parent) == ""
    assert told(week / CODE, station=CODE, week="2026-W49") == ""
    assert told(week / f"{CODE}_2026-W49.zip", station=CODE) == ""


def test_the_same_key_gives_the_same_bytes(pristine: Path, tmp_path: Path) -> None:
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    release = publish(plan, store, tmp_path, signer=SECRET)
    for path in sorted(pristine.rglob("*")):
        if path.is_file():
            assert (release.folder / path.relative_to(pristine)).read_bytes() == path.read_bytes()
    assert publish(plan, store, tmp_path, signer=SECRET).unchanged == 2


def test_without_a_key_nothing_is_signed_and_old_signatures_go(
    pristine: Path, tmp_path: Path
) -> None:
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    shutil.copytree(pristine, tmp_path / "2026-W49")
    release = publish(plan, store, tmp_path)
    assert not list(release.folder.rglob("*.minisig"))
    assert verify(release.folder) == ()
    assert "không có chữ ký" in told(release.folder / CODE)
    assert "RELEASE.JSON: không có chữ ký" in told(release.folder)


def forge(bundle: Path) -> None:
    """Change a file and put the list right."""
    (bundle / "LICH-PHAT.TXT").write_bytes(b"3:15")
    listed = sums.read((bundle / SUMS).read_bytes())
    digests = {name: hashlib.sha256((bundle / name).read_bytes()).hexdigest() for name in listed}
    (bundle / SUMS).write_bytes(sums.write(digests))


def swap(bundle: Path) -> None:
    """A true signature over a true list, of another station."""
    for name in (SUMS, SIGNATURE):
        shutil.copy(bundle.parent / "07289" / name, bundle / name)


def sign(seal: Seal, by: SecretKey = SECRET) -> Callable[[Path], None]:
    def harm(bundle: Path) -> None:
        (bundle / SIGNATURE).write_bytes(seal.over((bundle / SUMS).read_bytes(), by))

    return harm


def harmed(old: bytes, new: bytes) -> Callable[[Path], None]:
    def harm(bundle: Path) -> None:
        content = (bundle / SIGNATURE).read_bytes()
        assert old in content
        (bundle / SIGNATURE).write_bytes(content.replace(old, new))

    return harm


RIGHT = Seal(week="2026-W49", station=CODE)
HARMS: list[tuple[str, Callable[[Path], object], str]] = [
    ("a file changed and listed anew", forge, "chữ ký không khớp"),
    ("no signature", lambda b: (b / SIGNATURE).unlink(), "không có chữ ký"),
    ("another publisher", sign(RIGHT, OTHER), "do khóa khác ký"),
    ("of another station", swap, "tệp đã bị tráo"),
    ("of another week", sign(RIGHT.but(week="2026-W48")), "tệp đã bị tráo"),
    ("of a release", sign(Seal(week="2026-W49")), "tệp đã bị tráo"),
    ("another week written into it", harmed(b"W49", b"W50"), "chữ ký không khớp"),
    ("rubbish behind it", harmed(b"==\n", b"==\nx\n"), "đúng bốn dòng"),
    ("a huge comment", harmed(b"tuan:", b"tuan:" + b"9" * 20_000), "dòng quá dài"),
    ("no list", lambda b: (b / SUMS).unlink(), "chữ ký không khớp"),
]


@pytest.mark.parametrize(("harm", "what"), [h[1:] for h in HARMS], ids=[h[0] for h in HARMS])
def test_what_is_not_the_publishers(week: Path, harm: Callable[[Path], object], what: str) -> None:
    harm(week / CODE)
    assert what in told(week / CODE)
    assert what in told(week)


def test_an_imposter_with_the_id_of_the_key(week: Path) -> None:
    imposter = SecretKey(PublicKey(KEY.id, OTHER.public.point), OTHER.seed)
    sign(RIGHT, imposter)(week / CODE)
    assert "chữ ký không khớp" in told(week / CODE)


def test_an_old_bundle_and_that_of_another_station_are_told(week: Path) -> None:
    assert "gói cũ: của tuần 2026-W49" in told(week / CODE, week="2026-W50")
    assert "trong khi cần tuần 2026-W48" in told(week / CODE, week="2026-W48")
    assert "đài 07288 (xã Yên Thế), không phải của đài 07289" in told(week / CODE, station="07289")
    assert "gói cũ" in told(week / CODE, None, week="2026-W50")  # also where there is no key


def test_a_bundle_put_back_from_an_earlier_signed_release_is_told(week: Path) -> None:
    """Every file of it is signed, and yet it is not what the release says."""
    plan, store = kit.edited(kit.make_plan(), "Bản cũ"), MemoryStore()
    kit.stock(plan, store)
    earlier = publish(plan, store, week.parent / "trước", signer=SECRET).folder
    shutil.rmtree(week / CODE)
    shutil.copytree(earlier / CODE, week / CODE)
    (week / f"{CODE}_2026-W49.zip").write_bytes((earlier / f"{CODE}_2026-W49.zip").read_bytes())
    assert "không phải danh sách mà RELEASE.JSON nêu" in told(week)


@pytest.mark.skipif(shutil.which("minisign") is None, reason="minisign is not on this machine")
def test_the_stock_tool_says_the_same(week: Path) -> None:
    key = week / "KHOA-CONG-KHAI.PUB"
    for path in (week / CODE / SUMS, week / "RELEASE.JSON"):
        command = ["minisign", "-V", "-p", key, "-m", path]
        assert subprocess.run(command, capture_output=True, check=False).returncode == 0
        path.write_bytes(path.read_bytes() + b" ")
        assert subprocess.run(command, capture_output=True, check=False).returncode != 0


def test_a_new_key_signs_what_lies_there_already(tmp_path: Path) -> None:
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    ledger = tmp_path / "sổ.json"
    week = publish(plan, store, tmp_path, signer=SECRET, ledger=ledger).folder
    publish(plan, store, tmp_path, signer=OTHER, ledger=ledger)
    assert told(week, OTHER.public) == ""
    publish(plan, store, tmp_path, ledger=ledger)
    assert not list(week.rglob("*.minisig"))
