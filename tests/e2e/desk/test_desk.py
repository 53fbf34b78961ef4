"""The officer's desk in a real browser: from a pasted letter to a downloaded bundle."""

import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from pipeline.api import Folder
from pipeline.publish import verify
from pipeline.testing import approve_all
from pipeline.usb import Volume
from tests.loopback import portal

from .browsing import opened, picture, save, until, write

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
CAMPAIGN = "ngay-30-7"
MESSAGE = f"chien-dich/{CAMPAIGN}/hay-dung-lai"
LETTER = """\
SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH TỈNH BẮC NINH
Số: 812/SVHTTDL-TTBCXB
Bắc Ninh, ngày 20 tháng 11 năm 2026

V/v tuyên truyền phòng, chống đuối nước cho trẻ em

Kính gửi: Ủy ban nhân dân các xã, phường

Sở Văn hóa, Thể thao và Du lịch đề nghị đài truyền thanh các xã, phường tuyên truyền:

1. Tuyên truyền về nguy cơ đuối nước ở ao, hồ, sông, suối trong mùa mưa lũ.

2. Hướng dẫn gia đình trông giữ trẻ em và dạy trẻ em biết bơi.

Đề nghị các đơn vị quan tâm triển khai thực hiện./.

Nơi nhận:
- Như trên;
- Lưu: VT.

GIÁM ĐỐC

Nguyễn Văn Hùng
"""


def test_from_a_pasted_letter_to_a_downloaded_bundle(
    page: Page, root: str, project: Path, tmp_path: Path, sticks: list[Volume]
) -> None:
    station = next((project / "stations").glob("07288*"))
    station.write_text(
        station.read_text("utf-8").replace("days: hằng ngày", "days: [T2, T5]"), encoding="utf-8"
    )
    picture(page, "bat-dau")
    page.get_by_role("link", name="Công văn").first.click()
    page.get_by_label("Dán lời công văn").fill(LETTER)
    picture(page, "cong-van")
    page.get_by_role("button", name="Soạn bản nháp").click()
    expect(page.get_by_text("Đã soạn bản nháp từ công văn")).to_be_visible()
    expect(page.locator(".letter")).to_contain_text("812/SVHTTDL-TTBCXB")
    expect(page.locator(".verdict")).to_contain_text("0/")  # stubs without words serve nothing
    picture(page, "ban-nhap")
    campaign = page.url.partition("?")[0]

    page.get_by_label("Đường dây nóng").fill("111")
    call = "Thấy trẻ em gặp nguy hiểm, xin gọi số 111. Xin nhắc lại, hãy gọi số 111."
    page.get_by_label("Lời kêu gọi").fill(call)
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("Đã lưu.")).to_be_visible()
    stubs = [each.get_attribute("href") for each in page.locator(".messages a").all()]
    assert len(stubs) >= 2
    for number, stub in enumerate(stubs):
        page.goto(root.rstrip("/") + stub)
        write(page, "Bà con ơi, xin trông trẻ thật kỹ khi ở gần ao hồ.\n\nCần giúp, gọi số 111.")
        expect(page.locator(".sentence")).to_have_count(2)
        save(page)
        if number == 0:
            picture(page, "viet-tin")
    page.goto(campaign)
    page.get_by_role("button", name="Đưa vào phát").click()
    page.get_by_role("link", name="Duyệt", exact=True).click()
    expect(page.get_by_text(f"{len(stubs) + 1} mục chờ duyệt")).to_be_visible()
    page.locator("main a", has_text="đuối nước").click()
    page.get_by_label("Họ và tên").fill("Nguyễn Thị Lan")
    page.get_by_label("Chức vụ").fill("Trưởng phòng Văn hóa")
    page.get_by_label("Tôi đã đọc").check()
    picture(page, "duyet")
    page.get_by_role("button", name="Duyệt các mục đã chọn").click()
    expect(page.get_by_text("vào sổ duyệt")).to_be_visible()
    book = project / "campaigns" / campaign.rpartition("/")[2] / "duyet.yaml"
    assert book.read_text("utf-8").count("Nguyễn Thị Lan") == len(stubs) + 1

    page.get_by_role("link", name="Lịch tuần").click()
    expect(page.locator(".week")).to_contain_text("05:30")
    picture(page, "lich-tuan")
    page.get_by_role("link", name="Làm bản tin").first.click()
    page.get_by_text("Chỉ một số đài").click()
    page.get_by_label("Yên Thế").check()
    page.get_by_label("Không dùng mạng").check()
    picture(page, "lam")
    begun = project / "campaigns" / "phong-chong-mua-ban-nguoi" / "dang-viet.md"
    begun.write_text("---\ntitle: Đang viết\ntopic: quyen-nan-nhan\n---\n", encoding="utf-8")
    page.get_by_role("button", name="Làm bản tin").click()
    expect(page.get_by_role("heading", name="Đã xong tuần 49/2026")).to_be_visible(timeout=60_000)
    expect(page.locator("#ket")).to_contain_text("Chưa có lời nên không có trong tuần: Đang viết.")
    page.get_by_role("link", name="Xem kết quả").click()
    picture(page, "ket-qua")
    with page.expect_download() as started:
        page.get_by_role("link", name="Tải gói").click()
    bundle = tmp_path / started.value.suggested_filename
    started.value.save_as(bundle)
    assert bundle.name == "07288_2026-W49.zip"
    assert verify(bundle) == ()
    page.get_by_text("Nghe 2 bản tin").click()
    page.locator("audio").first.evaluate("each => each.play()")
    until(page, "document.querySelector('audio').currentTime > 0.1")
    take_to_a_stick(page, sticks, tmp_path)
    take_products(page, project)


