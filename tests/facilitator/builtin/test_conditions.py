"""What means nothing by itself is tied to what it needs, in every language of the library."""

from dataclasses import replace

import pytest

from bot.facilitator import builtin_facilitator, load_library
from bot.facilitator.builtin.conditions import with_conditions, with_needed
from bot.facilitator.builtin.voice import voice
from bot.mediation.terms import Agenda, Term

LIBRARY = load_library()
BUILTIN = builtin_facilitator(LIBRARY)
ENGLISH, SPANISH = voice("en", LIBRARY), voice("es", LIBRARY)


def term(key: str, *, today: int | None = None) -> Term:
    return replace(LIBRARY.entries[key].as_term(), today=today)


def test_a_cap_on_penalties_needs_a_penalty() -> None:
    (tied,) = with_conditions(
        Agenda((term("late_penalty"), term("penalty_cap"))), ENGLISH
    ).conditions
    assert (tied.term, tied.options) == ("penalty_cap", ("2 %", "3 %", "5 %"))
    assert (tied.other, tied.among) == ("late_penalty", ("1 %", "2 %", "3 %", "5 %"))


def test_a_number_that_people_named_is_tied_as_well() -> None:
    wider = replace(term("late_penalty"), options=("none", "1 %", "4 %"))
    (tied,) = with_conditions(Agenda((wider, term("penalty_cap"))), ENGLISH).conditions
    assert tied.among == ("1 %", "4 %")


@pytest.mark.parametrize("key", [k for k, e in LIBRARY.entries.items() if e.needs])
def test_what_needs_another_term_says_so_in_every_language(key: str) -> None:
    for spoken in (ENGLISH, SPANISH):
        entry = spoken.library.entries[key]
        assert entry.needs is not None
        other = spoken.library.entries[entry.needs.other]
        (tied,) = with_conditions(Agenda((entry.as_term(), other.as_term())), spoken).conditions
        assert entry.options[entry.needs.unless] not in tied.options
        assert len(tied.among) == len(other.options) - 1


def test_nothing_is_tied_to_what_is_not_there_or_against_what_holds() -> None:
    assert with_conditions(Agenda((term("penalty_cap"),)), ENGLISH).conditions == ()
    broken = Agenda((term("late_penalty", today=0), term("penalty_cap", today=1)))
    assert with_conditions(broken, ENGLISH).conditions == ()


def test_of_too_many_none_is_left_without_what_it_needs() -> None:
    keys = ["apology", "penalty_cap", "moq"]
    assert with_needed(keys, LIBRARY, 3) == ("apology", "penalty_cap", "late_penalty")
    assert with_needed(keys, LIBRARY, 2) == ("apology", "moq")
    assert with_needed(["late_penalty", "penalty_cap"], LIBRARY, 2) == (
        "late_penalty",
        "penalty_cap",
    )
