"""The site in a real browser, as an operator with an old phone meets it."""

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from pipeline.model import Site
from pipeline.project import units
from pipeline.publish.manifest import StationEntry
from pipeline.publish.portal import finder
from pipeline.publish.portal.assets import assets
from pipeline.publish.portal.pages import Printer
from pipeline.publish.portal.worker import worker
from tests.loopback import portal
from tests.unit.publish import kit

TUESDAY = "2026-12-01T08:00:00+07:00"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PAGES = ("index.html", "07288/index.html", "07288/2026-W49/index.html")
KEPT = (  # addresses of what the service worker keeps
    "caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name))))"
    ".then((all) => Promise.all(all.map((one) => one.keys())))"
    ".then((all) => all.flat().map((each) => each.url))"
)
NASTY = "xã <img src=x onerror=alert(1)>\"'&"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    other = kit.station(2)
    unit = other.unit.but(code="07840", name="Xã Hiệp Hòa")
    evil = kit.station(1).but(name=NASTY, unit=kit.station(1).unit.but(name=NASTY))
    stations = (kit.station(0), evil, other.but(code="07840", unit=unit))
    return portal.site(tmp_path_factory.mktemp("trang"), *stations)


@pytest.fixture(scope="module")
def site(output: Path) -> Iterator[str]:
    with portal.serving(output) as address:
        yield address


@pytest.fixture
def told() -> list[str]:
    """What the browser complained about, and dialogs a page opened."""
    return []


def opened(context: BrowserContext, told: list[str], when: str = TUESDAY) -> Page:
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.clock.set_fixed_time(when)
    page.on("console", lambda said: told.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.dismiss()))
    return page


def until(page: Page, script: str) -> None:
    """Wait until a script says so. The pages' own policy forbids playwright's way of doing this."""
    for _ in range(200):
        if page.evaluate(script):
            return
        page.wait_for_timeout(50)
    raise AssertionError(script)


@pytest.fixture
def page(browser: Browser, told: list[str]) -> Iterator[Page]:
    phone = {"width": 360, "height": 740}
    context = browser.new_context(viewport=phone, timezone_id="America/Lima")
    yield opened(context, told)
    context.close()
    assert told == []


@pytest.mark.parametrize(
    ("typed", "found", "by"),
    [
        ("yen the", "Xã yên thế", ""),
        ("Xã Yên Thế", "Xã yên thế", ""),
        ("hoa", "Xã Hiệp Hòa", ""),
        ("phon xuong", "Xã yên thế", "thị trấn Phồn Xương"),
        ("Đồng Tâm", "Xã yên thế", "xã Đồng Tâm"),
    ],
)
def test_a_station_is_found_by_any_of_its_names(page, site, typed, found, by) -> None:
    page.goto(site)
    page.get_by_label("Tên xã, phường, đặc khu").fill(typed)
    first = page.locator("#ket-qua li").first
    expect(first.locator("a")).to_contain_text(found)
    expect(first).to_contain_text(by)
    expect(page.get_by_role("status").first).to_contain_text("đài")
    first.locator("a").click()
    expect(page.locator("h1")).to_contain_text("Đài truyền thanh")