def take_to_a_stick(page: Page, sticks: list[Volume], tmp_path: Path) -> None:
    """From the result to a stick that may be taken, and back."""
    page.get_by_role("link", name="Chép vào thẻ USB").click()
    expect(page.get_by_role("heading", name="Chưa thấy thẻ nào")).to_be_visible()
    stick = tmp_path / "THE"
    stick.mkdir()
    sticks += [
        Volume(root=str(stick), filesystem="vfat", removable=True),
        Volume(root=str(tmp_path), filesystem="exfat", removable=True),
    ]
    page.get_by_role("link", name="Tìm lại").click()
    expect(page.get_by_text("Thẻ định dạng exfat")).to_be_visible()
    assert obstacles(page) == []
    for elsewhere in (str(tmp_path), str(stick.parent.parent)):
        refused = page.context.request.post(
            page.url, form={"the": elsewhere}, headers={"Origin": page.url.partition("/ket-qua")[0]}
        )
        assert refused.status == 409
    sticks.pop()
    page.get_by_role("button", name="Chép vào thẻ này").click()
    expect(page.get_by_role("heading", name="Rút thẻ được")).to_be_visible()
    expect(page.locator("#dang")).to_contain_text("đọc lại đúng cả")
    for part, shown in (("b", "/media/lan/THE-DAI"), (".more", "còn trống 7,4 GB")):
        page.locator(f".stick {part}").evaluate(
            "(each, shown) => { each.textContent = shown; }", shown
        )
    picture(page, "the-usb")
    address = page.url
    page.goto(address.partition("?")[0])
    expect(page.get_by_role("heading", name="Rút thẻ được")).to_have_count(0)
    page.goto(address)
    assert verify(stick / "07288") == ()
    page.get_by_role("link", name="Kết quả tuần").click()


