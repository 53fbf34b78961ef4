"""What the letter orders beside what serves it; a task that nothing serves gets its message."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from .browsing import picture, save, write

CAMPAIGN = "ngay-30-7"


def test_a_task_without_a_message_gets_one_and_nothing_is_written_before_it_is_saved(
    page: Page, root: str, project: Path
) -> None:
    folder = project / "campaigns" / CAMPAIGN
    page.goto(f"{root}chien-dich/{CAMPAIGN}")
    expect(page.locator(".verdict")).to_contain_text("6/6 việc đã có tin. Tuần 49/2026 không phát")
    expect(page.locator(".tag.good")).to_have_count(7)
    (folder / "hay-dung-lai.md").unlink()
    page.reload()
    expect(page.locator(".verdict")).to_contain_text("5/6 việc đã có tin.")
    before = set(folder.iterdir())
    page.get_by_role("link", name="Viết tin cho việc này").click()
    expect(page.get_by_label("Phục vụ việc")).to_have_value("dieu-tra-xet-xu")
    assert set(folder.iterdir()) == before
    write(page, "Mua bán người là tội phạm.")
    page.reload()
    expect(page.get_by_label("Lời", exact=True)).to_have_value("Mua bán người là tội phạm.")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("#loi-nhan")).to_contain_text("Hãy đặt tên")
    page.get_by_label("Tên tin").fill("Tội nào cũng bị xử")
    save(page)
    [written] = set(folder.iterdir()) - before
    assert re.match(
        r"---\ntitle: Tội nào cũng bị xử\ntopic: dieu-tra-xet-xu\n", written.read_text("utf-8")
    )
    page.goto(f"{root}chien-dich/{CAMPAIGN}")
    expect(page.locator(".verdict")).to_contain_text("6/6 việc đã có tin.")
    expect(page.locator(".tag.todo")).to_have_text("chưa ai duyệt")


def test_the_letter_is_answered_point_by_point(page: Page, root: str, project: Path) -> None:
    page.goto(f"{root}chien-dich/phong-chong-mua-ban-nguoi")
    planned = page.locator(".tasks .more", has_text="Dự kiến tuần 49/2026: ")
    expect(planned).to_have_count(6)
    picture(page, "viec-va-tin")
    told = planned.first.inner_text().partition(": ")[2]
    page.get_by_role("link", name="Đã làm được đến đâu").click()
    expect(page.locator(".verdict")).to_contain_text("6/6 việc đã có tin bài")
    expect(page.get_by_role("cell", name=told).first).to_be_visible()
    picture(page, "da-lam")
    page.goto(f"{root}da-lam/{CAMPAIGN}")
    expect(page.get_by_role("table").last).to_contain_text("chưa làm")
    for book in project.rglob("duyet.yaml"):
        book.unlink()
    page.reload()
    expect(page.locator(".verdict")).to_contain_text("6/6 việc đã có tin bài; 0/6 việc có trong")
