"""Word files as offices make them: lists Word draws by itself, tables of tasks, broken lines."""

import re
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from pipeline.letter import open_letter, read_letter

from .seeds import CAMPAIGNS, letter, setting

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


@pytest.mark.parametrize("campaign", CAMPAIGNS)
def test_what_word_numbers_by_itself_is_numbered(campaign: str, tmp_path: Path) -> None:
    typeset, file = setting(campaign), tmp_path / "a.docx"
    document = Document()
    for each in (*typeset.left, *typeset.right):
        document.add_paragraph(each)
    for each in typeset.body:
        item = re.match(r"(- |[1-9]\. )(?=\S)", each)
        style = {"-": "List Bullet", None: "Normal"}.get(item and item[0][0], "List Number")
        document.add_paragraph(each[item.end() if item else 0 :], style=style)
    for each in (*typeset.copies, *typeset.signed):
        document.add_paragraph(each)
    document.save(str(file))
    assert read_letter(file).directive == read_letter(letter(campaign)).directive


def test_levels_of_a_list_count_for_themselves(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    document = Document()
    numbering = document.part.numbering_part.element
    levels = (("upperRoman", "%1."), ("decimal", "%1.%2."), ("lowerLetter", "%3)"))
    shape = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    space = nsdecls("w")
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {space} w:abstractNumId="90">{shape}</w:abstractNum>')
    )
    numbering.append(
        parse_xml(f'<w:num {space} w:numId="91"><w:abstractNumId w:val="90"/></w:num>')
    )
    for depth in (0, 1, 2, 2, 1, 0, 1):
        properties = document.add_paragraph("Nội dung")._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = depth, 91
    document.save(str(file))
    drawn = [line.text.removesuffix(" Nội dung") for line in open_letter(file).lines]
    assert drawn == ["I.", "I.1.", "a)", "b)", "I.2.", "II.", "II.1."]


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


def test_what_lies_a_level_deeper_is_not_lost(tmp_path: Path) -> None:
    """Tracked changes, content controls and text boxes hold words people see."""
    file = written(tmp_path / "a.docx", "- Phát tin cấp cháy rừng.")
    document, space = Document(str(file)), nsdecls("w")
    said = "<w:r><w:t>{}</w:t></w:r>"
    for paragraph in document.paragraphs:
        inner = paragraph._p
        if paragraph.text.startswith("Số:"):
            paragraph.text = "Số: 31"
            inner.append(parse_xml(f"<w:ins {space}>{said.format('/UBND-VX')}</w:ins>"))
        elif "ngày 3" in paragraph.text:
            paragraph.text = "Sơn Động, ngày "
            control = f"<w:sdtPr/><w:sdtContent>{said.format('3')}</w:sdtContent>"
            inner.append(parse_xml(f"<w:sdt {space}>{control}</w:sdt>"))
            paragraph.add_run(" tháng 4 năm 2026")
        elif paragraph.text.startswith("- Phát"):
            gone = "<w:del {}><w:r><w:delText>không </w:delText></w:r></w:del>"
            inner.insert(0, parse_xml(gone.format(space)))
            task = f"<w:p>{said.format('- Nhắc bà con không đốt nương.')}</w:p>"
            content = f"<w:sdtContent>{task}</w:sdtContent>"
            inner.addnext(parse_xml(f"<w:sdt {space}>{content}</w:sdt>"))
            box = (
                f"<w:txbxContent><w:p>{said.format('- Báo tin qua số 114.')}</w:p></w:txbxContent>"
            )
            inner.append(parse_xml(f"<w:r {space}><w:pict>{box}</w:pict></w:r>"))
    document.save(str(file))
    letter = read_letter(file)
    assert (letter.directive.number, letter.directive.symbol) == ("31", "UBND-VX")
    assert letter.directive.date.day == 3
    assert [task.text for task in letter.directive.tasks[1:]] == [
        "Phát tin cấp cháy rừng",
        "Báo tin qua số 114",
        "Nhắc bà con không đốt nương",
    ]
    assert "letter.tracked" in {each.code for each in letter.remarks}
