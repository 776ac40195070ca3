"""Frame: the statement comes from what may be shared, and each side checks its own part first."""

from dataclasses import dataclass, field, replace

import pytest

from bot.casework.frame import brief_of, draft_statement
from bot.casework.ports import Conflict
from bot.casework.tell_side import TellSide, tell_side
from bot.casework.verdict import withdraw
from bot.casework.words import Worded
from bot.mediation.refusals import MovedOn, Outsider, Unclear
from bot.mediation.stages import Stage
from bot.mediation.statements import Brief, CommonStatement
from tests.casework.fakes import ScriptedFacilitator
from tests.casework.world import ALEX, ANNA, BEN, GUEST, World, memory_world


def both_told(world: World, **changes: object) -> str:
    case = world.raise_case()
    world.tell(case, ANNA, **changes)
    world.tell(case, BEN)
    return case.id


def test_it_is_drafted_from_the_issue_and_the_accounts(world: World) -> None:
    case = world.case(both_told(world, why="We lost a customer.", why_shared=True))
    heard = world.words.heard  # type: ignore[attr-defined]
    brief = heard[-1]
    assert brief == brief_of(case)
    assert [s.why for s in brief.statements] == ["We lost a customer.", ""]
    assert case.common is not None
    assert not case.common.is_confirmed


def test_the_accounts_stand_in_the_order_of_the_sides_whoever_spoke_first() -> None:
    briefs = []
    for order in ((ANNA, BEN), (BEN, ANNA)):
        world = memory_world()
        case = world.raise_case()
        for person in order:
            world.tell(case, person)
        briefs.append(brief_of(world.case(case.id)))
    assert briefs[0] == briefs[1]


def test_each_side_confirms_what_is_said_about_it(world: World) -> None:
    case = world.case(both_told(world))
    world.confirm(case, ANNA)
    assert world.case(case.id).stage is Stage.CONFIRMING
    framed = world.confirm(case, BEN)
    assert framed.stage is Stage.CONFIRMING, "the statement is finished by a job"
    done = world.case(case.id)
    assert done.stage is Stage.FRAMED
    assert done.common is not None
    assert [s.confirmed_by for s in done.common.said] == [ANNA.person, BEN.person]


def test_a_correction_stands_as_that_side_left_it_and_the_rest_is_worded_anew(
    world: World,
) -> None:
    case = world.case(both_told(world))
    world.confirm(case, ANNA, account=" Two were late. ", wants="A call.", needs=" Calm. ")
    world.confirm(case, BEN)
    done = world.case(case.id)
    assert done.common is not None
    mine = done.common.about(world.side(ANNA).id)
    assert (mine.account, mine.wants, mine.needs) == ("Two were late.", "A call.", "Calm.")
    assert mine.corrected
    assert not done.common.about(world.side(BEN).id).corrected
    assert done.common.disputed == (f"A call. / {BEN.person} wants a plan.",)
    assert "Acme corrected and confirmed what is said about it." in world.texts(case.id)


def test_without_a_correction_it_is_worded_once(world: World) -> None:
    case = world.case_at(Stage.FRAMED)
    heard = [h for h in world.words.heard if isinstance(h, Brief)]  # type: ignore[attr-defined]
    assert heard == [brief_of(case)]


@pytest.mark.parametrize("field", ["account", "wants"])
def test_a_part_is_not_emptied(world: World, field: str) -> None:
    case = world.case(both_told(world))
    with pytest.raises(Unclear) as refused:
        world.confirm(case, ANNA, **{field: "  "})
    assert refused.value.field == field


def test_a_colleague_does_not_confirm_twice(world: World) -> None:
    case = world.case(both_told(world))
    world.confirm(case, ANNA)
    with pytest.raises(MovedOn, match="colleague of your side has already confirmed"):
        world.confirm(case, ALEX, account="Something else.")


