"""A child process that answers one request after another, within a deadline or not at all.

Requests and answers are bytes behind their length (4 bytes, little-endian). The child ends when its
input does, so it cannot outlive us, however we go.
"""

import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from typing import IO


class Ended(Exception):
    """The child is gone. `code` is its exit status, None when it was ended for being late."""

    def __init__(self, code: int | None) -> None:
        super().__init__(code)
        self.code = code


class Child:
    """A running child, for one caller at a time."""

    def __init__(self, program: Path, *arguments: str) -> None:
        """Start `program`, a Python file, in isolated mode. Raises OSError."""
        self._process = subprocess.Popen(  # noqa: S603 - our own file, no shell
            [sys.executable, "-I", str(program), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # an interrupt from the keyboard is the parent's to handle
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def hear(self, deadline: float) -> bytes:
        """The next answer. Raises Ended; after `deadline` seconds the child is ended for that."""
        return self._within(deadline, b"")

    def ask(self, request: bytes, deadline: float) -> bytes:
        """Send a request and hear its answer. Raises Ended."""
        return self._within(deadline, len(request).to_bytes(4, "little") + request)

    def end(self) -> None:
        """End the child. Doing it twice is fine."""
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not sent is of no use now
                    pipe.close()
        self._process.wait()

    def _within(self, deadline: float, message: bytes) -> bytes:
        late = threading.Event()

        def give_up() -> None:
            late.set()
            self._process.kill()

        clock = threading.Timer(deadline, give_up)
        clock.daemon = True
        clock.start()
        try:
            return self._exchange(message)
        except OSError as error:
            self.end()
            raise Ended(None if late.is_set() else self._process.returncode) from error
        finally:
            clock.cancel()

    def _exchange(self, message: bytes) -> bytes:
        assert self._process.stdin is not None and self._process.stdout is not None  # noqa: S101
        if message:
            self._process.stdin.write(message)
            self._process.stdin.flush()
        size = int.from_bytes(_read(self._process.stdout, 4), "little")
        return _read(self._process.stdout, size)


def _read(pipe: IO[bytes], size: int) -> bytes:
    content = pipe.read(size)
    if len(content) < size:
        raise BrokenPipeError(f"{size} bytes promised, {len(content)} came")
    return content
