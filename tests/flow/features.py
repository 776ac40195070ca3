"""A feature as somebody of the host and somebody of the other company come to it, and its taps."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.sandbox.person import Person
from bot.sandbox.play.hands import PATIENCE_S, Hands
from bot.sandbox.refusals import PersonRefused
from bot.sandbox.seen import SeenMessage
from tests.flow.house import Place

WAITS = "What waits for you"
TRIES = 3
Act = Callable[[Place], None]


@dataclass(frozen=True)
class Feature:
    """The same thing, as the host and as somebody of the other company comes to it.

    host: None where it is the very button, on a message or in a form that both have before them.
    through: the names of what the bot hears on the other company's way there.
    """

    name: str
    host: Act | None
    partner: Act
    through: tuple[str, ...] = ()


Script = Sequence[Feature | Act]
"""Features in the order in which a case brings them, and what has to happen in between."""


def walk(place: Place, script: Script) -> dict[str, tuple[int, int]]:
    """Do all of it; the taps of the host's person and of the other's, by feature."""
    cost: dict[str, tuple[int, int]] = {}
    for step in script:
        if isinstance(step, Feature):
            spent = taps(place.maria, step.host, place) if step.host else None
            there = taps(place.tomas, step.partner, place)
            cost[step.name] = (there if spent is None else spent, there)
        else:
            step(place)
    return cost


def taps(person: Person, do: Act, place: Place) -> int:
    before = person.taps
    do(place)
    spent = person.taps - before
    person.close(everything=True) if person.modal() else None
    return spent


def heard_from(place: Place, person: Person) -> set[str]:
    """The names of all that this person has sent to the bot."""
    sent = place.house.sandbox.stage.attempts()
    mine = [a for a in sent if a["by"] == person.id]
    return {f"event {a['what']}" if a["kind"] == "events_api" else a["what"] for a in mine}


def unheard(declared: Iterable[str], sent: Iterable[str]) -> set[str]:
    """Of the listeners declared, those that nothing sent has come to."""
    held = list(sent)
    return {d for d in declared if not any(s == d or s.startswith(f"{d}.") for s in held)}


# What people do


def form_of(person: Person, text: str) -> None:
    """The form with this text in it is open."""
    person.wait_for_modal(text, PATIENCE_S, without="One moment…")


def home(place: Place, text: str) -> None:
    place.maria.open_home()
    place.maria.wait_for_home(text, PATIENCE_S)


def desk(place: Place, person: Person, text: str) -> None:
    place.sees_button(person, "My desk")
    (pinned,) = place.house.sandbox.stage.pinned(place.channel)
    person.click("My desk", channel=place.channel, message=pinned)
    form_of(person, text)


def home_then(text: str, *labels: str, ends: str) -> Act:
    """ends: what stands in the form that this leads to, "" where Home stays."""

    def go(place: Place) -> None:
        home(place, text)
        place.maria.wait_for_home(labels[0], PATIENCE_S)
        place.maria.press_home(labels[0], which=0)
        for label in labels[1:]:
            place.maria.press(label, which=0)
        if ends:
            form_of(place.maria, ends)

    return go


def desk_then(text: str, *labels: str, ends: str) -> Act:
    def go(place: Place) -> None:
        desk(place, place.tomas, text)
        for label in labels:
            place.tomas.press(label, which=0)
        form_of(place.tomas, ends)

    return go


def from_the_desk(*labels: str, ends: str) -> tuple[Act, Act]:
    """By Home, and by the pinned message."""
    return home_then(WAITS, *labels, ends=ends), desk_then(WAITS, *labels, ends=ends)


def then(ways: tuple[Act, Act], do: Callable[[Person], None]) -> tuple[Act, Act]:
    """Both ways, and what each person does in the form that they lead to."""
    by_home, by_desk = ways

    def host(place: Place) -> None:
        by_home(place)
        do(place.maria)

    def partner(place: Place) -> None:
        by_desk(place)
        do(place.tomas)

    return host, partner


def sends(person: Person) -> None:
    assert person.submit() == {}


def fills(label: str, words: str) -> Callable[[Person], None]:
    def do(person: Person) -> None:
        person.fill(label, words)
        sends(person)

    return do


def card(label: str, ends: str) -> tuple[Act, Act]:
    def press(person: Person, place: Place) -> None:
        place.sees_button(person, label)
        person.click(label, channel=place.channel)
        form_of(person, ends)

    return lambda place: press(place.maria, place), lambda place: press(place.tomas, place)


def pressed(label: str, then_sees: str = "") -> Act:
    """The partner presses a button of a message that both see."""

    def go(place: Place) -> None:
        place.sees_button(place.tomas, label)
        place.tomas.click(label, channel=place.channel, which=0)
        place.sees(place.tomas, then_sees)

    return go


def by_hand(act: Callable[[Hands], object]) -> tuple[Act, Act]:
    """As the played cases do it, for each of the two."""

    def of(which: int) -> Act:
        def go(place: Place) -> None:
            act(place.at_work()[which])

        return go

    return of(0), of(1)


def shortcut(name: str, ends: str) -> Act:
    def go(place: Place) -> None:
        place.maria.message_shortcut(name, place.channel, place.thread)
        form_of(place.maria, ends)

    return go


def command(text: str, sees: str) -> Act:
    def go(place: Place) -> None:
        place.maria.command("/parley", text, place.channel)
        place.maria.taps += 1  # the key that sends it
        if place.maria.modal() is None:
            place.sees(place.maria, sees)
        else:
            form_of(place.maria, sees)

    return go


def mention(label: str, ends: str) -> Act:
    def go(place: Place) -> None:
        place.tomas.mention(place.channel, "please", place.thread)
        place.tomas.taps += 1  # the key that sends it
        answered(place, place.tomas, place.thread, label)
        form_of(place.tomas, ends)

    return go


def answered(place: Place, person: Person, thread: str, label: str) -> None:
    """Press this button on what stands in a thread, or for this person alone, once it is there."""

    def found(messages: Iterable[SeenMessage]) -> list[SeenMessage]:
        here = [m for m in messages if m.thread_ts == thread or m.ephemeral]
        return [m for m in here if label in m.buttons]

    before = person.taps
    for tried in range(TRIES):
        screen = person.wait_for(lambda s: bool(found(s.messages)), place.channel, PATIENCE_S)
        try:
            person.click(label, message=found(screen.messages)[-1])
        except PersonRefused:  # drawn anew between the look and the press
            person.taps = before
            if tried == TRIES - 1:
                raise
        else:
            return
