"""Layers of lexicons, as the listener hears them."""

from pathlib import Path

from pipeline.model import Lexeme, Project
from pipeline.plan import Casting, Plan, Week, plan
from pipeline.testing import approved, small_project

CASTING = Casting(revisions={"tone": "1", "recorded": "1"})


def said(planned: Plan, code: str) -> str:
    bundle = next(each for each in planned.bundles if each.station.code == code)
    rundowns = [element for each in bundle.bulletins for element in each.rundown]
    return " ".join(segment.spoken for element in rundowns for segment in element.script)


def layered(folder: Path) -> Project:
    project = small_project(folder)
    campaign = project.campaigns[0].but(
        lexicon=(Lexeme(written="lắng nghe", spoken="nghe kỹ", layer="campaign"),)
    )
    first, second = project.stations
    local = (Lexeme(written="nhắc nhau", spoken="bảo nhau", layer="station"),)
    general = (Lexeme(written="lắng nghe", spoken="nghe nhé"),)
    project = project.but(
        campaigns=(campaign,), stations=(first.but(lexicon=local), second), lexicon=general
    )
    return approved(project)


def test_a_later_layer_wins_and_a_stations_own_words_stay_its_own(tmp_path: Path) -> None:
    planned = plan(layered(tmp_path), Week(year=2026, number=49), CASTING)
    for code in ("00001", "00002"):
        assert "nghe kỹ" in said(planned, code)
        assert "nghe nhé" not in said(planned, code)
    assert "bảo nhau" in said(planned, "00001")
    assert "bảo nhau" not in said(planned, "00002")


def test_stations_without_words_of_their_own_still_share_items(tmp_path: Path) -> None:
    project = small_project(tmp_path, stations=3)
    planned = plan(project, Week(year=2026, number=49), CASTING)
    items = [
        {element.encode for each in bundle.bulletins for element in each.rundown
         if element.kind == "item"}
        for bundle in planned.bundles
    ]  # fmt: skip
    assert items[0] == items[1] == items[2]
