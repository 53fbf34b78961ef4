"""Messages written beforehand: seen as they will be parted, then put into a campaign."""

from pathlib import Path

from docx import Document
from playwright.sync_api import Page, expect

from .browsing import picture

CAMPAIGN = "ngay-30-7"
TEXT = """Tin 1: Giữ lấy con
Bà con để mắt đến con cháu.
Xin gọi số 111.

Tin 2: Hỏi cho kỹ
Có người rủ đi làm xa, xin hỏi cho kỹ.
"""


def test_ready_messages_are_seen_parted_before_they_are_taken_in(
    page: Page, root: str, project: Path, tmp_path: Path
) -> None:
    folder = project / "campaigns" / CAMPAIGN
    before = set(folder.iterdir())
    page.goto(f"{root}chien-dich/{CAMPAIGN}")
    page.get_by_role("link", name="Đã có sẵn bài? Lấy vào").click()
    page.get_by_role("button", name="Xem cách chia").click()
    expect(page.get_by_role("alert")).to_contain_text("Chưa có gì để đọc")
    page.get_by_label("Dán lời các tin").fill(TEXT)
    page.get_by_label("phục vụ việc").select_option("quyen-nan-nhan")
    page.get_by_role("button", name="Xem cách chia").click()
    expect(page.get_by_role("heading", name="Sẽ thành 2 tin")).to_be_visible()
    expect(page.get_by_label("phục vụ việc")).to_have_value("quyen-nan-nhan")
    picture(page, "tin-san")
    assert set(folder.iterdir()) == before
    words = page.get_by_label("Lời các tin")
    words.fill(words.input_value().replace("# Hỏi cho kỹ", "# Hỏi kỹ rồi hãy đi"))
    page.get_by_role("button", name="Thêm 2 tin").click()
    expect(page.get_by_text("Đã thêm 2 tin, chưa duyệt.")).to_be_visible()
    made = sorted(set(folder.iterdir()) - before)
    assert [each.name for each in made] == ["giu-lay-con.md", "hoi-ky-roi-hay-di.md"]
    assert "topic: quyen-nan-nhan" in made[0].read_text("utf-8")
    expect(page.locator(".tag.todo")).to_have_count(2)

    document = Document()
    document.add_heading("Một tin trong tệp Word")
    document.add_paragraph("Bà con nhớ số 111.")
    document.save(tmp_path / "tin.docx")
    page.goto(f"{root}tin-san/{CAMPAIGN}")
    page.get_by_label("hoặc chọn tệp").set_input_files(tmp_path / "tin.docx")
    page.get_by_role("button", name="Xem cách chia").click()
    expect(page.get_by_label("Lời các tin")).to_have_value(
        "# Một tin trong tệp Word\nBà con nhớ số 111.\n"
    )
