"""A release to other places than the output folder, as `publish:` in project.yaml names them."""

import hashlib
import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..elsewhere import Sent, Step, Tell, open_carrier, tree_of
from ..errors import CarrierError, PublishError, StoreError, UnknownName
from ..model import Destination, Project
from ..publish import refresh
from .folder import Folder

log = logging.getLogger("truyenthanh")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


@dataclass(frozen=True)
class Errand:
    """What is to be sent from where."""

    folder: Folder
    output: Path
    weeks: tuple[str, ...] = ()  # these alone; empty: all that lie in the output folder
    alone: bool = False  # what else of ours lies there is taken away

    def run(self, project: Project, to: Destination, tell: Tell = lambda step: None) -> Sent:
        """Send it. The caller holds the project's lock. Raises CarrierError, PublishError."""
        carrier = open_carrier(to.to)
        if not self.output.is_dir():
            raise PublishError(
                f"Chưa có {self.output} nên chưa có gì để gửi. Hãy chạy: truyenthanh bulletins"
            )
        log.info("gửi đến %s: bắt đầu", to.name or carrier.name)
        weeks = self.weeks or None
        tree = tree_of(self.output, self._pages(project, to), weeks, self.alone)
        sent = carrier.publish(tree.but(kept=self._kept), to, _logged(tell))
        log.info("gửi đến %s: %s", to.name or carrier.name, sent)
        return sent

    @property
    def _kept(self) -> Path:
        return self.folder.kept / "sites"

    def _pages(self, project: Project, to: Destination) -> Path:
        """Pages for this place: those in the output folder where nothing differs."""
        site = project.site.but(url=to.url) if to.url else project.site
        if site == project.site and not self.weeks:
            refresh(self.output, site, ledger=self.folder.site_ledger(self.output))
            return self.output
        told = repr((str(self.output.resolve()), to.to, to.url, self.weeks))
        aside = self._kept / hashlib.sha256(told.encode()).hexdigest()[:16]
        aside.mkdir(parents=True, exist_ok=True)
        ledger = aside.with_suffix(".sha256")
        refresh(self.output, site, aside, self.weeks or None, ledger)
        return aside


def destination(project: Project, to: str) -> Destination:
    """The place of that name, or at that address. Raises UnknownName for neither."""
    for each in project.destinations:
        if to in (each.name, each.to):
            return each
    if not _PLAIN.fullmatch(to) or Path(to).is_dir():
        return Destination(to=to)
    named = ", ".join(each.name for each in project.destinations) or "chưa có nơi nào"
    raise UnknownName(
        f"Không có nơi nào tên “{to}” trong mục publish của project.yaml ({named}), "
        f"cũng không có thư mục nào tên như vậy. Nếu là thư mục mới, hãy viết ./{to}"
    )


def automatic(project: Project) -> Sequence[Destination]:
    """The places everything goes to after `bulletins`."""
    return [each for each in project.destinations if each.auto]


def follow(
    errand: Errand, project: Project, offline: bool = False, tell: Tell = lambda step: None
) -> Iterator[tuple[Destination, Sent | str | None]]:
    """Send to all of them: what came of each, or why nothing did (Vietnamese).

    None: left out, because it needs the network and that is not to be used. One that cannot be
    reached keeps nobody else waiting. The caller holds the project's lock.
    """
    for to in automatic(project):
        try:
            out = offline and open_carrier(to.to).network
            yield to, None if out else errand.run(project, to, tell)
        except (CarrierError, PublishError, StoreError) as error:
            log.warning("không gửi được đến %s: %s", to.name, error)
            yield to, str(error)


def _logged(tell: Tell) -> Tell:
    def both(step: Step) -> None:
        log.info("%s %s", "đã gửi" if step.deed == "sent" else "đã xóa", step.address)
        tell(step)

    return both
