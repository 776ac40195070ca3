"""The world as a new sandbox shows it: two companies sharing a channel, and a guest."""

from collections.abc import Callable

from bot.sandbox.entities import Channel, Member, Organisation
from bot.sandbox.world import BOT_USER, World

HOST = Organisation("T0NORTHWIND", "Northwind Foods", "northwind-foods")
SUPPLIER = Organisation("T0BALTIC000", "Baltic Packaging", "baltic-packaging")
MARIA = Member(
    "U0MARIA0001",
    HOST.id,
    "maria",
    "Maria Lopez",
    "Europe/Berlin",
    email="maria@northwind-foods.example",
)
JONAS = Member(
    "U0JONAS0001",
    HOST.id,
    "jonas",
    "Jonas Weber",
    "Europe/Berlin",
    email="jonas@northwind-foods.example",
)
TOMAS = Member("U0TOMAS0001", SUPPLIER.id, "tomas", "Tomas Berg", "Europe/Riga")
INES = Member("U0INES00001", SUPPLIER.id, "ines", "Ines Kalnina", "Europe/Riga", stranger=True)
GRETA = Member(
    "U0GRETA0001",
    HOST.id,
    "greta",
    "Greta Holm",
    "Europe/Stockholm",
    email="greta@hanse-freight.example",
    restricted=True,
)
SHARED = "C0SHARED001"
WITH_GUEST = "C0GUEST0001"


def opening_world(clock: Callable[[], float]) -> World:
    """Northwind Foods, where the app is installed, and Baltic Packaging next door."""
    world = World(clock=clock, host=HOST)
    world.organisations[SUPPLIER.id] = SUPPLIER
    people = (MARIA, JONAS, TOMAS, INES, GRETA)
    world.members |= {person.id: person for person in people}
    everybody = (BOT_USER, MARIA.id, JONAS.id, TOMAS.id, INES.id)
    shared = Channel(SHARED, "northwind-baltic", HOST.id, (HOST.id, SUPPLIER.id), everybody)
    guests = Channel(
        WITH_GUEST, "northwind-hanse", HOST.id, (HOST.id,), (BOT_USER, MARIA.id, GRETA.id)
    )
    world.channels |= {channel.id: channel for channel in (shared, guests)}
    return world
