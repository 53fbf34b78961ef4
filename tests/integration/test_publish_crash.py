"""Killed at any moment: what is visible is whole, and the same command finishes the same bytes.

A forked child publishes until its n-th touch of the file system, where it ends at once, as by
kill -9: no handler runs and nothing is tidied. Every n is tried.
"""

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


def dies_at(touch: int, plan: Plan, store: DirectoryStore, output: Path) -> bool:
    """Publish in a child that ends at its n-th touch; whether it got so far."""
    child = os.fork()
    if child == 0:
        seen = 0

        def count(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            if event in TOUCHES or (event == "open" and arguments[1] in ("wb", "w")):
                seen += 1
                if seen == touch:
                    os._exit(KILLED)

        sys.addaudithook(count)
        try:
            publish(plan, store, output)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED


def whole(bundle: Path) -> bool:
    return not bundle.exists() or verify(bundle) == ()


@pytest.mark.parametrize("existing", [False, True], ids=["first", "replacing"])
def test_killed_at_every_touch_of_the_disk(tmp_path: Path, existing: bool) -> None:
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
        touch += 1
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
