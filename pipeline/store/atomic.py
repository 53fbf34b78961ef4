"""Nothing half-written is ever visible: write beside, flush to disk, rename."""

import contextlib
import os
import tempfile
from pathlib import Path

from ..errors import StoreError


def write(path: Path, content: bytes, scratch: Path | None = None) -> None:
    """Write a file whole or not at all. `scratch` is a folder on the same file system.

    Raises StoreError, naming the path and what to do; then nothing is left behind.
    """
    beside = scratch or path.parent
    try:
        beside.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=beside, prefix=".viet-do-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
    except OSError as error:
        raise StoreError(f"Không ghi được {path}: {reason(error)}") from error


def reason(error: OSError) -> str:
    """An operating system's refusal, in Vietnamese, with what to do."""
    import errno

    known = {
        errno.ENOSPC: "ổ đĩa đã đầy. Hãy giải phóng chỗ trống rồi chạy lại lệnh này.",
        errno.EDQUOT: "đã hết hạn mức dung lượng. Hãy giải phóng chỗ trống rồi chạy lại lệnh này.",
        errno.EACCES: "không có quyền ghi. Hãy cấp quyền ghi cho thư mục này.",
        errno.EPERM: "không có quyền ghi. Hãy cấp quyền ghi cho thư mục này.",
        errno.EROFS: "ổ đĩa chỉ cho đọc. Hãy chọn thư mục ở ổ khác.",
        errno.EFBIG: "tệp lớn quá mức hệ thống cho phép. Hãy chọn ổ đĩa khác.",
    }
    return known.get(error.errno or 0, f"{error.strerror or error}.")
