"""Whoever writes what a facilitator keeps out of is told whom of their own side to turn to."""

from dataclasses import replace

from bot.casework.asking import Stop
from bot.casework.heed import SaidAgain, answered_for, ask_about, heed, turn_to
from bot.casework.membership import Actor
from bot.casework.prepare_home import answer_direct
from bot.casework.shown import TradesShown
from bot.casework.suggest_trades import prepare_trades
from bot.mediation.concerns import Concern
from bot.mediation.ladder import Ladder
from bot.mediation.people import (
    ChannelId,
    Membership,
    Partnership,
    PartnershipId,
    Person,
    Side,
    SideId,
)
from tests.casework.fakes import ScriptedFacilitator
from tests.casework.world import (
    ACME,
    ALEX,
    ANNA,
    BEN,
    CHANNEL,
    GUEST,
    IN_THREAD,
    MESSAGE,
    STRANGER,
    WORKSPACE,
    World,
)


def _turn_to(world: World, actor: Actor) -> str:
    with world.store() as uow:
        return turn_to(actor, CHANNEL, WORKSPACE, uow=uow)


def _side_of(world: World, actor: Actor) -> SideId:
    found = world.partnership
    return next(s.id for s in found.sides if s.team_id == actor.team)


def _climbs(world: World, actor: Actor, *people: Actor) -> None:
    with world.store() as uow:
        ladder = Ladder(tuple(p.person for p in people))
        uow.preferences.keep(WORKSPACE, _side_of(world, actor), ladder)
        uow.commit()


def test_the_first_of_the_side_s_ladder_is_named(world: World) -> None:
    world.raise_case()
    _climbs(world, ANNA, ANNA, ALEX)
    named = _turn_to(world, ANNA)
    with world.store() as uow:
        known = uow.directory.person(ALEX.person)
    assert known is not None
    assert named == known.name


def test_nobody_of_the_other_side_is_ever_named(world: World) -> None:
    world.raise_case()
    _climbs(world, BEN, BEN)
    with world.store() as uow:
        known = uow.directory.person(BEN.person)
    assert known is not None
    assert _turn_to(world, ANNA) != known.name


def test_who_is_alone_or_unknown_is_told_in_general(world: World) -> None:
    assert _turn_to(world, STRANGER) == ""


def test_an_ordinary_text_passes_and_one_passage_stops_it(world: World) -> None:
    watch = ScriptedFacilitator(keeps_out={Concern.THREAT: "or else"})

    def told(*texts: str) -> Stop | None:
        with world.store() as uow:
            return heed(texts, STRANGER, CHANNEL, workspace=WORKSPACE, uow=uow, watch=watch)

    assert told("Late again.", "Two days.") is None
    stop = told("Late again.", "Pay, or else.")
    assert stop is not None
    assert stop.sentence == "Please speak with somebody."


def _watching() -> ScriptedFacilitator:
    return ScriptedFacilitator(keeps_out={Concern.THREAT: MESSAGE.text[:12]})


def test_no_trades_are_named_for_a_message_that_parley_keeps_out_of(world: World) -> None:
    prepare_trades(
        "V1",
        IN_THREAD,
        ANNA,
        case_id="",
        workspace=WORKSPACE,
        store=world.store,
        room=world.room,
        facilitator=_watching(),
        clock=world.clock,
    )
    shown = world.room.modals["V1"]
    assert isinstance(shown, TradesShown)
    assert shown.trades == ()
    assert shown.instead.startswith("Please speak with ")


def test_what_is_written_to_parley_alone_is_heeded_too(world: World) -> None:
    answer_direct(
        "direct:1",
        IN_THREAD,
        ANNA,
        workspace=WORKSPACE,
        store=world.store,
        room=world.room,
        facilitator=_watching(),
        clock=world.clock,
    )
    shown = world.room.answers["direct:1"].trades
    assert shown.trades == ()
    assert shown.instead.startswith("Please speak with ")


