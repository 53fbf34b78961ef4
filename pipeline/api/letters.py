"""Letters into a project: what one says, and a campaign sketched from it."""

from collections.abc import Container
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path

from ..errors import LetterError, UnknownName
from ..letter import LETTER, Sheet, message, open_letter, ready, record, sketch, suggested
from ..letter.names import slug
from ..model import Campaign, Letter, Problem
from ..project import load, place
from ..store import atomic


@dataclass(frozen=True)
class Imported:
    """A letter, and the campaign sketched from it."""

    letter: Letter
    folder: Path
    files: tuple[Path, ...]


class Known(LetterError):
    """The very letter has been taken in before; nothing was written."""

    def __init__(self, campaign: str) -> None:
        self.campaign = campaign  # its folder
        super().__init__(
            f"Công văn này đã lấy vào rồi, ở campaigns/{campaign}, nên chưa ghi gì. "
            "Muốn có thêm một chiến dịch thì nói rõ tên: --to campaigns/TÊN-KHÁC"
        )


def import_letter(
    file: Path, project: Path, to: Path | None = None, models: Path | None = None
) -> Imported:
    """Sketch a campaign in `project` from a letter. `to`: its folder; None: named by the subject,
    and apart from those that other letters on the same subject have.

    Nothing that is there is changed. Raises TruyenThanhError.
    """
    sheet = open_letter(file, models)
    original = {} if file.suffix.lower() == ".txt" else {f"cong-van{file.suffix.lower()}": file}
    kept = {name: path.read_bytes() for name, path in original.items()}
    return import_sheet(sheet, project, to, kept)


def import_sheet(
    sheet: Sheet, project: Path, to: Path | None = None, kept: dict[str, bytes] | None = None
) -> Imported:
    """The same from a letter that is open already, or was pasted: `read_pasted`."""
    letter = record(sheet)
    if not letter.directive.subject and not letter.directive.symbol:
        raise LetterError(
            f"{sheet.name}: tệp này không giống công văn (không thấy số, ký hiệu, trích yếu). "
            "Nếu là tin bài soạn sẵn: ở bàn làm việc, mở chiến dịch rồi bấm “Đã có sẵn bài? "
            "Lấy vào”; ở cửa sổ lệnh, thêm --messages --to campaigns/TÊN-CHIẾN-DỊCH"
        )
    files = {name: text.encode("utf-8") for name, text in sketch(letter, sheet.text).items()}
    folder = project / to if to else _own(project / "campaigns", letter, files[LETTER])
    _inside(folder, project)
    return Imported(letter, folder, place(folder, files | (kept or {})))


def _own(campaigns: Path, letter: Letter, text: bytes) -> Path:
    """A folder for this letter alone. Raises Known where it has one."""
    name, year = suggested(letter), letter.directive.date.year
    dated = [f"{name}-{year}"] if year else []
    names = chain([name], dated, (f"{name}-{number}" for number in count(2)))
    folder = campaigns / next(names)
    while folder.exists():
        if (folder / LETTER).is_file() and (folder / LETTER).read_bytes() == text:
            raise Known(folder.name)
        folder = campaigns / next(names)
    return folder


@dataclass(frozen=True)
class Brought:
    """Messages that were ready, as files of a campaign; nobody has approved them."""

    files: tuple[Path, ...]
    remarks: tuple[Problem, ...]


def import_messages(
    file: Path, project: Path, to: Path, topic: str = "", models: Path | None = None
) -> Brought:
    """Put ready messages into a campaign. `topic`: the task they serve; "": its only one.

    Nothing that is there is changed. Raises TruyenThanhError.
    """
    return import_ready(open_letter(file, models), project, to, topic)


def import_ready(sheet: Sheet, project: Path, to: Path, topic: str = "") -> Brought:
    """The same from a file that is open already, or was pasted: `read_pasted`."""
    campaign = _campaign(project, to)
    tasks = [task.id for task in campaign.directive.tasks]
    if topic not in tasks and (topic or len(tasks) != 1):
        raise LetterError(
            f"Chưa rõ các tin này phục vụ việc nào của công văn. Hãy thêm --topic với một trong: "
            f"{', '.join(tasks)}"
        )
    found, remarks = ready(sheet)
    if not found:
        raise LetterError(f"{sheet.name}: không thấy lời tin nào. Hãy xem lại tệp.")
    written: dict[Path, str] = {}
    for each in found:
        path = _free(project / "campaigns" / campaign.id, slug(each.title), written)
        written[path] = message(each.title, topic or tasks[0], each.words)
    for path, text in written.items():
        atomic.write(path, text.encode("utf-8"))
    return Brought(tuple(written), remarks)


def _campaign(project: Path, to: Path) -> Campaign:
    _inside(project / to, project)
    whole = load(project)
    known = {each.id: each for each in whole.campaigns}
    known |= {each.campaign.id: each.campaign for each in whole.sketches}
    if to.name not in known:
        raise UnknownName(
            f"Không có chiến dịch “{to.name}”. Các chiến dịch: {', '.join(sorted(known))}."
        )
    return known[to.name]


def _free(folder: Path, name: str, taken: Container[Path]) -> Path:
    """A file name nobody has."""
    path, count = folder / f"{name}.md", 1
    while path.exists() or path in taken:
        count += 1
        path = folder / f"{name}-{count}.md"
    return path


def _inside(folder: Path, project: Path) -> None:
    """A campaign lies right below campaigns/, or nobody would ever read it."""
    if folder.resolve().parent != (project / "campaigns").resolve():
        raise LetterError(
            f"{folder} không nằm ngay trong thư mục campaigns của dự án. "
            "Hãy viết: --to campaigns/TÊN-CHIẾN-DỊCH"
        )
