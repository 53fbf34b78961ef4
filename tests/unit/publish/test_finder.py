"""The pages on which stations are found, for one province and for all."""

import json
from collections import Counter
from pathlib import Path

import pytest

from pipeline.model import Site
from pipeline.project import units
from pipeline.publish.manifest import StationEntry
from pipeline.publish.portal import finder
from pipeline.publish.portal.assets import assets
from pipeline.publish.portal.pages import Printer


def entries(codes: list[str]) -> list[StationEntry]:
    found = [units.unit(code) for code in codes]
    return [
        StationEntry(
            code=each.code, name=each.name, unit=each.name, province=each.province, sample=False
        )
        for each in found
    ]


@pytest.fixture(scope="module")
def codes() -> list[str]:
    table = Path(units.__file__).parent / "tables" / "admin_units.csv"
    return [line.partition(",")[0] for line in table.read_text("utf-8").splitlines()[1:]]


@pytest.fixture(scope="module")
def nation(codes: list[str]) -> dict[str, bytes]:
    return dict(finder.files(entries(codes), Printer(Site(), "Cả nước")))


def drawn() -> int:
    """Bytes every page loads: style, script, mark, typeface."""
    return sum(len(assets().files[address]) for address in assets().offline)


def test_the_largest_province_fits_on_one_page(codes) -> None:
    by_province = Counter(units.unit(code).province for code in codes)
    largest, count = by_province.most_common(1)[0]
    assert count <= finder.ONE_PAGE
    own = [code for code in codes if units.unit(code).province == largest]
    made = dict(finder.files(entries(own), Printer(Site(), largest)))
    assert made.keys() == {"index.html"}
    assert len(made["index.html"]) + drawn() < 100_000


def test_every_page_of_the_nation_is_light(nation) -> None:
    pages = [content for address, content in nation.items() if address.endswith("index.html")]
    assert len(pages) == 1 + 34
    assert max(map(len, pages)) + drawn() < 100_000
    parts = [content for address, content in nation.items() if address.startswith("tim/")]
    assert max(map(len, parts)) < 100_000


def found(nation: dict[str, bytes], letters: str) -> list[list]:
    return json.loads(nation[f"tim/{letters}.json"])


def test_a_former_name_leads_to_its_heirs(nation) -> None:
    rows = [
        row for row in found(nation, "phon") if ["thị trấn Phồn Xương", "huyện Yên Thế"] in row[3]
    ]
    assert [row[0] for row in rows] == ["07288"]


def test_every_word_of_every_name_leads_to_its_station(nation, codes) -> None:
    for code in codes[::50]:
        name = units.unit(code).name
        for letters in finder.beginnings(name):
            assert code in {row[0] for row in found(nation, letters)}, name


def test_the_first_page_of_the_nation_names_all_provinces(nation) -> None:
    page = nation["index.html"].decode()
    assert page.count('href="tinh/') == 34
    assert "3321" not in page
    assert 'href="tinh/tinh-bac-ninh/index.html"' in page
    assert 'data-parts="' in page


def test_names_are_in_the_order_of_letters_whatever_their_kind(codes) -> None:
    page = dict(finder.files(entries(["07288", "07210", "07840"]), Printer(Site(), "x")))
    text = page["index.html"].decode()
    order = [text.index(name) for name in ("Phường Bắc Giang", "Xã Hiệp Hòa", "Xã Yên Thế")]
    assert order == sorted(order)
