"""Two people at the same moment: each use case ends as if one had come after the other."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.casework.answer_menu import AnswerMenu, answer_menu
from bot.casework.clarify import OpenClarification, add_line, clear_up, open_clarification
from bot.casework.frame import ConfirmPart, confirm_part
from bot.casework.ports import Conflict
from bot.casework.propose import sweep
from bot.casework.rate_terms import finish_rating
from bot.casework.set_agenda import SetAgenda, set_agenda
from bot.casework.sign import Sign, sign
from bot.casework.tell_side import TellSide, tell_side
from bot.casework.verdict import give_verdict
from bot.mediation.clarification import Outcome
from bot.mediation.refusals import MovedOn, Overtaken, Refusal
from bot.mediation.stages import Stage
from bot.mediation.timeline import first_break
from storage import SqlStore
from tests.casework.world import (
    ALEX,
    ANNA,
    BEN,
    IN_THREAD,
    WORKSPACE,
    World,
    on_record,
    stored_world,
)
from tests.storage.databases import copied_file, postgres_engine

ATTEMPTS = 8


@pytest.fixture(params=["sqlite", "postgresql"])
def both(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    if request.param == "sqlite":
        url = f"sqlite:///{copied_file(request.getfixturevalue('sqlite_template'), tmp_path)}"
    else:
        url = request.getfixturevalue("postgres_url")
        with postgres_engine(url):
            pass  # emptied
    world = stored_world(url)
    yield world
    assert isinstance(world.store, SqlStore)
    world.store.engine.dispose()


def at_once(world: World, *work: Callable[[], object]) -> list[Refusal]:
    """Do it all at the same moment, each again on Conflict; the refusals. Then the jobs."""
    ready = threading.Barrier(len(work))
    refused: list[Refusal] = []
    faults: list[BaseException] = []

    def run(one: Callable[[], object]) -> None:
        ready.wait()
        for _ in range(ATTEMPTS):
            try:
                one()
            except Conflict:
                continue
            except Refusal as refusal:
                refused.append(refusal)
            except Exception as fault:  # noqa: BLE001  (looked at below)
                faults.append(fault)
            return
        faults.append(TimeoutError("never got a turn"))

    threads = [threading.Thread(target=run, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    world.run_jobs()
    return refused


def each(world: World, use_case: Callable[..., object], asked: object) -> list[Refusal]:
    """Somebody of either side does the same thing at the same moment."""
    return at_once(
        world,
        lambda: world.commit(use_case, asked, by=ANNA),
        lambda: world.commit(use_case, asked, by=BEN),
    )


def test_two_sides_answer_and_the_round_closes_once(both: World) -> None:
    for _ in range(3):
        case = both.case_at(Stage.PROPOSED)
        asked = AnswerMenu(case.id, 1, frozenset({0}))
        assert each(both, answer_menu, asked) == []
        assert both.case(case.id).stage is Stage.SIGNING
        accepted = [t for t in both.texts(case.id) if t.startswith("Every side could sign")]
        assert len(accepted) == 1


def test_an_answer_waits_for_another_that_is_being_written_and_then_sees_it(both: World) -> None:
    case = both.case_at(Stage.PROPOSED)
    asked = AnswerMenu(case.id, 1, frozenset({0}))
    second = threading.Thread(target=lambda: both.commit(answer_menu, asked, by=BEN))
    with both.store() as uow:
        answer_menu(asked, ANNA, uow=uow, now=both.clock.now())
        second.start()
        second.join(timeout=0.3)
        assert second.is_alive(), "it has to wait: it could not see the first answer yet"
        uow.commit()
    second.join()
    assert both.case(case.id).stage is Stage.SIGNING


def test_the_deadline_and_the_last_answer_close_a_round_once(both: World) -> None:
    case = both.case_at(Stage.PROPOSED)
    both.answer(case, ANNA, 0)
    both.clock.forward(days=4)
    at_once(
        both,
        lambda: both.commit(answer_menu, AnswerMenu(case.id, 1, frozenset({0})), by=BEN),
        lambda: sweep(store=both.store, clock=both.clock),
    )
    held = both.case(case.id)
    assert held.stage in {Stage.SIGNING, Stage.PROPOSED}
    assert [r.number for r in held.rounds] == list(range(1, len(held.rounds) + 1))
    assert held.rounds[0].closed


def test_two_colleagues_answer_and_one_is_asked(both: World) -> None:
    case = both.case_at(Stage.PROPOSED)
    revision = both.opened(case, ANNA).caucus.revision
    both.opened(case, ALEX)
    asked = [AnswerMenu(case.id, 1, frozenset({n}), revision=revision) for n in (0, 1)]
    refused = at_once(
        both,
        lambda: both.commit(answer_menu, asked[0], by=ANNA),
        lambda: both.commit(answer_menu, asked[1], by=ALEX),
    )
    assert [type(r) for r in refused] == [Overtaken]
    assert len(both.caucus(case, both.side(ANNA).id).answers) == 1


def test_two_colleagues_tell_and_one_is_asked(both: World) -> None:
    case = both.raise_case()
    asked = [
        TellSide(case.id, f"{by.person} says", "a plan", "", False, "", revision=0)
        for by in (ANNA, ALEX)
    ]
    refused = at_once(
        both,
        lambda: both.commit(tell_side, asked[0], by=ANNA),
        lambda: both.commit(tell_side, asked[1], by=ALEX),
    )
    assert [type(r) for r in refused] == [Overtaken]
    assert len(both.case(case.id).statements) == 1


def test_two_sides_tell_and_the_statement_is_drafted_once(both: World) -> None:
    case = both.raise_case()
    asked = TellSide(case.id, "Late.", "a plan", "", False, "", revision=0)
    assert each(both, tell_side, asked) == []
    assert both.case(case.id).stage is Stage.CONFIRMING
    assert len([t for t in both.texts(case.id) if "was drafted by" in t]) == 1


def test_two_sides_confirm_settle_agree_rate_and_sign_together(both: World) -> None:
    case = both.case_at(Stage.CONFIRMING)
    part = ConfirmPart(case.id, "Late.", "A plan.", "")
    assert each(both, confirm_part, part) == []
    assert both.case(case.id).stage is Stage.FRAMED
    at_once(
        both,
        lambda: both.commit(give_verdict, case.id, by=ANNA, settles=False),
        lambda: both.commit(give_verdict, case.id, by=BEN, settles=True),
    )
    agenda = both.case(case.id).agenda
    assert agenda is not None
    terms = SetAgenda(case.id, 1, agenda.terms)
    assert each(both, set_agenda, terms) == []
    assert both.case(case.id).stage is Stage.RATING
    for by, side in zip((ANNA, BEN), case.sides, strict=True):
        with both.store() as uow:
            caucus = uow.caucuses.get(case.id, side.id)
            uow.caucuses.save(caucus.with_ratings(both.usual_ratings(by), by=by.person))
            uow.commit()
    assert each(both, finish_rating, case.id) == []
    assert both.case(case.id).stage is Stage.PROPOSED
    assert len(both.case(case.id).rounds) == 1


def test_two_sides_sign_together(both: World) -> None:
    case = both.case_at(Stage.SIGNING)
    assert case.agreement is not None
    asked = Sign(case.id, case.agreement.version, attested=True)
    assert each(both, sign, asked) == []
    agreed = both.case(case.id)
    assert agreed.stage is Stage.AGREED
    assert agreed.agreement is not None
    assert len(agreed.agreement.signatures) == 2


def test_two_colleagues_sign_and_one_signature_stands(both: World) -> None:
    case = both.case_at(Stage.SIGNING)
    assert case.agreement is not None
    asked = Sign(case.id, case.agreement.version, attested=True)
    refused = at_once(
        both,
        lambda: both.commit(sign, asked, by=ANNA),
        lambda: both.commit(sign, asked, by=ALEX),
    )
    assert [type(r) for r in refused] == [MovedOn]
    signed = both.case(case.id).agreement
    assert signed is not None
    assert len(signed.signatures) == 1


def test_both_lines_come_together_and_are_shown_once(both: World) -> None:
    on_record(both.store, both.room)
    asked = OpenClarification(WORKSPACE, IN_THREAD, "mine")
    opened = both.act(open_clarification, asked, by=ANNA, ids=both.ids)
    at_once(
        both,
        lambda: both.commit(add_line, opened.id, "mine, better", by=ANNA),
        lambda: both.commit(add_line, opened.id, "theirs", by=BEN),
    )
    with both.store() as uow:
        shown = uow.clarifications.get(opened.id)
        assert uow.clarifications.lines(opened.id) == ()
    assert shown.outcome is Outcome.SHOWN
    assert len(shown.lines) == 2
    assert each(both, clear_up, opened.id) == []
    with both.store() as uow:
        assert uow.clarifications.get(opened.id).outcome is Outcome.CLEARED_UP
        assert first_break(uow.timeline.of(opened.id)) is None
