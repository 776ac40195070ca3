"""Trades are for the asker alone: from a message, or from a case's terms as they stand."""

from dataclasses import replace

import pytest

from bot.casework.membership import Actor
from bot.casework.shown import Origin, TradesShown
from bot.casework.suggest_trades import answered_in, prepare_trades, public_terms
from bot.mediation.people import Person, PersonId, TradeRole
from bot.mediation.stages import Stage
from tests.casework.fakes import ScriptedFacilitator
from tests.casework.world import (
    ANNA,
    BEN,
    CHANNEL,
    GUEST,
    IN_THREAD,
    MESSAGE,
    PEOPLE,
    STRANGER,
    WORKSPACE,
    World,
    memory_world,
)

VIEW = "V1"


@pytest.fixture
def world() -> World:
    return memory_world()


def trading(
    world: World,
    by: Actor = ANNA,
    origin: Origin = IN_THREAD,
    case_id: str = "",
    end: TradeRole = TradeRole.UNSAID,
) -> TradesShown:
    prepare_trades(
        VIEW, origin, by, case_id=case_id, workspace=WORKSPACE, store=world.store,
        room=world.room, facilitator=world.words, clock=world.clock, end=end,
    )  # fmt: skip
    shown = world.room.modals[VIEW]
    assert isinstance(shown, TradesShown)
    return shown


def test_they_are_for_the_message_and_from_the_askers_end(world: World) -> None:
    world.raise_case()
    (trade,) = trading(world).trades
    assert trade.words == f"About {MESSAGE.text}"
    assert (trade.costs_you, trade.helps_them) == ("costs customer", "helps Borealis")
    (trade,) = trading(world, by=BEN).trades
    assert (trade.costs_you, trade.helps_them) == ("costs provider", "helps Acme")


@pytest.mark.parametrize(
    ("text", "locale", "language"),
    [("Hola", "es-ES", "es"), ("Hola", "en-GB", "en"), ("¿Pagamos antes?", "en-GB", "es")],
)
def test_where_no_trade_is_found_the_text_or_its_writer_says_in_which_language(
    world: World, text: str, locale: str, language: str
) -> None:
    world.raise_case()
    with world.store() as uow:
        known = uow.directory.person(ANNA.person)
        assert known is not None
        uow.directory.remember(replace(known, locale=locale))
        assert (
            answered_in(text, ANNA, workspace=WORKSPACE, uow=uow, facilitator=world.words)
            == language
        )


def test_whose_end_is_not_known_is_asked_for_it_and_sees_them_from_there(world: World) -> None:
    shown = trading(world, by=BEN)
    assert shown.asks_end == IN_THREAD
    (trade,) = shown.trades
    assert trade.costs_you == "costs unsaid"
    shown = trading(world, by=BEN, end=TradeRole.PROVIDER)
    assert shown.asks_end is None
    assert shown.trades[0].costs_you == "costs provider"


def test_whose_end_is_known_is_not_asked(world: World) -> None:
    world.raise_case()
    shown = trading(world, by=BEN, end=TradeRole.CUSTOMER)
    assert shown.asks_end is None
    assert shown.trades[0].costs_you == "costs provider"


def test_they_are_for_who_is_on_a_side(world: World) -> None:
    for person in (GUEST, STRANGER):
        shown = trading(world, by=person)
        assert shown.trades == ()
        assert shown.instead


def test_somebody_new_in_the_channel_is_looked_up_first(world: World) -> None:
    kim = Actor(PersonId("UKIM"), ANNA.team)
    world.room.members[CHANNEL] = [*PEOPLE, Person(kim.person, "Kim", kim.team)]
    assert trading(world, by=kim).trades


def test_in_a_case_they_are_between_its_terms_from_what_holds(world: World) -> None:
    case = world.case_at(Stage.AGENDA)
    assert case.agenda is not None
    trade, *_ = trading(world, case_id=case.id).trades
    assert all(t.name in trade.words for t in case.agenda.terms)


def test_in_a_case_without_terms_they_are_for_its_words(world: World) -> None:
    case = world.raise_case()
    (trade,) = trading(world, case_id=case.id).trades
    assert "Late in May" in trade.words


def test_a_usual_value_is_a_guess_until_both_sides_have_checked_it(world: World) -> None:
    case = world.case_at(Stage.AGENDA)
    assert case.agenda is not None
    guess = replace(case.agenda.terms[0], today=0, today_is_usual=True)
    open_yet = replace(case.agenda, terms=(guess,), confirmed_by=frozenset())
    assert public_terms(replace(case, agenda=open_yet)) == (guess,)
    checked = replace(open_yet, confirmed_by=case.side_ids)
    assert public_terms(replace(case, agenda=checked)) == (replace(guess, today_is_usual=False),)


def test_a_sides_own_ratings_give_it_swaps_that_are_ready_to_copy(world: World) -> None:
    case = world.case_at(Stage.RATING)
    assert trading(world, case_id=case.id).swaps == ()
    world.rate_at_once(case, ANNA)
    own = trading(world, case_id=case.id).swaps
    assert own
    assert all(" for " in swap.words and swap.costs_you for swap in own)


def test_nobody_sees_swaps_from_another_sides_ratings(world: World) -> None:
    case = world.case_at(Stage.RATING)
    world.rate_at_once(case, ANNA)
    for person in (BEN, GUEST, STRANGER):
        assert trading(world, by=person, case_id=case.id).swaps == ()


def test_better_words_follow_the_first_where_a_model_has_some_and_the_form_is_open(
    world: World,
) -> None:
    assert isinstance(world.words, ScriptedFacilitator)
    world.words.by_model = True
    case = world.case_at(Stage.AGENDA)
    assert trading(world, case_id=case.id).trades[0].words.startswith("Better: ")
    world.room.closed_modals.add(VIEW)
    before = world.room.modals[VIEW]
    assert trading(world, by=BEN, case_id=case.id) == before


def test_of_anothers_message_nothing_goes_to_a_model(world: World) -> None:
    assert isinstance(world.words, ScriptedFacilitator)
    world.words.by_model = True
    world.raise_case()
    mine, theirs = trading(world, by=BEN).trades, trading(world, by=ANNA).trades
    assert MESSAGE.author == BEN.person
    assert mine[0].words.startswith("Better: ")
    assert not theirs[0].words.startswith("Better: ")
