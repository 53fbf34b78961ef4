"""duyet.yaml: read with every problem placed; written so that history stays."""

import unicodedata
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import Approval, Subject
from pipeline.project import load, where_approved, with_approvals

from .kit import placed, starter, write

BOOK = "campaigns/phong-chong-mua-ban-nguoi/duyet.yaml"
ENTRY = """\
- message: viec-nhe-luong-cao
  verdict: approved
  by: Nguyễn Thị Lan
  role: Trưởng phòng
  at: 2026-11-25T14:33:00+07:00
  printed: {printed}
  heard: [{digest}]
"""
DIGEST = "0123456789abcdef" * 4
PRINTED = "fedcba9876543210" * 4
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def book(folder: Path, text: str) -> Path:
    return write(folder, **{BOOK: text.encode()})


def test_a_book_is_read_in_the_order_in_which_it_was_written(tmp_path: Path) -> None:
    entry = ENTRY.format(digest=DIGEST, printed=PRINTED)
    withdrawn = entry.replace("approved", "withdrawn").replace(f"  heard: [{DIGEST}]\n", "")
    project = load(book(tmp_path, entry + withdrawn))
    subject = Subject(campaign="phong-chong-mua-ban-nguoi", message="viec-nhe-luong-cao")
    mine = [each for each in project.approvals if each.subject == subject]
    assert [each.verdict for each in mine] == ["approved", "withdrawn"]
    assert mine[0] == Approval(
        subject=subject,
        by="Nguyễn Thị Lan",
        role="Trưởng phòng",
        at=datetime(2026, 11, 25, 14, 33, tzinfo=HANOI),
        heard=(DIGEST,),
        printed=PRINTED,
    )


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("approved", "aproved", "2:12 field.wrong"),
        ("by: Nguyễn Thị Lan", "by:", "3:3 field.missing"),
        ("+07:00", "", "5:7 field.wrong"),
        ("2026-11-25T14", "2026-13-25T14", "5:7 field.wrong"),
        (PRINTED, PRINTED[1:], "6:12 field.wrong"),
        (DIGEST, DIGEST[1:], "7:10 field.wrong"),
        (f"[{DIGEST}]", "[]", "7:10 field.wrong"),
        ("message: viec-nhe-luong-cao", "part: frame", "1:9 field.wrong"),
        ("role", "chuc_vu", "4:3 field.unknown"),
        ("- message", "  message", "1:3 approval.list"),
    ],
)
def test_what_is_wrong_in_a_book_is_told_with_its_place(
    tmp_path: Path, old: str, new: str, where: str
) -> None:
    entry = ENTRY.format(digest=DIGEST, printed=PRINTED)
    assert old in entry
    assert f"{BOOK}:{where}" in placed(book(tmp_path, entry.replace(old, new)))


def test_a_deleted_messages_history_is_no_fault(tmp_path: Path) -> None:
    entry = ENTRY.format(digest=DIGEST, printed=PRINTED).replace("viec-nhe-luong-cao", "da-xoa")
    load(book(tmp_path, entry))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.builds(
            lambda by, role, note, despite, message: (by, role, note, despite, message),
            *[st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1)] * 2,
            *[st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")))] * 2,
            st.sampled_from(["", "tin-0"]),
        ),
        min_size=1,
        max_size=3,
    )
)
def test_what_is_written_is_read_back_and_what_was_there_stays(
    tmp_path_factory: pytest.TempPathFactory, words: list[tuple[str, ...]]
) -> None:
    before = starter()[BOOK].decode()
    given = [
        Approval(
            subject=Subject(campaign="phong-chong-mua-ban-nguoi", message=message),
            by=by,
            role=role,
            at=datetime(2026, 11, 25, 8, number, tzinfo=HANOI),
            heard=(DIGEST,),
            printed=PRINTED,
            note=note,
            despite=despite,
        )
        for number, (by, role, note, despite, message) in enumerate(words)
    ]
    after = with_approvals(before, given)
    assert after.startswith(before)
    project = load(book(tmp_path_factory.mktemp("sổ"), after))
    assert list(project.approvals[-len(given) :]) == [
        each.but(**{k: normal(v) for k, v in each.fields().items() if isinstance(v, str)})
        for each in given
    ]


def normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def test_each_book_lies_beside_what_it_approves() -> None:
    assert where_approved(Subject()).as_posix() == "duyet.yaml"
    assert where_approved(Subject(campaign="a", message="b")).as_posix() == "campaigns/a/duyet.yaml"
