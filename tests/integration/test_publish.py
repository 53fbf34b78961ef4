"""Publishing into a real folder from a real store, judged by independent tools."""

import hashlib
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from pipeline.errors import StoreError
from pipeline.plan import Plan
from pipeline.publish import Release, Unfinished, publish, verify
from pipeline.store import DirectoryStore, MemoryStore
from tests.unit.publish import kit


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder and its digest."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file below a folder, which one it is and when it was last written."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture(scope="module")
def plan() -> Plan:
    return kit.make_plan()


@pytest.fixture
def store(tmp_path: Path, plan: Plan) -> DirectoryStore:
    store = DirectoryStore(tmp_path / "kho")
    kit.stock(plan, store)
    return store


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "ra"


def test_a_release_holds_what_it_should_and_nothing_else(plan, store, output) -> None:
    release = publish(plan, store, output)
    assert release.folder == output / "2026-W49"
    assert [bundle.code for bundle in release.bundles] == ["07288", "07289"]
    assert (release.failed, release.silent, release.unchanged) == ({}, (), 0)
    assert [path.name for path in output.iterdir()] == ["2026-W49"]
    assert sorted(path.name for path in release.folder.iterdir()) == [
        "07288",
        "07288_2026-W49.zip",
        "07289",
        "07289_2026-W49.zip",
        "CHAT-LUONG.HTML",
        "CHAT-LUONG.JSON",
        "HUONG-DAN.PDF",
        "RELEASE.JSON",
        "TOM-TAT.TXT",
    ]
    assert sorted(path.name for path in (release.folder / "07288").iterdir()) == [
        "01_T2SC_VIEC-NHE-LUONG.MP3",
        "02_T3SC_NGUOI-LA-HUA-HEN.MP3",
        "KICH-BAN.HTML",
        "KICH-BAN.PDF",
        "LICH-PHAT.CSV",
        "LICH-PHAT.ICS",
        "LICH-PHAT.PDF",
        "LICH-PHAT.TXT",
        "MANIFEST.JSON",
        "NHAT-KY.CSV",
        "NHAT-KY.PDF",
        "PLAY.M3U",
        "SHA256SUMS",
    ]
    for whole in (output, release.folder, release.bundles[0].folder, release.bundles[0].zip):
        assert verify(whole) == ()


def test_the_same_inputs_give_the_same_bytes_anywhere(plan, store, output, tmp_path) -> None:
    publish(plan, store, output)
    memory = MemoryStore()
    kit.stock(plan, memory)
    publish(plan, memory, tmp_path / "noi khác")
    assert tree(output) == tree(tmp_path / "noi khác")


def test_publishing_again_touches_nothing(plan, store, output) -> None:
    publish(plan, store, output)
    before = stamps(output)
    again = publish(plan, store, output)
    assert again.unchanged == 2
    assert {name: at for name, at in stamps(output).items() if name != "."} == before


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes there")
def test_a_release_is_readable_for_others(plan, store, output) -> None:
    former = os.umask(0o077)
    try:
        release = publish(plan, store, output)
    finally:
        os.umask(former)
    for path in release.folder.rglob("*"):
        readable = stat.S_IROTH | (stat.S_IXOTH if path.is_dir() else 0)
        assert path.stat().st_mode & readable == readable, path


def test_the_zip_is_the_folder_in_play_order(plan, store, output) -> None:
    bundle = publish(plan, store, output).bundles[0]
    with zipfile.ZipFile(bundle.zip) as archive:
        assert archive.namelist() == [
            "01_T2SC_VIEC-NHE-LUONG.MP3",
            "02_T3SC_NGUOI-LA-HUA-HEN.MP3",
            "PLAY.M3U",
            "LICH-PHAT.PDF",
            "LICH-PHAT.TXT",
            "LICH-PHAT.CSV",
            "LICH-PHAT.ICS",
            "KICH-BAN.PDF",
            "KICH-BAN.HTML",
            "NHAT-KY.PDF",
            "NHAT-KY.CSV",
            "MANIFEST.JSON",
            "SHA256SUMS",
        ]
        for name in archive.namelist():
            assert archive.read(name) == (bundle.folder / name).read_bytes()


