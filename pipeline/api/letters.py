"""Letters into a project: what one says, and a campaign sketched from it."""

from dataclasses import dataclass
from pathlib import Path

from ..errors import LetterError
from ..letter import Sheet, open_letter, record, sketch, suggested
from ..model import Letter
from ..project import place


@dataclass(frozen=True)
class Imported:
    """A letter, and the campaign sketched from it."""

    letter: Letter
    folder: Path
    files: tuple[Path, ...]


def import_letter(
    file: Path, project: Path, to: Path | None = None, models: Path | None = None
) -> Imported:
    """Sketch a campaign in `project` from a letter. `to`: its folder; None: named by the subject.

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
            "Nếu là tin bài soạn sẵn, hãy thêm: --messages --to campaigns/TÊN-CHIẾN-DỊCH"
        )
    folder = project / (to or Path("campaigns", suggested(letter)))
    _inside(folder, project)
    files = {name: text.encode("utf-8") for name, text in sketch(letter, sheet.text).items()}
    return Imported(letter, folder, place(folder, files | (kept or {})))


def _inside(folder: Path, project: Path) -> None:
    """A campaign lies right below campaigns/, or nobody would ever read it."""
    if folder.resolve().parent != (project / "campaigns").resolve():
        raise LetterError(
            f"{folder} không nằm ngay trong thư mục campaigns của dự án. "
            "Hãy viết: --to campaigns/TÊN-CHIẾN-DỊCH"
        )
