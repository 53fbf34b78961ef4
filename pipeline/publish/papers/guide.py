"""HUONG-DAN.PDF: one page with pictures for who plays the bulletins, the same for every station."""

from pathlib import Path

from .typesetter import Typesetter

PICTURES = Path(__file__).parent / "pictures"


def write(title: str, typesetter: Typesetter) -> bytes:
    """The page; `title` is the project's. Raises PublishError."""
    told = {
        "title": "Hướng dẫn phát bản tin",
        "whose": title,
        "running": f"{title} · hướng dẫn cho người phụ trách đài",
        "pictures": {path.stem: path.read_text("utf-8") for path in PICTURES.glob("*.svg")},
    }
    return typesetter.pdf("huong-dan.typ", told)
