"""What a thread is told: one sentence a step, the same whoever did what, once."""

from dataclasses import replace

import pytest

from bot.casework.announce import announce, sentence_for
from bot.casework.ports import Sent
from bot.casework.shown import Origin
from bot.casework.tongues import TONGUES, Tongue
from bot.mediation.stages import Stage
from bot.mediation.statements import Rendition
from tests.casework.world import ANNA, BEN, CHANNEL, World, memory_world
from tests.slack import samples

MARKS = 3
"""Words of a key that stands inside a sentence."""


@pytest.fixture
def world() -> World:
    return memory_world()


def test_a_note_stands_in_the_cases_thread_and_opens_it(world: World) -> None:
    case = world.case_at(Stage.CONFIRMING)
    note = world.room.notes[f"note:{case.id}:confirming"]
    assert (note.channel, note.thread_ts, note.opens) == (CHANNEL, "100.1", case.id)
    assert note.text == sentence_for("confirming", case)


def test_one_person_a_side_is_named_where_both_have_to_act(world: World) -> None:
    case = world.case_at(Stage.FRAMED)
    for what in ("confirming", "framed"):
        assert world.room.notes[f"note:{case.id}:{what}"].mentions == (ANNA.person, BEN.person)
    world.bargain(case, ANNA)
    assert world.room.notes[f"note:{case.id}:agenda"].mentions == ()


def test_a_case_without_a_thread_is_told_under_its_card(world: World) -> None:
    case = world.raise_case(origin=Origin(CHANNEL))
    with world.store() as uow:
        uow.outbox.put(Sent(f"card:{case.id}", CHANNEL, None, "77.7", 0))
        uow.commit()
    announce(case.id, "framed", store=world.store, room=world.room)
    assert world.room.notes[f"note:{case.id}:framed"].thread_ts == "77.7"


def test_it_is_told_once_however_often_the_job_runs(world: World) -> None:
    case = world.raise_case()
    for _ in range(3):
        announce(case.id, "framed", store=world.store, room=world.room)
    assert len(world.room.shown) == 3, "the card, who speaks and signs, and one note"


def test_an_ended_case_has_no_button(world: World) -> None:
    case = world.case_at(Stage.FRAMED)
    for person in (ANNA, BEN):
        world.settles(case, person)
    assert world.room.notes[f"note:{case.id}:cleared_up"].opens == ""


@pytest.mark.parametrize(
    ("what", "begins"),
    [
        ("round-1", "There are packages"),
        ("round-2", "No package suited every side"),
        ("round-3", "No package suited every side"),
        ("agenda", "These are the terms"),
        ("agenda-2", "The terms were changed"),
        ("signing", "Every side could sign the same package"),
        ("signing-0a1b2c", "The text to sign was changed"),
    ],
)
def test_editions_and_rounds_have_their_familys_sentence(what: str, begins: str) -> None:
    assert sentence_for(what, samples.case(Stage.AGREED)).startswith(begins)


def test_a_single_package_is_not_spoken_of_as_several(world: World) -> None:
    case = world.case_at(Stage.PROPOSED)
    (menu,) = case.rounds
    assert sentence_for("round-1", case).startswith("There are packages")
    one = replace(case, rounds=(replace(menu, offers=menu.offers[:1]),))
    assert sentence_for("round-1", one).startswith("There is a package")
    assert "here is a new one" in sentence_for("round-2", one)


@pytest.mark.parametrize("spoken", TONGUES.values(), ids=lambda t: t.code)
def test_every_sentence_is_short_warm_and_neutral(spoken: Tongue) -> None:
    told = [said for key, said in spoken.sayings.items() if key.startswith("told.")]
    told = [said for said in told if len(said.split()) > MARKS]
    assert len(told) > 25
    for sentence in told:
        assert len(sentence.split()) <= 40
        assert "!" not in sentence
        assert "error" not in sentence.lower()
        assert sentence.endswith((".", "?", "}"))
        assert not {"Acme", "Borealis", "blame", "fault", "culpa"} & set(sentence.split())


def test_a_spanish_case_is_told_of_in_spanish(world: World) -> None:
    case = world.raise_case()
    spanish = replace(case, issue=replace(case.issue, language="es"))
    assert sentence_for("confirming", spanish).startswith("Las dos partes han contado")
    three = replace(spanish, sides=(*spanish.sides, replace(spanish.sides[0], name="Cargo")))
    assert sentence_for("fits", three).startswith("Todas las partes dicen")


def test_where_two_languages_are_written_it_is_told_in_both(world: World) -> None:
    case = world.case_at(Stage.CONFIRMING)
    assert case.common is not None
    also = (Rendition("es", (), (), (), "¿Qué día?"),)
    both = replace(case, common=replace(case.common, language="en", also=also))
    assert sentence_for("framed", both).splitlines() == [
        "The common statement is ready. Does it settle this, or shall we look for a package?",
        "La exposición común está lista. ¿Esto lo resuelve, o buscamos un paquete?",
    ]


def test_a_step_nobody_knows_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        sentence_for("unheard-of", samples.case(Stage.AGREED))
