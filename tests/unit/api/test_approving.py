"""Writing approvals down: exactly what was shown, by several people, and never half."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest

from pipeline.api import Folder, load
from pipeline.api.approving import Shown, Word, approve, standings
from pipeline.errors import ApprovalError
from pipeline.model import Subject
from pipeline.project import create
from pipeline.testing import NOW

CAMPAIGN = "phong-chong-mua-ban-nguoi"
MESSAGE = Subject(campaign=CAMPAIGN, message="hay-thuoc-so-111")
WORD = Word(by="Nguyễn Thị Lan", role="Trưởng phòng", at=NOW)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """The starter project, with nothing approved."""
    create(tmp_path / "du-an")
    for book in (tmp_path / "du-an").rglob("duyet.yaml"):
        book.unlink()
    return Folder(tmp_path / "du-an")


def shown(folder: Folder, *subjects: Subject) -> Shown:
    found = {each.subject: each.shown for each in standings(load(folder.root))}
    return {each: found[each] for each in subjects} if subjects else found


def waiting(folder: Folder) -> set[Subject]:
    return {each.subject for each in standings(load(folder.root)) if each.why}


def test_one_word_on_everything(folder: Folder) -> None:
    assert waiting(folder) == set(shown(folder))
    given = approve(folder, shown(folder), WORD)
    assert len(given) == len(shown(folder))
    assert waiting(folder) == set()
    assert approve(folder, shown(folder), WORD) == ()  # nothing new to say


def test_a_real_word_takes_the_place_of_a_sample_one(folder: Folder) -> None:
    approve(folder, shown(folder), Word(by="mẫu", role="mẫu", at=NOW, sample=True))
    assert approve(folder, shown(folder, MESSAGE), WORD)
    found = {each.subject: each for each in standings(load(folder.root))}
    assert found[MESSAGE].last is not None
    assert not found[MESSAGE].last.sample


def test_what_changed_since_it_was_shown_is_not_approved(folder: Folder) -> None:
    seen = shown(folder)
    path = folder.root / "campaigns" / CAMPAIGN / f"{MESSAGE.message}.md"
    path.write_text(path.read_text("utf-8") + "\nThêm một câu.\n", encoding="utf-8")
    with pytest.raises(ApprovalError, match="hay-thuoc-so-111"):
        approve(folder, seen, WORD)
    assert waiting(folder) == set(seen)


def test_a_title_that_changed_since_it_was_shown_is_not_approved(folder: Folder) -> None:
    seen = shown(folder)
    path = folder.root / "campaigns" / CAMPAIGN / f"{MESSAGE.message}.md"
    path.write_text(path.read_text("utf-8").replace("title: ", "title: À, "), encoding="utf-8")
    with pytest.raises(ApprovalError, match="hay-thuoc-so-111"):
        approve(folder, seen, WORD)


def test_two_people_at_once_are_both_written_down(folder: Folder) -> None:
    everything = list(shown(folder))
    words = [WORD.but(by=f"Người {number}") for number in range(len(everything))]
    with ThreadPoolExecutor(4) as pool:
        list(
            pool.map(
                lambda pair: approve(folder, shown(folder, pair[0]), pair[1]),
                zip(everything, words, strict=True),
            )
        )
    assert waiting(folder) == set()
    assert {each.by for each in load(folder.root).approvals} == {each.by for each in words}


@pytest.mark.parametrize(
    "word",
    [WORD.but(by=" "), WORD.but(role=""), WORD.but(at=datetime(2026, 11, 25, 8, 0))],
)
def test_a_word_without_name_role_or_zone_is_none(folder: Folder, word: Word) -> None:
    with pytest.raises(ApprovalError):
        approve(folder, shown(folder), word)
    assert waiting(folder) == set(shown(folder))


def test_what_was_never_approved_cannot_be_withdrawn(folder: Folder) -> None:
    assert approve(folder, shown(folder, MESSAGE), WORD.but(withdraw=True)) == ()


def test_the_book_can_be_read_by_a_colleague(folder: Folder) -> None:
    approve(folder, shown(folder, MESSAGE), WORD)
    book = folder.root / "campaigns" / CAMPAIGN / "duyet.yaml"
    assert book.stat().st_mode & 0o044 == 0o044 or book.drive
