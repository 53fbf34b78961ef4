"""Laws of approval: any other words need another approval, and no two texts share one."""

from pathlib import Path
from tempfile import mkdtemp

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model import Paragraph, Place, Project, Subject
from pipeline.plan import Renditions, proofs
from pipeline.plan.printed import printed
from pipeline.testing import small_project

SUBJECT = Subject(campaign="quanh-nam", message="tin-0")
SOUNDS = "bà con hãy gọi số 111 ngay 30/7 nhé UBND xã A. B: cảm ơn , . ? “hoa” 2026 kg"
WORDS = st.lists(st.sampled_from(SOUNDS.split()), min_size=1, max_size=12).map(" ".join)
PROJECT = small_project(Path(mkdtemp(prefix="duyet-")))


def saying(text: str, role: str = "A") -> Project:
    campaign = PROJECT.campaigns[0]
    paragraph = Paragraph(text=text, place=Place(file="x.md"), role=role)
    first = campaign.messages[0].but(paragraphs=(paragraph,))
    return PROJECT.but(campaigns=(campaign.but(messages=(first, *campaign.messages[1:])),))


def heard(project: Project) -> list[tuple[str, str, int]]:
    (proof,) = proofs(project, [SUBJECT])
    (rendition,) = proof.renditions
    return [(each.role, each.spoken, each.pause) for each in rendition.script]


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS, st.sampled_from("AB"), st.sampled_from("AB"))
def test_two_texts_share_a_digest_exactly_when_they_sound_the_same(
    one: str, other: str, role: str, another: str
) -> None:
    first, second = saying(one, role), saying(other, another)
    same = Renditions.of(first).all(SUBJECT) == Renditions.of(second).all(SUBJECT)
    assert same == (heard(first) == heard(second))


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS, st.sampled_from("AB"), st.sampled_from("AB"))
def test_two_texts_share_a_printed_digest_exactly_when_they_look_the_same(
    one: str, other: str, role: str, another: str
) -> None:
    same = printed(saying(one, role))[SUBJECT] == printed(saying(other, another))[SUBJECT]
    assert same == ((one, role) == (other, another))