def test_outsiders_confirm_nothing(world: World) -> None:
    case = world.case(both_told(world))
    with pytest.raises(Outsider):
        world.confirm(case, GUEST)


def test_after_its_stage_nothing_is_confirmed(world: World) -> None:
    case = world.case_at(Stage.AGENDA)
    with pytest.raises(MovedOn):
        world.confirm(case, ANNA)


@pytest.mark.parametrize("by_model", [True, False])
def test_it_is_said_who_worded_it_also_the_second_time(by_model: bool) -> None:
    world = memory_world(words=ScriptedFacilitator(by_model=by_model, notice="Slow today."))
    case = world.case(both_told(world))
    world.confirm(case, ANNA, account="Two were late.")
    world.confirm(case, BEN)
    done = world.case(case.id)
    assert done.common is not None
    assert done.common.by_model is by_model
    assert done.common.notice == "Slow today."
    who = "a language model" if by_model else "the built-in facilitator"
    said = [t for t in world.texts(case.id) if t.startswith("A common statement was drafted")]
    assert said == [f"A common statement was drafted by {who}. Slow today."] * 2


@dataclass
class _InterruptedFacilitator(ScriptedFacilitator):
    """While it words the statement, somebody tells their side anew."""

    interruptions: list[object] = field(default_factory=list)

    def frame(self, brief: Brief) -> Worded[CommonStatement]:
        drafted = super().frame(brief)
        while self.interruptions:
            happens = self.interruptions.pop()
            assert callable(happens)
            happens()
        return drafted


def test_what_is_told_while_it_is_drafted_is_not_passed_over() -> None:
    words = _InterruptedFacilitator()
    world = memory_world(words=words)
    case = world.raise_case()
    world.tell(case, BEN)

    def tell_anew() -> None:
        world.commit(
            tell_side, TellSide(case.id, "Said anew.", "A plan.", "", False, "", 1), by=ANNA
        )

    words.interruptions.append(tell_anew)
    with pytest.raises(Conflict, match="told its side anew"):
        world.tell(case, ANNA)
    draft_statement(case.id, store=world.store, facilitator=words, clock=world.clock)
    drafted = world.case(case.id)
    assert drafted.common is not None
    assert drafted.common.about(world.side(ANNA).id).account == "Said anew."


def test_a_case_withdrawn_while_it_is_drafted_stays_withdrawn() -> None:
    words = _InterruptedFacilitator()
    world = memory_world(words=words)
    case = world.raise_case()
    world.tell(case, BEN)
    words.interruptions.append(lambda: world.commit(withdraw, case.id, by=BEN))
    world.tell(case, ANNA)
    assert world.case(case.id).stage is Stage.WITHDRAWN
    assert world.case(case.id).common is None


def test_the_whole_statement_stands_on_the_timeline(world: World) -> None:
    case = world.case_at(Stage.FRAMED)
    framed = world.texts(case.id)
    assert any("Three orders came late." in t and "next quarter" in t for t in framed)


@dataclass
class _ForgetfulFacilitator(ScriptedFacilitator):
    """Leaves one side out, and the other's wish open."""

    def frame(self, brief: Brief) -> Worded[CommonStatement]:
        full = super().frame(brief)
        kept = replace(full.value.said[1], account="", wants=" ", confirmed_by=BEN.person)
        return replace(full, value=replace(full.value, said=(kept,)))


def test_a_side_that_the_draft_leaves_out_stands_there_in_its_own_words() -> None:
    world = memory_world(words=_ForgetfulFacilitator())
    drafted = world.case(both_told(world, why="We lost a customer.", why_shared=True)).common
    assert drafted is not None
    anna, ben = drafted.said
    assert (anna.account, anna.needs) == ("UANNA saw three late orders.", "We lost a customer.")
    assert (ben.account, ben.wants) == ("UBEN saw three late orders.", "UBEN wants a plan.")
    assert (anna.confirmed_by, ben.confirmed_by) == (None, None), "nobody has confirmed it yet"
