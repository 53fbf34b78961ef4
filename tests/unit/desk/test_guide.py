"""The officer's guide shows pictures that are there, and all of them."""

import re
from pathlib import Path

DOCS = Path(__file__).parents[3] / "docs"


def test_every_picture_is_there_and_shown() -> None:
    guide = (DOCS / "huong-dan-can-bo.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"\(hinh/([\w-]+\.png)\)", guide))
    assert shown <= {path.name for path in (DOCS / "hinh").glob("*.png")}
    assert all((DOCS / "hinh" / name).stat().st_size < 200_000 for name in shown)


def test_every_heading_linked_to_exists() -> None:
    guide = (DOCS / "huong-dan-can-bo.md").read_text(encoding="utf-8")
    headings = {
        re.sub(r"[^\w-]", "", line.removeprefix("## ").lower().replace(" ", "-"))
        for line in guide.splitlines()
        if line.startswith("## ")
    }
    assert set(re.findall(r"\(#([^)]+)\)", guide)) <= headings
