"""A joint project's gain: split by the same rule, paid out, and looked at from both ends."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.bargaining.gains import GainShare, NoGain, Outlook, Payment, Range, Stake, share_gain
from bot.bargaining.problem import Malformed


def sure(amount: float) -> Range:
    return Range(amount, amount, amount)


NOTHING = sure(0)
# A buyer pays for a tool (100) that saves its supplier 160 to 260 a year and itself 20 to 40.
BUYER = Stake(costs=sure(100), resources=sure(10), gains=Range(20, 30, 40))
SUPPLIER = Stake(costs=NOTHING, resources=Range(15, 20, 25), gains=Range(160, 200, 260))


def shared(*stakes: Stake) -> GainShare:
    found = share_gain(stakes)
    assert isinstance(found, GainShare)
    return found


def test_the_net_gain_is_what_is_gained_less_costs_and_resources() -> None:
    assert BUYER.net(Outlook.LIKELY) == -80
    assert SUPPLIER.net(Outlook.LIKELY) == 180
    assert SUPPLIER.net(Outlook.LOW) == 160 - 25
    assert SUPPLIER.net(Outlook.HIGH) == 260 - 15


def test_both_net_the_same_and_one_payment_brings_it_about() -> None:
    found = shared(BUYER, SUPPLIER)
    assert found.shared[Outlook.LIKELY] == (50, 50)
    assert found.payments[Outlook.LIKELY] == (Payment(payer=1, payee=0, amount=130),)


def test_payments_fixed_at_the_likely_case_leave_the_range_to_who_has_it() -> None:
    found = shared(BUYER, SUPPLIER)
    assert found.fixed[Outlook.LIKELY] == found.shared[Outlook.LIKELY]
    assert found.fixed[Outlook.LOW] == (130 - 90, 135 - 130)
    assert found.fixed[Outlook.HIGH] == (130 - 70, 245 - 130)
    assert found.shared[Outlook.LOW] == (22.5, 22.5)


def test_who_would_lose_in_the_low_case_is_named() -> None:
    risky = Stake(costs=NOTHING, resources=NOTHING, gains=Range(80, 200, 260))
    found = shared(BUYER, risky)
    assert found.loses(Outlook.LOW) == (1,)
    assert found.loses(Outlook.LIKELY) == ()


def test_a_project_that_nets_nothing_is_said_to() -> None:
    assert share_gain((BUYER, BUYER)) == NoGain(-160)


@pytest.mark.parametrize("amounts", [(2, 1, 3), (1, 3, 2), (math.nan, 1, 2), (0, 1, math.inf)])
def test_an_amount_has_to_rise_from_low_to_high(amounts: tuple[float, float, float]) -> None:
    with pytest.raises(Malformed, match="amount"):
        Range(*amounts)


def test_one_side_alone_shares_with_nobody() -> None:
    with pytest.raises(Malformed, match="two sides"):
        share_gain((BUYER,))


@st.composite
def stakes(draw: st.DrawFn) -> Stake:
    def amount() -> Range:
        low, likely, high = sorted(draw(st.integers(0, 1000)) for _ in range(3))
        return Range(float(low), float(likely), float(high))

    return Stake(amount(), amount(), amount())


@given(st.lists(stakes(), min_size=2, max_size=6))
def test_every_split_adds_up_and_payments_bring_it_about(sides: list[Stake]) -> None:
    found = share_gain(tuple(sides))
    if isinstance(found, NoGain):
        assert found.net <= 0
        return
    for outlook in Outlook:
        nets = [s.net(outlook) for s in sides]
        assert sum(found.shared[outlook]) == pytest.approx(sum(nets), abs=1e-6)
        assert sum(found.fixed[outlook]) == pytest.approx(sum(nets), abs=1e-6)
        paid = list(nets)
        for payment in found.payments[outlook]:
            assert payment.amount > 0
            paid[payment.payer] -= payment.amount
            paid[payment.payee] += payment.amount
        assert paid == pytest.approx(list(found.shared[outlook]), abs=1e-5)
        assert len(found.payments[outlook]) < len(sides)
    low, likely, high = (sum(found.shared[o]) for o in Outlook)
    assert low <= likely + 1e-9 <= high + 2e-9


@given(st.lists(stakes(), min_size=2, max_size=4))
def test_the_order_of_sides_changes_nothing(sides: list[Stake]) -> None:
    here, there = share_gain(tuple(sides)), share_gain(tuple(reversed(sides)))
    if isinstance(here, GainShare) and isinstance(there, GainShare):
        for outlook in Outlook:
            assert here.fixed[outlook] == pytest.approx(there.fixed[outlook][::-1])
    else:
        assert type(here) is type(there)
