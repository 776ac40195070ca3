"""Answer a menu, blind: nothing shows who answered how until all have, or the time is up."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.casework.answer_menu import NOT_FOUND, AnswerMenu, answer_menu, close_round
from bot.casework.membership import Actor
from bot.casework.propose import sweep
from bot.casework.set_agenda import SetAgenda, set_agenda
from bot.mediation.caucus import PrivateText, Reason
from bot.mediation.proposals import MAX_ROUNDS
from bot.mediation.refusals import MovedOn, Outsider, Overtaken, Unclear
from bot.mediation.stages import Stage
from bot.mediation.terms import Term
from tests.casework.world import ALEX, ANNA, BEA, BEN, GUEST, World, memory_world


def test_one_answer_changes_nothing_that_anybody_else_can_see(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    before = (world.case(case.id), list(world.room.shown), world.texts(case.id))
    world.answer(case, ANNA, 0, 1)
    assert (world.case(case.id), list(world.room.shown), world.texts(case.id)) == before
    assert world.opened(case, BEN).caucus.answers == ()


def test_the_offer_that_both_could_sign_is_the_one_to_sign(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    world.answer(case, ANNA, 1, 2)
    world.answer(case, BEN, 2)
    signing = world.case(case.id)
    assert signing.stage is Stage.SIGNING
    assert signing.round is not None
    assert (signing.round.accepted, signing.round.closed) == (2, True)
    assert "Every side could sign package C." in world.texts(case.id)


def test_of_several_that_both_could_sign_the_menus_first_one_is_taken(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    world.answer(case, BEN, 2, 1)
    world.answer(case, ANNA, 1, 2)
    signing = world.case(case.id)
    assert signing.round is not None
    assert signing.round.accepted == 1


@pytest.mark.parametrize(
    ("annas", "bens"),
    [((), ()), ((0,), ()), ((), (0,)), ((0,), (1,)), ((0, 1), (2,))],
)
def test_whoever_declined_the_same_words_are_said(
    annas: tuple[int, ...], bens: tuple[int, ...]
) -> None:
    world = memory_world()
    case = world.case_at(Stage.PROPOSED)
    world.answer(case, ANNA, *annas)
    world.answer(case, BEN, *bens)
    following = world.case(case.id)
    assert following.round is not None
    assert (following.stage, following.round.number) == (Stage.PROPOSED, 2)
    said = world.texts(case.id)
    assert said[said.index(NOT_FOUND) - 1].startswith("A: "), "right after the packages"
    assert world.room.note_texts()[-1] == (
        "No package suited every side, so here are new ones. Each side answers in private."
    )


def test_a_form_that_says_nothing_is_no_answer(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    with pytest.raises(Unclear, match="Tick what you could sign") as refused:
        world.answer(case, ANNA, reason=None)
    assert refused.value.field == "reason"
    assert world.opened(case, ANNA).caucus.answers == ()


NEW_TERM = Term("own-contact", "Named contact", ("none", "one person"), today=0)


@pytest.mark.parametrize("misses", [ANNA, BEN])
def test_where_a_term_is_missing_the_terms_open_again_in_the_same_words(misses: Actor) -> None:
    world = memory_world()
    case = world.case_at(Stage.PROPOSED)
    other = BEN if misses is ANNA else ANNA
    world.answer(case, misses, reason=Reason.SOMETHING_MISSING)
    world.answer(case, other, 0)
    open_again = world.case(case.id)
    assert open_again.stage is Stage.AGENDA
    assert open_again.agenda is not None
    assert (open_again.agenda.confirmed_by, open_again.rated) == (frozenset(), frozenset())
    assert world.room.note_texts()[-1].startswith("No package suited every side, so the terms")
    assert "Borealis" not in world.room.note_texts()[-1]


def test_what_was_missing_is_in_the_next_menu(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    world.answer(case, ANNA, reason=Reason.SOMETHING_MISSING)
    world.answer(case, BEN, reason=Reason.SOMETHING_MISSING)
    agenda = world.case(case.id).agenda
    assert agenda is not None
    added = SetAgenda(case.id, agenda.edition, (*agenda.terms, NEW_TERM))
    world.act(set_agenda, added, by=BEN)
    world.agree_terms(case, ANNA)
    assert world.case(case.id).stage is Stage.RATING
    for person in (ANNA, BEN):
        world.rate_at_once(case, person)
    following = world.case(case.id)
    assert following.round is not None
    assert (following.stage, following.round.number) == (Stage.PROPOSED, 2)
    assert following.agenda is not None
    assert {len(o.package) for o in following.round.offers} == {len(following.agenda.terms)}
    assert following.agenda.terms[-1] == NEW_TERM


def test_in_the_last_round_a_missing_term_comes_too_late(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    for _ in range(MAX_ROUNDS - 1):
        world.answer(case, ANNA)
        world.answer(case, BEN)
    world.answer(case, ANNA, reason=Reason.SOMETHING_MISSING)
    world.answer(case, BEN)
    assert world.case(case.id).stage is Stage.NO_OVERLAP


def test_until_the_other_has_answered_a_side_may_change_its_answer(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    world.answer(case, ANNA, 0)
    world.answer(case, ANNA, 1)
    world.answer(case, BEN, 0, 1)
    closed = world.case(case.id).round
    assert closed is not None
    assert closed.accepted == 1


def test_a_colleague_does_not_overwrite_an_answer_unseen(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    revision = world.opened(case, ANNA).caucus.revision
    world.answer(case, ANNA, 0, revision=revision)
    with pytest.raises(Overtaken, match="kept below"):
        world.answer(case, ALEX, 2, revision=revision)
    kept = world.caucus(case, world.side(ANNA).id).answer_to(1)
    assert kept is not None
    assert kept.could_sign == {0}


def test_a_decline_keeps_its_reason_and_an_acceptance_needs_none(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    remark = "  The cap is missing.  "
    world.answer(case, ANNA, reason=Reason.TOO_MUCH, term="payment", remark=remark)
    declined = world.caucus(case, world.side(ANNA).id).answer_to(1)
    assert declined is not None
    assert (declined.reason, declined.term) == (Reason.TOO_MUCH, "payment")
    assert declined.remark == PrivateText("The cap is missing.", owner=world.side(ANNA).id)
    world.answer(case, ANNA, 1, reason=Reason.TOO_MUCH, term="payment", remark=" ")
    accepted = world.caucus(case, world.side(ANNA).id).answer_to(1)
    assert accepted is not None
    assert (accepted.reason, accepted.term, accepted.remark) == (None, None, None)


def test_a_never_names_its_term(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    with pytest.raises(Unclear) as refused:
        world.answer(case, ANNA, reason=Reason.NEVER)
    assert refused.value.field == "term"


@pytest.mark.parametrize("chosen", [3, 99, -1])
def test_only_what_is_shown_can_be_chosen(world: World, chosen: int) -> None:
    case = world.case_at(Stage.PROPOSED)
    with pytest.raises(Unclear, match="packages shown"):
        world.answer(case, ANNA, chosen)


def test_an_answer_to_an_earlier_menu_is_not_taken_for_this_one(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    world.answer(case, ANNA)
    world.answer(case, BEN)
    with pytest.raises(MovedOn, match="replaced by new ones"):
        world.act(answer_menu, AnswerMenu(case.id, 1, frozenset({0})), by=ANNA)


def test_between_a_closed_round_and_the_next_nothing_is_answered(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    world.answer(case, ANNA)
    world.commit(answer_menu, AnswerMenu(case.id, 1, frozenset(), Reason.UNSAID), by=BEN)
    with pytest.raises(MovedOn, match="This round has closed"):
        world.commit(answer_menu, AnswerMenu(case.id, 1, frozenset({0})), by=BEA)


def test_the_same_answer_sent_twice_counts_once(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    for _ in range(2):
        world.answer(case, ANNA, 0)
    assert len(world.caucus(case, world.side(ANNA).id).answers) == 1
    assert world.case(case.id) == case


def test_outsiders_answer_nothing(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    with pytest.raises(Outsider):
        world.answer(case, GUEST, 0)


@pytest.mark.parametrize("stage", [Stage.RATING, Stage.SIGNING, Stage.AGREED])
def test_at_any_other_stage_the_form_has_moved_on(world: World, stage: Stage) -> None:
    case = world.case_at(stage)
    with pytest.raises(MovedOn):
        world.act(answer_menu, AnswerMenu(case.id, 1, frozenset({0})), by=ANNA)


class TestTheDeadline:
    def test_a_round_waits_for_it_to_the_second(self, world: World) -> None:
        case = world.case_at(Stage.PROPOSED)
        assert case.round is not None
        assert case.round.deadline - case.round.opened_at == timedelta(days=3)
        world.clock.forward(days=3, seconds=-1)
        assert sweep(store=world.store, clock=world.clock) == 0
        world.clock.forward(seconds=1)
        assert sweep(store=world.store, clock=world.clock) == 1
        assert sweep(store=world.store, clock=world.clock) == 0

    def test_silence_of_one_side_is_told_in_the_same_words_as_a_decline(self) -> None:
        told = []
        for bens in (None, (1,)):
            world = memory_world()
            case = world.case_at(Stage.PROPOSED)
            world.answer(case, ANNA, 0)
            if bens is not None:
                world.answer(case, BEN, *bens)
            else:
                world.clock.forward(days=4)
                sweep(store=world.store, clock=world.clock)
                world.run_jobs()
            told.append((world.texts(case.id), world.room.note_texts()))
        assert told[0] == told[1]

    def test_a_late_answer_finds_the_next_menu(self, world: World) -> None:
        case = world.case_at(Stage.PROPOSED)
        world.clock.forward(days=4)
        sweep(store=world.store, clock=world.clock)
        world.run_jobs()
        with pytest.raises(MovedOn):
            world.act(answer_menu, AnswerMenu(case.id, 1, frozenset({0})), by=ANNA)

    def test_the_last_round_ends_the_case_honestly(self, world: World) -> None:
        case = world.case_at(Stage.PROPOSED)
        for _ in range(3):
            world.clock.forward(days=4)
            assert sweep(store=world.store, clock=world.clock) == 1
            world.run_jobs()
        ended = world.case(case.id)
        assert (ended.stage, ended.ended_because) == (Stage.NO_OVERLAP, NOT_FOUND)

    def test_a_round_is_closed_once(self, world: World) -> None:
        case = world.case_at(Stage.PROPOSED)
        world.answer(case, ANNA)
        world.answer(case, BEN)
        closed = replace(world.case(case.id), rounds=world.case(case.id).rounds[:1])
        with world.store() as uow, pytest.raises(MovedOn):
            close_round(closed, uow=uow, now=world.clock.now())


def test_the_request_prints_nothing_of_the_answer() -> None:
    asked = AnswerMenu("c1", 2, frozenset({1}), Reason.NEVER, "canary", "canary")
    assert repr(asked) == "AnswerMenu(case_id='c1', round=2, revision=None)"
