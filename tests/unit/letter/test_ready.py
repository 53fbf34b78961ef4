"""Messages somebody wrote beforehand become files of a campaign; doubts are told."""

from pathlib import Path

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from pipeline.api.letters import import_messages
from pipeline.errors import TruyenThanhError
from pipeline.letter import read_pasted, ready, written_out
from pipeline.project import create, load

TO = Path("campaigns/phong-chong-mua-ban-nguoi")
HEADED = """Tin 1: Giữ lấy con

Bà con chú ý.
Xin gọi số 111.

Tin 2: Hỏi cho kỹ

Ai rủ đi xa, hãy hỏi.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    create(tmp_path / "du-an")
    return tmp_path / "du-an"


def test_headings_part_messages_and_lines_stay() -> None:
    found, remarks = ready(read_pasted(HEADED))
    assert [each.title for each in found] == ["Giữ lấy con", "Hỏi cho kỹ"]
    assert found[0].words == "Bà con chú ý.\nXin gọi số 111."
    assert not remarks


def test_without_headings_wide_gaps_part_and_it_is_told() -> None:
    found, remarks = ready(read_pasted("Tin đầu. Hết.\n\nVẫn tin đầu.\n\n\nTin sau đây. Hết."))
    assert [each.words for each in found] == ["Tin đầu. Hết.\n\nVẫn tin đầu.", "Tin sau đây. Hết."]
    assert [each.code for each in remarks] == ["letter.no-title"] * 2


def test_one_long_text_is_told_as_probably_several() -> None:
    found, remarks = ready(read_pasted("MỘT TIN DÀI\n\n" + "Bà con nghe. " * 200))
    assert len(found) == 1
    assert [each.code for each in remarks] == ["letter.long"]


def test_word_headings_become_files_beside_those_there(project: Path, tmp_path: Path) -> None:
    document = Document()
    for title in ("Việc nhẹ lương cao", "Gọi ngay"):
        document.add_heading(title, 1)
        document.add_paragraph("Bà con hãy gọi số 111.")
    document.save(str(tmp_path / "tin.docx"))
    before = {path: path.read_bytes() for path in project.rglob("*.md")}
    topic = load(project).campaigns[0].directive.tasks[0].id
    brought = import_messages(tmp_path / "tin.docx", project, TO, topic)
    assert [path.name for path in brought.files] == ["viec-nhe-luong-cao-2.md", "goi-ngay.md"]
    assert all(path.read_bytes() == content for path, content in before.items())
    titles = {each.title for each in load(project).campaigns[0].messages}
    assert "Gọi ngay" in titles


def test_which_task_they_serve_is_asked_not_guessed(project: Path, tmp_path: Path) -> None:
    (tmp_path / "tin.txt").write_text(HEADED, encoding="utf-8")
    for to, topic in ((TO, ""), (TO, "khong-co"), (Path("campaigns/khong-co"), "")):
        with pytest.raises(TruyenThanhError):
            import_messages(tmp_path / "tin.txt", project, to, topic)


BITS = [
    "Tin 1: Giữ con",
    "# Hỏi kỹ",
    "",
    "",
    "Bà con nghe nhé.",
    "Xin gọi 111.",
    "B: Nhớ.",
]


@given(st.lists(st.sampled_from(BITS), min_size=1, max_size=12).map("\n".join))
def test_written_out_they_are_parted_in_the_same_places(text: str) -> None:
    if not text.strip():
        return
    found, _ = ready(read_pasted(text))
    again, remarks = ready(read_pasted(written_out(found))) if found else ((), ())
    assert [(it.title, it.words) for it in again] == [(it.title, it.words) for it in found]
    assert not remarks