@pytest.mark.parametrize(
    ("command", "where"),
    [
        (["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], "07288"),
        (["unzip", "-tq", "07288_2026-W49.zip"], "."),
        (["mpg123", "-q", "-t", "01_T2SC_VIEC-NHE-LUONG.MP3"], "07288"),
    ],
    ids=["sha256sum", "unzip", "mpg123"],
)
def test_independent_tools_agree(plan, store, output, command: list[str], where: str) -> None:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    folder = publish(plan, store, output).folder
    done = subprocess.run(command, cwd=folder / where, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "rror" not in done.stderr


@pytest.mark.skipif(shutil.which("mp3val") is None, reason="mp3val is not installed")
def test_mp3val_finds_nothing_to_warn_of(plan, store, output) -> None:
    folder = publish(plan, store, output).bundles[0].folder
    for path in sorted(folder.glob("*.MP3")):
        done = subprocess.run(["mp3val", str(path)], capture_output=True, text=True)
        assert "WARNING" not in done.stdout, done.stdout
        assert "ERROR" not in done.stdout, done.stdout


def test_changed_words_replace_the_bundle_whole(plan, store, output) -> None:
    publish(plan, store, output)
    other = kit.edited(plan, "Đã sửa")
    kit.stock(other, store)
    release = publish(other, store, output)
    assert release.unchanged == 0
    assert verify(output) == ()
    manifest = json.loads((release.folder / "07288" / "MANIFEST.JSON").read_text("utf-8"))
    assert {each["title"] for each in manifest["bulletins"]} == {"Đã sửa"}
    assert [path.name for path in output.iterdir()] == ["2026-W49"]


def test_a_station_the_plan_does_not_name_stays(plan, store, output) -> None:
    publish(plan, store, output)
    before = tree(output)
    alone = plan.but(bundles=plan.bundles[1:])
    assert [bundle.code for bundle in publish(alone, store, output).bundles] == ["07289"]
    assert tree(output) == before


def test_a_harmed_bundle_is_made_again(plan, store, output) -> None:
    release = publish(plan, store, output)
    before = tree(output)
    (release.folder / "07288" / "LICH-PHAT.TXT").write_text("khác", encoding="utf-8")
    (release.folder / "07289_2026-W49.zip").unlink()
    assert publish(plan, store, output).unchanged == 0
    assert tree(output) == before


def test_somebody_elses_files_are_kept_apart(plan, store, output) -> None:
    bundle = publish(plan, store, output).bundles[0]
    (bundle.folder / "ghi chú.docx").write_bytes(b"of the officer")
    (bundle.folder / "Thumbs.db").write_bytes(b"left by a file browser")
    other = kit.edited(plan, "Đã sửa")
    kit.stock(other, store)
    publish(other, store, output)
    spared = output / "tep-la" / "2026-W49" / "07288"
    assert {path.name for path in spared.iterdir()} == {"ghi chú.docx"}
    assert (spared / "ghi chú.docx").read_bytes() == b"of the officer"
    assert verify(output) == ()


def test_a_failed_bulletin_is_left_out_and_said(plan, store, output) -> None:
    why = {"07288/2026-11-30": "máy đọc hỏng"}
    release = publish(plan, store, output, failed=why)
    assert release.failed == why
    assert [each.file for each in release.bundles[0].bulletins] == ["02_T3SC_NGUOI-LA-HUA-HEN.MP3"]
    assert not list(release.bundles[0].folder.glob("01_*"))
    summary = (release.folder / "TOM-TAT.TXT").read_text(encoding="utf-8-sig")
    assert "1 BẢN TIN CHƯA LÀM ĐƯỢC" in summary
    assert "  - xã Yên Thế, thứ hai 30/11" in summary
    assert verify(output) == ()


def test_what_nobody_can_speak_is_said_too(plan, store, output) -> None:
    first = plan.bundles[0].bulletins[0]
    bundle = plan.bundles[0].but(bulletins=plan.bundles[0].bulletins[1:])
    silent = plan.but(
        bundles=(bundle, *plan.bundles[1:]), voiceless={first.id: "không còn giọng nào"}
    )
    release = publish(silent, store, output)
    assert release.failed == {first.id: "không còn giọng nào"}
    sheet = (release.bundles[0].folder / "LICH-PHAT.TXT").read_text(encoding="utf-8-sig")
    assert "KHÔNG CÓ BẢN TIN: không còn giọng nào" in sheet


def everything_failed(plan: Plan) -> dict[str, str]:
    return {each.id: "mất điện" for each in plan.bundles[0].bulletins}


def test_a_station_without_any_bulletin_keeps_its_former_bundle(plan, store, output) -> None:
    publish(plan, store, output)
    before = stamps(output / "2026-W49" / "07288")
    release = publish(plan, store, output, failed=everything_failed(plan))
    assert release.silent == ("07288",)
    assert [bundle.code for bundle in release.bundles] == ["07289"]
    assert stamps(output / "2026-W49" / "07288") == before
    overview = json.loads((release.folder / "RELEASE.JSON").read_text("utf-8"))
    assert overview["stations"][0]["former"] is True
    assert overview["stations"][0]["failed"] == everything_failed(plan)
    assert "GÓI CŨ" in (release.folder / "TOM-TAT.TXT").read_text("utf-8")
    assert verify(output) == ()


def test_a_station_without_any_bundle_is_said_and_stays_said(plan, store, output) -> None:
    release = publish(plan, store, output, failed=everything_failed(plan))
    assert not (release.folder / "07288").exists()
    assert "07288  xã Yên Thế: KHÔNG CÓ BẢN TIN" in (release.folder / "TOM-TAT.TXT").read_text(
        "utf-8"
    )
    publish(plan.but(bundles=plan.bundles[1:]), store, output)
    assert "07288  xã Yên Thế: KHÔNG CÓ BẢN TIN" in (release.folder / "TOM-TAT.TXT").read_text(
        "utf-8"
    )
    assert verify(output) == ()


def test_a_bulletin_that_is_longer_than_planned_and_overruns_is_not_published(
    plan, store, output
) -> None:
    narrow = tuple(
        window.but(closes=slot.replace(second=3))
        for window, slot in zip(
            plan.bundles[0].station.windows, plan.bundles[0].station.times, strict=True
        )
    )
    bundle = plan.bundles[0].but(station=plan.bundles[0].station.but(windows=narrow))
    release = publish(plan.but(bundles=(bundle, *plan.bundles[1:])), store, output)
    assert release.silent == ("07288",)
    assert all("quá khung" in why for why in release.failed.values())


def test_a_damaged_object_is_named_and_stops_no_other_station(
    plan, store, output, tmp_path
) -> None:
    key = plan.bundles[0].bulletins[1].rundown[0].encode
    path = tmp_path / "kho" / key[:2] / key
    content = bytearray(path.read_bytes())
    content[5000] ^= 1
    path.write_bytes(content)
    with pytest.raises(Unfinished) as raised:
        publish(plan, store, output)
    assert raised.value.lacking == (("07288", key),)
    assert key[:12] in str(raised.value)
    assert not store.has(key)
    assert verify(output / "2026-W49" / "07289") == ()
    assert not (output / "2026-W49" / "07288").exists()
    kit.stock(plan, store)
    publish(plan, store, output)
    assert verify(output) == ()


def test_all_that_is_damaged_is_named_at_once(plan, store, output, tmp_path) -> None:
    """One look for each would take a bad disk's owner as many runs."""
    bulletins = plan.bundles[0].bulletins
    keys = {bulletins[0].rundown[0].meter, bulletins[1].rundown[1].encode}
    keys.add(bulletins[1].rundown[1].meter)
    for key in keys:
        path = tmp_path / "kho" / key[:2] / key
        path.write_bytes(bytes(len(path.read_bytes())))
    with pytest.raises(Unfinished) as raised:
        publish(plan, store, output)
    assert {key for code, key in raised.value.lacking if code == "07288"} == keys
    assert not any(store.has(key) for key in keys)


def test_a_missing_measure_is_named(plan, store, output) -> None:
    key = plan.bundles[0].bulletins[0].rundown[0].meter
    store.remove([key])
    with pytest.raises(Unfinished) as raised:
        publish(plan, store, output)
    assert raised.value.lacking == (("07288", key),)


def test_a_bulletin_whose_sound_fails_its_check_is_left_out(plan, store, output) -> None:
    bulletin = plan.bundles[0].bulletins[0]
    key = bulletin.rundown[1].encode
    good = store.get(key)
    store.put(key, good[:3_000] + good[3_100:], "{}", (), "")
    release = publish(plan, store, output)
    assert "không qua được kiểm tra" in release.failed[bulletin.id]
    assert verify(output) == ()
    assert publish(plan, store, output).unchanged == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes there")
def test_a_disk_that_takes_no_more_is_said_and_harms_nothing(plan, store, output) -> None:
    publish(plan, store, output)
    before = tree(output)
    other = kit.edited(plan, "Đã sửa")
    kit.stock(other, store)
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    former = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))  # papers fit, the zip does not
    try:
        with pytest.raises(StoreError, match="Không ghi được"):
            publish(other, store, output)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, former)
    assert tree(output) == before
    publish(other, store, output)
    assert verify(output) == ()


def test_a_file_where_the_folder_should_be_is_said(plan, store, tmp_path) -> None:
    (tmp_path / "ra").write_bytes(b"")
    with pytest.raises(StoreError, match="Không ghi được"):
        publish(plan, store, tmp_path / "ra")


def test_the_summary_can_be_read_on_monday(plan, store, output) -> None:
    release: Release = publish(plan, store, output)
    text = (release.folder / "TOM-TAT.TXT").read_text(encoding="utf-8-sig")
    for line in (
        "BẢN TIN TUẦN 49/2026",
        "Có 2 đài, 4 bản tin, tổng cộng 0 phút.",
        "Giọng đọc: tone (4 bản tin).",
        "Không dùng gtts: mất mạng",
        "Không bản tin nào bị lỗi.",
        "  07288  xã Yên Thế: 2 bản tin, 11 giây (dữ liệu mẫu)",
    ):
        assert line in text.splitlines()
