"""The log a run leaves behind, for Monday morning."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import StoreError, refusal


@contextmanager
def journal(path: Path) -> Iterator[None]:
    """Append what the program logs to a file, with times. Raises StoreError."""
    logger = logging.getLogger("truyenthanh")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        target = logging.FileHandler(path, encoding="utf-8")
    except OSError as error:
        raise StoreError(f"Không ghi được {path}: {refusal(error)}") from error
    target.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(target)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(target)
        target.close()
