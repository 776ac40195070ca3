"""The accepted package as a text: every term, and who does what by when for each that changes."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.casework.draft_agreement import USUAL_DAYS, draft_agreement, in_one_language
from bot.mediation.agreement import Agreement
from bot.mediation.case import Case
from bot.mediation.issues import GapKind
from bot.mediation.people import TradeRole
from bot.mediation.proposals import Offer, Round
from bot.mediation.refusals import MovedOn
from bot.mediation.stages import Stage
from bot.mediation.statements import CommonStatement, Rendition
from bot.mediation.terms import Agenda, Package, Reasons, Term
from tests.casework.fakes import TERMS
from tests.casework.world import ANNA, BEN, World, memory_world


@pytest.fixture
def proposed() -> tuple[World, Case]:
    world = memory_world()
    return world, world.case_at(Stage.PROPOSED)


def drafted(
    found: tuple[World, Case], package: Package, terms: tuple[Term, ...] = TERMS
) -> Agreement:
    world, case = found
    now = world.clock.now()
    menu = Round(1, (Offer(package, Reasons()),), now, now, accepted=0, closed=True)
    with world.store() as uow:
        return draft_agreement(
            replace(case, agenda=Agenda(terms), rounds=(menu,)), uow=uow, now=now
        )


def test_every_term_is_settled_with_what_held_before(proposed: tuple[World, Case]) -> None:
    settled = drafted(proposed, (2, 2, 0, 1)).settled
    assert [(s.term, s.option, s.before) for s in settled] == [
        ("On-time target", "97 %", "95 %"),
        ("Payment days", "60 days", "60 days"),
        ("Frozen forecast", "2 weeks", "2 weeks"),
        ("Grace orders a month", "1", ""),
    ]
    assert settled[0].definition == "order lines, by appointment date"


def test_what_stays_as_it_is_is_no_commitment(proposed: tuple[World, Case]) -> None:
    keys = [c.key.split("-")[0] for c in drafted(proposed, (2, 2, 0, 0)).commitments]
    assert keys == ["otif", "grace", "grace"]


def test_what_holds_by_itself_is_settled_from_now_on_and_nobodys_promise(
    proposed: tuple[World, Case],
) -> None:
    payment = replace(TERMS[1], holds=True)
    agreed = drafted(proposed, (3, 0, 0, 0), (TERMS[0], payment, *TERMS[2:]))
    assert [c.key.split("-")[0] for c in agreed.commitments] == ["otif", "grace", "grace"]
    assert [s.term for s in agreed.settled if s.from_now_on] == ["Payment days"]
    unchanged = drafted(proposed, (3, 2, 0, 0), (TERMS[0], payment, *TERMS[2:]))
    assert not any(s.from_now_on for s in unchanged.settled)


def test_who_has_the_duty_promises(proposed: tuple[World, Case]) -> None:
    world, _ = proposed
    commitments = drafted(proposed, (3, 0, 2, 0)).commitments
    owed = {c.key.split("-")[0]: c.side for c in commitments if not c.key.startswith("grace")}
    buyer, seller = world.side(ANNA).id, world.side(BEN).id
    assert owed == {"otif": seller, "payment": buyer, "forecast": buyer}


@pytest.mark.parametrize(
    ("today", "chosen", "owes"),
    [
        (1, 0, TradeRole.PROVIDER),
        (1, 2, TradeRole.CUSTOMER),
        (None, 0, TradeRole.CUSTOMER),
    ],
)
def test_who_concedes_promises_before_who_has_the_duty(
    proposed: tuple[World, Case], today: int | None, chosen: int, owes: TradeRole
) -> None:
    term = Term(
        "frozen_window",
        "Frozen order window",
        ("3 days", "5 days", "7 days"),
        today=today,
        wants_more=TradeRole.PROVIDER,
        duty=TradeRole.CUSTOMER,
    )
    _, case = proposed
    (commitment,) = drafted(proposed, (chosen,), (term,)).commitments
    assert case.side(commitment.side).trade_role is owes


@pytest.mark.parametrize(
    ("wants_more", "today", "chosen", "owes"),
    [
        (TradeRole.CUSTOMER, 0, 1, (TradeRole.PROVIDER,)),
        (TradeRole.CUSTOMER, 1, 0, (TradeRole.CUSTOMER,)),
        (TradeRole.PROVIDER, 0, 1, (TradeRole.CUSTOMER,)),
        (TradeRole.PROVIDER, 1, 0, (TradeRole.PROVIDER,)),
        (TradeRole.UNSAID, 0, 1, (TradeRole.CUSTOMER, TradeRole.PROVIDER)),
        (None, 0, 1, (TradeRole.CUSTOMER, TradeRole.PROVIDER)),
        (TradeRole.CUSTOMER, None, 1, (TradeRole.CUSTOMER, TradeRole.PROVIDER)),
    ],
)
def test_without_a_duty_who_concedes_promises_and_in_doubt_both_do(
    proposed: tuple[World, Case],
    wants_more: TradeRole | None,
    today: int | None,
    chosen: int,
    owes: tuple[TradeRole, ...],
) -> None:
    term = Term("cap", "Cap", ("5 %", "10 %"), today=today, wants_more=wants_more)
    _, case = proposed
    commitments = drafted(proposed, (chosen,), (term,)).commitments
    assert tuple(case.side(c.side).trade_role for c in commitments) == owes


def test_each_commitment_has_an_owner_and_a_day_and_what_counts(
    proposed: tuple[World, Case],
) -> None:
    world, case = proposed
    commitments = drafted(proposed, (1, 1, 1, 1)).commitments
    assert len({c.key for c in commitments}) == len(commitments)
    for commitment in commitments:
        spoke = case.statement_of(commitment.side)
        assert spoke is not None
        assert commitment.owner == spoke.by
        assert commitment.due == world.clock.now().date() + timedelta(days=USUAL_DAYS)
    assert commitments[0].what == "On-time target: 96 % (before: 95 %)"
    assert commitments[0].measure == "order lines, by appointment date"
    assert commitments[1].measure == ""


def test_without_an_accepted_package_there_is_no_text(proposed: tuple[World, Case]) -> None:
    world, case = proposed
    with world.store() as uow, pytest.raises(MovedOn):
        draft_agreement(case, uow=uow, now=world.clock.now())


def test_where_the_sides_write_two_languages_the_agreement_names_its_own() -> None:
    again = Rendition("es", (), (), (), "¿Qué día?")
    common = CommonStatement(
        (), (), (), (), GapKind.FACT, "Which day?", language="en", also=(again,)
    )
    (sentence,) = in_one_language(common, ("a", "b"))
    assert sentence.startswith("This text is in English, as both sides have set")
    (among_three,) = in_one_language(common, ("a", "b", "c"))
    assert "as all sides have set" in among_three
    assert in_one_language(replace(common, also=()), ()) == ()
    assert in_one_language(None, ()) == ()


def test_the_text_of_a_spanish_case_is_spanish_whole(proposed: tuple[World, Case]) -> None:
    world, case = proposed
    assert case.common is not None
    menu = replace(case.rounds[-1], accepted=0)
    common = replace(case.common, language="es")
    spanish = replace(case, common=common, rounds=(*case.rounds[:-1], menu))
    with world.store() as uow:
        drafted = draft_agreement(spanish, uow=uow, now=world.clock.now())
    assert drafted.frame == (
        "Lo que se dijo hasta llegar aquí no vale como admisión de ninguna de las dos partes.",
        "Ningún contrato se modifica si este texto no lo dice.",
    )
    assert all("before" not in promise.what for promise in drafted.commitments)
    assert any("(antes: " in promise.what for promise in drafted.commitments)
