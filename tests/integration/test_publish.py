"""Publishing into a real folder from a real store, judged by independent tools."""

import hashlib
from pathlib import Path

import pytest

from pipeline.plan import Plan
from pipeline.publish import publish, verify
from pipeline.store import DirectoryStore
from tests.unit.publish import kit


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def plan() -> Plan:
    return kit.make_plan()


@pytest.fixture
def store(tmp_path: Path, plan: Plan) -> DirectoryStore:
    store = DirectoryStore(tmp_path / "kho")
    kit.stock(plan, store)
    return store


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "ra"


def test_a_release_holds_what_it_should_and_nothing_else(plan, store, output) -> None:
    release = publish(plan, store, output)
    assert release.folder == output / "2026-W49"
    assert [bundle.code for bundle in release.bundles] == ["07288", "07289"]
    assert release.unchanged == 0
    assert sorted(path.name for path in output.iterdir()) == ["2026-W49"]
    assert sorted(path.name for path in release.folder.iterdir()) == [
        "07288",
        "07288_2026-W49.zip",
        "07289",
        "07289_2026-W49.zip",
        "RELEASE.JSON",
        "TOM-TAT.TXT",
    ]
    assert verify(output) == ()
    assert verify(release.folder) == ()
    for bundle in release.bundles:
        assert verify(bundle.folder) == ()
        assert verify(bundle.zip) == ()
