"""Sign: the same version, by a signatory of each side, and nothing less is an agreement."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.casework.draft_agreement import USUAL_DAYS
from bot.casework.sign import Sign, sign
from bot.mediation.agreement import NO_AMENDMENT, WITHOUT_PREJUDICE
from bot.mediation.case import Case
from bot.mediation.people import PersonId, Role
from bot.mediation.refusals import MovedOn, NotEntitled, Outsider, Unclear
from bot.mediation.stages import Stage
from tests.casework.world import ALEX, ANNA, BEA, BEN, GUEST, World


def own_keys(world: World, case: Case, by: object) -> list[str]:
    side = world.side(by)  # type: ignore[arg-type]
    agreement = world.case(case.id).agreement
    assert agreement is not None
    return [c.key for c in agreement.commitments if c.side == side.id]


def test_it_is_agreed_once_both_have_signed_the_same_version(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    first = world.sign(case, BEN)
    assert first.stage is Stage.SIGNING
    agreed = world.sign(case, ANNA)
    assert agreed.stage is Stage.AGREED
    assert agreed.agreement is not None
    assert {s.version for s in agreed.agreement.signatures} == {agreed.agreement.version}
    assert [s.person for s in agreed.agreement.signatures] == [BEN.person, ANNA.person]
    assert f"Agreed by every side: version {agreed.agreement.version}." in world.texts(case.id)


def test_the_text_says_what_it_does_not_do(world: World) -> None:
    agreement = world.case_at(Stage.SIGNING).agreement
    assert agreement is not None
    assert agreement.frame == (WITHOUT_PREJUDICE, NO_AMENDMENT)
    assert NO_AMENDMENT == "No contract is amended unless this text says so."


def test_one_side_signs_once(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    world.sign(case, ANNA)
    for again in (ANNA, ALEX):
        with pytest.raises(MovedOn, match="already signed"):
            world.sign(case, again)
    assert world.case(case.id).stage is Stage.SIGNING


def test_another_version_than_the_one_that_stands_is_not_signed(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    with pytest.raises(MovedOn, match="read it once more"):
        world.sign(case, ANNA, version="0" * 64)


def test_who_does_not_say_that_they_may_sign_has_not_signed(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    with pytest.raises(Unclear, match="Tick") as refused:
        world.sign(case, ANNA, attested=False)
    assert refused.value.field == "attested"


def test_signing_is_up_to_signatories(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    with world.store() as uow:
        held = uow.partnerships.get(case.partnership)
        members = tuple(
            replace(m, roles=frozenset({Role.SPOKESPERSON})) if m.person == BEN.person else m
            for m in held.members
        )
        uow.partnerships.save(replace(held, members=members))
        uow.commit()
    with pytest.raises(NotEntitled, match="up to its signatories"):
        world.sign(case, BEN)
    assert world.sign(case, BEA).agreement is not None


def test_outsiders_sign_nothing(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    with pytest.raises(Outsider):
        world.sign(case, GUEST)


def test_a_changed_day_or_owner_is_a_new_version_that_both_sign(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    signed = world.sign(case, ANNA)
    assert signed.agreement is not None
    key = own_keys(world, case, BEN)[0]
    due = world.clock.now().date() + timedelta(days=30)
    changed = world.sign(case, BEN, dues={key: due}, owners={key: BEA.person})
    assert changed.stage is Stage.SIGNING
    assert changed.agreement is not None
    assert changed.agreement.version != signed.agreement.version
    assert [s.person for s in changed.agreement.signatures] == [BEN.person]
    commitment = changed.agreement.commitment(key)
    assert commitment is not None
    assert (commitment.due, commitment.owner) == (due, BEA.person)
    assert (
        "The text to sign was changed, so each side signs it as it stands now."
        in world.room.note_texts()
    )
    with pytest.raises(MovedOn):
        world.sign(case, ANNA, version=signed.agreement.version)
    assert world.sign(case, ANNA).stage is Stage.AGREED


def test_the_first_signer_may_set_days_without_any_fuss(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    key = own_keys(world, case, ANNA)[0]
    due = world.clock.now().date() + timedelta(days=7)
    world.sign(case, ANNA, dues={key: due})
    assert "The text to sign was changed, so each side signs it as it stands now." not in (
        world.room.note_texts()
    )
    assert world.sign(case, BEN).stage is Stage.AGREED


def test_a_side_changes_its_own_promises_alone(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    before = case.agreement
    assert before is not None
    theirs = {key: PersonId("U666") for key in own_keys(world, case, BEN)}
    days = {key: world.clock.now().date() for key in theirs}
    signed = world.sign(case, ANNA, owners=theirs, dues=days)
    assert signed.agreement is not None
    assert signed.agreement.commitments == before.commitments


def test_a_promise_is_not_put_on_somebody_of_the_other_side(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    key = own_keys(world, case, ANNA)[0]
    with pytest.raises(Unclear, match="Choose somebody of Acme") as refused:
        world.sign(case, ANNA, owners={key: BEN.person})
    assert refused.value.field == f"owner-{key}"


def test_a_colleague_whom_parley_has_not_met_may_own_a_promise(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    key = own_keys(world, case, ANNA)[0]
    signed = world.sign(case, ANNA, owners={key: PersonId("UNEW")})
    assert signed.agreement is not None
    kept = signed.agreement.commitment(key)
    assert kept is not None
    assert kept.owner == "UNEW"


def test_a_day_that_has_passed_is_asked_for_again(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    key = own_keys(world, case, ANNA)[0]
    with pytest.raises(Unclear, match="still to come") as refused:
        world.sign(case, ANNA, dues={key: world.clock.now().date() - timedelta(days=1)})
    assert refused.value.field == f"due-{key}"
    world.clock.forward(days=USUAL_DAYS + 1)
    with pytest.raises(Unclear):
        world.sign(case, ANNA)


@pytest.mark.parametrize("stage", [Stage.PROPOSED, Stage.AGREED])
def test_at_any_other_stage_there_is_nothing_to_sign(world: World, stage: Stage) -> None:
    case = world.case_at(stage)
    version = case.agreement.version if case.agreement else ""
    with pytest.raises(MovedOn):
        world.act(sign, Sign(case.id, version, attested=True), by=ANNA)


def test_a_review_date_is_part_of_what_is_signed(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    world.sign(case, BEN)
    day = world.clock.now().date() + timedelta(days=180)
    changed = world.sign(case, ANNA, review_on=day)
    assert changed.agreement is not None
    assert changed.agreement.review_on == day
    assert [s.side for s in changed.agreement.signatures] == [world.side(ANNA).id], "signed anew"
    agreed = world.sign(case, BEN)
    assert agreed.stage is Stage.AGREED
    assert agreed.agreement is not None
    assert agreed.agreement.review_on == day, "who leaves it as it stands keeps it"


def test_a_review_date_is_still_to_come(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    with pytest.raises(Unclear) as refused:
        world.sign(case, ANNA, review_on=world.clock.now().date())
    assert refused.value.field == "review_on"
