"""The desk served from the sample project, and a page of it in a real browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from pipeline.usb import Volume
from tests.loopback import desk

from .browsing import opened


@pytest.fixture
def project(sample: Path) -> Path:
    """A desk as full as an officer's."""
    return sample


@pytest.fixture
def sticks() -> list[Volume]:
    """Those the machine sees."""
    return []


@pytest.fixture
def address(project: Path, sticks: list[Volume]) -> Iterator[str]:
    with desk.serving(project, sticks) as address:
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
