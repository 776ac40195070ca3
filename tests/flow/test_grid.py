"""A partner on an enterprise grid: its people come from several workspaces, and are one side."""

from bot.sandbox.play.hands import PATIENCE_S
from tests.flow.features import WAITS, desk
from tests.flow.house import HOST, House, Place

GRID = "E0GRIDPART"


def gridded(house: House) -> Place:
    """Tomas and Ines are of two workspaces of the supplier's grid, which shares the channel."""
    stage = house.sandbox.stage
    riga = stage.add_organisation("Grid Riga", "grid-riga", grid=GRID)
    tartu = stage.add_organisation("Grid Tartu", "grid-tartu", grid=GRID)
    host = stage.ids()["organisations"][HOST]
    maria, jonas = (house.person(name, team=host) for name in ("Maria Lopez", "Jonas Weber"))
    tomas, ruta = (house.person(name, team=riga) for name in ("Tomas Berg", "Ruta Ozola"))
    ines = house.person("Ines Kalnina", team=tartu)
    ids = [p.id for p in (maria, jonas, tomas, ruta, ines)]
    channel = stage.add_channel(f"grid-{maria.id.casefold()}", ids, teams=[riga])
    return Place(house, channel, maria, jonas, tomas, ines)


def test_people_of_both_workspaces_are_on_the_grids_one_side(house: House) -> None:
    place = gridded(house)
    place.raised()
    for person in (place.tomas, place.ines):
        place.sees_button(person, "Tell your side")
        desk(place, person, WAITS)
        text = person.wait_for_modal(WAITS, PATIENCE_S).text
        assert "Grid Riga, with Northwind Foods" in text
        person.close(everything=True)
    form = place.answer_to(place.ines, "Tell your side")
    assert "The first two answers are shared" in form.text
    assert "Grid Tartu" not in place.card()
