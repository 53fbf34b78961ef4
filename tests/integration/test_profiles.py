"""One mix for every kind of player: only encoding differs, and every MP3 is as promised."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from pipeline.audio import frames, id3
from pipeline.audio.report import measure
from pipeline.build import Crew, produce
from pipeline.engines.base import Surroundings
from pipeline.model import PROFILES, Profile
from pipeline.plan import Plan, Week
from pipeline.plan.jobs import Arrange, Encode, Master
from pipeline.publish import Release, publish, verify
from pipeline.store import MemoryStore
from pipeline.testing import small_project, sources

WEEK = Week(year=2026, number=49)
Made = tuple[Plan, Release]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The same station three times, once for each profile; two days a week to be quick."""
    folder = tmp_path_factory.mktemp("dự án")
    project = small_project(folder, stations=1, messages=2)
    station = project.stations[0].but(days=(1, 2))
    project = project.but(
        stations=tuple(
            station.but(code=f"{number:05d}", profile=name)
            for number, name in enumerate(sorted(PROFILES), start=1)
        )
    )
    store = MemoryStore()
    with Crew(Surroundings(), sources(project, folder), ThreadPoolExecutor(2)) as crew:
        outcome = produce(project, WEEK, store, crew, lambda event: None)
    assert not outcome.failed
    return outcome.plan, publish(outcome.plan, store, folder / "output")


def test_mix_and_master_are_shared(made: Made) -> None:
    count = Counter(type(task.job) for task in made[0].tasks.values())
    assert count[Arrange] == count[Master]
    assert count[Encode] == len(PROFILES) * count[Master]


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda each: each.id)
def test_every_bulletin_is_what_its_profile_says(made: Made, profile: Profile) -> None:
    plan, release = made
    code = next(b.station.code for b in plan.bundles if b.station.profile == profile.id)
    bundle = next(each for each in release.bundles if each.code == code)
    assert bundle.bulletins
    for each in bundle.bulletins:
        content = (bundle.folder / each.file).read_bytes()
        kinds = {
            (f.rate, f.bitrate, f.channels) for f in frames.parse(content, *id3.sound(content))
        }
        assert kinds == {(profile.sample_rate, profile.bitrate, 1)}
        heard = measure(content)
        assert heard.loudness == pytest.approx(profile.loudness, abs=profile.tolerance)
        assert heard.true_peak is not None
        assert heard.true_peak <= profile.true_peak
        assert heard.seconds == pytest.approx(each.seconds, abs=0.05)  # decoders cut the ends


def test_all_of_it_can_be_verified(made: Made) -> None:
    assert verify(made[1].folder) == ()


def test_an_upload_form_takes_it() -> None:
    assert PROFILES["ip"].bitrate < 192
