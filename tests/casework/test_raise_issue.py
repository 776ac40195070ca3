"""Raise an issue: a title, two sides, and a card in the thread."""

from dataclasses import replace
from itertools import cycle

import pytest

from bot.casework.clarify import OpenClarification, open_clarification
from bot.casework.learn_channel import learn_channel
from bot.casework.membership import Actor, NotYetKnown, side_of
from bot.casework.raise_issue import MAX_TITLE, Other
from bot.casework.shown import Origin
from bot.casework.verdict import withdraw
from bot.mediation.clarification import Outcome
from bot.mediation.issues import GapKind
from bot.mediation.people import ChannelId, TeamId, TradeRole
from bot.mediation.refusals import MovedOn, Outsider, Overtaken, Refusal, Unclear
from bot.mediation.stages import Stage
from bot.mediation.statements import CommonStatement
from tests.casework.world import (
    ACME,
    ALEX,
    ANNA,
    BEA,
    BEN,
    CHANNEL,
    GUEST,
    IN_THREAD,
    MESSAGE,
    PEOPLE,
    STRANGER,
    WORKSPACE,
    World,
    on_record,
)


def test_it_becomes_a_case_of_both_sides_with_a_card(world: World) -> None:
    case = world.raise_case(title="  Late \n in  May ", happened="  Three orders.  ")
    assert (case.number, case.stage) == (1, Stage.CLARIFYING)
    assert (case.issue.title, case.issue.happened) == ("Late in May", "Three orders.")
    assert [s.name for s in case.sides] == ["Acme", "Borealis"]
    assert case.issue.raised_by == ANNA.person
    assert world.room.cards[case.id] == case
    assert world.texts(case.id) == ["Acme raised “Late in May”: Three orders."]


def test_numbers_go_on_counting(world: World) -> None:
    assert [world.raise_case(by=who).number for who in (ANNA, BEN, ALEX)] == [1, 2, 3]


def test_of_two_who_raise_one_message_the_second_reads_who_was_faster(world: World) -> None:
    on_record(world.store, world.room)
    world.raise_case(by=ALEX)
    with pytest.raises(Overtaken, match="Alex has raised this message as case 1 already"):
        world.raise_case(by=BEN, beside=0)
    with pytest.raises(Overtaken, match="You have raised"):
        world.raise_case(by=ALEX, beside=0)
    assert world.raise_case(by=BEN, beside=1).number == 2


def test_a_message_whose_case_is_over_is_raised_anew(world: World) -> None:
    first = world.raise_case()
    world.act(withdraw, first.id, by=ANNA)
    assert world.raise_case(beside=0).number == 2


def test_without_a_message_nothing_was_raised_before(world: World) -> None:
    nowhere = Origin(IN_THREAD.channel)
    assert [world.raise_case(origin=nowhere, beside=0).number for _ in range(2)] == [1, 2]


def test_it_keeps_the_message_that_it_came_from(world: World) -> None:
    on_record(world.store, world.room)
    assert world.raise_case(by=BEN).issue.sources == (MESSAGE,)
    assert world.raise_case().thread_ts == "100.1"


def test_without_a_message_it_stands_in_the_channel(world: World) -> None:
    case = world.raise_case(origin=Origin(IN_THREAD.channel))
    assert (case.thread_ts, case.issue.sources) == ("", ())


@pytest.mark.parametrize("title", ["", "   ", "\n\t"])
def test_it_needs_a_title(world: World, title: str) -> None:
    with pytest.raises(Unclear) as refused:
        world.raise_case(title=title)
    assert refused.value.field == "title"
    assert world.room.cards == {}


def test_a_title_is_short_and_the_longest_one_fits(world: World) -> None:
    assert world.raise_case(title="x" * MAX_TITLE).issue.title == "x" * MAX_TITLE
    with pytest.raises(Unclear, match="Shorten the title"):
        world.raise_case(title="x" * (MAX_TITLE + 1))


