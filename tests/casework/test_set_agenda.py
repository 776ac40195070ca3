"""The terms on the table: suggested once, then the same edition confirmed by every side."""

from dataclasses import replace

import pytest

from bot.casework.frame import confirmed_brief
from bot.casework.set_agenda import SetAgenda, as_text, set_agenda, suggest_agenda
from bot.mediation.refusals import MovedOn, Outsider, Overtaken, Unclear
from bot.mediation.stages import Stage
from bot.mediation.statements import Brief
from bot.mediation.terms import MAX_TERMS, Agenda, Term
from tests.casework.fakes import TERMS, ScriptedFacilitator
from tests.casework.world import ALEX, ANNA, BEN, GUEST, World, memory_world

FEWER = TERMS[:2]


def test_terms_are_suggested_from_public_texts_once(world: World) -> None:
    case = world.case_at(Stage.AGENDA)
    assert case.agenda == Agenda(TERMS)
    suggest_agenda(case.id, store=world.store, facilitator=world.words, clock=world.clock)
    assert world.case(case.id) == case
    assert [t for t in world.texts(case.id) if t.startswith("Terms were suggested")] == [
        "Terms were suggested: " + as_text(Agenda(TERMS))
    ]


def test_terms_are_suggested_from_what_each_side_let_stand_and_from_nothing_else(
    world: World,
) -> None:
    case = world.raise_case()
    for person in (ANNA, BEN):
        world.tell(case, person, happened="Late. We could take 45 days.", why="45 is fine.",
                   why_shared=True)  # fmt: skip
    world.confirm(case, ANNA, account="Late.", wants="A plan.", needs="")
    world.confirm(case, BEN, account="Late, we know.", wants="A call.", needs="Calm.")
    world.bargain(case, ANNA)
    assert isinstance(world.words, ScriptedFacilitator)
    heard = [h for h in world.words.heard if isinstance(h, Brief)][-1]
    assert heard == confirmed_brief(world.case(case.id))
    assert [(s.happened, s.wants, s.why) for s in heard.statements] == [
        ("Late.", "A plan.", ""),
        ("Late, we know.", "A call.", "Calm."),
    ]


def test_why_no_model_suggested_the_terms_is_kept_until_they_are_changed(world: World) -> None:
    assert isinstance(world.words, ScriptedFacilitator)
    world.words.notice = "The model was asleep."
    agenda = world.case_at(Stage.AGENDA).agenda
    assert agenda is not None
    assert agenda.notice == "The model was asleep."
    assert agenda.edited(FEWER, by=next(iter(world.case_at(Stage.AGENDA).side_ids))).notice == ""


def test_both_confirm_and_the_rating_begins(world: World) -> None:
    case = world.case_at(Stage.AGENDA)
    assert world.agree_terms(case, BEN).stage is Stage.AGENDA
    assert world.agree_terms(case, ANNA).stage is Stage.RATING


def test_confirming_twice_is_confirming_once(world: World) -> None:
    case = world.case_at(Stage.AGENDA)
    for person in (ANNA, ANNA, ALEX):
        again = world.agree_terms(case, person)
    assert (again.stage, again.agenda and again.agenda.edition) == (Stage.AGENDA, 1)


def test_a_change_makes_an_edition_that_the_other_side_confirms_again(world: World) -> None:
    case = world.case_at(Stage.AGENDA)
    world.agree_terms(case, BEN)
    changed = world.agree_terms(case, ANNA, terms=FEWER)
    assert changed.stage is Stage.AGENDA
    assert changed.agenda is not None
    assert changed.agenda.edition == 2
    assert changed.agenda.confirmed_by == {world.side(ANNA).id}
    assert world.agree_terms(case, BEN).stage is Stage.RATING
    assert (
        "The terms were changed. Each side checks them as they stand now."
        in world.room.note_texts()
    )


def test_each_edition_is_announced_once(world: World) -> None:
    case = world.case_at(Stage.AGENDA)
    world.agree_terms(case, ANNA, terms=FEWER)
    world.agree_terms(case, BEN, terms=TERMS)
    world.run_again()
    changed = "The terms were changed. Each side checks them as they stand now."
    assert world.room.note_texts().count(changed) == 2


def test_a_form_that_showed_an_older_edition_is_overtaken(world: World) -> None:
    case = world.case_at(Stage.AGENDA)
    world.agree_terms(case, ANNA, terms=FEWER)
    with pytest.raises(Overtaken):
        world.agree_terms(case, BEN, edition=1, terms=TERMS)
    held = world.case(case.id).agenda
    assert held is not None
    assert held.terms == FEWER


@pytest.mark.parametrize(
    "terms",
    [(), (TERMS[0], TERMS[0]), tuple(replace(TERMS[0], key=f"k{n}") for n in range(MAX_TERMS + 1))],
    ids=["none", "one twice", "too many"],
)
def test_what_is_no_agenda_is_refused_and_nothing_changes(
    world: World, terms: tuple[Term, ...]
) -> None:
    case = world.case_at(Stage.AGENDA)
    with pytest.raises(Unclear) as refused:
        world.agree_terms(case, ANNA, terms=terms)
    assert refused.value.field == "terms"
    assert world.case(case.id) == case


def test_outsiders_put_nothing_on_the_table(world: World) -> None:
    case = world.case_at(Stage.AGENDA)
    with pytest.raises(Outsider):
        world.agree_terms(case, GUEST)


def test_before_the_terms_are_there_patience_is_asked_for() -> None:
    world = memory_world()
    case = world.case_at(Stage.FRAMED)
    from bot.casework.verdict import give_verdict

    world.commit(give_verdict, case.id, by=ANNA, settles=False)
    with pytest.raises(MovedOn, match="still being put together"):
        world.commit(set_agenda, SetAgenda(case.id, 1, TERMS), by=ANNA)


@pytest.mark.parametrize("stage", [Stage.FRAMED, Stage.RATING, Stage.AGREED])
def test_at_any_other_stage_the_terms_stand(world: World, stage: Stage) -> None:
    case = world.case_at(stage)
    with pytest.raises(MovedOn):
        world.act(set_agenda, SetAgenda(case.id, 1, FEWER), by=ANNA)


def test_todays_value_is_marked_in_the_text() -> None:
    assert as_text(Agenda(FEWER)) == (
        "On-time target: 95 % (today) / 96 % / 97 % / 98 %; "
        "Payment days: 30 days / 45 days / 60 days (today)"
    )
