"""Earlier cases are shown with how they ended, and what they fixed counts as today's value."""

from dataclasses import replace

import pytest

from bot.casework.earlier import MOST, about_the_same_terms, with_what_they_fixed
from bot.casework.verdict import withdraw
from bot.mediation.case import Bond, Case, Tie
from bot.mediation.issues import IssueKind
from bot.mediation.stages import Stage
from bot.mediation.terms import Agenda
from tests.casework.fakes import TERMS
from tests.casework.world import BEN, World, memory_world


@pytest.fixture
def world() -> World:
    return memory_world()


def agenda_of(case: Case) -> Agenda:
    assert case.agenda is not None
    return case.agenda


def settled(case: Case, key: str) -> str:
    assert case.agreement is not None
    at = [t.key for t in agenda_of(case).terms].index(key)
    return case.agreement.settled[at].option


def test_a_new_case_names_the_earlier_one_of_its_kind_and_how_it_ended(world: World) -> None:
    first = world.case_at(Stage.AGREED)
    case = world.raise_case()
    assert case.ties == (Tie(Bond.RESEMBLES, first.id, first.number, ended=Stage.AGREED),)
    assert world.raise_case(kind=IssueKind.PAYMENT).ties == ()
    assert world.raise_case(kind=IssueKind.OTHER).ties == ()


def test_what_was_withdrawn_or_still_goes_on_tells_nothing(world: World) -> None:
    world.act(withdraw, world.raise_case().id, by=BEN)
    world.raise_case()
    assert world.raise_case().ties == ()


def test_only_the_newest_few_are_named(world: World) -> None:
    for _ in range(MOST + 2):
        made = world.raise_case()
        with world.store() as uow:
            uow.cases.save(replace(made, stage=Stage.CLEARED_UP))
            uow.commit()
    numbers = [tie.number for tie in world.raise_case().ties]
    assert numbers == [3, 4, 5]


def test_a_term_without_a_value_today_takes_the_one_that_was_agreed_last(world: World) -> None:
    first = world.case_at(Stage.AGREED)
    case = world.case_at(Stage.AGENDA)
    chosen = settled(first, "grace")
    grace = agenda_of(case).term("grace")
    assert agenda_of(first).term("grace").today is None
    assert grace.today is not None
    assert grace.options[grace.today] == chosen


def test_what_the_text_says_of_today_goes_before(world: World) -> None:
    world.case_at(Stage.AGREED)
    case = world.case_at(Stage.AGENDA)
    for term in TERMS:
        if term.today is not None:
            assert agenda_of(case).term(term.key).today == term.today


def test_a_guess_of_what_is_usual_gives_way_to_what_was_agreed(world: World) -> None:
    first, other = world.case_at(Stage.AGREED), world.raise_case(kind=IssueKind.OTHER)
    guessed = replace(agenda_of(first).term("grace"), today=0, today_is_usual=True)
    (found,) = with_what_they_fixed(Agenda((guessed,)), other, (first,)).terms
    assert found.today is not None
    assert found.options[found.today] == settled(first, "grace")
    assert not found.today_is_usual
    assert found.agreed_in == first.number
    known = replace(guessed, today_is_usual=False)
    assert with_what_they_fixed(Agenda((known,)), other, (first,)).terms == (known,)


def fixed_at(case: Case, option: str) -> Case:
    """The case, its first term being agreed at another option."""
    assert case.agreement is not None
    agenda = agenda_of(case)
    first = replace(agenda.terms[0], options=(option, "x"))
    fixed = (replace(case.agreement.settled[0], option=option), *case.agreement.settled[1:])
    return replace(
        case,
        agenda=replace(agenda, terms=(first, *agenda.terms[1:])),
        agreement=replace(case.agreement, settled=fixed),
    )


@pytest.mark.parametrize(
    ("options", "agreed", "expected"),
    [
        (("30 days", "60 days"), "50 days", ("30 days", "50 days", "60 days")),
        (("30 days", "60 days"), "90 days", ("30 days", "60 days", "90 days")),
        (("98 %", "95 %"), "96.5 %", ("98 %", "96.5 %", "95 %")),
        (("none", "1 month", "3 months"), "2 months", ("none", "1 month", "2 months", "3 months")),
        (("eight", "nine"), "ten", ("eight", "nine")),
        (("30 days", "60 days"), "2 weeks", ("30 days", "60 days")),
    ],
)
def test_what_was_agreed_takes_its_place_among_options_of_its_kind(
    world: World, options: tuple[str, ...], agreed: str, expected: tuple[str, ...]
) -> None:
    first = fixed_at(world.case_at(Stage.AGREED), agreed)
    other = world.raise_case(kind=IssueKind.OTHER)
    term = replace(agenda_of(first).terms[0], options=options, today=None)
    (found,) = with_what_they_fixed(Agenda((term,)), other, (first,)).terms
    assert found.options == expected
    assert (found.today is None) == (agreed not in expected)


def test_what_an_earlier_agreement_of_the_kind_moved_comes_to_the_table(world: World) -> None:
    first = world.case_at(Stage.AGREED)
    moved = {
        t.key: settled(first, t.key)
        for t in agenda_of(first).terms
        if t.today is None or t.options[t.today] != settled(first, t.key)
    }
    strange = Agenda((replace(TERMS[0], key="strange"),))
    other = world.raise_case(kind=IssueKind.PAYMENT)
    found = with_what_they_fixed(strange, first, (first,)).terms
    assert moved
    assert {t.key: t.options[t.today or 0] for t in found[1:]} == moved
    assert with_what_they_fixed(strange, other, (first,)) == strange


def test_cases_about_the_same_terms_are_tied_once(world: World) -> None:
    first = world.case_at(Stage.AGREED)
    case = world.raise_case(kind=IssueKind.PAYMENT)
    agenda = Agenda(TERMS[:1])
    ties = about_the_same_terms(case, agenda, (first, case))
    assert [tie.case_id for tie in ties] == [first.id]
    again = about_the_same_terms(replace(case, ties=ties), agenda, (first, case))
    assert again == ties
    strange = Agenda((replace(TERMS[0], key="strange"),))
    assert about_the_same_terms(case, strange, (first, case)) == ()
