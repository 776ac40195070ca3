"""A feature as somebody of the host and somebody of the other company come to it, and its taps."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.sandbox.person import Person
from bot.sandbox.play.hands import PATIENCE_S
from tests.flow.house import Place

WAITS = "What waits for you"


def form_of(person: Person, text: str) -> None:
    """The form with this text in it is open."""
    person.wait_for_modal(text, PATIENCE_S, without="One moment…")


def home(place: Place, text: str) -> None:
    place.maria.open_home()
    place.maria.wait_for_home(text, PATIENCE_S)


def desk(place: Place, person: Person, text: str) -> None:
    place.sees_button(person, "My desk")
    person.click("My desk", channel=place.channel)
    form_of(person, text)


@dataclass(frozen=True)
class Feature:
    """The same thing, as the host and as somebody of the other company comes to it."""

    name: str
    host: Callable[[Place], None]
    partner: Callable[[Place], None]


def home_then(text: str, *labels: str, ends: str) -> Callable[[Place], None]:
    def go(place: Place) -> None:
        home(place, text)
        place.maria.wait_for_home(labels[0], PATIENCE_S)
        place.maria.press_home(labels[0])
        for label in labels[1:]:
            place.maria.press(label)
        form_of(place.maria, ends)

    return go


def desk_then(text: str, *labels: str, ends: str) -> Callable[[Place], None]:
    def go(place: Place) -> None:
        desk(place, place.tomas, text)
        for label in labels:
            place.tomas.press(label)
        form_of(place.tomas, ends)

    return go


def card(label: str, ends: str) -> tuple[Callable[[Place], None], Callable[[Place], None]]:
    def press(person: Person, place: Place) -> None:
        place.sees_button(person, label)
        person.click(label, channel=place.channel)
        form_of(person, ends)

    return lambda place: press(place.maria, place), lambda place: press(place.tomas, place)


def shortcut(name: str, ends: str) -> Callable[[Place], None]:
    def go(place: Place) -> None:
        place.maria.message_shortcut(name, place.channel, place.thread)
        form_of(place.maria, ends)

    return go


def mention(label: str, ends: str) -> Callable[[Place], None]:
    def go(place: Place) -> None:
        place.tomas.mention(place.channel, "please", place.thread)
        place.tomas.wait_for_button(label, place.channel, PATIENCE_S)
        place.tomas.click(label, channel=place.channel)
        form_of(place.tomas, ends)

    return go


def taps(person: Person, do: Callable[[Place], None], place: Place) -> int:
    before = person.taps
    do(place)
    spent = person.taps - before
    person.close(everything=True) if person.modal() else None
    return spent
