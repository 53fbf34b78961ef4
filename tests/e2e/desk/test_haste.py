"""Hands that press twice, and texts that are not ready: neither stands in anybody's way."""

import shutil
from pathlib import Path

from playwright.sync_api import Page, Route, expect

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


def test_words_typed_before_the_page_is_ready_are_not_taken_for_saved(
    page: Page, root: str, project: Path
) -> None:
    held: list[Route] = []
    page.route("**/editor.js", lambda route: held.append(route))
    page.goto(root + MESSAGE, wait_until="commit")
    write(page, "Mua bán người là tội phạm.")
    expect(page.get_by_role("button", name="Lưu")).to_be_disabled()
    while not held:
        page.wait_for_timeout(20)
    held[0].continue_()
    expect(page.locator("#da-luu")).to_have_text("Chưa lưu")
    save(page)
    message = project / "campaigns" / CAMPAIGN / "hay-dung-lai.md"
    assert message.read_text("utf-8").endswith("\nMua bán người là tội phạm.\n")


def test_what_was_left_out_of_an_approval_stays_out_when_it_is_refused(
    page: Page, root: str, project: Path
) -> None:
    folder = project / "campaigns" / CAMPAIGN
    added = {"hay-dung-lai": "Gọi ngay số 1111.", "bua-com-ngay-30-7": "Nhớ số 111."}
    for name, words in added.items():
        path = folder / f"{name}.md"
        path.write_text(f"{path.read_text('utf-8')}\n{words}\n", encoding="utf-8")
    page.goto(f"{root}duyet/{CAMPAIGN}")
    wrong = page.get_by_role("checkbox", name="Hãy dừng lại")
    other = page.get_by_role("checkbox", name="Bữa cơm")
    other.uncheck()
    page.get_by_label("Họ và tên").fill("Nguyễn Thị Lan")
    page.get_by_label("Chức vụ").fill("Trưởng phòng")
    page.get_by_label("Ghi chú").fill("đợt một")
    page.get_by_label("Tôi đã đọc").check()
    page.get_by_role("button", name="Duyệt các mục đã chọn").click()
    expect(page.get_by_role("alert")).to_contain_text("ở mục “Hãy dừng lại”. Hãy sửa")
    expect(wrong).to_be_checked()
    expect(other).not_to_be_checked()
    expect(page.get_by_label("Ghi chú")).to_have_value("đợt một")


def test_a_letter_and_ready_messages_are_taken_in_once_and_going_back_is_no_error(
    page: Page, root: str, project: Path
) -> None:
    folder = project / "campaigns" / CAMPAIGN
    letter = (folder / "cong-van.txt").read_text("utf-8")
    for _ in range(2):
        page.goto(f"{root}cong-van")
        page.get_by_label("Dán lời công văn").fill(letter)
        page.get_by_role("button", name="Soạn bản nháp").dblclick()
        expect(page.get_by_text("Đã soạn bản nháp từ công văn")).to_be_visible()
    assert len(list((project / "campaigns").iterdir())) == 3

    sketch = page.url.partition("?")[0]
    page.get_by_label("Đường dây nóng").fill("111")
    page.get_by_label("Lời kêu gọi").fill("Hãy gọi số 111. Xin nhắc lại, hãy gọi số 111.")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("Đã lưu.")).to_be_visible()
    expect(page.get_by_role("button", name="Đưa vào phát")).to_have_count(0)
    page.locator(".messages a").first.click()
    write(page, "Bà con nhớ số 111.")
    save(page)
    page.goto(sketch)
    expect(page.get_by_text("Còn 5 tin chưa có lời: các tin ấy chưa phát")).to_be_visible()
    page.get_by_role("button", name="Đưa vào phát").click()
    expect(page.locator(".faults")).to_have_count(0)

    page.goto(f"{root}tin-san/{CAMPAIGN}")
    page.get_by_label("Dán lời các tin").fill("Tin 1: Giữ lấy con\nBà con để mắt.\n")
    page.get_by_role("button", name="Xem cách chia").click()
    page.get_by_role("button", name="Thêm 1 tin").dblclick()
    expect(page.get_by_text("Đã thêm 1 tin")).to_be_visible()
    assert len(list(folder.glob("giu-lay-con*"))) == 1
    page.go_back()
    expect(page.get_by_label("Lời các tin")).to_have_value("# Giữ lấy con\nBà con để mắt.\n")


def test_where_nothing_can_be_written_what_was_typed_stays(
    page: Page, root: str, project: Path
) -> None:
    shutil.rmtree(project / ".truyenthanh", ignore_errors=True)
    (project / ".truyenthanh").touch()  # where the lock on all writing would lie
    for address, field in (
        (f"chien-dich/{CAMPAIGN}", "Tên chiến dịch"),
        (f"tep/campaigns/{CAMPAIGN}/campaign.yaml", "Nội dung"),
    ):
        page.goto(root + address)
        page.get_by_label(field).fill("title: của tôi")
        page.get_by_role("button", name="Lưu").click()
        expect(page.get_by_role("alert")).to_contain_text("Không ghi được")
        expect(page.get_by_label(field)).to_have_value("title: của tôi")
        expect(page.get_by_role("button", name="Lưu")).to_be_visible()
    page.goto(root + MESSAGE)
    page.locator(".hear").first.click()
    expect(page.locator("#loi-nhan")).to_contain_text("Không ghi được")


def test_a_file_that_vanishes_takes_no_words_from_the_page(
    page: Page, root: str, project: Path
) -> None:
    file = project / "campaigns" / CAMPAIGN / "hay-dung-lai.md"
    page.goto(root + MESSAGE)
    words = page.get_by_label("Lời", exact=True)
    before = words.input_value()
    file.unlink()
    page.evaluate("dispatchEvent(new Event('focus'))")  # as when she comes back to the window
    expect(page.locator("#loi-nhan")).to_contain_text("bấm Lưu để ghi lại")
    expect(words).to_have_value(before)
    save(page)
    assert before in file.read_text("utf-8")
