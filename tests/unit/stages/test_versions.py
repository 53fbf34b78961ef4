"""A stage whose output changes says so in its job's version, or old work is taken for new."""

import json

import pytest

from pipeline.plan.jobs import Job

from .outputs import NOTED, Output, outputs

STAGES = sorted(each.__name__.lower() for each in Job.__args__)

NOTE = "note what it makes now: python -m tests.unit.stages.outputs"
RAISE = f"it makes something else: raise its version in pipeline/plan/jobs.py, then {NOTE}"


@pytest.fixture(scope="module")
def made() -> dict[str, Output]:
    return outputs()


@pytest.mark.parametrize("stage", STAGES)
def test_an_output_that_changes_has_a_new_version(stage: str, made: dict[str, Output]) -> None:
    noted = json.loads(NOTED.read_text(encoding="utf-8"))[stage]
    assert made[stage]["version"] == noted["version"], NOTE
    assert made[stage]["output"] == pytest.approx(noted["output"], rel=1e-3, abs=2e-3), RAISE
