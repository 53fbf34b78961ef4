"""A person's recording that nobody should hear, from the project's folder to the quality page."""

import hashlib
import io
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import soundfile

from pipeline.api import Folder, Run
from pipeline.api.run import Result
from pipeline.audio.pcm import Samples
from pipeline.build import Crew, produce
from pipeline.cli.main import DONE, SOME_FAILED
from pipeline.cli.summary import summary
from pipeline.engines.base import Surroundings
from pipeline.model import Project
from pipeline.plan import Week
from pipeline.publish import publish, verify
from pipeline.store import MemoryStore
from pipeline.testing import RATE, approved, pip, small_project, sources

WEEK = Week(year=2026, number=49)
FILE = "loi-ke.wav"
GOOD = pip(440, 6).samples


def recorded(folder: Path, samples: Samples) -> tuple[Project, dict[str, Path]]:
    """The small project with one station, its first message spoken by a recording."""
    target = io.BytesIO()
    soundfile.write(target, samples, RATE, format="WAV", subtype="PCM_16")
    (folder / FILE).write_bytes(target.getvalue())
    digest = hashlib.sha256(target.getvalue()).hexdigest()
    project = small_project(folder, stations=1)
    campaign = project.campaigns[0]
    first = campaign.messages[0].but(recording=FILE, recording_sha256=digest)
    campaign = campaign.but(messages=(first, *campaign.messages[1:]))
    project = approved(project.but(campaigns=(campaign,)))
    return project, {**sources(project, folder), digest: folder / FILE}


def week(folder: Path, samples: Samples) -> tuple[Result, str, int]:
    """What came of the week, what the screen says of it, and the exit code."""
    project, files = recorded(folder, samples)
    store = MemoryStore()
    surroundings = Surroundings(source=files.__getitem__)
    with Crew(surroundings, files, ThreadPoolExecutor(2)) as crew:
        outcome = produce(project, WEEK, store, crew, lambda event: None)
    release = publish(outcome.plan, store, folder / "output", failed=outcome.failed)
    result = Result(outcome, release)
    return result, *summary(Run(folder=Folder(folder), week=WEEK), result, 1.0)


@pytest.mark.parametrize(
    ("samples", "why"),
    [
        (GOOD * 0.015, "Tiếng quá nhỏ"),
        (np.clip(GOOD * 20, -1, 1), "Tiếng bị vỡ vì thu quá to"),
        (GOOD * 0, "Tệp chỉ có khoảng lặng"),
        (np.concatenate([GOOD, np.zeros(3 * RATE), GOOD]), "có khoảng lặng dài 3,0 giây"),
    ],
    ids=["faint", "clipped", "silent", "a hole"],
)
def test_it_keeps_its_bulletins_from_being_published_and_no_others(
    tmp_path: Path, samples: Samples, why: str
) -> None:
    result, told, code = week(tmp_path, samples)
    failed = result.release.failed
    assert 0 < len(failed) < 7
    assert all(why in reason for reason in failed.values())
    named = FILE if "khoảng lặng dài" not in why else "âm thanh không đạt"
    assert all(named in reason for reason in failed.values())
    assert code == SOME_FAILED
    assert why in told
    (bundle,) = result.release.bundles
    assert len(bundle.bulletins) == 7 - len(failed)
    assert verify(result.release.folder) == ()
    page = (result.release.folder / "CHAT-LUONG.HTML").read_text(encoding="utf-8")
    assert why in page
    record = json.loads((result.release.folder / "CHAT-LUONG.JSON").read_text(encoding="utf-8"))
    assert record["stations"][0]["failed"] == failed


def test_a_good_one_is_heard_at_the_level_of_the_voice(tmp_path: Path) -> None:
    result, _, code = week(tmp_path, GOOD * 0.3)
    assert (result.release.failed, code) == ({}, DONE)
    record = json.loads((result.release.folder / "CHAT-LUONG.JSON").read_text(encoding="utf-8"))
    pieces = [each for each in record["pieces"].values() if each["kind"] == "item"]
    assert len(pieces) == 6
    assert all(each["loudness"] == pytest.approx(-16, abs=0.3) for each in pieces)
    rates = {each["title"]: each["syllables_per_second"] for each in pieces}
    assert rates.pop("Tin một") is None  # nobody knows how fast a person spoke
    assert all(rates.values())
