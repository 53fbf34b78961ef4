"""Only a stick or card with FAT is written to without asking; each system has its own words."""

import plistlib
import sys
from pathlib import Path

import pytest

from pipeline.errors import VolumeError
from pipeline.usb import Volume, linux, macos, sticks, volume_of

ROOT = "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw"


def system(folder: Path, mount: str, disk: str = "", partition: str = "", **files: str) -> Path:
    """A machine's /proc and /sys, as far as they are asked."""
    (folder / "proc/self").mkdir(parents=True)
    (folder / "proc/self/mountinfo").write_text(f"{ROOT}\n{mount}\n")
    if disk:
        place = folder / "sys/devices" / disk / partition
        place.mkdir(parents=True)
        if partition:
            (place / "partition").write_text("1\n")
        for name, said in files.items():
            path = folder / "sys/devices" / disk / name.replace("__", "/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{said}\n")
        (folder / "sys/dev/block").mkdir(parents=True)
        (folder / "sys/dev/block/8:17").symlink_to(place)
    return folder


STICK = "40 22 8:17 / /media/tu/TH\\303\\232\\040NHAT rw,nosuid - vfat /dev/sdb1 rw,fmask=0022"


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
@pytest.mark.parametrize(
    ("disk", "partition", "said", "removable"),
    [
        ("pci0/usb1/1-2/host6/block/sdb", "sdb1", {"removable": "1"}, True),
        ("pci0/usb1/1-2/host6/block/sdb", "", {"removable": "0"}, True),  # says it is fixed
        ("pci0/block/sr0", "", {"removable": "1"}, True),
        ("mmc/mmc0/block/mmcblk0", "mmcblk0p1", {"removable": "0", "device__type": "SD"}, True),
        ("mmc/mmc0/block/mmcblk0", "mmcblk0p1", {"removable": "0", "device__type": "MMC"}, False),
        ("pci0/ata1/block/sda", "sda1", {"removable": "0"}, False),
        ("", "", {}, False),
    ],
)
def test_linux(
    tmp_path: Path, disk: str, partition: str, said: dict[str, str], removable: bool
) -> None:
    machine = system(tmp_path, STICK.replace("\\303\\232", "U"), disk, partition, **said)
    found = linux.volume_of(Path("/media/tu/THU NHAT/07288"), machine)
    assert found == Volume(root="/media/tu/THU NHAT", filesystem="vfat", removable=removable)


@pytest.mark.skipif(sys.platform == "win32", reason="the paths of Linux")
def test_linux_takes_the_innermost_volume_and_the_last_at_one_place(tmp_path: Path) -> None:
    over = "\n".join(
        (
            STICK,
            "41 40 8:17 / /media/tu/a rw - vfat x rw",
            "42 40 0:9 / /media/tu/a rw - tmpfs x rw",
        )
    )
    machine = system(tmp_path, over)
    assert linux.volume_of(Path("/media/tu/a/b"), machine).filesystem == "tmpfs"
    assert linux.volume_of(Path("/media/tu/ab"), machine).root == "/"
    with pytest.raises(VolumeError):
        linux.volume_of(Path("/x"), tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("said", "removable"),
    [
        ({"RemovableMediaOrExternalDevice": True, "Internal": False}, True),
        ({"RemovableMediaOrExternalDevice": False, "Internal": True}, False),
        ({"Internal": False}, True),
        ({}, False),
    ],
)
def test_macos(said: dict[str, bool], removable: bool) -> None:
    answer = {"FilesystemType": "msdos", "MountPoint": "/Volumes/THE", **said}
    found = macos.understood(plistlib.dumps(answer), "/Volumes/THE")
    assert found == Volume(root="/Volumes/THE", filesystem="msdos", removable=removable)
    with pytest.raises(VolumeError):
        macos.understood(b"diskutil: no such disk", "/Volumes/THE")


def test_this_machine_knows_where_a_folder_lies(tmp_path: Path) -> None:
    found = volume_of(tmp_path)
    assert found.root
    assert found.filesystem
    with pytest.raises(VolumeError, match="--any-folder"):
        found.permit(tmp_path)


STICKS = [("vfat", True), ("msdos", True), ("FAT32", True), ("exfat", False), ("NTFS", False)]


@pytest.mark.parametrize(("filesystem", "fits"), STICKS)
def test_what_an_old_player_can_read(filesystem: str, fits: bool) -> None:
    stick = Volume(root="E:\\", filesystem=filesystem, removable=True)
    if fits:
        stick.permit(Path("E:"))
    else:
        with pytest.raises(VolumeError, match="FAT32"):
            stick.permit(Path("E:"))
    with pytest.raises(VolumeError, match="không phải thẻ nhớ rời"):
        stick.but(removable=False).permit(Path("E:"))


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_linux_knows_every_place_where_a_volume_is_mounted(tmp_path: Path) -> None:
    machine = system(tmp_path, STICK.replace("\\303\\232", "U"))
    assert linux.roots(machine) == [Path("/"), Path("/media/tu/THU NHAT")]
    assert linux.roots(tmp_path / "khong-co") == []


def test_this_machine_s_own_disks_are_no_sticks() -> None:
    assert all(each.removable for each in sticks())