@pytest.fixture(scope="module")
def nation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The finding pages of all units of the country."""
    output = tmp_path_factory.mktemp("nuoc")
    with (Path(units.__file__).parent / "tables" / "admin_units.csv").open(
        encoding="utf-8"
    ) as rows:
        all_units = [units.unit(row["code"]) for row in csv.DictReader(rows)]
    entries = [
        StationEntry(
            code=each.code, name=each.name, unit=each.name, province=each.province, sample=False
        )
        for each in all_units
    ]
    made = [*finder.files(entries, Printer(Site(), "Cả nước")), *assets().files.items()]
    made.append(("sw.js", worker(assets())))
    for address, content in made:
        (output / address).parent.mkdir(parents=True, exist_ok=True)
        (output / address).write_bytes(content)
    with portal.serving(output) as address:
        yield address


def test_among_all_units_of_the_country_too(page, nation) -> None:
    page.goto(nation)
    asked = page.get_by_label("Tên xã")
    asked.fill("ph")
    expect(page.locator("#so-dai")).to_have_text("Gõ thêm chữ.")
    asked.fill("phon xuong")
    expect(page.locator("#ket-qua li").first).to_contain_text("Xã Yên Thế Tỉnh Bắc Ninh")
    asked.fill("zzzz")
    expect(page.locator("#so-dai")).to_contain_text("Chưa thấy tên này")
    page.get_by_role("link", name="Tỉnh Bắc Ninh").click()
    page.get_by_label("Tên xã").fill("xuan luong")
    expect(page.locator("#ket-qua a").first).to_have_attribute("href", "../../07246/index.html")


def test_who_is_not_found_sees_the_whole_list(page, site) -> None:
    page.goto(site)
    page.get_by_label("Tên xã").fill("khong co xa nao")
    expect(page.locator("#so-dai")).to_contain_text("Chưa thấy tên này")
    expect(page.locator("#danh-sach li")).to_have_count(3)


@pytest.mark.parametrize(
    ("now", "title", "day"),
    [
        (TUESDAY, "Hôm nay", "2026-12-01"),
        ("2026-11-29T18:00:00Z", "Hôm nay", "2026-11-30"),  # past midnight where the station is
        ("2026-11-20T08:00:00+07:00", "Bản tin sắp tới", "2026-11-23"),
    ],
)
def test_today_comes_first_by_the_station_s_clock(browser, site, told, now, title, day) -> None:
    context = browser.new_context(timezone_id="America/Lima")
    page = opened(context, told, now)
    page.goto(f"{site}07288/")
    expect(page.locator("#hom-nay h2")).to_have_text(title)
    assert page.locator(".day").first.get_attribute("data-day") == day
    assert page.locator(".day").count() == 14
    context.close()


def test_when_all_is_over_it_says_so(browser, site, told) -> None:
    context = browser.new_context()
    page = opened(context, told, "2027-01-05T08:00:00+07:00")
    page.goto(f"{site}07288/")
    expect(page.locator("#hom-nay")).to_contain_text("Chưa có bản tin cho hôm nay")
    context.close()


def test_one_button_plays_and_stops_the_others(page, site) -> None:
    page.goto(f"{site}07288/")
    page.get_by_role("button", name="Nghe bản tin thứ ba 01/12").click()
    until(page, "document.querySelector('#hom-nay audio').currentTime > 0.2")
    expect(page.get_by_role("button", name="Tạm dừng bản tin thứ ba 01/12")).to_be_visible()
    assert float(page.locator("#hom-nay .heard").get_attribute("width")) > 0
    page.get_by_role("button", name="Nghe bản tin thứ tư 02/12").click()
    until(page, "document.querySelector('#hom-nay audio').paused")
    expect(page.get_by_role("button", name="Nghe bản tin thứ ba 01/12")).to_be_visible()


def test_a_time_in_the_words_is_heard_from_there(page, site) -> None:
    page.goto(f"{site}07288/2026-W49/")
    at = page.locator("#T3 [data-at]").nth(1)
    at.click()
    until(page, "document.querySelector('#T3 audio').currentTime > 1.3")
    expect(page.locator("#T3 .now")).to_have_count(1)


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_what_is_downloaded_is_what_was_published(page, site, output) -> None:
    page.goto(f"{site}07288/")
    for link, published in (
        ("Tải bản này, thứ ba 01/12", "2026-W49/07288/02_T3SC_NGUOI-LA-HUA-HEN.MP3"),
        ("Tải cả gói", "2026-W49/07288_2026-W49.zip"),
    ):
        with page.expect_download() as started:
            page.get_by_role("link", name=link).first.click()
        assert started.value.suggested_filename == Path(published).name
        assert sha256(Path(started.value.path())) == sha256(output / published)


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A browser that runs no scripts."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def test_without_scripts_nothing_is_missing(plain, site) -> None:
    plain.goto(site)
    expect(plain.locator("form")).to_be_hidden()
    plain.get_by_role("link", name="Xã yên thế").click()
    weeks = plain.locator(".week h2").all_inner_texts()
    assert [week.partition("\n")[0] for week in weeks] == ["Tuần 49", "Tuần 48"]
    assert plain.locator("audio").count() == plain.locator("audio:visible").count() == 14
    assert plain.locator("#hom-nay").is_hidden()
    plain.get_by_role("link", name="Đọc lời bản tin thứ ba 01/12").click()
    expect(plain.locator("#T3")).to_contain_text("Người lạ hứa hẹn ngày 30/7.")


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_a_phone_has_nothing_to_scroll_aside(
    browser, site, told, address, scheme
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    page = opened(context, told)
    page.goto(site + address)
    if address == "index.html":
        page.get_by_label("Tên xã").fill("phon xuong")
        expect(page.locator("#ket-qua li")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(int(each) for each in dark.strip("rgb()").split(",")) < 150) is (scheme == "dark")
    found = Axe().run(page, options=RULES)
    assert len(found.response["passes"]) > 15
    assert found.violations_count == 0, found.generate_report()
    context.close()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_weighs_less_than_a_hundred_kilobytes(page, site, address) -> None:
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(int(answer.headers["content-length"])))
    page.goto(site + address, wait_until="networkidle")
    assert 20_000 < sum(sizes) < 100_000


def test_paper_shows_text_and_nothing_to_press(page, site) -> None:
    page.goto(f"{site}07288/")
    page.emulate_media(media="print", color_scheme="dark")
    for pressed in (".actions", "audio", ".masthead .back", ".auto"):
        assert page.locator(pressed).first.is_hidden()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf(prefer_css_page_size=True)[:5] == b"%PDF-"


def focused(page: Page) -> str:
    return page.evaluate(
        "(({activeElement: it}) => it.getAttribute('aria-label') ?? it.textContent)(document)"
    )


def test_the_keyboard_is_enough(page, site) -> None:
    page.goto(site)
    page.keyboard.press("Tab")
    assert focused(page) == "Đến thẳng nội dung"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("yen the")
    expect(page.locator("#ket-qua li")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Đài truyền thanh xã Yên Thế")
    for _ in range(12):
        page.keyboard.press("Tab")
        if focused(page).startswith("Nghe"):
            break
    assert focused(page) == "Nghe bản tin thứ ba 01/12"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    until(page, "document.querySelector('#hom-nay audio').currentTime > 0")


def test_a_page_that_was_opened_stays_without_network(browser, site, told) -> None:
    context = browser.new_context()
    page = opened(context, told)
    page.goto(f"{site}07288/")
    drawn = "all.filter((each) => each.includes('/_/')).length"
    until(page, f"({KEPT}).then((all) => all.includes(location.href) && {drawn} === 5)")
    kept = page.evaluate(KEPT)
    assert not [address for address in kept if address.endswith((".MP3", ".zip"))]
    context.set_offline(True)
    page.reload()
    expect(page.locator("h1")).to_have_text("Đài truyền thanh xã Yên Thế")
    expect(page.locator("#hom-nay h2")).to_have_text("Hôm nay")
    expect(page.get_by_text("Đang không có mạng")).to_be_visible()
    assert page.evaluate("document.fonts.check('18px Be Vietnam Pro')")
    page.get_by_role("link", name="Chọn đài khác").click()
    expect(page.locator("h1")).to_have_text("Tìm đài của bạn")
    expect(page.locator("#lan-truoc")).to_contain_text("Xã yên thế")
    context.close()


def test_a_name_is_never_code(page, site) -> None:
    for address in ("index.html", "07289/index.html", "07289/2026-W49/index.html"):
        page.goto(site + address)
        expect(page.locator("main")).to_contain_text("<img src=x")
        assert page.locator("main img").count() == 0
    page.goto(site)
    page.get_by_label("Tên xã").fill("img src")
    expect(page.locator("#ket-qua li a")).to_contain_text("<img src=x")


def test_it_can_be_opened_from_the_disk(page, output) -> None:
    page.goto((output / "index.html").as_uri())
    page.get_by_label("Tên xã").fill("yen the")
    page.locator("#ket-qua a").first.click()
    expect(page.locator("#hom-nay h2")).to_have_text("Hôm nay")
    assert "Be Vietnam Pro" in page.evaluate("getComputedStyle(document.body).fontFamily")
    page.get_by_role("button", name="Nghe bản tin thứ ba 01/12").click()
    until(page, "document.querySelector('#hom-nay audio').currentTime > 0")
