"""Terms, options and the agenda: what they refuse, and how an edition follows another."""

from dataclasses import replace

import pytest

from bot.mediation.people import TradeRole
from bot.mediation.refusals import Unclear
from bot.mediation.terms import MAX_OPTIONS, MAX_TERMS, Agenda, Condition, Term
from tests.mediation.parts import BUYER, SELLER

PRICE = Term("price", "Price", ("+2 %", "+4 %", "+6 %"), today=0, wants_more=TradeRole.PROVIDER)
DAYS = Term("days", "Payment days", ("30", "60"), today=1)
CAP = Term("cap", "Cap", ("5 %", "10 %"))
AGENDA = Agenda((PRICE, DAYS))


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "  "},
        {"options": ()},
        {"options": tuple(str(n) for n in range(MAX_OPTIONS + 1))},
        {"options": ("30 days", "30 Days")},
        {"today": 3},
        {"today": -1},
    ],
    ids=["no name", "no option", "too many", "one twice", "today beyond", "today before"],
)
def test_what_is_no_term_is_refused_by_its_key(changes: dict[str, object]) -> None:
    with pytest.raises(Unclear) as refused:
        replace(PRICE, **changes)  # type: ignore[arg-type]
    assert refused.value.field == "price"


def test_one_option_is_enough_and_ten_are_not_too_many() -> None:
    for count in (1, MAX_OPTIONS):
        assert Term("k", "n", tuple(str(n) for n in range(count))).options


@pytest.mark.parametrize(
    "terms",
    [(), (PRICE, PRICE), tuple(replace(PRICE, key=str(n)) for n in range(MAX_TERMS + 1))],
)
def test_what_is_no_agenda_is_refused(terms: tuple[Term, ...]) -> None:
    with pytest.raises(Unclear) as refused:
        Agenda(terms)
    assert refused.value.field == "terms"


def test_labels_stand_in_the_order_of_the_terms() -> None:
    assert AGENDA.labels((2, 0)) == ("+6 %", "30")
    with pytest.raises(ValueError, match="argument"):
        AGENDA.labels((2,))


def test_today_is_known_where_every_term_has_a_value() -> None:
    assert AGENDA.today == (0, 1)
    assert Agenda((PRICE, CAP)).today is None


def test_a_term_is_found_by_its_key() -> None:
    assert AGENDA.term("days") == DAYS


def test_confirming_changes_no_edition() -> None:
    once = AGENDA.edited(AGENDA.terms, by=BUYER.id)
    both = once.edited(AGENDA.terms, by=SELLER.id)
    assert (once.edition, once.confirmed_by) == (1, frozenset({BUYER.id}))
    assert (both.edition, both.confirmed_by) == (1, frozenset({BUYER.id, SELLER.id}))


@pytest.mark.parametrize(
    "terms",
    [
        (PRICE,),
        (DAYS, PRICE),
        (PRICE, DAYS, CAP),
        (replace(PRICE, today=1), DAYS),
        (replace(PRICE, definition="index of March"), DAYS),
    ],
    ids=["one less", "another order", "one more", "another today", "a definition"],
)
def test_every_change_is_a_new_edition_that_its_editor_alone_has_confirmed(
    terms: tuple[Term, ...],
) -> None:
    confirmed = AGENDA.edited(AGENDA.terms, by=SELLER.id)
    changed = confirmed.edited(terms, by=BUYER.id)
    assert (changed.edition, changed.confirmed_by) == (2, frozenset({BUYER.id}))
    assert changed.terms == terms


def test_what_everybody_had_confirmed_is_no_guess_when_the_terms_are_opened_again() -> None:
    guessed = replace(AGENDA, terms=tuple(replace(t, today_is_usual=True) for t in AGENDA.terms))
    again = guessed.opened_again
    assert not any(t.today_is_usual for t in again.terms)
    assert (again.edition, again.confirmed_by) == (guessed.edition + 1, frozenset())


def test_a_forbidden_combination_stays_while_its_options_do() -> None:
    pairs = (frozenset({("price", 2), ("days", 0)}), frozenset({("price", 0), ("days", 1)}))
    agenda = replace(AGENDA, forbidden=pairs)
    fewer = agenda.edited((replace(PRICE, options=("+2 %", "+4 %")), DAYS), by=BUYER.id)
    assert fewer.forbidden == pairs[1:]
    assert agenda.edited((PRICE, CAP), by=BUYER.id).forbidden == ()
    assert agenda.edited((PRICE, DAYS, CAP), by=BUYER.id).forbidden == pairs


TIED = Condition("price", ("+4 %", "+6 %"), "days", ("60",))


def test_a_condition_keeps_apart_whatever_it_does_not_name() -> None:
    agenda = Agenda((PRICE, DAYS), conditions=(TIED,))
    assert set(agenda.apart) == {
        frozenset({("price", 1), ("days", 0)}),
        frozenset({("price", 2), ("days", 0)}),
    }
    assert Agenda((PRICE, CAP), conditions=(TIED,)).apart == ()


def test_a_condition_stays_with_its_options_wherever_they_move() -> None:
    agenda = Agenda((PRICE, DAYS), conditions=(TIED,))
    wider = replace(PRICE, options=("+1 %", "+2 %", "+4 %", "+6 %"))
    edited = agenda.edited((wider, DAYS), by=BUYER.id)
    assert edited.conditions == (TIED,)
    assert frozenset({("price", 2), ("days", 0)}) in edited.apart
    assert agenda.edited((PRICE, CAP), by=BUYER.id).conditions == ()
    assert agenda.edited((replace(PRICE, options=("0 %",)), DAYS), by=BUYER.id).conditions == ()


def test_another_condition_is_another_edition() -> None:
    agenda = Agenda((PRICE, DAYS), confirmed_by=frozenset({SELLER.id}))
    assert agenda.edited(agenda.terms, by=BUYER.id, conditions=()).edition == 1
    tied = agenda.edited(agenda.terms, by=BUYER.id, conditions=(TIED,))
    assert (tied.edition, tied.confirmed_by) == (2, frozenset({BUYER.id}))
