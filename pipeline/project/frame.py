"""project.yaml: the title, who speaks by default, and the frame of every bulletin."""

from ..model import Paragraph, Rundown
from .fields import Fields
from .files import Shelf
from .nodes import Report, compose

NAME = "project.yaml"


def read_frame(shelf: Shelf, report: Report) -> tuple[str, dict[str, str], Rundown]:
    """Title, roles (role -> voice id), rundown."""
    path = shelf.path(NAME)
    start = shelf.start(path)
    text = shelf.text(path)
    fields = Fields(compose(text, start, report) if text is not None else None, report, start)
    title = fields.text("title")
    roles = fields.pairs("roles")
    if "A" not in roles:
        fields.refuse(
            "roles", "mục “roles” chưa nói vai A dùng giọng nào", "thêm dòng “A: mã giọng”"
        )
    inside = fields.inside("rundown")
    rundown = Rundown(
        opening=_words(inside, "opening"),
        closing=_words(inside, "closing"),
        signature=inside.text("signature"),
        sting=inside.text("sting"),
        bed=inside.text("bed"),
        least=inside.whole("least", 120),
        most=inside.whole("most", 300),
    )
    if not 0 < rundown.least <= rundown.most:
        inside.refuse("least", "“least” phải lớn hơn 0 và không quá “most”", "sửa hai số giây này")
    inside.close()
    fields.close()
    return title, roles, rundown


def _words(fields: Fields, name: str) -> Paragraph:
    text = fields.text(name)
    if text and "{station}" not in text:
        fields.refuse(
            name, f"“{name}” không xưng tên đài", "thêm {station} vào chỗ cần đọc tên đài"
        )
    return Paragraph(text=text, place=fields.at(name))