def test_a_long_story_emoji_and_right_to_left_text_are_kept_as_they_are(world: World) -> None:
    happened = ("🙂 متأخر <!channel> <@U123> " * 800).strip()
    assert len(happened) > 20_000
    case = world.raise_case(happened=happened)
    assert world.case(case.id).issue.happened == happened


def test_the_raisers_end_of_the_trade_gives_the_other_end_too(world: World) -> None:
    roles = [s.trade_role for s in world.raise_case(by=ANNA).sides]
    assert roles == [TradeRole.CUSTOMER, TradeRole.PROVIDER]
    roles = [s.trade_role for s in world.raise_case(by=BEN, trade_role=TradeRole.CUSTOMER).sides]
    assert roles == [TradeRole.PROVIDER, TradeRole.CUSTOMER]
    assert [s.trade_role for s in world.raise_case(trade_role=None).sides] == roles


def test_outsiders_and_unnamed_guests_raise_nothing(world: World) -> None:
    for outsider in (GUEST, Actor(ANNA.person, TeamId("T9"))):
        with pytest.raises(Outsider, match="between Acme and Borealis"):
            world.raise_case(by=outsider)
    with pytest.raises(NotYetKnown):
        world.raise_case(by=STRANGER)
    assert world.room.cards == {}


def test_a_channel_that_was_not_read_yet_asks_for_patience(world: World) -> None:
    with pytest.raises(Refusal, match="still reading this channel"):
        world.raise_case(origin=Origin(ChannelId("C-new")))


class TestFromAClarification:
    def test_it_becomes_the_case_and_its_private_lines_go(self, world: World) -> None:
        on_record(world.store, world.room)
        asked = OpenClarification(WORKSPACE, IN_THREAD, "no fee, I thought")
        opened = world.act(open_clarification, asked, by=ANNA, ids=world.ids)
        case = world.raise_case(clarification_id=opened.id)
        with world.store() as uow:
            became = uow.clarifications.get(opened.id)
            assert uow.clarifications.lines(opened.id) == ()
        assert (became.outcome, became.case_id) == (Outcome.CASE, case.id)
        assert world.room.clarifications[opened.id] == became

    def test_it_becomes_one_case_and_not_two(self, world: World) -> None:
        on_record(world.store, world.room)
        asked = OpenClarification(WORKSPACE, IN_THREAD, "no fee, I thought")
        opened = world.act(open_clarification, asked, by=ANNA, ids=world.ids)
        world.raise_case(clarification_id=opened.id)
        with pytest.raises(MovedOn):
            world.raise_case(by=BEN, clarification_id=opened.id)
        assert len(world.room.cards) == 1


