"""What kind of volume a folder lies on: only a removable one with FAT goes into an old player."""

from pathlib import Path

from ..errors import VolumeError
from ..model import Record

FAT = frozenset({"vfat", "msdos", "fat", "fat12", "fat16", "fat32"})  # as the systems call it


class Volume(Record):
    """A volume as the system tells of it."""

    root: str  # where it is mounted
    filesystem: str  # the system's word for it; empty where unknown
    removable: bool

    @property
    def is_fat(self) -> bool:
        """Whether it is FAT12, 16 or 32. exFAT is another thing, which old players cannot read."""
        return self.filesystem.lower() in FAT

    def permit(self, folder: Path) -> None:
        """Raises VolumeError, saying what to do, for what an old player could not use."""
        if not self.removable:
            raise VolumeError(
                f"{folder} nằm trên ổ {self.root} của máy, không phải thẻ nhớ rời, nên chưa chép "
                "gì. Hãy xem lại thẻ hiện ra ở đâu; nếu đúng là muốn chép vào thư mục này, hãy "
                "thêm --any-folder."
            )
        if not self.is_fat:
            raise VolumeError(
                f"Thẻ ở {folder} định dạng {self.filesystem or 'lạ'}, máy phát đời cũ không đọc "
                "được nên chưa chép gì. Hãy định dạng lại thẻ thành FAT32 (việc này xóa hết những "
                "gì trên thẻ); nếu chắc máy phát đọc được, hãy thêm --any-folder."
            )
