"""Last year's campaign as a sketch for the next, with what may be stale in it."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from .browsing import picture, save, write

CAMPAIGN = "ngay-30-7"


def test_last_year_s_campaign_becomes_a_sketch_that_tells_what_may_be_stale(
    page: Page, root: str, project: Path
) -> None:
    old = project / "campaigns" / CAMPAIGN
    message = old / "hay-dung-lai.md"
    words = message.read_text("utf-8").replace("Ngày 30/7 là", "Thứ Năm, ngày 30/7/2026, là")
    message.write_text(words.replace("Mua bán người là", "Năm nay, mua bán người là"), "utf-8")
    page.goto(f"{root}chien-dich/{CAMPAIGN}")
    page.get_by_role("link", name="Làm lại cho năm mới").click()
    expect(page.get_by_role("heading", name="Làm lại cho năm 2027")).to_be_visible()
    expect(page.get_by_role("heading", name="1 chỗ sẽ đổi ngày")).to_be_visible()
    expect(page.get_by_text("“Năm nay” có thể đã cũ")).to_be_visible()
    expect(page.get_by_text("Tin “Hãy dừng lại”").first).to_be_visible()
    picture(page, "lam-lai")
    page.get_by_label("Cho năm").fill("2028")
    page.get_by_label("Cho năm").press("Tab")
    expect(page.get_by_role("heading", name="Làm lại cho năm 2028")).to_be_visible()
    expect(page.get_by_label("Tên thư mục")).to_have_value(f"{CAMPAIGN}-2028")
    page.get_by_label("Cho năm").fill("2027")
    page.get_by_role("button", name="Xem cho năm này").click()
    expect(page.get_by_role("heading", name="Làm lại cho năm 2027")).to_be_visible()
    page.get_by_label("Tên thư mục").fill(CAMPAIGN)
    page.get_by_role("button", name="Chép thành bản nháp").click()
    expect(page.get_by_role("alert")).to_contain_text("đã có nên được giữ nguyên")
    page.get_by_label("Tên thư mục").fill(f"{CAMPAIGN}-2027")
    page.get_by_role("button", name="Chép thành bản nháp").click()
    page.wait_for_url(re.compile(f"{CAMPAIGN}-2027"))
    new = project / "campaigns" / f"{CAMPAIGN}-2027"
    assert "Thứ Sáu, ngày 30/7/2027" in (new / message.name).read_text("utf-8")
    assert "Thứ Năm, ngày 30/7/2026" in message.read_text("utf-8")
    doubt = page.locator(".good-notice li", has_text="Năm nay")
    expect(doubt).to_have_count(1)
    sketch = page.url
    doubt.get_by_role("link").click()
    write(page, "Mua bán người là tội phạm.")
    save(page)
    page.goto(sketch)
    expect(doubt).to_have_count(0)
