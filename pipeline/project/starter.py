"""A new project to begin from: a few commented files, ready to be spoken."""

import shutil
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path

from ..errors import TruyenThanhError, refusal


def create(folder: Path) -> tuple[Path, ...]:
    """Write a starter project into a new or empty folder; the files written.

    Raises TruyenThanhError when something is there already or nothing can be written.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise TruyenThanhError(
                f"{folder} đã có sẵn và không trống nên được giữ nguyên. Hãy chọn tên thư mục khác."
            )
        with as_file(files(__package__).joinpath("template")) as template:
            return tuple(_copied(template, folder))
    except OSError as error:
        raise TruyenThanhError(f"Không ghi được {folder}: {refusal(error)}") from error


def _copied(template: Path, folder: Path) -> Iterator[Path]:
    for source in sorted(path for path in template.rglob("*") if path.is_file()):
        target = folder / source.relative_to(template)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        yield target
