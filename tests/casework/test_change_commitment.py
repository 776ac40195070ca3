"""A change of a promise: asked by one side, agreed by the other, or off the table by either."""

from dataclasses import replace
from datetime import date

import pytest

from bot.casework.change_commitment import AskChange, agree_change, ask_change, drop_change
from bot.casework.follow_up import MOST_EVIDENCE, confirm_done, contest, mark_done
from bot.casework.letters import Do
from bot.casework.my_desk import my_desk
from bot.casework.my_week import my_week
from bot.casework.name_people import NamePeople, name_people
from bot.mediation.case import Case
from bot.mediation.commitments import Commitment, Progress
from bot.mediation.refusals import MovedOn, NotEntitled, Unclear
from bot.mediation.rhythm import Every
from bot.mediation.stages import Stage
from bot.slack.views.private.home import home
from tests.casework.world import ALEX, ANNA, BEN, WORKSPACE, World, memory_world
from tests.slack.shown import read

LATER = date(2026, 5, 4)


@pytest.fixture
def world() -> World:
    return memory_world()


@pytest.fixture
def agreed(world: World) -> Case:
    return world.case_at(Stage.AGREED)


def promise(world: World, case: Case) -> Commitment:
    """The first that Borealis owes, as it stands now."""
    agreement = world.case(case.id).agreement
    assert agreement is not None
    return next(c for c in agreement.commitments if c.side == world.side(BEN).id)


def wish(world: World, case: Case, **changes: object) -> AskChange:
    held = promise(world, case)
    made = AskChange(case.id, held.key, held.what, LATER)
    return replace(made, **changes)  # type: ignore[arg-type]


def test_both_sides_change_a_day_and_the_signatures_stand(world: World, agreed: Case) -> None:
    key = promise(world, agreed).key
    world.act(ask_change, wish(world, agreed), by=BEN)
    assert promise(world, agreed).due != LATER
    followed = world.act(agree_change, agreed.id, key, by=ANNA)
    assert promise(world, agreed).due == LATER
    assert followed.agreement is not None
    assert followed.agreement.is_signed_by(followed.side_ids)
    assert world.texts(agreed.id)[-2:] == [
        f"Borealis asks for: {promise(world, agreed).what}, by 2026-05-04.",
        f"Acme agreed: {promise(world, agreed).what}, by 2026-05-04.",
    ]


def test_it_waits_on_the_desk_and_in_the_week_of_who_can_answer_alone(
    world: World, agreed: Case
) -> None:
    what = promise(world, agreed).what
    world.act(ask_change, wish(world, agreed), by=BEN)
    named = NamePeople(world.partnership.id, [ANNA.person], [ANNA.person])
    world.act(name_people, named, by=ANNA)
    with world.store() as uow:
        now = world.clock.now()
        desks = {a: my_desk(WORKSPACE, a, uow=uow, now=now) for a in (ANNA, ALEX, BEN)}
        lines = my_week(WORKSPACE, ANNA, uow=uow, now=now).lines
    wished = {a: [p for p in desk.to_confirm if p.wished] for a, desk in desks.items()}
    assert [len(wished[a]) for a in (ANNA, ALEX, BEN)] == [1, 0, 0]
    asks = f"Borealis asks to change: {what} (case {agreed.number})."
    assert [line.do for line in lines if line.text == asks] == [Do.OPEN]
    shown = read(home(desks[ANNA])["blocks"])
    assert "asks to change a promise" in shown
    assert "4 May 2026" in shown


def test_who_asked_does_not_agree_for_the_other(world: World, agreed: Case) -> None:
    world.act(ask_change, wish(world, agreed), by=BEN)
    with pytest.raises(NotEntitled, match="the others say"):
        world.act(agree_change, agreed.id, promise(world, agreed).key, by=BEN)


