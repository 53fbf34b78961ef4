"""Approving: first what will be heard and printed, then a person's word on exactly that."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from filelock import FileLock, Timeout

from ..errors import ApprovalError, Busy, StoreError, refusal
from ..lint import Review, lint
from ..model import FRAME, Approval, Project, Record, Subject
from ..plan import Clearance, Renditions
from ..plan.printed import printed
from ..plan.unapproved import name, titles
from ..project import load, where_approved, with_approvals
from ..store import atomic
from .folder import Folder

Shown = Mapping[Subject, tuple[str, ...]]  # what a person has seen: see `Standing.shown`
PATIENCE = 5.0  # s for another approval to be written down


class Standing(Record):
    """Where a subject stands."""

    subject: Subject
    title: str
    heard: tuple[str, ...]  # digests of every rendition there is now
    printed: str  # digest of what is printed of it now
    last: Approval | None  # the last word on it
    why: str = ""  # why it may not be broadcast everywhere (Vietnamese); empty: it may

    @property
    def name(self) -> str:
        """As the command line calls it."""
        return name(self.subject)

    @property
    def shown(self) -> tuple[str, ...]:
        """Digests of all that a person looks at before approving."""
        return self.printed, *self.heard


class Word(Record):
    """What a person says."""

    by: str
    role: str
    at: datetime  # with its zone
    withdraw: bool = False
    despite: str = ""
    note: str = ""
    sample: bool = False


class Faulty(ApprovalError):
    """Some of it must not be broadcast so, and nobody has said why it should be."""

    def __init__(self, reviews: tuple[Review, ...]) -> None:
        self.reviews = reviews  # of what has such faults, with these alone
        listed = "\n  ".join(f"{it.place}: {it.what}" for each in reviews for it in each.findings)
        super().__init__(
            f"Còn lỗi không được phát nên chưa ghi gì:\n  {listed}\n"
            "Hãy sửa; nếu chắc chắn là đúng thì duyệt kèm lý do: --despite LÝ-DO"
        )


def standings(project: Project, *, frame: bool = True) -> tuple[Standing, ...]:
    """Everything there is to approve, the frame first; it has to be read for every station, so who
    has no use for it leaves it out.
    """
    renditions = Renditions.of(project)
    clearance = Clearance(project, renditions)
    prints = printed(project)
    named = [each for each in titles(project.campaigns) if frame or each[0] != FRAME]
    out = {each.subject: each.why for each in clearance.unapproved(project.stations, named)}
    return tuple(
        Standing(
            subject=subject,
            title=title,
            heard=renditions.all(subject),
            printed=prints[subject],
            last=clearance.approval(subject),
            why=out.get(subject, ""),
        )
        for subject, title in named
    )


def approve(folder: Folder, shown: Shown, word: Word) -> tuple[Approval, ...]:
    """Write a person's word down; what was written. What is approved already is left as it is.

    `shown` is what the person has seen or heard: if anything of it has changed since, nothing is
    written. Raises ApprovalError (Faulty among them), ProjectError, Busy, StoreError.
    """
    if not (word.by.strip() and word.role.strip()):
        raise ApprovalError("Cần họ tên và chức vụ của người duyệt.")
    if word.at.tzinfo is None:
        raise ApprovalError("Thời điểm duyệt phải kèm múi giờ.")
    try:
        folder.kept.mkdir(parents=True, exist_ok=True)
        with FileLock(folder.kept / "duyet.lock", timeout=PATIENCE):
            return _recorded(folder, shown, word)
    except Timeout:
        raise Busy("Đang có người khác ghi sổ duyệt. Hãy thử lại.") from None
    except OSError as error:
        raise StoreError(f"Không ghi được vào {folder.root}: {refusal(error)}") from error


def _recorded(folder: Folder, shown: Shown, word: Word) -> tuple[Approval, ...]:
    project = load(folder.root)
    now = {each.subject: each for each in standings(project)}
    gone = [name(subject) for subject in shown if subject not in now]
    changed = [name(each) for each in shown if each in now and now[each].shown != shown[each]]
    if gone or changed:
        raise ApprovalError(
            f"Vừa bị đổi hoặc xóa sau khi xem nên chưa ghi gì: {', '.join(gone + changed)}. "
            "Hãy xem lại rồi duyệt."
        )
    if not (word.withdraw or word.despite.strip()):
        _refuse_faults(project, word, shown)
    given = tuple(_said(now[each], word) for each in shown if _is_news(now[each], word))
    _append(folder, given)
    return given


def _refuse_faults(project: Project, word: Word, shown: Shown) -> None:
    """Raises Faulty when lint found what must not be broadcast so."""
    faults = tuple(
        review.but(findings=wrong)
        for review in lint(project, word.at.date(), set(shown))
        if (wrong := tuple(it for it in review.findings if it.severity == "error"))
    )
    if faults:
        raise Faulty(faults)


def _is_news(standing: Standing, word: Word) -> bool:
    """Whether the word changes anything. A real approval may take the place of a sample one."""
    last = standing.last
    if word.withdraw:
        return last is not None and last.verdict == "approved"
    return bool(standing.why) or last is None or last.sample != word.sample


def _said(standing: Standing, word: Word) -> Approval:
    return Approval(
        subject=standing.subject,
        verdict="withdrawn" if word.withdraw else "approved",
        by=" ".join(word.by.split()),
        role=" ".join(word.role.split()),
        at=word.at.replace(microsecond=0),
        heard=() if word.withdraw else standing.heard,
        printed="" if word.withdraw else standing.printed,
        despite=word.despite.strip(),
        note=word.note.strip(),
        sample=word.sample,
    )


def _append(folder: Folder, given: Iterable[Approval]) -> None:
    """Add to the books, each of them whole or not at all."""
    books: dict[str, list[Approval]] = {}
    for each in given:
        books.setdefault(where_approved(each.subject).as_posix(), []).append(each)
    for book, approvals in books.items():
        path = folder.root / book
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        atomic.write(path, with_approvals(before, approvals).encode())
