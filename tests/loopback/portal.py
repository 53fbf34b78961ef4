"""A real site: two weeks published from real pieces, its pages, and our server in front of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from pipeline.model import Site, Station
from pipeline.plan import Week
from pipeline.publish import publish, refresh
from pipeline.serve import App, Server
from pipeline.store import MemoryStore
from tests.unit.publish import kit

BEFORE, LATER = Week(year=2026, number=48), Week(year=2026, number=49)


def release(output: Path, week: Week, *stations: Station, days: int = 7, **options: object) -> None:
    """Publish the first days of a week."""
    plan, store = kit.make_plan(*stations, days=days, week=week), MemoryStore()
    kit.stock(plan, store)
    publish(plan, store, output, **options)


def site(output: Path, *stations: Station, weeks: tuple[Week, ...] = (BEFORE, LATER)) -> Path:
    """A whole site."""
    for week in weeks:
        release(output, week, *stations)
    refresh(output, Site())
    return output


@contextmanager
def serving(output: Path, url: str = "", patience: int = 20) -> Iterator[str]:
    """The site's address while our server shows it."""
    server = Server(App(output, url), "127.0.0.1", 0, patience)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}/"
    finally:
        server.stop()
        thread.join(10)


class Links(HTMLParser):
    """Everything a page refers to, and every place in it that can be referred to."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: set[str] = set()
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.targets.append(value)
            elif name == "id" and value:
                self.ids.add(value)


def dead_links(output: Path) -> list[tuple[str, str]]:
    """Page and target of every link that leads nowhere, on pages a reader gets to from the first.

    A new station's pages refer to each other; nobody sees one until the first page names it.
    """
    dead, ahead, read = [], [output.resolve() / "index.html"], dict[Path, Links]()
    while ahead:
        path = ahead.pop()
        if path in read or not path.is_file():
            continue
        read[path] = Links(path.read_bytes())
        for target in read[path].targets:
            address, fragment = urldefrag(urljoin(path.as_uri(), target))
            meant = Path(unquote(urlsplit(address).path))
            if not meant.is_file():
                dead.append((path.relative_to(output.resolve()).as_posix(), target))
            elif meant.name == "index.html":
                ahead.append(meant)
                if fragment and fragment not in Links(meant.read_bytes()).ids:
                    dead.append((path.relative_to(output.resolve()).as_posix(), target))
    return dead
