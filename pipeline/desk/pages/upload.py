"""A file that came with a form, as a file on disk for as long as it is read."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import request
from werkzeug.utils import secure_filename


@contextmanager
def uploaded(stem: str) -> Iterator[Path | None]:
    """Where it lies; None when no file was chosen. `stem`: its name where its own is unusable."""
    file = request.files.get("file")
    if not file or not file.filename:
        yield None
        return
    name = secure_filename(file.filename)
    suffix = Path(file.filename).suffix.lower()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name if Path(name).suffix else f"{stem}{suffix}")
        file.save(path)
        yield path
