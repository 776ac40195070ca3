"""Either side counts, both read the same: results, formulas, and where the figures come from."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.casework.count_together import (
    AskCount,
    count_file,
    count_together,
    offered,
    open_count,
    request_of,
)
from bot.casework.digest import digest
from bot.casework.files import FileRef
from bot.casework.membership import Actor
from bot.casework.preferences import Habits
from bot.casework.room import RoomUnavailable
from bot.casework.shown import CountForm, Saved
from bot.casework.verdict import give_verdict
from bot.mediation.case import Case
from bot.mediation.concerns import Concern
from bot.mediation.facts.counts import Calculator
from bot.mediation.issues import GapKind, IssueKind
from bot.mediation.refusals import MovedOn, NotFound, Outsider, Unclear
from bot.mediation.stages import Stage
from bot.mediation.statements import Rendition
from tests.casework.fakes import ScriptedFacilitator
from tests.casework.world import ANNA, BEN, CHANNEL, GUEST, WORKSPACE, World

ROWS = (
    b"order,due,appointment,arrived,ordered,delivered\n"
    b"A,2026-10-05,2026-10-04,2026-10-05,10,10\n"
    b"B,2026-10-06,,2026-10-08,10,10\n"
)
FILE = FileRef("F1", "orders.csv")
COUNT = "619 of 660 order lines by appointment date"


def framed(world: World, gap: GapKind = GapKind.FACT) -> Case:
    world.words = ScriptedFacilitator(gap=gap)
    return world.case_at(Stage.FRAMED)


def ask(case: Case, key: str = "k1", rows: str = "", file: FileRef | None = None) -> AskCount:
    typed = {"rows": rows} if rows else {}
    return AskCount(key, case.id, Calculator.OTIF, typed, file, view="V1")


def send(world: World, request: AskCount, by: Actor = ANNA) -> bool:
    return world.act(count_together, request, by=by)


@pytest.mark.parametrize("gap", [GapKind.INTEREST, GapKind.VALUE, GapKind.RECOGNITION])
def test_nothing_is_offered_where_no_count_would_settle_anything(
    world: World, gap: GapKind
) -> None:
    case = framed(world, gap)
    assert offered(case) == ()
    with pytest.raises(MovedOn, match="nothing to count"):
        world.act(open_count, case.id, None, by=ANNA)


def test_what_is_offered_is_of_the_cases_kind(world: World) -> None:
    case = framed(world, GapKind.INTERPRETATION)
    form = world.act(open_count, case.id, None, by=ANNA)
    assert (form.calculator, form.offered) == (Calculator.OTIF, offered(case))
    turned = world.act(open_count, case.id, Calculator.LATENESS, by=BEN)
    assert turned.calculator is Calculator.LATENESS
    talk = replace(case, issue=replace(case.issue, kind=IssueKind.COMMUNICATION))
    assert offered(talk) == ()


def test_before_the_statement_stands_nothing_is_counted(world: World) -> None:
    assert offered(world.raise_case()) == ()


def test_typed_counts_stand_on_the_card_at_once_for_both(world: World) -> None:
    case = framed(world)
    assert send(world, ask(case, rows=COUNT))
    (count,) = world.room.cards[case.id].counts
    assert (count.side, count.source, count.rows) == (world.side(ANNA).id, "", 0)
    assert count.results[0].formula == f"{COUNT} = 93.8 %"
    assert "A side has counted." in " ".join(world.room.note_texts())


def test_a_file_is_read_by_a_job_and_its_source_is_told(world: World) -> None:
    case = framed(world)
    world.room.files["F1"] = ROWS
    assert not send(world, ask(case, file=FILE))
    (count,) = world.room.cards[case.id].counts
    assert (count.source, count.rows) == ("orders.csv", 2)
    assert count.digest == hashlib.sha256(ROWS).hexdigest()
    assert [r.value for r in count.results] == ["50.0 %", "0.0 %", "50.0 %", "0.0 %"]
    told = world.room.modals["V1"]
    assert isinstance(told, Saved)
    assert "2 rows, 4 definitions side by side" in told.sentence


def test_the_count_is_on_the_record_with_its_fingerprint(world: World) -> None:
    case = framed(world)
    world.room.files["F1"] = ROWS
    send(world, ask(case, file=FILE))
    (text,) = [t for t in world.texts(case.id) if "counted" in t]
    assert text.startswith("Acme counted on time in full from orders.csv (2 rows), SHA-256 ")
    assert hashlib.sha256(ROWS).hexdigest() in text
    assert "1 of 2 order lines by delivery date = 50.0 %" in text


def test_each_side_has_its_own_and_a_new_one_takes_its_own_place(world: World) -> None:
    case = framed(world)
    send(world, ask(case, "k1", COUNT))
    send(world, ask(case, "k2", "640 of 660 order lines by delivery date"), BEN)
    send(world, ask(case, "k3", "620 of 660 order lines by appointment date"))
    counts = {c.side: c.results[0].formula for c in world.case(case.id).counts}
    assert counts == {
        world.side(ANNA).id: "620 of 660 order lines by appointment date = 93.9 %",
        world.side(BEN).id: "640 of 660 order lines by delivery date = 97.0 %",
    }
    assert len([t for t in world.texts(case.id) if "counted" in t]) == 3


def test_twice_is_once(world: World) -> None:
    case = framed(world)
    world.room.files["F1"] = ROWS
    send(world, ask(case, file=FILE))
    version = world.case(case.id).version
    world.run_again()
    assert len(world.case(case.id).counts) == 1
    assert world.case(case.id).version == version


@pytest.mark.parametrize(
    ("held", "says"),
    [
        (b"order,due,arrived,ordered,delivered\nA,soon,,1,1\n", "Line 2, column “due”"),
        (b"PK\x03\x04", "Save the sheet as CSV"),
        (RoomUnavailable("http_503", permanent=False), "did not hand the file over"),
        (RoomUnavailable("missing_scope", permanent=True), "adds files:read"),
        (b"x" * 10_000_001, "too large"),
    ],
)
def test_a_file_that_cannot_be_read_comes_back_with_the_form(
    world: World, held: bytes | Exception, says: str
) -> None:
    case = framed(world)
    world.room.files["F1"] = held
    send(world, replace(ask(case, file=FILE), typed={"dates": "day_first"}))
    form = world.room.modals["V1"]
    assert isinstance(form, CountForm)
    assert says in form.sentence
    assert (form.file, form.typed) == (FILE, {"dates": "day_first"})
    assert world.case(case.id).counts == ()
    assert world.room.told == []


def test_who_closed_the_form_is_told_where_it_was_asked(world: World) -> None:
    case = framed(world)
    world.room.files["F1"] = b"order\nA\n"
    world.room.closed_modals.add("V1")
    send(world, ask(case, file=FILE))
    ((channel, person, text),) = world.room.told
    assert (channel, person) == (CHANNEL, ANNA.person)
    assert "Still missing: the day that was agreed (“due”)" in text
    assert "Nothing is lost" in text


def test_typed_figures_that_cannot_be_used_change_nothing(world: World) -> None:
    case = framed(world)
    with pytest.raises(Unclear, match="part of the second"):
        send(world, ask(case, rows="7 of 5 lines"))
    with pytest.raises(Unclear, match="one of the two"):
        send(world, ask(case, rows=COUNT, file=FILE))
    assert world.case(case.id).counts == ()


def test_a_file_on_its_way_while_the_case_moves_on_is_still_counted(world: World) -> None:
    case = framed(world)
    world.room.files["F1"] = ROWS
    world.commit(count_together, ask(case, file=FILE), by=ANNA)
    world.bargain(case, BEN)
    world.run_jobs()
    assert len(world.case(case.id).counts) == 1


def test_a_case_that_ended_meanwhile_says_so_in_the_form(world: World) -> None:
    case = framed(world)
    world.room.files["F1"] = ROWS
    world.commit(count_together, ask(case, file=FILE), by=ANNA)
    for by in (ANNA, BEN):
        world.commit(give_verdict, case.id, by=by, settles=True)
    world.run_jobs()
    told = world.room.modals["V1"]
    assert isinstance(told, Saved)
    assert "moved on" in told.sentence


def test_who_is_on_no_side_counts_nothing(world: World) -> None:
    case = framed(world)
    with pytest.raises(Outsider):
        send(world, ask(case, rows=COUNT), GUEST)


def test_a_job_for_a_case_that_is_gone_is_refused(world: World) -> None:
    args = {"key": "k", "case": "none", "calculator": "otif", "typed": {}}
    request = request_of({**args, "file": "F1", "name": "a.csv", "view": "V1"})
    world.room.files["F1"] = b""
    with pytest.raises(NotFound):
        count_file(
            request,
            ANNA,
            store=world.store,
            room=world.room,
            clock=world.clock,
            watch=world.words,
        )


TWICE = ROWS + b"B,2026-10-06,,2026-10-08,10,10\nTotal,,,,30,30\n"


def speak_spanish(world: World, who: Actor) -> None:
    with world.store() as uow:
        uow.preferences.keep(WORKSPACE, who.person, Habits(language="es"))
        uow.commit()


def test_both_sides_read_what_was_left_out_and_what_stands_twice(world: World) -> None:
    case = framed(world)
    world.room.files["F1"] = TWICE
    send(world, ask(case, file=FILE))
    (count,) = world.room.cards[case.id].counts
    notes = " ".join(count.notes)
    assert "1 row sums up others and is left out (line 5)" in notes
    assert "1 row is the same as an earlier one in every cell (line 4)" in notes
    told = world.room.modals["V1"]
    assert isinstance(told, Saved)
    assert all(note in told.sentence for note in count.notes)
    assert any("is left out (line 5)" in text for text in world.texts(case.id))


def test_a_refusal_is_in_the_language_of_who_sent_it(world: World) -> None:
    case = framed(world)
    speak_spanish(world, ANNA)
    with pytest.raises(Unclear, match="tiene que ser una parte del segundo") as raised:
        send(world, ask(case, rows="7 of 5 lines"))
    assert raised.value.field == "rows"
    with pytest.raises(Unclear, match="el archivo o las filas"):
        send(world, ask(case, rows=COUNT, file=FILE))
    world.room.files["F1"] = b"Pedido;Fecha\nA;5.10.2026\n"
    send(world, ask(case, file=FILE))
    form = world.room.modals["V1"]
    assert isinstance(form, CountForm)
    assert "Los encabezados son “Pedido”, “Fecha”. Todavía falta: el día acordado" in form.sentence
    with pytest.raises(Unclear, match="part of the second"):
        send(world, ask(case, rows="7 of 5 lines"), BEN)


@pytest.mark.parametrize(
    ("calculator", "typed", "field"),
    [
        (Calculator.DETENTION, {"free": "2", "rate": "much"}, "rate"),
        (Calculator.DETENTION, {"free": "2", "rate": "60", "left": "2026-11-03 9:00"}, "left"),
        (Calculator.INDEX_PRICE, {"share": "60", "then": "2026-01", "now": "soon"}, "now"),
        (Calculator.INDEX_PRICE, {"share": "60", "lag": "1.5"}, "lag"),
    ],
)
def test_what_is_typed_beside_a_file_is_refused_at_its_field_before_the_file_is_read(
    world: World, calculator: Calculator, typed: dict[str, str], field: str
) -> None:
    request = replace(ask(framed(world), file=FILE), calculator=calculator, typed=typed)
    with pytest.raises(Unclear) as raised:
        send(world, request)
    assert raised.value.field == field
    assert world.room.modals == {}


def test_results_are_in_the_statements_languages(world: World) -> None:
    case = framed(world)
    with world.store() as uow:
        held = uow.cases.get(case.id)
        assert held.common is not None
        english = Rendition("en", (), (), (), held.common.question, "")
        common = replace(held.common, language="es", also=(english,))
        uow.cases.save(replace(held, common=common))
        uow.commit()
    world.room.files["F1"] = TWICE
    send(world, ask(case, file=FILE))
    (count,) = world.case(case.id).counts
    (other,) = count.also
    assert count.results[0].formula == "1 de 3 líneas de pedido por fecha de entrega = 33,3 %"
    assert other.results[0].formula == "1 of 3 order lines by delivery date = 33.3 %"
    assert (other.language, len(other.notes)) == ("en", len(count.notes))


@pytest.mark.parametrize(
    ("file", "reason"), [(FILE, "or else"), (FileRef("F1", "or else.csv"), "strike")]
)
def test_what_a_facilitator_keeps_out_of_is_passed_on_from_no_file(
    world: World, file: FileRef, reason: str
) -> None:
    case = framed(world)
    world.words = ScriptedFacilitator(gap=GapKind.FACT, keeps_out={Concern.THREAT: "or else"})
    rows = f"order,due,arrived,ordered,delivered,reason\nA,2025-10-05,,1,,{reason}\n"
    world.room.files["F1"] = rows.encode()
    send(world, ask(case, file=file))
    form = world.room.modals["V1"]
    assert isinstance(form, CountForm)
    assert form.sentence.startswith("Please speak with")
    assert world.case(case.id).counts == ()


def test_an_order_due_after_today_where_its_counter_is_is_left_out(world: World) -> None:
    case = framed(world)
    day = world.clock.now().date()
    late, open_still = day - timedelta(days=1), day + timedelta(days=3)
    rows = f"order,due,arrived,ordered,delivered\nA,{late},,1,\nB,{open_still},,1,\n"
    send(world, ask(case, rows=rows))
    (count,) = world.case(case.id).counts
    assert count.results[0].formula == "0 of 1 order lines by delivery date = 0.0 %"
    assert any(note.startswith("1 row is due only after") for note in count.notes)


def test_the_digest_says_that_something_was_counted_and_no_figure(world: World) -> None:
    case = framed(world)
    send(world, ask(case, rows=COUNT))
    with world.store() as uow:
        week = digest(WORKSPACE, CHANNEL, uow=uow, now=world.clock.now())
    (line,) = [x for x in week.lines if x.kind == "counted"]
    assert line.case_number == case.number
    assert "93.8" not in line.text
