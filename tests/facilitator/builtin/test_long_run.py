"""What a package serves in time: from what each side said of itself, alike for both, by code."""

from itertools import product

import pytest

from bot.facilitator import builtin_facilitator, load_library
from bot.facilitator.builtin.long_run import _serves
from bot.facilitator.builtin.voice import voice
from bot.facilitator.reading.lexicon import LANGUAGES, load_lexicon
from bot.mediation.partner import Ground
from bot.mediation.people import Side, TradeRole
from bot.mediation.terms import Agenda, Package, Reasons
from tests.facilitator.examples import CUSTOMER, PROVIDER

LIBRARY = load_library()
BUILTIN = builtin_facilitator(LIBRARY)
SIDES = (
    Side(CUSTOMER, "Brightmart", TradeRole.CUSTOMER),
    Side(PROVIDER, "Nordpack", TradeRole.PROVIDER),
)
TABLE = Agenda(
    tuple(LIBRARY.entries[k].as_term() for k in ("otif_target", "late_penalty", "frozen_window"))
)
BETTER: Package = (5, 1, 2)  # more on time, less penalty, a longer frozen window


def reasons(package: Package = BETTER, ground: Ground | None = None) -> Reasons:
    return BUILTIN.reasons(TABLE, package, SIDES, ground or Ground())


def test_each_side_reads_what_its_gains_serve_in_a_line_of_the_same_form() -> None:
    assert reasons().lasts == {
        CUSTOMER: "In the long run: having the goods when they are needed",
        PROVIDER: "In the long run: a cost that can be borne",
    }


def test_what_a_side_said_of_itself_comes_before_what_is_usual() -> None:
    ground = Ground({PROVIDER: ("Our shifts are planned a month ahead.",)})
    assert reasons(ground=ground).lasts[PROVIDER].endswith("a plan that can be relied on")
    assert reasons(ground=ground).lasts[CUSTOMER] == reasons().lasts[CUSTOMER]


def test_a_side_s_words_never_change_the_other_side_s_line() -> None:
    for said in ("Cash is short.", "Stock-outs hurt.", "We work nights.", "Our brand."):
        ground = Ground({CUSTOMER: (said,)})
        assert reasons(ground=ground).lasts[PROVIDER] == reasons().lasts[PROVIDER]


def test_both_sides_have_a_long_run_or_neither_has() -> None:
    seen = set()
    for package in product(*(range(len(t.options)) for t in TABLE.terms)):
        lasts = reasons(package).lasts
        seen.add(len(lasts))
        assert len(lasts) in {0, 2}, package
    assert seen == {0, 2}


def test_sides_swapped_the_lines_are_swapped() -> None:
    swapped = BUILTIN.reasons(TABLE, BETTER, SIDES[::-1], Ground())
    assert swapped.lasts == reasons().lasts


@pytest.mark.parametrize(
    ("goal", "served"),
    [
        ("Fewer stock-outs", True),
        ("A plan that both can rely on, with planned shifts", True),
        ("A higher OTIF", True),
        ("Less plastic by 2030", False),
    ],
)
def test_a_shared_goal_is_named_where_the_package_moves_towards_it(goal: str, served: bool) -> None:
    assert reasons(ground=Ground(goals=(goal,))).goals == ((goal,) if served else ())


def test_today_s_terms_serve_no_goal() -> None:
    today = tuple(t.today or 0 for t in TABLE.terms)
    found = reasons(today, Ground(goals=("Fewer stock-outs",)))
    assert (found.goals, found.lasts) == ((), {})


def test_every_term_of_the_library_serves_what_every_language_has_a_name_for() -> None:
    assert set(_serves()) == set(LIBRARY.entries)
    for language in LANGUAGES:
        names = load_lexicon(language).interest_names
        assert {key for pair in _serves().values() for key in pair} <= set(names)


def test_terms_named_in_spanish_are_answered_in_spanish() -> None:
    spoken = voice("es", LIBRARY).library.entries
    table = Agenda(tuple(spoken[t.key].as_term() for t in TABLE.terms))
    found = BUILTIN.reasons(table, BETTER, SIDES, Ground())
    assert all(line.startswith("A largo plazo: ") for line in found.lasts.values())
    assert len(found.lasts) == 2
