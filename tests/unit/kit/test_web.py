"""Articles: safe from any text, readable by a page and by a Markdown reader."""

from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from pipeline.kit.content import stressed
from pipeline.kit.marking import escaped, hashtag
from pipeline.kit.web import Web
from pipeline.kit.workshop import Workshop
from tests.unit.kit import contents

PAGES = ("bai-web.html", "bai-web-nhung.html")


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href", "action")]

    def handle_data(self, data: str) -> None:
        self.text += data


def made(**changes: object) -> dict[str, str]:
    files = Web().make(contents.make(**changes), Workshop())
    return {name: each.decode() for name, each in files.items()}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_everything_and_loads_nothing(name: str) -> None:
    page = Page(made()[name])
    for text in (*contents.BODY, contents.CALL, "Bắc Ninh", contents.DIGEST[:12]):
        assert text in " ".join(page.text.split())
    assert {link for link in page.links if not link.startswith("tel:")} == set()
    assert "script" not in page.tags


@pytest.mark.parametrize("name", PAGES)
def test_hostile_text_is_only_ever_text(name: str) -> None:
    page = Page(Web().make(contents.hostile(), Workshop())[name].decode())
    assert "script" not in page.tags
    assert contents.HOSTILE in page.text
    assert "href=http" not in "".join(page.links)


def test_markdown_says_what_was_written() -> None:
    page = Page(MarkdownIt("gfm-like", {"linkify": False}).render(made()["bai-web.md"]))
    told = " ".join(page.text.split())
    for text in (*contents.BODY, contents.CALL):
        assert text in told
    assert page.tags.count("h1") == 1
    assert page.tags.count("blockquote") == 1


@pytest.mark.parametrize(
    "text",
    [
        contents.HOSTILE,
        "# một",
        "1. hai",
        "12) ba",
        "- bốn",
        "+ năm",
        "> sáu",
        "=== bảy",
        "![tám](x)",
        "&lt;chín",
        "--- mười",
        "~~~ a | b",
        "    thụt",
    ],
)
def test_a_line_stays_a_line_in_markdown(text: str) -> None:
    page = Page(MarkdownIt("gfm-like", {"linkify": False}).render(escaped(text.strip())))
    assert page.tags == ["p"]
    assert page.text.strip() == text.strip()


def test_with_a_site_one_can_listen() -> None:
    files = made(site="https://loa.example.vn/")
    assert "https://loa.example.vn/" in Page(files["bai-web.html"]).links
    assert "(<https://loa.example.vn/>)" in files["bai-web.md"]


def test_what_was_on_air_is_heard_on_its_page() -> None:
    files = made(site="https://loa.example.vn/", sound="0" * 64)
    place = (
        "https://loa.example.vn/bo-tai-lieu/phong-chong-mua-ban-nguoi/khi-co-nguoi-doi-tien-chuoc"
    )
    assert Page(files["bai-web.html"]).links.count("nghe.mp3") == 2
    assert f"{place}/nghe.mp3" in Page(files["bai-web-nhung.html"]).links
    assert f"(<{place}/bai-web.html>)" in files["bai-web.md"]


def test_only_the_whole_number_is_the_hotline() -> None:
    text = "Gọi 111, đừng gọi 1111 hay 0111; khoản 111/QĐ, giá 1.111; 111."
    loud = [part for part, is_loud in stressed(text, "111") if is_loud]
    assert loud == ["111", "111"]
    assert "".join(part for part, _ in stressed(text, "111")) == text


def test_hashtags_are_letters_and_digits() -> None:
    assert hashtag("phong-chong-mua-ban") == "#PhongChongMuaBan"
    assert hashtag("đợt 30/7") == "#Dot307"
