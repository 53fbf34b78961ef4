"""The officer's desk behind a real server on this machine."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Thread
from zoneinfo import ZoneInfo

from pipeline.api import Folder
from pipeline.desk import LARGEST, Desk, Guard, application
from pipeline.serve import Server
from pipeline.usb import Volume

NOW = datetime(2026, 11, 25, 8, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))  # a Wednesday
KEY = "chia-khoa-de-thu"


@contextmanager
def serving(project: Path, sticks: Sequence[Volume] = (), now: datetime = NOW) -> Iterator[str]:
    """The address with its key, as the command prints it. `sticks`: those the machine sees."""
    table = Desk(Folder(project), lambda: now, lambda: tuple(sticks))
    guard = Guard(application(table), KEY)
    server = Server(guard, "127.0.0.1", 0, largest=LARGEST)
    guard.port = server.port
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield guard.address
    finally:
        server.stop()
        thread.join(10)
        table.close()
