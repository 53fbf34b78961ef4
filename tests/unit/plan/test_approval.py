"""Only what is approved, exactly as it will be heard and printed, comes into a week on air."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pipeline.api import load
from pipeline.api.approving import standings
from pipeline.errors import ProjectError
from pipeline.model import FRAME, Approval, Lexeme, Project, Season, Subject, VoiceChoice
from pipeline.plan import Casting, Plan, Renditions, Week, plan, proofs
from pipeline.testing import NOW, TONE, approved, small_project

ROOT = Path(__file__).parents[3]
CASTING = Casting(revisions={"tone": "1", "recorded": "1"})
WEEK = Week(year=2026, number=49)
CALL = Subject(campaign="quanh-nam")
FIRST = Subject(campaign="quanh-nam", message="tin-0")
SECOND = Subject(campaign="quanh-nam", message="tin-1")


def planned(project: Project, **more: bool) -> Plan:
    return plan(project, WEEK, CASTING, **more)


def heard(plan: Plan) -> set[str]:
    return {element.message for each in plan.bulletins for element in each.rundown} - {""}


def refused(project: Project) -> set[str]:
    with pytest.raises(ProjectError) as wrong:
        planned(project)
    return {each.code for each in wrong.value.problems}


def waiting(project: Project) -> set[Subject]:
    return {each.subject for each in standings(project) if each.why}


def with_message(project: Project, **changes: object) -> Project:
    campaign = project.campaigns[0]
    first = campaign.messages[0].but(**changes)
    return project.but(campaigns=(campaign.but(messages=(first, *campaign.messages[1:])),))


def reworded(project: Project) -> Project:
    first, *others = project.campaigns[0].messages[0].paragraphs
    changed = first.but(text=first.text.replace("lắng nghe", "lắng nghê"))
    return with_message(project, paragraphs=(changed, *others))


def another_call(project: Project) -> Project:
    call = project.campaigns[0].call_to_action
    call = call.but(text=f"{call.text} Xin cảm ơn.")
    return project.but(campaigns=(project.campaigns[0].but(call_to_action=call),))


def another_opening(project: Project) -> Project:
    opening = project.rundown.opening
    opening = opening.but(text=opening.text.replace("Kính chào", "Xin chào"))
    return project.but(rundown=project.rundown.but(opening=opening))


def louder_bed(project: Project) -> Project:
    bed = project.jingles["bed"]
    return project.but(jingles={**project.jingles, "bed": bed.but(gain=bed.gain + 1)})


def another_voice(project: Project) -> Project:
    voice = project.voices["thu"]
    choice = voice.choices[0].but(settings={"pitch": 300})
    return project.but(voices={"thu": voice.but(choices=(choice,))})


def another_stand_in(project: Project) -> Project:
    voice = project.voices["thu"]
    choices = (*voice.choices, VoiceChoice(engine="espeak"))
    return project.but(voices={"thu": voice.but(choices=choices)})


def another_reading(project: Project) -> Project:
    return project.but(lexicon=(Lexeme(written="tin thứ một", spoken="tin đầu tiên"),))


def retitled(project: Project) -> Project:
    return with_message(project, title="Tin đầu")


def spelt_otherwise(project: Project) -> Project:
    """The same words to the ear, others to the eye."""
    call = project.campaigns[0].call_to_action
    return with_campaign(
        project, call_to_action=call.but(text=call.text.replace("111", "một một một", 1))
    )


def with_campaign(project: Project, **changes: object) -> Project:
    return project.but(campaigns=(project.campaigns[0].but(**changes),))


def another_campaign_title(project: Project) -> Project:
    return with_campaign(project, title="Chiến dịch khác")


def another_hotline(project: Project) -> Project:
    return with_campaign(project, hotline="113")


def another_letter(project: Project) -> Project:
    return with_campaign(project, directive=project.campaigns[0].directive.but(number="12"))


def recorded(project: Project) -> Project:
    return with_message(project, recording="a.wav", recording_sha256="a" * 64)


def everything(project: Project) -> set[Subject]:
    return set(Renditions.of(project).subjects())


CHANGES: tuple[tuple[Callable[[Project], Project], set[Subject]], ...] = (
    (reworded, {FIRST}),
    (another_reading, {FIRST}),
    (recorded, {FIRST}),
    (another_call, {CALL}),
    (another_opening, {FRAME}),
    (louder_bed, {FRAME}),
)
IN_PRINT: tuple[tuple[Callable[[Project], Project], Subject], ...] = (
    (retitled, FIRST),
    (spelt_otherwise, CALL),
    (another_campaign_title, CALL),
    (another_hotline, CALL),
    (another_letter, CALL),
)


@pytest.mark.parametrize(("change", "voided"), CHANGES, ids=lambda it: getattr(it, "__name__", ""))
def test_a_change_voids_exactly_what_it_changes(
    tmp_path: Path, change: Callable[[Project], Project], voided: set[Subject]
) -> None:
    project = small_project(tmp_path)
    assert waiting(project) == set()
    assert waiting(change(project)) == voided
    assert waiting(approved(change(project))) == set()


@pytest.mark.parametrize(("change", "voided"), IN_PRINT, ids=lambda it: getattr(it, "__name__", ""))
def test_what_is_printed_alone_voids_too_and_the_reason_says_so(
    tmp_path: Path, change: Callable[[Project], Project], voided: Subject
) -> None:
    project = small_project(tmp_path)
    (out,) = [each for each in standings(change(project)) if each.why]
    assert out.subject == voided
    assert out.heard == next(it.heard for it in standings(project) if it.subject == voided)
    assert "chữ in" in out.why
    assert "lời nghe" not in out.why
    assert waiting(approved(change(project))) == set()


def test_the_reason_tells_sound_from_print(tmp_path: Path) -> None:
    project = small_project(tmp_path)

    def why(changed: Project) -> str:
        return next(each.why for each in standings(changed) if each.subject == FIRST)

    assert "lời nghe" in why(another_voice(project))
    assert "chữ in" not in why(another_voice(project))
    assert "lời nghe" in why(reworded(project))
    assert "chữ in" in why(reworded(project))


def test_an_approval_of_sound_alone_is_not_enough(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    before = project.but(approvals=tuple(each.but(printed="") for each in project.approvals))
    assert waiting(before) == everything(project)
    assert all("chưa duyệt chữ in" in each.why for each in standings(before))


@pytest.mark.parametrize("change", [another_voice, another_stand_in])
def test_a_voice_or_its_stand_in_voids_everything_it_speaks(
    tmp_path: Path, change: Callable[[Project], Project]
) -> None:
    project = small_project(tmp_path)
    assert waiting(change(project)) == everything(project)


def test_what_nobody_hears_or_reads_voids_nothing(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    voice = project.voices["thu"]
    choice = voice.choices[0].but(syllables_per_second=5.0, credit="Ai đó")
    first, *others = project.campaigns[0].messages[0].paragraphs
    rewrapped = first.but(text=first.text.replace(" lắng", "\n  lắng"))
    project = with_message(project, paragraphs=(rewrapped, *others)).but(
        voices={"thu": voice.but(name="Tên khác", choices=(choice,))},
        sound="clean",
        stations=tuple(each.but(profile="low") for each in project.stations),
    )
    assert waiting(project) == set()


def test_an_edited_message_stays_out_and_the_plan_says_why(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    assert heard(planned(project)) == {f"tin-{number}" for number in range(6)}
    result = planned(reworded(project))
    assert heard(result) == {f"tin-{number}" for number in range(1, 6)}
    (out,) = result.unapproved
    assert out.subject == FIRST
    assert out.name == "quanh-nam/tin-0"
    assert "25/11/2026" in out.why


def test_nothing_is_approved_by_default(tmp_path: Path) -> None:
    project = small_project(tmp_path).but(approvals=())
    assert refused(project) == {"plan.nothing-approved", "plan.unapproved"}


@pytest.mark.parametrize("change", [another_call, another_opening])
def test_without_frame_or_call_nothing_can_be_said(
    tmp_path: Path, change: Callable[[Project], Project]
) -> None:
    assert refused(change(small_project(tmp_path))) == {"plan.nothing-approved", "plan.unapproved"}


def test_the_last_word_counts(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    withdrawn = Approval(
        subject=FIRST, verdict="withdrawn", by="B", role="b", at=NOW + timedelta(hours=1)
    )
    without = project.but(approvals=(*project.approvals, withdrawn))
    assert "tin-0" not in heard(planned(without))
    assert "B đã rút duyệt" in planned(without).unapproved[0].why
    again = next(each for each in project.approvals if each.subject == FIRST)
    assert "tin-0" in heard(planned(without.but(approvals=(*without.approvals, again))))


def test_a_stations_own_words_need_approval_of_their_own(tmp_path: Path) -> None:
    project = small_project(tmp_path, stations=3)
    first, *others = project.stations
    own = first.but(lexicon=(Lexeme(written="tin thứ một", spoken="tin đầu", layer="station"),))
    changed = project.but(stations=(own, *others))
    result = planned(changed)
    by_code = {each.station.code: each for each in result.bundles}
    said = {
        code: {element.message for each in bundle.bulletins for element in each.rundown}
        for code, bundle in by_code.items()
    }
    assert "tin-0" not in said[own.code]
    assert all("tin-0" in said[each.code] for each in others)
    (out,) = result.unapproved
    assert (out.subject, out.stations) == (FIRST, (own.code,))

    both = next(each for each in approved(changed).approvals if each.subject == FIRST)
    assert len(both.heard) == 2
    assert planned(approved(changed)).unapproved == ()


def test_a_station_with_nothing_approved_is_silent_and_the_others_are_not(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    high = project.voices["thu"].but(id="cao", choices=(TONE.but(settings={"pitch": 900}),))
    first, second = project.stations
    own = first.but(voices={"A": "cao", "B": "cao"})
    result = planned(project.but(voices={**project.voices, "cao": high}, stations=(own, second)))
    assert {name.partition("/")[0] for name in result.voiceless} == {own.code}
    assert len(result.voiceless) == len(result.bundles[1].bulletins) == 7


def test_a_new_station_whose_name_is_said_as_written_needs_no_new_approval(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    new = project.stations[0].but(code="00009", name="xã Mường Lay")
    grown = project.but(stations=(*project.stations, new))
    assert waiting(grown) == set()
    odd = grown.but(lexicon=(Lexeme(written="Mường Lay", spoken="Mường Lây"),))
    assert waiting(odd) == {FRAME}


def test_a_draft_holds_everything_and_says_aloud_what_it_is(tmp_path: Path) -> None:
    project = small_project(tmp_path).but(approvals=())
    result = planned(project, draft=True)
    assert result.draft
    assert heard(result) == {f"tin-{number}" for number in range(6)}
    assert all(each.rundown[0].script[0].spoken == "Bản thử." for each in result.bulletins)
    assert all(each.tag.title.startswith("BẢN THỬ") for each in result.bulletins)
    assert result.approvals == result.unapproved == ()


def test_only_the_weeks_own_campaigns_are_asked_about(tmp_path: Path) -> None:
    season = Season(day=30, month=7, before=10, after=0)
    project = small_project(tmp_path, season=season)
    kept = tuple(each for each in project.approvals if each.subject.campaign != "theo-mua")
    assert planned(project.but(approvals=kept)).unapproved == ()


def test_the_plan_names_who_approved_what_is_in_it(tmp_path: Path) -> None:
    result = planned(small_project(tmp_path))
    assert {each.subject for each in result.approvals} == {
        FRAME,
        CALL,
        *(Subject(campaign="quanh-nam", message=f"tin-{number}") for number in range(6)),
    }
    assert {each.at for each in result.approvals} == {NOW}
    assert isinstance(result.approvals[0].at, datetime)


def test_a_proof_holds_what_was_written_beside_what_is_said(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    (proof,) = proofs(project, [FIRST])
    assert proof.task == "Nâng cao cảnh giác."
    (rendition,) = proof.renditions
    assert rendition.digest == Renditions.of(project).all(FIRST)[0]
    assert rendition.script[0].written.startswith("Đây là tin thứ một")
    assert rendition.stations == tuple(each.name for each in project.stations)
    assert 3 < rendition.seconds < 30


@pytest.mark.parametrize("folder", [ROOT, ROOT / "pipeline" / "project" / "template"])
def test_samples_carry_a_sample_approval_of_what_they_say_now(folder: Path) -> None:
    found = standings(load(folder))
    assert [each.name for each in found if each.why] == [], (
        "a sample or its reading changed; look at it, then there: "
        "truyenthanh approve --all --sample --yes"
    )
    assert all(each.last and each.last.sample for each in found)