def take_products(page: Page, project: Path) -> None:
    """From the result to what the same words became for every other channel."""
    page.get_by_role("link", name="Tài liệu cho các kênh khác").click()
    page.get_by_role("link", name="Việc nhẹ lương cao").click()
    picture(page, "tai-lieu")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Chép Một tin, không dấu").click()
    expect(page.locator("#loi-nhan")).to_contain_text("Đã chép")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "111" in copied
    assert 0 < len(copied) <= 160
    expect(page.get_by_text(f"1 tin, {len(copied)} ký tự")).to_be_visible()
    page.get_by_role("button", name="Chép dòng chữ chạy").click()
    expect(page.locator("#dong-chay")).to_have_text(page.evaluate("navigator.clipboard.readText()"))
    expect(page.locator("#dong-chay")).not_to_contain_text("DÒNG CHỮ CHẠY")
    until(page, "[...document.querySelectorAll('.product img')].every((each) => each.naturalWidth)")
    for name, begin in (
        ("Tờ rời A5, in ở cơ quan", b"%PDF"),
        ("phần mềm gửi tin", b"\xef\xbb\xbf"),
    ):
        head = page.locator(".product-head", has_text=name)
        with page.expect_download() as started:
            head.get_by_role("link", name="Tải tệp").click()
        assert started.value.path().read_bytes().startswith(begin)
    with page.expect_popup() as opened_page:
        page.locator(".product-head", has_text="Trang bài viết").get_by_role(
            "link", name="Mở"
        ).click()
    expect(opened_page.value.locator("h1")).to_have_text("Việc nhẹ lương cao")
    opened_page.value.close()
    assert obstacles(page) == []

    page.get_by_role("link", name="Tài liệu cho các kênh khác").click()
    kit = project / "output" / "bo-tai-lieu" / "phong-chong-mua-ban-nguoi"
    shutil.rmtree(kit / "viec-nhe-luong-cao")
    page.reload()
    expect(page.locator(".tag.todo")).to_have_text("chưa làm")
    page.get_by_role("button", name="Làm tài liệu").click()
    expect(page.locator(".tag.todo")).to_have_count(0)
    words = project / "campaigns" / kit.name / "viec-nhe-luong-cao.md"
    words.write_text(words.read_text("utf-8") + "\nThêm một câu.\n", encoding="utf-8")
    page.reload()
    expect(page.get_by_role("link", name="Việc nhẹ lương cao")).to_have_count(0)
    expect(page.locator("li", has_text="Việc nhẹ lương cao")).to_contain_text("nên không có")


def obstacles(page: Page) -> list[tuple[str, object]]:
    """What axe finds, and how much wider than the window the page is."""
    found: list[tuple[str, object]] = [
        (each["id"], [node["html"][:120] for node in each["nodes"]])
        for each in Axe().run(page, options=RULES).response["violations"]
    ]
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [*found, *([("wide", wider)] if wider > 0 else [])]


PAGES = (
    "",
    "cong-van",
    f"tin-san/{CAMPAIGN}",
    f"lam-lai/{CAMPAIGN}",
    f"da-lam/{CAMPAIGN}",
    f"chien-dich/{CAMPAIGN}",
    MESSAGE,
    "tuan",
    "duyet",
    f"duyet/{CAMPAIGN}",
    "lam",
    "ket-qua",
    "ket-qua/tai-lieu",
    "tu-dien",
    f"tep/campaigns/{CAMPAIGN}/campaign.yaml",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_stands_in_anybody_s_way(page: Page, root: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 360, "height": 740})
    found = {}
    for name in PAGES:
        page.goto(root + name)
        if name == MESSAGE:
            write(page, "Ngày 30/7 có 5/9 mục QXZB.")
            expect(page.locator("button.span")).to_have_count(3)
        found[name] = obstacles(page)
    assert not any(found.values()), found


def test_what_is_typed_outlives_a_reload_and_another_tab_is_not_overwritten(
    page: Page, context: BrowserContext, root: str, told: list[str], project: Path
) -> None:
    file = project / "campaigns" / CAMPAIGN / "hay-dung-lai.md"
    page.goto(root + MESSAGE)
    write(page, "Lời của tab thứ nhất.")
    expect(page.locator("#da-luu")).to_have_text("Chưa lưu")
    page.reload()
    expect(page.get_by_label("Lời", exact=True)).to_have_value("Lời của tab thứ nhất.")
    assert "tab thứ nhất" not in file.read_text("utf-8")

    other = opened(context, told)
    other.goto(root + MESSAGE)
    expect(other.get_by_label("Lời", exact=True)).to_have_value(re.compile("Đài xin nói"))
    write(other, "Lời của tab thứ hai.")
    save(other)
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("heading", name="Tin này vừa được sửa ở nơi khác")).to_be_visible()
    expect(page.locator(".theirs mark")).to_have_text("Lời của tab thứ hai.")
    expect(page.locator(".mine mark")).to_have_text("Lời của tab thứ nhất.")
    expect(page.get_by_label("Lời", exact=True)).to_have_value("Lời của tab thứ nhất.")
    assert "tab thứ hai" in file.read_text("utf-8")
    picture(page, "hai-ban")
    page.get_by_role("button", name="Giữ bản của tôi").click()
    expect(page.locator("#da-luu")).to_have_text("Đã lưu")
    assert "tab thứ nhất" in file.read_text("utf-8")
    other.bring_to_front()
    expect(other.get_by_label("Lời", exact=True)).to_have_value("Lời của tab thứ nhất.")

    file.write_text(file.read_text("utf-8").replace("thứ nhất", "ngoài"), encoding="utf-8")
    expect(page.get_by_label("Lời", exact=True)).to_have_value("Lời của tab ngoài.")


