"""Everything that can go wrong, as a small tree.

    TruyenThanhError
    ├── ProjectError        the user's files are wrong; carries every problem at once
    ├── UnknownName         what was asked for by name is nowhere in the project
    ├── ApprovalError       something cannot be approved as asked
    ├── EngineError         a voice could not speak
    │   ├── EngineUnavailable   nobody there: no network, breaker open, not installed
    │   └── EngineFault         there, but this text failed: crash, empty or implausible sound
    ├── LetterError         a letter that cannot be opened, or not be put into a project
    ├── DownloadError       a voice model could not be brought in
    ├── SoundError          bytes that are not the sound they should be
    ├── StoreError          the store cannot be read or written
    ├── PublishError        a bundle could not be written or failed its own check
    ├── SigningError        a key or a signature cannot be used
    │   └── PassphraseNeeded    the key is locked and nobody gave its passphrase
    ├── VolumeError         a USB stick that cannot be written, is full, or was pulled out
    ├── CarrierError        a release could not be brought to another place
    ├── FetchError          what a site should have could not be fetched
    └── Busy                another run holds the project

Messages are Vietnamese, for the person at the screen: what happened, where, what to do.
"""

import errno
from collections.abc import Iterable

from .model.place import Problem


class TruyenThanhError(Exception):
    """Base of every error this package raises on purpose."""


class ProjectError(TruyenThanhError):
    """What people wrote cannot be used. `problems` holds all of them, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: problem.place))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnknownName(TruyenThanhError):
    """There is no campaign, message, channel, voice or place of the name that was given."""


class ApprovalError(TruyenThanhError):
    """Something cannot be approved as asked; nothing was recorded."""


class EngineError(TruyenThanhError):
    """A voice engine could not do what it was asked."""

    def __init__(self, engine: str, reason: str) -> None:
        self.engine = engine
        self.reason = reason  # Vietnamese
        super().__init__(f"{engine}: {reason}")


class EngineUnavailable(EngineError):
    """The engine as a whole cannot be used now; other texts would fail as well."""


class EngineFault(EngineError):
    """The engine failed on this text."""


class LetterError(TruyenThanhError):
    """A letter cannot be opened, or not be put into a project."""


class DownloadError(TruyenThanhError):
    """A voice model could not be brought in; nothing half-done is in use."""


class SoundError(TruyenThanhError):
    """Bytes that should be sound cannot be used as such."""


class StoreError(TruyenThanhError):
    """The store of finished work cannot be read or written."""


class PublishError(TruyenThanhError):
    """A bundle could not be written, or failed when it was read back."""


class SigningError(TruyenThanhError):
    """A key or a signature cannot be used."""


class PassphraseNeeded(SigningError):
    """The secret key is locked and nobody gave its passphrase."""


class VolumeError(TruyenThanhError):
    """A USB stick cannot be used, or not be written to the end."""


class CarrierError(TruyenThanhError):
    """A release could not be brought to another place, or not to the end."""


class FetchError(TruyenThanhError):
    """A published file could not be fetched from its site."""


class Busy(TruyenThanhError):
    """Another run is working on the same project."""


def refusal(error: OSError, deed: str = "ghi") -> str:
    """An operating system's refusal of a deed (ghi, đọc, xóa), in Vietnamese, with what to do."""
    thing = "thư mục" if deed == "ghi" else "tệp"
    known = {
        errno.ENOSPC: "ổ đĩa đã đầy. Hãy giải phóng chỗ trống rồi chạy lại lệnh này.",
        errno.EDQUOT: "đã hết hạn mức dung lượng. Hãy giải phóng chỗ trống rồi chạy lại lệnh này.",
        errno.EACCES: f"không có quyền {deed}. Hãy cấp quyền {deed} cho {thing} này.",
        errno.EPERM: f"không có quyền {deed}. Hãy cấp quyền {deed} cho {thing} này.",
        errno.EROFS: "ổ đĩa chỉ cho đọc. Hãy chọn thư mục ở ổ khác.",
        errno.ENOENT: f"không thấy {thing} này. Hãy kiểm tra lại đường dẫn.",
        errno.EISDIR: "đây là một thư mục chứ không phải tệp. Hãy kiểm tra lại đường dẫn.",
        errno.ENOTDIR: "trên đường dẫn có một tệp chứ không phải thư mục. Hãy chọn chỗ khác.",
        errno.ENAMETOOLONG: "đường dẫn dài quá. Hãy chọn thư mục có tên ngắn hơn.",
        errno.EIO: "ổ đĩa không đáp lại, có thể đang hỏng. Hãy kiểm tra ổ đĩa.",
        errno.EFBIG: "tệp lớn quá mức hệ thống cho phép. Hãy chọn ổ đĩa khác.",
    }
    return known.get(error.errno or 0, f"{error.strerror or error}.")
