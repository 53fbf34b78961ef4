"""Only what was approved in print and in sound becomes a product, and bears the print's digest."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.kit.content import approved
from pipeline.model import Lexeme, Project, Subject
from pipeline.testing import small_project

FIRST = Subject(campaign="quanh-nam", message="tin-0")


def retitled(project: Project) -> Project:
    campaign = project.campaigns[0]
    first = campaign.messages[0].but(title="Tin đầu")
    return project.but(campaigns=(campaign.but(messages=(first, *campaign.messages[1:])),))


def another_reading(project: Project) -> Project:
    return project.but(lexicon=(Lexeme(written="tin thứ một", spoken="tin đầu tiên"),))


def another_hotline(project: Project) -> Project:
    return project.but(campaigns=(project.campaigns[0].but(hotline="113"),))


def names(project: Project) -> set[str]:
    return {each.message for each in approved(project)}


@pytest.mark.parametrize("change", [retitled, another_reading])
def test_a_message_changed_in_print_or_sound_has_no_products(
    tmp_path: Path, change: Callable[[Project], Project]
) -> None:
    project = small_project(tmp_path)
    assert names(project) - names(change(project)) == {"tin-0"}


def test_another_hotline_beside_the_call_takes_the_whole_campaign_away(tmp_path: Path) -> None:
    assert names(another_hotline(small_project(tmp_path))) == set()


def test_a_product_leads_to_its_approval(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    content = next(each for each in approved(project) if each.message == FIRST.message)
    approval = next(each for each in project.approvals if each.subject == FIRST)
    assert content.digest == approval.printed
    assert content.heard in approval.heard
