"""Proofs from the desk: a page that asks for the printer, and the same as PDF."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

from .browsing import picture, until, write

CAMPAIGN = "ngay-30-7"
PRINTER = "window.print = () => { window.printed = true; };"


def test_what_was_saved_is_printed_to_be_signed(
    page: Page, context: BrowserContext, root: str, project: Path
) -> None:
    context.add_init_script(PRINTER)
    page.goto(f"{root}chien-dich/{CAMPAIGN}/hay-dung-lai")
    write(page, "Chưa lưu.")
    page.get_by_role("link", name="In để ký").click()
    expect(page.locator("#loi-nhan")).to_contain_text("Hãy lưu trước")
    page.get_by_label("Lời", exact=True).press("Control+z")
    expect(page.locator("#da-luu")).to_have_text("Đã lưu")
    with context.expect_page() as came:
        page.get_by_role("link", name="In để ký").click()
    sheet = came.value
    until(sheet, "window.printed === true")
    expect(sheet.locator("section")).to_have_count(1)
    expect(sheet.get_by_text("ba mươi tháng bảy").first).to_be_visible()
    assert sheet.locator("h1").evaluate("each => getComputedStyle(each).fontSize") != "32px"
    picture(sheet, "in-thu")
    sheet.close()

    page.goto(f"{root}chien-dich/{CAMPAIGN}")
    pdf = page.get_by_role("link", name="Bản in PDF").get_attribute("href")
    answer = context.request.get(root.rstrip("/") + str(pdf))
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF")
    assert context.request.get(f"{root}in-thu/khong-co").status == 404

    file = project / "campaigns" / CAMPAIGN / "campaign.yaml"
    file.write_text(file.read_text("utf-8").replace("hotline: 111", "hotline: [111"), "utf-8")
    page.goto(f"{root}in-thu/{CAMPAIGN}")
    expect(page.locator(".faults")).to_be_visible()