def test_two_who_write_what_all_messages_share_see_both_versions(
    page: Page, root: str, project: Path
) -> None:
    file = project / "campaigns" / CAMPAIGN / "campaign.yaml"
    for address, field, mine in (
        (f"chien-dich/{CAMPAIGN}", "Tên chiến dịch", "Tên của tôi"),
        (f"tep/campaigns/{CAMPAIGN}/campaign.yaml", "Nội dung", "title: Của tôi"),
    ):
        page.goto(root + address)
        page.get_by_label(field).fill(mine)
        text = file.read_text("utf-8")
        file.write_text(text.replace("title: ", "title: Của người kia, ", 1), encoding="utf-8")
        page.get_by_role("button", name="Lưu").click()
        expect(page.get_by_role("alert")).to_contain_text("chưa ghi đè")
        expect(page.locator(".in-file q, #cua-ho").first).to_contain_text("Của người kia")
        assert obstacles(page) == []
        assert mine not in file.read_text("utf-8")
        page.get_by_role("button", name="Giữ bản của tôi").click()
        expect(page.get_by_text("Đã lưu.")).to_be_visible()
        assert mine in file.read_text("utf-8")
        file.write_text(text, encoding="utf-8")


def test_words_left_in_a_closed_tab_come_back_in_the_next(
    page: Page, context: BrowserContext, root: str, told: list[str]
) -> None:
    other = opened(context, told)
    other.goto(root + MESSAGE)
    write(other, "Chưa kịp lưu.")
    expect(other.locator("#da-luu")).to_have_text("Chưa lưu")
    other.close()
    page.goto(root + MESSAGE)
    expect(page.get_by_label("Lời", exact=True)).to_have_value("Chưa kịp lưu.")


def test_a_message_is_written_heard_mended_and_saved_without_a_mouse(
    page: Page, root: str, project: Path
) -> None:
    page.goto(root + MESSAGE)
    words = page.get_by_label("Lời", exact=True)
    words.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type(
        "Hội QXZB họp ở nhà văn hóa thôn, xin mời bà con trong thôn đến thật đông đủ."
    )
    unread = page.locator("button.span.unread")
    expect(unread).to_have_text("QXZB")
    page.keyboard.press("F6")
    while not unread.evaluate("each => each === document.activeElement"):
        page.keyboard.press("Tab")
    expect(page.locator(".tip")).to_contain_text("chưa đọc được")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Viết là")).to_have_value("QXZB")
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    expect(page.locator("#sua-loi")).to_contain_text("chưa phải lời nói")
    page.keyboard.press("Control+A")
    page.keyboard.type("quỹ xóa đói")
    picture(page, "sua-cach-doc")
    page.keyboard.press("Enter")
    expect(page.locator(".sentence").first).to_contain_text("Hội quỹ xóa đói họp")
    assert "quỹ xóa đói" in (project / "voices" / "lexicon" / "chung.yaml").read_text("utf-8")
    words.focus()
    page.keyboard.press("Control+Home")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".sentence.here .hear.playing")).to_be_visible()
    page.keyboard.press("Control+s")
    expect(page.locator("#da-luu")).to_have_text("Đã lưu")
    page.keyboard.press("Alt+ArrowDown")
    page.wait_for_url(re.compile("ngay-30-7-la-ngay-gi"))
    page.keyboard.press("Alt+3")
    page.wait_for_url(root + "tuan")
    page.keyboard.press("Alt+p")
    expect(page.get_by_role("dialog")).to_be_visible()


def test_lint_speaks_up_while_somebody_types(page: Page, root: str) -> None:
    page.goto(root + MESSAGE)
    write(page, "Bà con cần giúp xin gọi 0912345678 ngay hôm nay nhé.")
    expect(page.locator("#nhan-xet")).to_contain_text("0912345678")
    picture(page, "soat-loi")
    page.locator("#nhan-xet button").first.click()
    chosen = "document.activeElement.value.slice(loi.selectionStart, loi.selectionEnd)"
    assert "0912345678" in page.evaluate(chosen)


