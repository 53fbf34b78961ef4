"""What people read: the right words, safe from any name, complete without a network."""

from datetime import time
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pipeline.model import PartialDate, Segment
from pipeline.plan import Plan
from pipeline.publish import publish
from pipeline.publish.papers import wording
from pipeline.store import MemoryStore
from tests.unit.publish import kit

HOSTILE = '</td><script>alert("x")</script>\'&<img src="http://x/y.png">'


class Page(HTMLParser):
    """Tags, attributes and visible text of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.text = ""
        self._hidden = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [
            value or "" for name, value in attrs if name in ("src", "href", "action")
        ]
        self._hidden = tag in ("style", "script")

    def handle_endtag(self, tag: str) -> None:
        self._hidden = False

    def handle_data(self, data: str) -> None:
        self.text += "" if self._hidden else data


def papers(tmp_path: Path, plan: Plan, **given: object) -> dict[str, str]:
    store = MemoryStore()
    kit.stock(plan, store)
    folder = publish(plan, store, tmp_path, **given).bundles[0].folder
    return {
        path.name: path.read_bytes().decode("utf-8")
        for path in folder.iterdir()
        if path.suffix in (".HTML", ".TXT")
    }


def pages(written: dict[str, str]) -> dict[str, Page]:
    return {name: Page(text) for name, text in written.items() if name.endswith(".HTML")}


def test_no_page_needs_or_runs_anything(tmp_path: Path) -> None:
    for name, page in pages(papers(tmp_path, kit.make_plan(kit.station()))).items():
        assert page.addresses == [], name
        assert not {"script", "link", "img", "iframe", "form"} & set(page.tags), name


def test_hostile_names_are_only_ever_text(tmp_path: Path) -> None:
    plan = kit.make_plan(kit.station(name=HOSTILE))
    bundle = plan.bundles[0]
    first = bundle.bulletins[0]
    hostile = Segment(written=HOSTILE, spoken=HOSTILE.lower(), pause=1, syllables=1)
    rundown = tuple(each.but(title=HOSTILE, script=(hostile,)) for each in first.rundown)
    evil = first.but(title=HOSTILE, rundown=rundown, moved={HOSTILE: HOSTILE})
    plan = plan.but(
        bundles=(bundle.but(bulletins=(evil, *bundle.bulletins[1:])),),
        campaigns=dict.fromkeys(plan.campaigns, HOSTILE),
    )
    for name, page in pages(papers(tmp_path, plan)).items():
        assert not {"script", "img"} & set(page.tags), name
        assert HOSTILE in page.text, name


def test_the_script_has_exactly_the_words_spoken_and_the_writing_where_it_differs(
    tmp_path: Path,
) -> None:
    plan = kit.make_plan(kit.station())
    written = papers(tmp_path, plan)
    html = Page(written["KICH-BAN.HTML"]).text
    for bulletin in plan.bulletins:
        for element in bulletin.rundown:
            for segment in element.script:
                assert segment.spoken in html
                differs = segment.written != segment.spoken
                assert (f"Viết: {segment.written}" in html) is differs


def test_what_failed_is_said_on_its_day(tmp_path: Path) -> None:
    why = {"07288/2026-12-01": "máy đọc hỏng"}
    written = papers(tmp_path, kit.make_plan(kit.station()), failed=why)
    assert (
        "THỨ BA 01/12, lúc 05:45 và 17:15\r\n    KHÔNG CÓ BẢN TIN: máy đọc hỏng\r\n"
        in written["LICH-PHAT.TXT"]
    )


def test_a_note_for_one_station_is_on_its_sheet_only(tmp_path: Path) -> None:
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    release = publish(plan, store, tmp_path, note={"07288": "Loa cụm 3 đang sửa."})
    sheets = [
        (each.folder / "LICH-PHAT.TXT").read_text(encoding="utf-8-sig") for each in release.bundles
    ]
    assert ["Lưu ý: Loa cụm 3 đang sửa." in sheet for sheet in sheets] == [True, False]


def test_plain_texts_open_in_old_notepads(tmp_path: Path) -> None:
    written = papers(tmp_path, kit.make_plan(kit.station()))
    text = written["LICH-PHAT.TXT"]
    assert text.startswith("\ufeff")
    assert text.count("\ufeff") == 1
    assert text.count("\n") == text.count("\r\n")
    assert text.endswith("\r\n")
    assert max(map(len, text.splitlines())) <= 73


def test_a_station_of_one_broadcast_a_day(tmp_path: Path) -> None:
    plan = kit.make_plan(kit.station(times=(time(17, 15),)), days=1)
    assert "THỨ HAI 30/11, lúc 17:15\r\n" in papers(tmp_path, plan)["LICH-PHAT.TXT"]


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.4, "0 giây"),
        (48, "48 giây"),
        (59.6, "1 phút"),
        (212, "3 phút 32 giây"),
        (3600, "60 phút"),
    ],
)
def test_durations(seconds: float, said: str) -> None:
    assert wording.duration(seconds) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (PartialDate(), "(không ghi ngày)"),
        (PartialDate(year=2023), "ngày …… tháng …… năm 2023"),
        (PartialDate(day=5, month=8, year=2023), "ngày 5 tháng 8 năm 2023"),
    ],
)
def test_dates_with_blanks(day: PartialDate, said: str) -> None:
    assert wording.partial(day) == said
