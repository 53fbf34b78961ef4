"""Killed at any moment: what is visible is whole, and the same command finishes the same bytes.

A child publishes until its n-th touch of the file system, where it ends at once, as by kill -9: no
handler runs and nothing is tidied. Every n is tried in long runs, every fourth otherwise. Children
are forked from a process that has loaded everything and begun nothing: what typesets papers keeps
threads that no fork takes along.
"""

import multiprocessing
import os
import sys
from pathlib import Path

import pytest

from pipeline.plan import Plan
from pipeline.publish import publish, verify
from pipeline.store import DirectoryStore
from tests.integration.test_publish import tree
from tests.unit.publish import kit

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")

TOUCHES = frozenset(
    {"os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "shutil.rmtree"}
)
KILLED = 9
PATIENCE = 120  # s for one publication


def publish_until(touch: int, plan: Plan, store: DirectoryStore, output: Path) -> None:
    """Publish, ending without a word at the n-th touch."""
    seen = 0

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event in TOUCHES or (event == "open" and arguments[1] in ("wb", "w")):
            seen += 1
            if seen == touch:
                os._exit(KILLED)

    sys.addaudithook(count)
    publish(plan, store, output)
    os._exit(0)


def dies_at(touch: int, plan: Plan, store: DirectoryStore, output: Path) -> bool:
    """Publish in a child that ends at its n-th touch; whether it got so far."""
    clean = multiprocessing.get_context("forkserver")
    clean.set_forkserver_preload([__name__])
    child = clean.Process(target=publish_until, args=(touch, plan, store, output))
    child.start()
    child.join(PATIENCE)
    child.kill()  # nothing, if it has ended
    assert child.exitcode in (0, KILLED)
    return child.exitcode == KILLED


def whole(bundle: Path) -> bool:
    return not bundle.exists() or verify(bundle) == ()


@pytest.mark.parametrize("step", [4, pytest.param(1, marks=pytest.mark.slow)])
@pytest.mark.parametrize("existing", [False, True], ids=["first", "replacing"])
def test_killed_at_touches_of_the_disk(tmp_path: Path, existing: bool, step: int) -> None:
    former = kit.make_plan(kit.station(), days=1)
    plan = kit.edited(former, "Đã sửa")
    store = DirectoryStore(tmp_path / "kho")
    kit.stock(former, store)
    kit.stock(plan, store)
    publish(plan, store, tmp_path / "yên")
    expected = tree(tmp_path / "yên")

    touch, alive = 1, True
    while alive:
        output = tmp_path / f"ra-{touch}"
        if existing:
            publish(former, store, output)
        alive = dies_at(touch, plan, store, output)
        assert whole(output / "2026-W49" / "07288"), touch
        publish(plan, store, output)
        assert tree(output) == expected, touch
        assert [path.name for path in output.iterdir()] == ["2026-W49"], touch
        touch += step
    assert touch > 20


def test_a_former_bundle_set_aside_goes_back_when_nothing_new_can_be_made(tmp_path: Path) -> None:
    plan = kit.make_plan(kit.station(), days=1)
    store = DirectoryStore(tmp_path / "kho")
    kit.stock(plan, store)
    output = tmp_path / "ra"
    week = publish(plan, store, output).folder
    before = tree(output)
    aside = output / ".dang-lam" / "2026-W49" / "cu"
    aside.mkdir(parents=True)
    (week / "07288").rename(aside / "07288")
    publish(plan, store, output, failed={each.id: "mất điện" for each in plan.bulletins})
    after = tree(output)
    assert {name: after.get(name) for name in before if "/0" in name} == {
        name: digest for name, digest in before.items() if "/0" in name
    }
