"""What a person does in the desk, for the tests that do it again and again."""

import os
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect

PICTURES = os.environ.get("DESK_PICTURES")  # a folder, when the guide's pictures are to be taken


def opened(context: BrowserContext, told: list[str]) -> Page:
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda said: told.append(said.text) if "Policy" in said.text else None)
    return page


def picture(page: Page, name: str) -> None:
    """For the guide, when it is asked for."""
    if PICTURES:
        page.wait_for_timeout(300)
        page.screenshot(path=Path(PICTURES, f"{name}.png"))


def until(page: Page, script: str) -> None:
    """Wait until a script says so. The pages' own policy forbids playwright's way of doing this."""
    for _ in range(300):
        if page.evaluate(script):
            return
        page.wait_for_timeout(50)
    raise AssertionError(script)


def write(page: Page, words: str) -> None:
    page.get_by_label("Lời", exact=True).fill(words)


def save(page: Page) -> None:
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("#da-luu")).to_have_text("Đã lưu")
