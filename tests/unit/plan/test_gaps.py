"""Silences between words are designed: data, in the spans the ear wants, over an echo's delay."""

import msgspec

from pipeline.model import ECHO, GAPS, Paragraph, Place
from pipeline.plan import Casting, Plan, Week, plan
from pipeline.plan.scripts import joined, read
from pipeline.reading import Lexicon
from pipeline.testing import small_project


def script(*texts: str) -> list[int]:
    lexicon, place = Lexicon(), Place(file="x")
    return [
        segment.pause
        for segment in joined(read(Paragraph(text=text, place=place), lexicon) for text in texts)
    ]


def test_each_is_in_its_span_and_longer_than_the_next_poles_echo() -> None:
    assert 250 <= GAPS.phrase <= 350
    assert 600 <= GAPS.sentence <= 800
    assert 1200 <= GAPS.item <= 2000
    assert GAPS.phrase < GAPS.clause < GAPS.sentence < GAPS.paragraph < GAPS.item
    assert min(msgspec.structs.astuple(GAPS)) > ECHO


def test_sentences_paragraphs_and_items_are_parted_by_their_own() -> None:
    found = script("Bà con chú ý. Tối nay họp thôn.", "Mời bà con đến đủ.")
    assert found == [GAPS.sentence, GAPS.paragraph, GAPS.item]


def test_a_long_sentence_is_parted_by_phrases() -> None:
    long = (
        "Ủy ban nhân dân xã đề nghị các thôn rà soát, lập danh sách những hộ ở ven sông suối, "
        "vận động bà con chủ động di dời người và tài sản đến nơi an toàn trước khi bão về."
    )
    *inside, last = script(long)
    assert set(inside) == {GAPS.phrase}
    assert last == GAPS.item


def test_every_gap_of_a_plan_is_one_of_them(tmp_path) -> None:
    week = plan(
        small_project(tmp_path), Week(year=2026, number=49), Casting(revisions={"tone": "1"})
    )
    assert pauses(week) <= set(msgspec.structs.astuple(GAPS))


def pauses(week: Plan) -> set[int]:
    return {
        segment.pause
        for bulletin in week.bulletins
        for element in bulletin.rundown
        for segment in element.script
    }
