"""A signatory outside of Slack: attested by name, role and day, and seen to be."""

from datetime import date

import pytest

from bot.casework.name_people import NamePeople, name_people
from bot.casework.sign import Outside
from bot.mediation.agreement import OutsideSigner
from bot.mediation.refusals import NotEntitled, Unclear
from bot.mediation.stages import Stage
from tests.casework.world import ALEX, ANNA, BEN, World

KIM = Outside("Kim Ito", "Managing director", date(2026, 3, 1))


def test_the_signature_says_who_signed_and_who_attests_it(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    signed = world.sign(case, ANNA, outside=KIM).agreement
    assert signed is not None
    (signature,) = signed.signatures
    assert signature.person == ANNA.person
    assert signature.outside == OutsideSigner("Kim Ito", "Managing director", date(2026, 3, 1))
    assert "attested: signed outside of Slack by Kim Ito" in world.texts(case.id)[-1]


def test_a_spokesperson_who_may_not_sign_may_attest(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    asked = NamePeople(world.partnership.id, [ANNA.person], [ALEX.person])
    world.act(name_people, asked, by=ANNA)
    assert not world.opened(case, ANNA).refused
    with pytest.raises(NotEntitled, match="Signing for Acme"):
        world.sign(case, ANNA)
    assert world.sign(case, ANNA, outside=KIM).agreement is not None


@pytest.mark.parametrize(
    ("outside", "field"),
    [
        (Outside(" ", "CEO", date(2026, 3, 1)), "outside_name"),
        (Outside("Kim", "", date(2026, 3, 1)), "outside_role"),
        (Outside("Kim", "CEO", None), "outside_on"),
        (Outside("Kim", "CEO", date(2026, 4, 1)), "outside_on"),
    ],
)
def test_name_role_and_a_day_that_has_come_are_needed(
    world: World, outside: Outside, field: str
) -> None:
    with pytest.raises(Unclear) as refused:
        world.sign(world.case_at(Stage.SIGNING), ANNA, outside=outside)
    assert refused.value.field == field


def test_both_sides_can_be_signed_for_that_way(world: World) -> None:
    case = world.case_at(Stage.SIGNING)
    for by in (ANNA, BEN):
        world.sign(case, by, outside=KIM)
    assert world.case(case.id).stage in {Stage.AGREED, Stage.FULFILLED}