NASTY = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'&{{ 7*7 }}"


def test_hostile_words_stay_words(page: Page, root: str, project: Path) -> None:
    page.goto(root + MESSAGE)
    page.get_by_label("Tên tin").fill(NASTY)
    write(page, f"{NASTY}\n\n</textarea><script>alert(3)</script>")
    expect(page.locator(".paragraph").first).to_contain_text("img")
    save(page)
    campaign = project / "campaigns" / CAMPAIGN / "campaign.yaml"
    text = campaign.read_text("utf-8")
    line = next(each for each in text.splitlines() if each.startswith("title:"))
    hostile = NASTY.replace("'", "''")
    campaign.write_text(text.replace(line, f"title: '{hostile}'"), encoding="utf-8")
    for name in (*PAGES, f"in-thu/{CAMPAIGN}", f"duyet/{CAMPAIGN}?da=duyet-{quote(NASTY)}"):
        page.goto(root + name)
        page.wait_for_timeout(50)
        assert page.locator("main img").count() == 0
        assert "49" not in page.locator("h1").inner_text().replace("49/2026", "")


NO_CORS = "{method: 'POST', mode: 'no-cors', credentials: 'include'}"


def test_another_site_gets_nowhere(
    page: Page, context: BrowserContext, root: str, told: list[str], tmp_path: Path
) -> None:
    (tmp_path / "trang").mkdir()
    (tmp_path / "trang" / "index.html").write_text("<p>trang lạ", encoding="utf-8")
    with portal.serving(tmp_path / "trang") as elsewhere:
        foreign = context.new_page()
        foreign.goto(elsewhere.replace("127.0.0.1", "localhost"))
        for options in ("{}", "{method: 'POST', credentials: 'include'}", NO_CORS):
            came = f"fetch('{root}lam', {options}).then((each) => each.status, () => 'không')"
            assert foreign.evaluate(came) == "không"
        form = f"<form method=post action='{root}lam'><button>Bấm</button></form>"
        foreign.set_content(form)
        foreign.get_by_role("button").click()
        expect(foreign.locator("h1")).to_have_text("Bàn làm việc chưa mở ở đây")
    page.goto(root + "lam")
    expect(page.locator("#dien-bien")).to_be_hidden()


def test_a_build_is_stopped_safely_and_goes_on_where_it_was(
    page: Page, root: str, project: Path
) -> None:
    for voice in (project / "voices").glob("*.yaml"):
        text = voice.read_text("utf-8").replace("engine: tone", "engine: espeak\n    voice: vi")
        voice.write_text(text, encoding="utf-8")
    approve_all(project)
    page.goto(root + "lam")
    page.get_by_label("nghe thử: lấy tất cả").check()
    page.get_by_role("button", name="Làm bản tin").click()
    expect(page.locator("#dang")).to_contain_text("%")
    page.reload()
    until(page, "document.getElementById('thanh').value > 0")
    picture(page, "dang-lam")
    page.get_by_role("button", name="Dừng an toàn").click()
    expect(page.get_by_role("heading", name="Đã dừng")).to_be_visible(timeout=40_000)
    assert not (project / "output").exists()
    assert list((project / ".truyenthanh" / "store").glob("??/*.json"))
    with Folder(project).lock():
        page.get_by_role("button", name="Làm bản tin").click()
        expect(page.get_by_text("Một lượt chạy khác đang làm việc")).to_be_visible()


def test_a_campaign_that_is_broken_can_still_be_mended(
    page: Page, root: str, project: Path
) -> None:
    file = project / "campaigns" / CAMPAIGN / "campaign.yaml"
    good = file.read_text("utf-8")
    file.write_text(good.replace("hotline: 111", "hotline: [111"), encoding="utf-8")
    page.goto(f"{root}duyet/{CAMPAIGN}")  # where somebody may be when a colleague breaks it
    expect(page.locator(".faults")).to_contain_text("dấu ngoặc mở")
    page.goto(root)
    page.locator(".faults a").first.click()
    expect(page.locator("h1")).to_have_text(f"campaigns/{CAMPAIGN}/campaign.yaml")
    page.get_by_label("Nội dung").fill(good)
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator(".faults")).to_have_count(0)
    assert file.read_text("utf-8") == good
