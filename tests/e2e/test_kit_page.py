"""The article in a real browser: on a phone, by a screen reader's rules, without another's help."""

import os
import shutil
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from pipeline.kit.web import Web
from pipeline.kit.workshop import Workshop
from tests.unit.kit import contents

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, PROGRAMS)), None)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_the_article_fits_a_phone_and_can_be_read_by_everybody(tmp_path: Path) -> None:
    options = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=options)
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
        browser.close()
