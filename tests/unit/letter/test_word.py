"""Word files as offices make them: lists Word draws by itself, tables of tasks, broken lines."""

from pathlib import Path

from docx import Document

from pipeline.letter import open_letter, read_letter

HEAD = (
    "ỦY BAN NHÂN DÂN",
    "XÃ SƠN ĐỘNG",
    "Số: 31/UBND-VX",
    "Sơn Động, ngày 3 tháng 4 năm 2026",
    "V/v tuyên truyền phòng cháy rừng",
    "Kính gửi: Đài Truyền thanh xã.",
    "Ủy ban nhân dân xã yêu cầu thực hiện các nội dung sau:",
)


def written(path: Path, *body: str, style: str | None = None) -> Path:
    document = Document()
    for each in HEAD:
        document.add_paragraph(each)
    for each in body:
        document.add_paragraph(each, style=style)
    document.save(str(path))
    return path


def tasks(path: Path) -> list[str]:
    return [task.text for task in read_letter(path).directive.tasks[1:]]


def test_lines_after_a_colon_are_tasks_without_any_mark(tmp_path: Path) -> None:
    said = ("Thông báo cấp cháy rừng hằng ngày.", "Nhắc bà con không đốt nương.")
    assert tasks(written(tmp_path / "a.docx", *said)) == [each.rstrip(".") for each in said]


def test_a_list_by_style_is_a_list(tmp_path: Path) -> None:
    said = ("Thông báo cấp cháy rừng hằng ngày.", "Nhắc bà con không đốt nương.")
    file = written(tmp_path / "a.docx", *said, style="List Bullet")
    assert tasks(file) == [each.rstrip(".") for each in said]


def test_a_table_of_tasks_is_read_by_rows_and_told(tmp_path: Path) -> None:
    file = written(tmp_path / "a.docx")
    document = Document(str(file))
    table = document.add_table(3, 3)
    rows = (
        ("STT", "Nội dung", "Thời gian"),
        ("1", "Tuyên truyền cấp cháy rừng", "Hằng ngày"),
        ("2", "Phổ biến số điện thoại 114", "Tháng 4"),
    )
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(file))
    assert tasks(file) == [
        "Tuyên truyền cấp cháy rừng – Hằng ngày",
        "Phổ biến số điện thoại 114 – Tháng 4",
    ]
    assert "letter.table" in {each.code for each in open_letter(file).remarks}


def test_lines_broken_by_hand_are_joined(tmp_path: Path) -> None:
    file = written(
        tmp_path / "a.docx", "- Tuyên truyền Chỉ thị số 48-", "CT/TW về phòng,", "chống cháy."
    )
    assert tasks(file) == ["Tuyên truyền Chỉ thị số 48-CT/TW về phòng, chống cháy"]
