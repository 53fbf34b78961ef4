"""The article in a real browser: on a phone, by a screen reader's rules, without another's help."""

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from pipeline.kit.web import Web
from pipeline.kit.workshop import Workshop
from tests.unit.kit import contents

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def test_the_article_fits_a_phone_and_can_be_read_by_everybody(
    tmp_path: Path, browser: Browser
) -> None:
    for number, content in enumerate((contents.make(sample=True), contents.hostile())):
        path = tmp_path / f"{number}.html"
        sounding = content.but(sound="0" * 64, site="https://loa.example.vn/")
        path.write_bytes(Web().make(sounding, Workshop())["bai-web.html"])
        page = browser.new_page(viewport={"width": 360, "height": 740})
        asked: list[str] = []
        page.on("request", lambda request, to=asked: to.append(request.url))
        page.on("dialog", lambda dialog, to=asked: to.append("dialog"))
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") == 360
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, found.generate_report()
        assert all(each.startswith(tmp_path.as_uri()) for each in asked)
        page.close()
