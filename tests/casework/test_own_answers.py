"""What a side told in private is its own to read again, and to change while it counts."""

from dataclasses import replace

import pytest

from bot.casework.membership import Actor
from bot.casework.my_desk import Desk, my_desk
from bot.casework.name_people import NamePeople, name_people
from bot.casework.next_step import Step
from bot.casework.own_answers import OwnAnswers, open_answer, own_answers
from bot.casework.readers import Readers
from bot.mediation.caucus import Told
from bot.mediation.people import Person, PersonId
from bot.mediation.refusals import MovedOn, NotEntitled
from bot.mediation.stages import Stage
from bot.mediation.wall import Audience, reveal
from tests.casework.world import ALEX, ANNA, BEN, CHANNEL, GUEST, PEOPLE, STRANGER, WORKSPACE, World


def desk(world: World, by: Actor) -> Desk:
    with world.store() as uow:
        return my_desk(WORKSPACE, by, uow=uow, now=world.clock.now())


def own(world: World, by: Actor) -> tuple[OwnAnswers, ...]:
    with world.store() as uow:
        return own_answers(WORKSPACE, by, uow=uow)


def test_colleagues_read_what_their_side_told_and_the_other_side_its_own(world: World) -> None:
    case = world.raise_case()
    world.tell(case, ANNA, private="We are short of pallets.")
    world.tell(case, BEN, private="Our press was down.")
    for by, words in ((ANNA, "pallets"), (ALEX, "pallets"), (BEN, "press")):
        (told,) = own(world, by)
        assert told.caucus.private is not None
        assert words in reveal(told.caucus.private, to=Audience.own_side(told.side.id))
        assert told.caucus.told_by is not None, "the side sees who changed it last"


@pytest.mark.parametrize("nobody", [GUEST, STRANGER])
def test_who_is_on_no_side_reads_nothing(world: World, nobody: Actor) -> None:
    world.tell(world.raise_case(), ANNA, private="We are short of pallets.")
    assert own(world, nobody) == ()


def test_whom_the_side_did_not_name_reads_nothing(world: World) -> None:
    world.tell(world.raise_case(), ANNA, private="We are short of pallets.")
    world.room.members[CHANNEL] = [*PEOPLE, Person(PersonId("UMIA"), "Mia", ANNA.team)]
    world.learn()
    asked = NamePeople(world.partnership.id, [ANNA.person], [ANNA.person])
    world.act(name_people, asked, by=ANNA)
    assert len(own(world, ANNA)) == 1
    assert own(world, ALEX) == own(world, Actor(PersonId("UMIA"), ANNA.team)) == ()


def test_a_side_can_let_everybody_of_it_read_and_only_whom_it_named_changes(world: World) -> None:
    world.tell(world.raise_case(), ANNA, private="We are short of pallets.")
    world.tell(world.raise_case(), BEN, private="Our press was down.")
    asked = NamePeople(
        world.partnership.id, [ANNA.person], [ANNA.person], readers=Readers.EVERYBODY
    )
    world.act(name_people, asked, by=ANNA)
    (annas,), (told,), (bens,) = (own(world, by) for by in (ANNA, ALEX, BEN))
    assert told.caucus.private is not None
    assert "pallets" in reveal(told.caucus.private, to=Audience.own_side(told.side.id))
    assert (annas.changeable, told.changeable) == ((Step.TELL,), ())
    assert bens.side != told.side, "the other side reads its own alone, as before"
    world.act(name_people, replace(asked, readers=Readers.NAMED), by=ANNA)
    assert own(world, ALEX) == ()


@pytest.mark.parametrize(
    ("stage", "steps"),
    [
        (Stage.RATING, ()),
        (Stage.PROPOSED, (Step.RATE, Step.ANSWER)),
        (Stage.SIGNING, ()),
    ],
)
def test_an_answer_can_be_changed_while_it_counts(
    world: World, stage: Stage, steps: tuple[Step, ...]
) -> None:
    world.case_at(stage)
    (told,) = own(world, ANNA)
    assert told.changeable == steps


def test_a_colleague_changes_an_answer_in_the_form_it_was_given_in(world: World) -> None:
    case = world.raise_case()
    world.tell(case, ANNA, private="We are short of pallets.")
    opened = open_answer(world.opened(case, ALEX), Step.TELL)
    assert opened.step is Step.TELL
    world.tell(case, ALEX, private="We have pallets again.")
    (told,) = own(world, ANNA)
    assert told.caucus.told_by == ALEX.person


def test_what_has_been_used_stays_as_it_is(world: World) -> None:
    case = world.case_at(Stage.FRAMED)
    with pytest.raises(MovedOn, match="stays as it is"):
        open_answer(world.opened(case, ANNA), Step.TELL)


def test_changing_is_for_those_whom_the_side_named(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    asked = NamePeople(world.partnership.id, [ANNA.person], [ANNA.person])
    world.act(name_people, asked, by=ANNA)
    with pytest.raises(NotEntitled):
        open_answer(world.opened(case, ALEX), Step.ANSWER)


def test_the_newest_case_comes_first(world: World) -> None:
    for _ in range(2):
        world.tell(world.raise_case(), ANNA)
    assert [a.case.number for a in own(world, ANNA)] == [2, 1]


def test_a_colleagues_change_stands_on_the_desks_of_those_who_may_read_it(world: World) -> None:
    case = world.raise_case()
    world.tell(case, ANNA, private="We are short of pallets.")
    world.clock.forward(hours=1)
    world.tell(case, ALEX, private="We have pallets again.")
    (told,) = own(world, ANNA)
    assert [(c.by, c.what) for c in told.caucus.changes] == [
        (ANNA.person, Told.STORY),
        (ALEX.person, Told.STORY),
    ]
    seen = {by: [c.change.by for c in desk(world, by).changed] for by in (ANNA, ALEX, BEN)}
    assert seen == {ANNA: [ALEX.person], ALEX: [ANNA.person], BEN: []}
    asked = NamePeople(world.partnership.id, [ANNA.person], [ANNA.person])
    world.act(name_people, asked, by=ANNA)
    assert desk(world, ALEX).changed == ()
    world.clock.forward(days=8)
    assert desk(world, ANNA).changed == ()