class TestInsideOneWorkspace:
    """A channel of one organisation: who raises an issue names the other side."""

    @pytest.fixture
    def alone(self, world: World) -> World:
        apart = ChannelId("C-inside")
        world.room.shared_by[apart] = [(ACME, "Acme")]
        world.room.members[apart] = [p for p in PEOPLE if p.team_id == ACME]
        return world

    @pytest.fixture
    def inside(self, alone: World) -> Origin:
        origin = Origin(ChannelId("C-inside"), "5.1", "5.1")
        learn_channel(
            origin.channel, workspace=WORKSPACE, store=alone.store, room=alone.room, ids=alone.ids
        )
        return origin

    def test_the_named_people_are_the_other_side(self, alone: World, inside: Origin) -> None:
        other = Other("Gus Carriers", [GUEST.person])
        case = alone.raise_case(origin=inside, other=other)
        assert [s.name for s in case.sides] == ["Acme", "Gus Carriers"]
        told = alone.tell(case, GUEST)
        assert [s.side for s in told.statements] == [case.sides[1].id]

    def test_the_other_side_is_named_once(self, alone: World, inside: Origin) -> None:
        alone.raise_case(origin=inside, other=Other("Gus Carriers", [GUEST.person]))
        again = alone.raise_case(origin=inside, other=Other("gus  carriers", [GUEST.person]))
        assert [s.name for s in again.sides] == ["Acme", "Gus Carriers"]
        without = alone.raise_case(origin=inside)
        assert without.sides == again.sides

    def test_one_team_says_nothing_of_two_departments(self, alone: World, inside: Origin) -> None:
        alone.raise_case(origin=inside, other=Other("Acme Warehouse", [GUEST.person]))
        with pytest.raises(Outsider, match="on neither side"):
            alone.raise_case(origin=inside, by=ALEX)

    def test_who_had_joined_the_one_side_before_is_on_none_until_named(
        self, alone: World, inside: Origin
    ) -> None:
        with alone.store() as uow:
            held = uow.partnerships.of_channel(WORKSPACE, inside.channel)
            assert held is not None
            side_of(uow, held.id, ALEX, channel=None, now=alone.clock.now())
            uow.commit()
        case = alone.raise_case(origin=inside, other=Other("Acme Warehouse", [ALEX.person]))
        assert alone.opened(case, ALEX).side.name == "Acme Warehouse"

    def test_there_is_no_third_side_by_accident(self, alone: World, inside: Origin) -> None:
        alone.raise_case(origin=inside, other=Other("Gus Carriers", [GUEST.person]))
        with pytest.raises(Unclear, match="Acme and Gus Carriers") as refused:
            alone.raise_case(origin=inside, other=Other("Somebody else", [ALEX.person]))
        assert refused.value.field == "other_name"

    @pytest.mark.parametrize(
        ("other", "field"),
        [
            (None, "other_name"),
            (Other("  ", [GUEST.person]), "other_name"),
            (Other("ACME", [GUEST.person]), "other_name"),
            (Other("Gus Carriers", []), "other_people"),
            (Other("Gus Carriers", [GUEST.person, ANNA.person]), "other_people"),
        ],
    )
    def test_an_other_side_that_is_none_is_asked_for_again(
        self, alone: World, inside: Origin, other: Other | None, field: str
    ) -> None:
        with pytest.raises(Unclear) as refused:
            alone.raise_case(origin=inside, other=other)
        assert refused.value.field == field

    def test_who_speaks_for_one_side_already_cannot_be_the_other(
        self, alone: World, inside: Origin
    ) -> None:
        case = alone.raise_case(origin=inside, by=ALEX, other=Other("Planning", [GUEST.person]))
        alone.opened(case, GUEST)
        with pytest.raises(Unclear, match="on another side already") as refused:
            alone.raise_case(origin=inside, by=GUEST, other=Other("Planning", [ALEX.person]))
        assert refused.value.field == "other_people"

    def test_a_guest_raises_nothing_in_the_hosts_name(self, alone: World, inside: Origin) -> None:
        with pytest.raises(Outsider, match="someone of Acme, who can name you"):
            alone.raise_case(origin=inside, by=GUEST, other=Other("Acme buyers", [ANNA.person]))

    def test_people_from_elsewhere_raise_nothing_there(self, alone: World, inside: Origin) -> None:
        for outsider in (BEN, BEA):
            with pytest.raises(Refusal):
                alone.raise_case(origin=inside, by=outsider, other=Other("X", [ANNA.person]))


@pytest.mark.parametrize(
    ("locales", "languages"),
    [(("en-GB", "de-DE"), ("es", "en")), (("es-ES", "es-MX"), ("es",))],
)
def test_until_both_have_told_the_card_speaks_to_those_who_are_there(
    world: World, locales: tuple[str, str], languages: tuple[str, ...]
) -> None:
    with world.store() as uow:
        for person, locale in zip(uow.directory.people_of(CHANNEL), cycle(locales), strict=False):
            uow.directory.remember(replace(person, locale=locale))
        uow.commit()
    case = world.raise_case()
    spanish = replace(case, issue=replace(case.issue, language="es"))
    assert spanish.languages == languages
    common = CommonStatement((), (), (), (), GapKind.FACT, "¿Qué día?", language="es")
    told = replace(spanish, common=common)
    assert told.languages == ("es",), "what the sides write says more than where they are"
