"""Nobody's words are kept before they agreed; what was agreed to can be taken back."""

from collections.abc import Callable

import pytest

from bot.casework.agree_for_all import GiveStanding, give_standing, revoke_standing
from bot.casework.consent import (
    Standing,
    has_agreed,
    leavable,
    leave_case,
    may_keep,
    standing,
    stands,
)
from bot.casework.follow_up import mark_done
from bot.casework.linked_cases import reopen
from bot.casework.membership import Actor
from bot.casework.my_desk import my_desk
from bot.casework.name_people import NamePeople, name_people
from bot.casework.stand_still import ProposeStandstill, propose_standstill
from bot.mediation.case import Case
from bot.mediation.issues import Message
from bot.mediation.people import PersonId
from bot.mediation.refusals import MovedOn, NotEntitled, Outsider, Unclear
from bot.mediation.stages import Stage
from tests.casework.world import (
    ALEX,
    ANNA,
    BEA,
    BEN,
    CHANNEL,
    GUEST,
    MESSAGE,
    SELLER_RATES,
    WORKSPACE,
    World,
)

STAGES = (
    Stage.CLARIFYING,
    Stage.CONFIRMING,
    Stage.FRAMED,
    Stage.AGENDA,
    Stage.RATING,
    Stage.PROPOSED,
    Stage.SIGNING,
    Stage.AGREED,
)
REPLY = Message(CHANNEL, "100.2", ANNA.person, "Late again.")
COLLEAGUE = Message(CHANNEL, "100.3", BEA.person, "Five days is what we agreed.")


@pytest.fixture
def talked(world: World) -> World:
    """Ben wrote first, then Anna, then Bea."""
    world.room.threads[CHANNEL, "100.1"] = [MESSAGE, REPLY, COLLEAGUE]
    return world


def kept(world: World) -> list[PersonId]:
    with world.store() as uow:
        return [m.author for m in uow.conversation.of_thread(CHANNEL, "100.1")]


def would_keep(world: World, by: Actor) -> bool:
    with world.store() as uow:
        return may_keep(uow, WORKSPACE, CHANNEL, "100.1", by.person)


class TestBeforeConsent:
    def test_only_the_raisers_own_words_are_kept(self, talked: World) -> None:
        case = talked.raise_case()
        assert kept(talked) == [ANNA.person]
        assert case.issue.sources == ()
        assert [would_keep(talked, a) for a in (ANNA, BEN, BEA)] == [True, False, False]

    def test_the_other_sides_come_with_their_consent_person_by_person(self, talked: World) -> None:
        case = talked.raise_case()
        talked.tell(case, BEN)
        assert kept(talked) == [BEN.person, ANNA.person]
        assert talked.case(case.id).issue.sources == (MESSAGE,)
        assert not would_keep(talked, BEA), "she has not joined yet"

    def test_outside_of_a_case_nothing_is_kept_of_anybody(self, talked: World) -> None:
        assert not any(would_keep(talked, a) for a in (ANNA, BEN))

    def test_a_person_who_joined_one_case_has_not_joined_another_thread(
        self, talked: World
    ) -> None:
        talked.raise_case()
        with talked.store() as uow:
            assert not may_keep(uow, WORKSPACE, CHANNEL, "200.1", ANNA.person)


def shows(world: World, case: Case) -> None:
    agreement = world.case(case.id).agreement
    assert agreement is not None
    own = world.side(BEA).id
    key = next(c.key for c in agreement.commitments if c.side == own)
    world.act(mark_done, case.id, key, by=BEA, evidence="The report of May")


FORMS: list[tuple[Stage, Callable[[World, Case], object]]] = [
    (Stage.CLARIFYING, lambda w, c: w.tell(c, BEA)),
    (Stage.CONFIRMING, lambda w, c: w.confirm(c, BEA)),
    (Stage.AGENDA, lambda w, c: w.agree_terms(c, BEA)),
    (Stage.RATING, lambda w, c: w.rate(c, BEA, SELLER_RATES)),
    (Stage.PROPOSED, lambda w, c: w.answer(c, BEA, 0)),
    (Stage.SIGNING, lambda w, c: w.sign(c, BEA)),
    (Stage.AGREED, shows),
    (Stage.AGREED, lambda w, c: w.act(reopen, c.id, "New figures.", by=BEA, ids=w.ids)),
    (
        Stage.CLARIFYING,
        lambda w, c: w.act(
            propose_standstill, ProposeStandstill(c.id, "No fees", w.clock.now().date()), by=BEA
        ),
    ),
]


