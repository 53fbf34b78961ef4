"""The quality page and its record: true, safe from any name, light, and whole after a part run."""

import json
import re
from importlib import import_module
from pathlib import Path

import pytest

from pipeline.audio import mp3
from pipeline.plan import Plan
from pipeline.publish import publish
from pipeline.stages.meter import meter
from pipeline.store import MemoryStore
from pipeline.testing import pip
from tests.unit.publish import kit
from tests.unit.publish.test_papers import HOSTILE, Page


def released(to: Path, plan: Plan, store: MemoryStore | None = None) -> tuple[str, dict]:
    """The page and the record of a release."""
    if store is None:
        store = MemoryStore()
        kit.stock(plan, store)
    folder = publish(plan, store, to).folder
    page = (folder / "CHAT-LUONG.HTML").read_text(encoding="utf-8")
    return page, json.loads((folder / "CHAT-LUONG.JSON").read_text(encoding="utf-8"))


def visible(page: str) -> str:
    return " ".join(Page(page).text.split())


def manifests(to: Path) -> list[dict]:
    return [json.loads(path.read_text("utf-8")) for path in sorted(to.rglob("MANIFEST.JSON"))]


def test_the_record_says_what_the_manifests_say(tmp_path: Path) -> None:
    _, record = released(tmp_path, kit.make_plan())
    entries = [each for told in manifests(tmp_path) for each in told["bulletins"]]
    assert record["summary"]["bulletins"] == len(entries) == 4
    levels = [each["loudness_lufs"] for each in entries]
    assert record["summary"]["loudness"] == {"low": min(levels), "high": max(levels)}
    told = [each["loudness"] for line in record["stations"] for each in line["bulletins"]]
    assert told == levels
    assert record["aim"]["limits"]["silence"] == 2


def test_the_page_shows_limits_figures_and_every_bulletin(tmp_path: Path) -> None:
    page, record = released(tmp_path, kit.make_plan())
    text = visible(page)
    assert "4 bản tin của 2 đài đạt mọi giới hạn" in text
    for line in record["stations"]:
        assert line["station"]["name"] in text
        for each in line["bulletins"]:
            assert each["title"] in text
            assert f"{each['loudness']:.2f}".replace(".", ",").replace("-", "−") in text
    assert "Không dùng gtts: mất mạng" in text


def test_each_piece_is_drawn_once_and_shown_where_it_is_heard(tmp_path: Path) -> None:
    page, record = released(tmp_path, kit.make_plan())
    drawn = re.findall(r'<g id="p([0-9a-f]+)"', page)
    assert sorted(drawn) == sorted(set(drawn)) == sorted(record["pieces"])
    assert set(re.findall(r'href="#p([0-9a-f]+)"', page)) == set(drawn)
    rows = sum(len(line["bulletins"]) for line in record["stations"])
    sting = next(name for name, each in record["pieces"].items() if each["kind"] == "sting")
    assert page.count(f'href="#p{sting}" x=') == rows


def test_a_bulletin_outside_its_limits_is_told_and_not_shown(tmp_path: Path) -> None:
    plan, store = kit.make_plan(), MemoryStore()
    kit.stock(plan, store)
    lead = next(each for each in plan.bulletins[0].rundown if each.kind == "item")
    quiet = mp3.encode_at(pip(550, 3), 96, -30.0, -1.0)
    store.put(lead.meter, meter(quiet), "{}", (), "đo")
    page, record = released(tmp_path, plan, store)
    text = visible(page)
    assert "2 bản tin của 2 đài đạt" in text
    assert "2 bản tin không được phát hành" in text  # both stations broadcast that item
    assert "đoạn “Việc nhẹ, lương cao” nhỏ hơn lời đọc chuẩn" in text
    assert "xã Yên Thế, thứ hai 30/11" in text
    assert all(len(line["failed"]) == len(line["bulletins"]) == 1 for line in record["stations"])


def test_names_are_words_and_the_page_loads_nothing(tmp_path: Path) -> None:
    hostile = kit.make_plan(kit.station(0, name=HOSTILE), title=HOSTILE)
    page, _ = released(tmp_path, kit.edited(hostile, HOSTILE))
    told = Page(page)
    assert "script" not in told.tags
    assert "img" not in told.tags
    assert HOSTILE in told.text
    assert all(each.startswith("#") for each in told.addresses)
    assert "@import" not in page
    assert "url(" not in page


def test_a_release_of_many_stations_has_one_line_for_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full, _ = released(tmp_path / "ít", kit.make_plan())
    monkeypatch.setattr(import_module("pipeline.publish.quality.collect"), "MANY", 1)
    page, record = released(tmp_path / "nhiều", kit.make_plan())
    assert [line["bulletins"] for line in record["stations"]] == [[], []]
    assert {each["kind"] for each in record["pieces"].values()} == {
        "item",
        "sting",
        "call_to_action",
    }  # what one station alone broadcasts is left out
    assert "07288 xã Yên Thế" in visible(page)
    assert "MANIFEST.JSON" in page
    assert len(page) < len(full)


def test_the_other_stations_stay_when_one_is_made_again(tmp_path: Path) -> None:
    plan = kit.make_plan()
    page, record = released(tmp_path, plan)
    alone = plan.but(bundles=plan.bundles[1:])
    assert released(tmp_path, alone) == (page, record)
    (tmp_path / "2026-W49" / "CHAT-LUONG.JSON").write_bytes(b"{")
    page, record = released(tmp_path, alone)
    assert [line["station"]["code"] for line in record["stations"]] == ["07289"]