def test_each_text_is_looked_at_by_itself_and_the_gravest_is_told(world: World) -> None:
    keeps_out = {Concern.COMPETITION: "rival", Concern.THREAT: "or else", Concern.SAFETY: "a\nb"}
    watch = ScriptedFacilitator(keeps_out=keeps_out)
    with world.store() as uow:

        def told(*texts: str) -> Stop | None:
            return heed(texts, ANNA, CHANNEL, workspace=WORKSPACE, uow=uow, watch=watch)

        assert told("a", "b") is None
        stop = told("Their rival charges less.", "Pay, or else.")
    assert stop is not None
    assert stop.concern is Concern.THREAT


def test_of_several_doubts_the_gravest_is_asked_about_first(world: World) -> None:
    suspects = {Concern.COMPETITION: "rival", Concern.THREAT: "or else"}
    watch = ScriptedFacilitator(suspects=suspects)
    texts = ("Their rival charges less.", "Pay, or else.")
    with world.store() as uow:
        stop = ask_about(texts, ANNA, CHANNEL, workspace=WORKSPACE, uow=uow, watch=watch)
        again = SaidAgain(asked=frozenset({Concern.THREAT}))
        rest = ask_about(
            texts, ANNA, CHANNEL, workspace=WORKSPACE, uow=uow, watch=watch, said_again=again
        )
    assert stop is not None
    assert (stop.concern, stop.in_doubt) == (Concern.THREAT, True)
    assert rest is not None
    assert rest.concern is Concern.COMPETITION


def test_a_side_has_answered_for_what_it_sent_and_for_nothing_of_the_other_s(
    world: World,
) -> None:
    case = world.raise_case()
    world.tell(case, ANNA, happened="Late by two days.", private="Cash is short.")
    world.tell(case, BEN, happened="Late by one day.")
    with world.store() as uow:
        hers, his = (answered_for(case.id, who, uow=uow) for who in (ANNA, BEN))
        assert answered_for(case.id, STRANGER, uow=uow) == frozenset()
        assert answered_for("", ANNA, uow=uow) == frozenset()
    assert "Late by two days." in hers
    assert "Late by one day." in his
    assert "Cash is short." not in hers | his, "what is private is opened for no such thing"
    assert "Late by one day." not in hers


ELSEWHERE_CHANNEL = ChannelId("C0")


def _with_another_supplier(world: World) -> None:
    """A partnership of ANNA's company with Globex."""
    held = world.partnership
    ours = next(s for s in held.sides if s.team_id == ANNA.team)
    theirs = Side(SideId("S-globex"), "Globex")
    since = held.members[0].since
    with world.store() as uow:
        uow.partnerships.save(
            Partnership(
                PartnershipId("P0"),
                WORKSPACE,
                (replace(ours, id=SideId("S-ours")), theirs),
                (ELSEWHERE_CHANNEL,),
                tuple(Membership(p.person, SideId("S-ours"), since) for p in (ANNA, ALEX)),
            )
        )
        uow.directory.remember(Person(ALEX.person, "Alex", ACME))
        uow.commit()


def test_another_partnership_s_supplier_is_none_of_the_companies_of_this_channel(
    world: World,
) -> None:
    world.raise_case()
    _with_another_supplier(world)
    watch = ScriptedFacilitator()
    with world.store() as uow:
        for channel in (CHANNEL, ELSEWHERE_CHANNEL):
            ask_about(("Late.",), ANNA, channel, workspace=WORKSPACE, uow=uow, watch=watch)
    here, there = (set(h[1]) for h in watch.heard if isinstance(h, tuple) and h[0] == "suspect")
    assert "Globex" not in here
    assert "Globex" in there


def test_a_person_of_the_channel_s_own_partnership_is_named_first(world: World) -> None:
    world.raise_case()
    _with_another_supplier(world)
    _climbs(world, ANNA, GUEST)
    with world.store() as uow:
        uow.directory.remember(Person(GUEST.person, "Gus", ACME))
        uow.commit()
    with world.store() as uow:
        named = [turn_to(ANNA, c, WORKSPACE, uow=uow) for c in (CHANNEL, ELSEWHERE_CHANNEL)]
    assert named == ["Gus", "Alex"]