@pytest.mark.parametrize(("stage", "send"), FORMS)
def test_whichever_form_somebody_sends_in_a_case_they_have_joined_it(
    talked: World, stage: Stage, send: Callable[[World, Case], object]
) -> None:
    case = talked.case_at(stage)
    assert not would_keep(talked, BEA)
    send(talked, case)
    assert would_keep(talked, BEA)
    assert BEA.person in kept(talked), "what she wrote before has come with it"


class TestAnOrganisationsWord:
    def give(self, world: World, by: Actor) -> None:
        asked = GiveStanding(world.partnership.id, "Head of sales", entitled=True)
        world.act(give_standing, asked, by=by)

    def test_it_covers_everybody_of_the_side_in_every_case(self, talked: World) -> None:
        talked.tell(talked.raise_case(), BEA)
        self.give(talked, BEN)
        assert would_keep(talked, BEA)
        assert "Borealis agreed to what Parley keeps" in talked.texts(talked.partnership.id)[-1]

    def test_it_covers_nobody_of_the_other_side(self, talked: World) -> None:
        talked.opened(talked.raise_case(by=BEN), ALEX)
        self.give(talked, BEN)
        assert not would_keep(talked, ALEX)

    def test_it_is_given_by_somebody_who_signs(self, talked: World) -> None:
        asked = NamePeople(talked.partnership.id, [BEN.person], [BEA.person])
        talked.act(name_people, asked, by=BEN)
        with pytest.raises(NotEntitled, match="Signing for Borealis"):
            self.give(talked, BEN)
        self.give(talked, BEA)

    @pytest.mark.parametrize(
        ("role", "entitled", "field"), [(" ", True, "role"), ("Clerk", False, "entitled")]
    )
    def test_it_takes_a_role_and_the_word_that_one_may_decide_it(
        self, talked: World, role: str, entitled: bool, field: str
    ) -> None:
        talked.opened(talked.raise_case(), BEN)
        with pytest.raises(Unclear) as told:
            talked.act(give_standing, GiveStanding(talked.partnership.id, role, entitled), by=BEN)
        assert told.value.field == field

    def test_the_channel_reads_who_gave_it_in_which_role_and_who_took_it_back(
        self, talked: World
    ) -> None:
        talked.opened(talked.raise_case(), BEN)
        self.give(talked, BEN)
        assert "Ben (Head of sales) says that they may decide this" in talked.room.note_texts()[-1]
        talked.act(revoke_standing, talked.partnership.id, by=BEA)
        assert "Borealis has taken back what it had agreed to" in talked.room.note_texts()[-1]

    def test_a_signatory_named_since_takes_back_what_somebody_else_gave(
        self, talked: World
    ) -> None:
        talked.opened(talked.raise_case(), BEN)
        self.give(talked, BEN)
        asked = NamePeople(talked.partnership.id, [BEN.person], [BEA.person])
        talked.act(name_people, asked, by=BEN)
        with pytest.raises(NotEntitled, match="Signing for Borealis"):
            talked.act(revoke_standing, talked.partnership.id, by=BEN)
        talked.act(revoke_standing, talked.partnership.id, by=BEA)
        with talked.store() as uow:
            assert standing(uow, WORKSPACE, talked.side(BEN).id) is None

    def test_nobody_without_a_side_gives_it(self, talked: World) -> None:
        with pytest.raises(Outsider):
            self.give(talked, GUEST)

    def test_taken_back_each_person_agrees_for_themselves_again(self, talked: World) -> None:
        talked.opened(talked.raise_case(), BEA)
        self.give(talked, BEN)
        talked.act(revoke_standing, talked.partnership.id, by=BEN)
        assert not would_keep(talked, BEA)
        with pytest.raises(MovedOn, match="no standing consent"):
            talked.act(revoke_standing, talked.partnership.id, by=BEN)

    def test_an_older_wording_is_agreed_to_anew(self, talked: World) -> None:
        side = talked.side(BEN).id
        with talked.store() as uow:
            old = Standing(BEN.person, "form-0", talked.clock.now())
            uow.preferences.keep(WORKSPACE, side, old)
            assert not stands(uow, WORKSPACE, side)


