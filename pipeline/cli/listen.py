"""`truyenthanh listen`: what a machine hears in a bulletin, beside what it should say."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..api.listening import Hearing, Passage
    from ..hearing import Difference

CLOSING = (
    "Máy nghe kém người, nhất là dấu thanh và tên riêng. Đây chỉ là những chỗ nên nghe lại, "
    "không phải lỗi."
)
NOTHING = "không nghe thấy"


@click.command(short_help="Nghe lại bản tin, đối chiếu với kịch bản.")
@click.argument("path", metavar="TỆP|GÓI", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--model",
    metavar="THƯ-MỤC",
    type=click.Path(path_type=Path, file_okay=False),
    help="Thư mục mô hình Whisper dạng CTranslate2. Mặc định: biến TRUYENTHANH_ASR_MODEL.",
)
@click.option(
    "--script",
    metavar="TỆP.txt",
    type=click.Path(exists=True, path_type=Path, dir_okay=False),
    help="Lời cần đối chiếu, khi tệp không nằm trong gói đã làm.",
)
@click.option("--marks", is_flag=True, help="Liệt kê cả những tiếng chỉ nghe khác dấu.")
@click.option("--json", "as_json", is_flag=True, help="In ra JSON cho máy đọc, mỗi tệp một dòng.")
def listen(path: Path, model: Path | None, script: Path | None, marks: bool, as_json: bool) -> int:
    """Cho máy nghe lại một bản tin hoặc cả gói, rồi liệt kê những chỗ nghe khác kịch bản.

    Danh sách này để người nghe lại cho biết chỗ; không bản tin nào bị bỏ vì nó. Cần cài thêm phần
    nghe ('.[asr]') và một mô hình Whisper để sẵn trên máy; không có gì được gửi đi.
    """
    import msgspec

    from ..api.listening import listen as listened
    from ..hearing import Whisper
    from .main import DONE

    ear = Whisper(model)
    text = script.read_text(encoding="utf-8-sig") if script else None
    for hearing in listened(path, ear, text):
        told = msgspec.json.encode(hearing).decode() if as_json else _report(hearing, marks)
        click.echo(told)
    click.echo(CLOSING, err=True)
    return DONE


def _report(hearing: "Hearing", marks: bool = False) -> str:
    passages = (line for each in hearing.passages for line in _lines(each, marks))
    return "\n".join([hearing.file, *passages])


def _lines(passage: "Passage", marks: bool) -> list[str]:
    from ..figures import clock, percent

    found = passage.comparison
    head = f"  {clock(passage.start)} {passage.title}: "
    if not found.differences:
        return [f"{head}nghe đúng cả {found.words} tiếng"]
    share = percent(found.missed / max(found.words, 1), 0)
    told = f"nghe khác {found.missed} trong {found.words} tiếng ({share})"
    if found.marks:
        told += f", thêm {found.marks} tiếng chỉ khác dấu"
    shown = [each for each in found.differences if marks or not each.marks_only]
    return [head + told, *(f"      {_told(each)}" for each in shown)]


def _told(each: "Difference") -> str:
    after = f"… {' '.join(each.after)} " if each.after else ""
    said = f"[{' '.join(each.said)}]" if each.said else "[]"
    heard = f"“{' '.join(each.heard)}”" if each.heard else NOTHING
    return f"{after}{said} → {heard}{' (chỉ khác dấu)' if each.marks_only else ''}"
