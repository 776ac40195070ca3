"""What one side gives is what the other gets, in the same words and at the same length."""

from itertools import product

import pytest

from bot.facilitator import builtin_facilitator, load_library
from bot.mediation.people import Side, SideId, TradeRole
from bot.mediation.terms import Agenda, Term
from tests.facilitator.examples import BRIEFS, CUSTOMER, PROVIDER

LIBRARY = load_library()
BUILTIN = builtin_facilitator(LIBRARY)
SIDES = (
    Side(CUSTOMER, "Brightmart", TradeRole.CUSTOMER),
    Side(PROVIDER, "Nordpack", TradeRole.PROVIDER),
)


def agenda(*keys: str) -> Agenda:
    return Agenda(tuple(LIBRARY.entries[k].as_term() for k in keys))


def package(table: Agenda, **chosen: str) -> tuple[int, ...]:
    return tuple(
        t.options.index(chosen[t.key]) if t.key in chosen else (t.today or 0) for t in table.terms
    )


def test_a_concession_on_each_side_reads_as_give_and_get() -> None:
    table = agenda("otif_target", "late_penalty")
    reasons = BUILTIN.reasons(table, package(table, otif_target="96 %", late_penalty="1 %"), SIDES)
    raised = "OTIF target 96 % (today 95 %): fewer gaps on the shelf or the line"
    lowered = "Late-delivery penalty 1 % (today 3 %): a margin that one late day does not take"
    assert reasons.gets == {CUSTOMER: raised, PROVIDER: lowered}
    assert reasons.gives == {CUSTOMER: lowered.split(":")[0], PROVIDER: raised.split(":")[0]}


def test_whatever_the_package_what_one_gives_is_what_the_other_gets() -> None:
    table = agenda("otif_target", "late_penalty", "frozen_window", "grace_orders")
    benefits = {
        w for t in table.terms for w in (LIBRARY.entries[t.key].more, LIBRARY.entries[t.key].less)
    }
    tried = 0
    for chosen in product(*(range(len(t.options)) for t in table.terms)):
        tried += 1
        if tried % 7:
            continue
        reasons = BUILTIN.reasons(table, chosen, SIDES)
        for one, other in ((CUSTOMER, PROVIDER), (PROVIDER, CUSTOMER)):
            given, got = reasons.gives[one], reasons.gets[other]
            assert got.startswith(given) or given.startswith("Nothing"), chosen
            assert not any(b in given for b in benefits), chosen
    assert tried > 500


def test_nothing_changed_is_said_as_such() -> None:
    table = agenda("otif_target")
    reasons = BUILTIN.reasons(table, package(table), SIDES)
    assert set(reasons.gives.values()) == {"Nothing beyond today’s terms"}
    assert set(reasons.gets.values()) == {"Today’s terms stay as they are"}


def test_a_joint_term_is_a_gain_for_both() -> None:
    table = agenda("weekly_call")
    reasons = BUILTIN.reasons(table, package(table, weekly_call="weekly"), SIDES)
    assert set(reasons.gets.values()) == {"Regular call weekly (today none)"}


def test_a_term_that_nobody_knows_the_direction_of_is_given_and_got_by_nobody() -> None:
    own = Term("own-1", "Colour of the lid", ("red", "blue"), today=0)
    reasons = BUILTIN.reasons(Agenda((own,)), (1,), SIDES)
    assert set(reasons.gets.values()) == {"Today’s terms stay as they are"}
    assert set(reasons.gives.values()) == {"Nothing beyond today’s terms"}


def test_where_roles_are_not_known_nobody_is_said_to_give() -> None:
    sides = (Side(SideId("a"), "A"), Side(SideId("b"), "B"))
    table = agenda("otif_target")
    reasons = BUILTIN.reasons(table, package(table, otif_target="98 %"), sides)
    assert reasons.gets[SideId("a")] == reasons.gets[SideId("b")]


@pytest.mark.parametrize("name", BRIEFS)
def test_terms_in_spanish_are_reasoned_in_spanish(name: str) -> None:
    spanish = LIBRARY.in_language("es").entries
    english = BUILTIN.suggest_terms(BRIEFS[name], None).value
    table = Agenda(tuple(spanish[t.key].as_term() for t in english.terms))
    chosen = tuple(0 if t.today else 1 for t in table.terms)
    assert "(hoy " in " ".join(BUILTIN.reasons(table, chosen, SIDES).gets.values())
