"""`verify` names every fault, one by one, and finds none where there is none."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.publish import publish, verify
from pipeline.publish.catalogue import catalogue
from pipeline.store import MemoryStore
from tests.unit.publish import kit

FIRST, SECOND = "01_T2SC_VIEC-NHE-LUONG.MP3", "02_T3SC_NGUOI-LA-HUA-HEN.MP3"


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    output = tmp_path_factory.mktemp("nguyên")
    publish(plan, store, output)
    return output / "2026-W49"


@pytest.fixture
def week(pristine: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(pristine, tmp_path / "2026-W49"))


def faults(path: Path) -> list[str]:
    return [str(fault) for fault in verify(path)]


def flip(path: Path, at: int) -> None:
    content = bytearray(path.read_bytes())
    content[at] ^= 0x40
    path.write_bytes(content)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def rename_in_manifest(bundle: Path, name: str) -> None:
    path = bundle / "MANIFEST.JSON"
    path.write_text(path.read_text("utf-8").replace(FIRST, name), encoding="utf-8")


HARMS: list[tuple[str, Callable[[Path], object], str, str]] = [
    ("gone", lambda b: (b / FIRST).unlink(), FIRST, "thiếu"),
    ("paper gone", lambda b: (b / "LICH-PHAT.TXT").unlink(), "LICH-PHAT.TXT", "thiếu"),
    ("sums gone", lambda b: (b / "SHA256SUMS").unlink(), "SHA256SUMS", "thiếu"),
    ("manifest gone", lambda b: (b / "MANIFEST.JSON").unlink(), "MANIFEST.JSON", "thiếu"),
    ("a stranger", lambda b: (b / "virus.exe").write_bytes(b""), "virus.exe", "không thuộc gói"),
    ("a folder", lambda b: (b / "con").mkdir(), "con", "không thuộc gói"),
    ("one more MP3", lambda b: shutil.copy(b / FIRST, b / "03_X.MP3"), "03_X.MP3", "không có tên"),
    ("one bit", lambda b: flip(b / FIRST, 20_000), FIRST, "nội dung đã đổi"),
    (
        "a cut file",
        lambda b: (b / FIRST).write_bytes((b / FIRST).read_bytes()[:9000]),
        FIRST,
        "hỏng",
    ),
    ("swapped", lambda b: shutil.copy(b / SECOND, b / FIRST), FIRST, "thẻ TIT2"),
    ("bad sums", lambda b: (b / "SHA256SUMS").write_text("x"), "SHA256SUMS", "không đọc được"),
    ("bad manifest", lambda b: (b / "MANIFEST.JSON").write_text("{"), "MANIFEST.JSON", "không đọc"),
    ("playlist", lambda b: (b / "PLAY.M3U").write_text("X.MP3"), "PLAY.M3U", "gọi tệp không có"),
    ("escape", lambda b: rename_in_manifest(b, "../../X.MP3"), "MANIFEST.JSON", "không hợp lệ"),
]


@pytest.mark.parametrize(
    ("harm", "name", "told"), [h[1:] for h in HARMS], ids=[h[0] for h in HARMS]
)
def test_each_harm_is_told_by_name(
    week: Path, harm: Callable[[Path], object], name: str, told: str
) -> None:
    bundle = week / "07288"
    harm(bundle)
    found = faults(bundle)
    assert any(line.startswith(f"{bundle / name}: ") and told in line for line in found), found
    in_week = faults(week)
    assert set(found) <= set(in_week)
    assert not any("07289" in line for line in in_week)


def test_all_faults_are_told_at_once(week: Path) -> None:
    bundle = week / "07288"
    (bundle / FIRST).unlink()
    (bundle / "virus.exe").write_bytes(b"")
    flip(bundle / SECOND, 20_000)
    text = "\n".join(faults(bundle))
    assert all(name in text for name in (FIRST, "virus.exe", SECOND))


def test_litter_of_file_browsers_is_no_fault(week: Path) -> None:
    for name in (".DS_Store", "Thumbs.db", "desktop.ini"):
        (week / "07288" / name).write_bytes(b"x")
    (week / "07288" / "System Volume Information").mkdir()
    assert verify(week) == ()


def test_a_week_under_another_name_is_a_week_all_the_same(week: Path) -> None:
    copied = week.rename(week.parent / "Bản sao")
    assert verify(copied) == ()
    rewrite(copied / "07288_2026-W49.zip", **{"LICH-PHAT.TXT": b"x"})
    assert any("khác với tệp trong thư mục" in line for line in faults(copied))


def test_a_week_under_the_name_of_another_is_told_and_shown_nowhere(week: Path) -> None:
    copied = Path(shutil.copytree(week, week.parent / "2026-W50"))
    assert faults(copied) == [f"{copied / 'RELEASE.JSON'}: là của tuần 2026-W49"]
    shown = catalogue(week.parent).stations.values()
    assert {str(issue.week) for issues in shown for issue in issues} == {"2026-W49"}


def test_a_link_is_not_followed(week: Path, tmp_path: Path) -> None:
    (tmp_path / "riêng").write_bytes(b"private")
    (week / "07288" / FIRST).unlink()
    (week / "07288" / FIRST).symlink_to(tmp_path / "riêng")
    assert any("không thuộc gói" in line for line in faults(week / "07288"))


def rewrite(path: Path, **changes: bytes) -> None:
    """The same zip with entries replaced or added."""
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in (entries | changes).items():
            archive.writestr(name, content)


def test_a_zip_alone_is_checked_like_a_folder(week: Path) -> None:
    path = week / "07288_2026-W49.zip"
    assert verify(path) == ()
    rewrite(path, **{FIRST: b"x" * 500})
    assert any(FIRST in line and "nội dung đã đổi" in line for line in faults(path))


def test_a_zip_that_differs_from_its_folder_is_told(week: Path) -> None:
    rewrite(week / "07288_2026-W49.zip", **{"LICH-PHAT.TXT": b"x"})
    assert any("LICH-PHAT.TXT: khác với tệp trong thư mục 07288" in line for line in faults(week))


def test_a_zip_in_another_order_is_told(week: Path) -> None:
    path = week / "07288_2026-W49.zip"
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in reversed(archive.namelist())}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    assert any("thứ tự phát" in line for line in faults(path))


@pytest.mark.parametrize("name", ["../../x.MP3", "/etc/passwd", "A/B.MP3", "chào.MP3"])
def test_a_zip_with_names_that_reach_elsewhere(week: Path, name: str) -> None:
    path = week / "07288_2026-W49.zip"
    rewrite(path, **{name: b"x"})
    assert any("không thuộc gói" in line for line in faults(path))


def test_a_zip_bomb_is_not_inflated(tmp_path: Path) -> None:
    path = tmp_path / "bom.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(FIRST, b"\0" * 50_000_000)
    assert any("bị nén" in line for line in faults(path))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_entry_twice_is_told(week: Path) -> None:
    path = week / "07288_2026-W49.zip"
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(FIRST, b"another")
    assert any("hai lần" in line for line in faults(path))


@pytest.mark.parametrize("content", [b"", b"PK", b"x" * 1000])
def test_what_is_no_zip_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    assert any("tệp zip hỏng" in line for line in faults(tmp_path / "a.zip"))


def test_a_cut_zip_is_told(week: Path) -> None:
    path = week / "07288_2026-W49.zip"
    path.write_bytes(path.read_bytes()[:-5000])
    assert any("tệp zip hỏng" in line for line in faults(path))


def test_missing_parts_of_a_week_are_told(week: Path) -> None:
    shutil.rmtree(week / "07289")
    (week / "07288_2026-W49.zip").unlink()
    text = "\n".join(faults(week))
    assert f"{week / '07289'}: thiếu gói" in text
    assert f"{week / '07288_2026-W49.zip'}: thiếu tệp zip" in text


def test_a_bundle_the_overview_does_not_know_is_told(week: Path) -> None:
    path = week / "RELEASE.JSON"
    overview = json.loads(path.read_text("utf-8"))
    overview["stations"] = overview["stations"][:1]
    path.write_text(json.dumps(overview), encoding="utf-8")
    assert any("07289" in line and "RELEASE.JSON" in line for line in faults(week))
    path.unlink()
    assert any("RELEASE.JSON: thiếu" in line for line in faults(week))


def test_what_is_no_bundle_at_all(tmp_path: Path) -> None:
    (tmp_path / "tệp").write_bytes(b"")
    assert len(verify(tmp_path / "tệp")) == 1
    assert len(verify(tmp_path / "không có")) == 1
    assert any("MANIFEST.JSON" in line for line in faults(tmp_path))


def test_a_file_of_absurd_size_is_not_opened(week: Path) -> None:
    path = week / "07288" / "MANIFEST.JSON"
    with path.open("ab") as file:
        file.truncate(1 << 33)  # sparse: 8 GiB that take no room
    assert any("MANIFEST.JSON: lớn quá mức" in line for line in faults(week / "07288"))


def test_names_cannot_play_tricks_on_a_terminal(week: Path) -> None:
    path = week / "07288_2026-W49.zip"
    rewrite(path, **{"\x1b[2J\x1b[31m.MP3": b"x"})
    with (week / "07288" / "SHA256SUMS").open("a") as file:
        file.write("0" * 64 + " *\x1b]0;x\x07\n")
    text = "\n".join([*faults(path), *faults(week / "07288")])
    assert "\\x1b" in text
    assert text.replace("\n", "").isprintable()


def test_an_overview_that_points_elsewhere_is_not_followed(week: Path) -> None:
    path = week / "RELEASE.JSON"
    path.write_text(path.read_text("utf-8").replace("07288_2026-W49.zip", "../../x.zip"), "utf-8")
    assert any("RELEASE.JSON: thiếu hoặc hỏng" in line for line in faults(week))


def test_entries_that_share_their_bytes_are_not_read_again_and_again(week: Path) -> None:
    """A bomb without compression: every entry is the same few megabytes of the file."""
    path = week / "bom.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("01_X.MP3", b"\0" * 1_000_000)
        first = archive.infolist()[0]
        for number in range(2, 90):
            again = zipfile.ZipInfo(f"{number:02d}_X.MP3")
            again.header_offset, again.CRC = first.header_offset, first.CRC
            again.file_size = again.compress_size = first.file_size
            archive.filelist.append(again)
            archive.NameToInfo[again.filename] = again
        archive._didModify = True
    assert any("tệp zip hỏng" in line for line in faults(path))
