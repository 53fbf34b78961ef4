"""A bundle on its way onto a stick: one at a time, by the copy that the command line makes."""

import threading
from collections.abc import Callable
from pathlib import Path

from ..errors import TruyenThanhError
from ..usb import Volume, copy
from ..usb.wording import company, farewell
from .watched import Stage, Watched

PATIENCE = 15.0  # s for a copy to end when the desk is closed
Sticks = Callable[[], tuple[Volume, ...]]


class Carried(Stage):
    """How far a copy is."""

    turn: int = 0  # which copy since the desk was opened: an old one says nothing of a new stick
    week: str = ""
    code: str = ""
    stick: str = ""  # where it is mounted
    share: float = 0.0  # 0…1
    doing: str = ""  # Vietnamese
    told: str = ""  # what came of it, Vietnamese
    others: str = ""  # what else lies there, Vietnamese


class Carrying:
    """Copies bundles, in a thread of its own, onto sticks that the machine sees."""

    def __init__(self, sticks: Sticks) -> None:
        self.sticks = sticks
        self.progress = Watched(Carried())
        self._thread: threading.Thread | None = None

    def start(self, bundle: Path, root: str) -> None:
        """Begin. Raises VolumeError or TruyenThanhError for no stick of an old player, Busy."""
        volume = next((each for each in self.sticks() if each.root == root), None)
        if volume is None:
            raise TruyenThanhError("Không còn thấy thẻ ấy. Hãy cắm lại thẻ rồi tải lại trang này.")
        volume.permit(Path(root))
        first = Carried(
            phase="running",
            turn=self.progress.now.turn + 1,
            week=bundle.parent.name,
            code=bundle.name,
            stick=root,
            doing="đang xem thẻ",
        )
        self.progress.begin(first)
        self._thread = threading.Thread(target=self._run, args=(bundle, Path(root)), daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Wait a little for the end; what is cut off leaves the former bundle on the stick."""
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _run(self, bundle: Path, stick: Path) -> None:
        tell = self.progress.tell

        def more(done: int, of: int) -> None:
            tell(share=done / of, doing="đang chép" if done * 2 <= of else "đang đọc lại")

        try:
            copied = copy(bundle, stick, more)
            tell(phase="done", share=1.0, told=farewell(copied), others=company(copied))
        except TruyenThanhError as error:
            tell(phase="failed", told=str(error))
        except Exception as error:
            tell(phase="failed", told=f"Lỗi ngoài dự tính ({type(error).__name__}: {error})")
            raise
