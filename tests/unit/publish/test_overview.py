"""TOM-TAT.TXT says what the screen says of approvals."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from pipeline.model import FRAME, Approval
from pipeline.publish import names, publish
from pipeline.publish.papers.wording import SAMPLE
from pipeline.store import MemoryStore

from .kit import make_plan, station, stock


@pytest.mark.parametrize("sample", [True, False])
def test_the_summary_says_when_approvals_are_samples(tmp_path: Path, sample: bool) -> None:
    at = datetime(2026, 11, 20, tzinfo=timezone(timedelta(hours=7)))
    word = Approval(subject=FRAME, by="Lê Thị Lan", role="Trưởng phòng", at=at, sample=sample)
    plan, store = make_plan(station(0), days=1).but(approvals=(word,)), MemoryStore()
    stock(plan, store)
    publish(plan, store, tmp_path)
    text = (tmp_path / str(plan.week) / names.OVERVIEW).read_text("utf-8-sig")
    assert (SAMPLE in " ".join(text.split())) == sample