class TestTakingItBack:
    def test_the_sides_private_answers_are_erased_and_the_others_stay(self, world: World) -> None:
        case = world.raise_case()
        world.tell(case, ANNA, private="Ours.")
        world.tell(case, BEN, private="Theirs.")
        world.act(leave_case, case.id, by=BEN)
        assert world.caucus(case, world.side(BEN).id).private is None
        assert world.caucus(case, world.side(ANNA).id).private is not None

    def test_its_part_of_the_public_record_stays_readable(self, world: World) -> None:
        case = world.raise_case()
        told = world.tell(case, BEN)
        before = world.texts(case.id)
        left = world.act(leave_case, case.id, by=BEN)
        assert left.statements == told.statements
        assert world.texts(case.id)[: len(before)] == before

    def test_a_case_that_goes_on_ends_for_both_and_says_so(self, world: World) -> None:
        case = world.case_at(Stage.PROPOSED)
        left = world.act(leave_case, case.id, by=BEN)
        assert left.stage is Stage.WITHDRAWN
        assert "Borealis took its consent back" in left.ended_because
        assert "withdrawn" in " ".join(world.room.note_texts())

    def test_what_was_signed_stays_signed(self, world: World) -> None:
        case = world.case_at(Stage.AGREED)
        left = world.act(leave_case, case.id, by=BEN)
        assert left.stage is Stage.AGREED
        assert left.agreement == case.agreement

    def test_nothing_that_they_write_afterwards_is_kept(self, world: World) -> None:
        case = world.raise_case()
        world.tell(case, BEN)
        assert would_keep(world, BEN)
        world.act(leave_case, case.id, by=BEN)
        assert not would_keep(world, BEN)
        assert would_keep(world, ANNA)

    def test_not_even_what_the_organisations_word_would_cover(self, world: World) -> None:
        case = world.raise_case()
        world.tell(case, BEN)
        asked = GiveStanding(world.partnership.id, "Head of sales", entitled=True)
        world.act(give_standing, asked, by=BEN)
        world.act(leave_case, case.id, by=BEN)
        with world.store() as uow:
            left = world.case(case.id)
            assert not any(has_agreed(uow, by.person, left) for by in (BEN, BEA))
            assert has_agreed(uow, ANNA.person, left)
        assert not any(would_keep(world, by) for by in (BEN, BEA))

    @pytest.mark.parametrize("stage", STAGES)
    def test_it_can_be_taken_back_at_every_stage(self, world: World, stage: Stage) -> None:
        case = world.case_at(stage)
        with world.store() as uow:
            assert leavable(WORKSPACE, BEN, uow=uow) == (case,)
        world.act(leave_case, case.id, by=BEN)
        with world.store() as uow:
            own = world.side(BEN).id
            assert [c for c in leavable(WORKSPACE, BEN, uow=uow) if own not in c.left] == []
            assert [c.id for c in leavable(WORKSPACE, ANNA, uow=uow)] == [case.id]

    def test_the_desk_asks_nothing_more_of_a_side_that_left(self, world: World) -> None:
        case = world.case_at(Stage.AGREED)
        with world.store() as uow:
            before = my_desk(WORKSPACE, BEN, uow=uow, now=world.clock.now())
        world.act(leave_case, case.id, by=BEN)
        with world.store() as uow:
            after = my_desk(WORKSPACE, BEN, uow=uow, now=world.clock.now())
        assert before.promises
        assert (after.promises, after.waiting) == ((), ())
        assert [c.id for c in after.cases] == [case.id]

    def test_it_is_taken_back_once(self, world: World) -> None:
        case = world.raise_case()
        world.act(leave_case, case.id, by=BEN)
        with pytest.raises(MovedOn, match="already"):
            world.act(leave_case, case.id, by=BEN)

    def test_who_does_not_speak_for_the_side_cannot(self, world: World) -> None:
        case = world.raise_case()
        asked = NamePeople(world.partnership.id, [ANNA.person], [ANNA.person])
        world.act(name_people, asked, by=ANNA)
        with pytest.raises(NotEntitled):
            world.act(leave_case, case.id, by=ALEX)
