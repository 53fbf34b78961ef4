"""Measure everything and write docs/performance.md: `make bench`. A few minutes, 7 GB of disk."""

import os
import tempfile
import warnings
from datetime import date
from pathlib import Path

from . import station, week
from .nation import SAMPLE, UNITS
from .page import MANY, SOME, page

COLD = 10


def main() -> None:
    """Say what is being measured, then write the page."""
    warnings.filterwarnings("ignore", module="pydub")
    print("một bản tin mười phút …", flush=True)
    single = station.measure()
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH")) as place:
        folder = Path(place)
        figures = {}
        for name, deed, where, count in (
            ("cold", "speaking", "giọng", COLD),
            ("first", "preparing", "nước", UNITS),
            ("reading", "reading", "nước", UNITS),
            ("plan some", "planning", "nước", SOME),
            ("plan all", "planning", "nước", UNITS),
            ("plan many", "planning", "nước", MANY),
            ("warm all", "finished", "nước", UNITS),
            ("pages", "pages", "nước", UNITS),
            ("warm some", "finished", "nước", SOME),
        ):
            print(f"{deed} {count} …", flush=True)
            figures[name] = week.apart(deed, folder / where, count)
    text = page(single, figures, date.today())
    (SAMPLE / "docs" / "performance.md").write_text(text, "utf-8")
    print(text)


if __name__ == "__main__":
    main()