@pytest.mark.parametrize("by", [ANNA, BEN])
def test_either_side_takes_it_off_the_table(world: World, agreed: Case, by: object) -> None:
    before = promise(world, agreed)
    world.act(ask_change, wish(world, agreed), by=BEN)
    world.act(drop_change, agreed.id, before.key, by=by)  # type: ignore[arg-type]
    assert promise(world, agreed) == before
    with pytest.raises(MovedOn):
        world.act(agree_change, agreed.id, before.key, by=ANNA)


def test_the_thread_hears_of_it_and_one_person_a_side_is_called(world: World, agreed: Case) -> None:
    world.act(ask_change, wish(world, agreed), by=BEN)
    note = list(world.room.notes.values())[-1]
    assert "nothing changes unless the other side agrees" in note.text
    assert note.mentions == (ANNA.person, BEN.person)
    assert note.opens == agreed.id
    world.act(agree_change, agreed.id, promise(world, agreed).key, by=ANNA)
    assert world.room.note_texts()[-1].startswith("The change of a promise is agreed")


def test_each_of_several_changes_is_told(world: World, agreed: Case) -> None:
    for day in (4, 5):
        before = len(world.room.notes)
        world.act(ask_change, wish(world, agreed, due=date(2026, 5, day)), by=BEN)
        assert len(world.room.notes) == before + 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"what": "  "}, "what"),
        ({"what": "x" * 501}, "what"),
        ({"due": date(2026, 3, 1)}, "due"),
        ({"every": Every.WEEK}, "until"),
        ({"every": Every.WEEK, "until": date(2026, 5, 3)}, "until"),
    ],
)
def test_what_cannot_be_meant_is_said_at_its_field(
    world: World, agreed: Case, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(Unclear) as refused:
        world.act(ask_change, wish(world, agreed, **changes), by=BEN)
    assert refused.value.field == field
    assert promise(world, agreed).change is None


def test_a_promise_can_be_made_to_come_round(world: World, agreed: Case) -> None:
    key = promise(world, agreed).key
    weekly = wish(world, agreed, every=Every.WEEK, until=date(2026, 5, 18))
    world.act(ask_change, weekly, by=ANNA)
    world.act(agree_change, agreed.id, key, by=BEN)
    for day in (4, 11, 18):
        assert promise(world, agreed).due == date(2026, 5, day)
        world.act(mark_done, agreed.id, key, by=BEN)
        world.act(confirm_done, agreed.id, key, by=ANNA)
    assert promise(world, agreed).progress is Progress.CONFIRMED


class TestContest:
    def test_what_is_missing_is_said_and_done_again(self, world: World, agreed: Case) -> None:
        key = promise(world, agreed).key
        world.act(mark_done, agreed.id, key, by=BEN, evidence="https://example.com/may")
        assert promise(world, agreed).evidence == "https://example.com/may"
        world.act(contest, agreed.id, key, " Week 20 is missing. ", by=ANNA)
        assert promise(world, agreed).contested_because == "Week 20 is missing."
        what = promise(world, agreed).what
        assert f"sees something missing in “{what}”." in world.room.note_texts()[-1]
        assert "Acme sees something missing in" in world.texts(agreed.id)[-1]
        world.act(mark_done, agreed.id, key, by=BEN)
        world.act(confirm_done, agreed.id, key, by=ANNA)
        assert promise(world, agreed).progress is Progress.CONFIRMED

    def test_the_side_that_owes_it_does_not_contest_it(self, world: World, agreed: Case) -> None:
        key = promise(world, agreed).key
        world.act(mark_done, agreed.id, key, by=BEN)
        with pytest.raises(NotEntitled):
            world.act(contest, agreed.id, key, "x", by=BEN)

    def test_it_takes_a_reason_and_evidence_has_its_measure(
        self, world: World, agreed: Case
    ) -> None:
        key = promise(world, agreed).key
        with pytest.raises(Unclear):
            world.act(mark_done, agreed.id, key, by=BEN, evidence="x" * (MOST_EVIDENCE + 1))
        world.act(mark_done, agreed.id, key, by=BEN)
        with pytest.raises(Unclear):
            world.act(contest, agreed.id, key, "  ", by=ANNA)
        assert promise(world, agreed).progress is Progress.DONE
