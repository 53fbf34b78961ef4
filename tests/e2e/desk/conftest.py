"""The desk served from the sample project, and a page of it in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.loopback import desk

from .browsing import opened


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    with desk.serving(project) as address:
        yield address


@pytest.fixture
def root(address: str) -> str:
    return address.partition("?")[0]


@pytest.fixture
def told() -> list[str]:
    """What the browser complained about, and dialogs a page opened."""
    return []


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1024, "height": 768}, locale="vi-VN")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str, told: list[str]) -> Iterator[Page]:
    page = opened(context, told)
    page.goto(address)
    yield page
    assert told == []
