"""Reviews of whole projects: the samples, the letters they were made from, and spoilt ones."""

from datetime import date
from pathlib import Path

import pytest

from pipeline.lint import Review, lint
from pipeline.lint.listening import listening
from pipeline.lint.passage import Passage
from pipeline.model import DirectiveTask, Paragraph, Place, Project, Subject
from pipeline.project import load
from pipeline.reading import Lexicon
from pipeline.testing import small_project

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 25)


def reviews(project: Project) -> dict[Subject, Review]:
    return {each.subject: each for each in lint(project, TODAY)}


def with_text(project: Project, *texts: str, **changes: object) -> Review:
    """The review of the first message when it says this."""
    campaign = project.campaigns[0]
    place = Place(file="campaigns/quanh-nam/tin-0.md", line=7)
    paragraphs = tuple(
        Paragraph(text=text, place=place.but(line=7 + 2 * row)) for row, text in enumerate(texts)
    )
    first = campaign.messages[0].but(paragraphs=paragraphs)
    campaign = campaign.but(messages=(first, *campaign.messages[1:]), **changes)
    found = reviews(project.but(campaigns=(campaign,)))
    return found[Subject(campaign=campaign.id, message=first.id)]


def rules(review: Review) -> list[str]:
    return [each.rule for each in review.findings]


@pytest.mark.parametrize("folder", [ROOT, ROOT / "pipeline" / "project" / "template"])
def test_the_samples_are_clean_and_easy_to_follow(folder: Path) -> None:
    found = reviews(load(folder))
    assert [str(each.place) for review in found.values() for each in review.findings] == []
    assert {review.listening.level for review in found.values()} == {"dễ nghe"}


@pytest.mark.parametrize("campaign", ["ngay-30-7", "phong-chong-mua-ban-nguoi"])
def test_a_letter_read_aloud_as_it_is_would_be_very_hard_to_follow(campaign: str) -> None:
    text = (ROOT / "campaigns" / campaign / "cong-van.txt").read_text("utf-8")
    paragraph = Paragraph(text=text, place=Place(file="cong-van.txt"))
    figures = listening([Passage.of(paragraph, Lexicon())])
    assert figures.level in ("khó nghe", "rất khó nghe")
    assert figures.official > 5


def test_a_wrong_hotline_is_an_error_with_its_place(tmp_path: Path) -> None:
    review = with_text(small_project(tmp_path), "Bà con nhớ nhé.", "Xin hãy\ngọi số 118 ngay.")
    (finding,) = review.findings
    assert (finding.rule, finding.quote, review.wrong) == ("phone.unknown", "118", True)
    assert str(finding.place) == "campaigns/quanh-nam/tin-0.md:10:8"


def test_the_campaigns_own_hotline_may_be_said(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    text = "Xin gọi đường dây nóng 0204 3 855 111."
    assert rules(with_text(project, text)) == ["phone.unknown"]
    assert rules(with_text(project, text, hotline="0204.3855.111")) == []
    assert rules(with_text(project.but(numbers=("02043855111",)), text)) == []


def test_a_short_hotline_nobody_has_is_an_error(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    campaign = project.campaigns[0].but(hotline="118")
    found = reviews(project.but(campaigns=(campaign,)))
    assert found[Subject(campaign="quanh-nam")].wrong


def test_a_task_without_a_message_is_told(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    campaign = project.campaigns[0]
    task = DirectiveTask(id="guong-tot", text="Biểu dương gương tốt")
    directive = campaign.directive.but(tasks=(*campaign.directive.tasks, task))
    found = reviews(project.but(campaigns=(campaign.but(directive=directive),)))
    assert rules(found[Subject(campaign="quanh-nam")]) == ["task.uncovered"]


def test_words_said_as_the_lexicon_says_count_as_they_are_said(tmp_path: Path) -> None:
    short = Passage.of(Paragraph(text="Gọi UBND.", place=Place(file="x")), Lexicon())
    assert listening([short]).sentence == 5  # gọi ủy ban nhân dân


def test_what_is_over_depends_on_the_day(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    campaign = project.campaigns[0]
    text = Paragraph(text="Hãy báo công an huyện.", place=Place(file="x.md"))
    campaign = campaign.but(messages=(campaign.messages[0].but(paragraphs=(text,)),))
    project = project.but(campaigns=(campaign,))
    for day, expected in ((date(2025, 6, 30), []), (date(2025, 7, 1), ["fact.expired"])):
        found = {each.subject.message: each for each in lint(project, day)}
        assert rules(found["tin-0"]) == expected
