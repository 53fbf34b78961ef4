"""Hands that press twice, and texts that are not ready: neither stands in anybody's way."""

from playwright.sync_api import Page, expect

from .browsing import save, write

CAMPAIGN = "ngay-30-7"
MESSAGE = f"chien-dich/{CAMPAIGN}/hay-dung-lai"


def test_a_double_click_saves_once_and_what_is_left_to_do_follows_the_words(
    page: Page, root: str
) -> None:
    page.goto(root + MESSAGE)
    left = page.locator("#con-lai")
    write(page, "Công ty QXZB lừa bà con.")
    page.get_by_role("button", name="Lưu").dblclick()
    expect(page.locator("#da-luu")).to_have_text("Đã lưu")
    expect(left).to_contain_text("“QXZB”. Hãy viết ra chữ như khi nói, hoặc bấm vào chữ ấy")
    page.wait_for_timeout(300)  # for the answer to a second save, if there were one
    expect(page.locator(".conflict")).to_have_count(0)
    page.get_by_label("Tên tin").fill(" ")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("#loi-nhan")).to_contain_text("Hãy đặt tên")
    page.get_by_label("Tên tin").fill("Hãy dừng lại")
    write(page, "")
    save(page)
    expect(left.locator("li")).to_have_count(0)

    page.goto(f"{root}chien-dich/{CAMPAIGN}")
    expect(page.locator(".faults")).to_have_count(0)
    expect(page.locator(".messages li", has_text="Hãy dừng lại")).to_contain_text("chưa có lời")
    page.goto(f"{root}lam")
    expect(page.get_by_role("button", name="Làm bản tin")).to_be_enabled()
