"""What lies around the cases: people, ladder, consent, what one says of oneself, settings."""

from bot.sandbox.person import Person
from bot.sandbox.play.hands import PATIENCE_S
from bot.slack.views import actions as names
from tests.flow.features import (
    WAITS,
    Act,
    Feature,
    Script,
    card,
    command,
    desk_then,
    fills,
    form_of,
    from_the_desk,
    pressed,
    sends,
    then,
)
from tests.flow.house import HOST, SUPPLIER, Place

KEPT = "Who could read it"
KNOWN = "How we work"


def raised(place: Place) -> None:
    place.raised()


def names_people(place: Place, person: Person, *speak: str) -> None:
    person.pick_person("Who speaks", *speak)
    person.pick_person("Who signs", person.id)
    colleague = place.jonas if person is place.maria else place.ines
    person.pick_person("Who is asked, one after the other, where your side has not answered",
                       colleague.id)  # fmt: skip
    person.choose("Each after", "2 working days of your side")
    person.choose(
        "Who reads what your side told in private", "Everybody of your side in the channel"
    )
    sends(person)


def named(who: str, way: Act) -> Act:
    def go(place: Place) -> None:
        person: Person = getattr(place, who)
        way(place)
        names_people(place, person, person.id)

    return go


def confirms_a_guest(who: str, by: str, way: Act) -> Act:
    """Somebody in the host's workspace, named by one side, on whom the other has a word."""

    def go(place: Place) -> None:
        person: Person = getattr(place, who)
        namer: Person = getattr(place, by)
        guest = place.house.person("Greta Holm", team=place.maria.team, guest=True)
        place.house.sandbox.stage.add_to_channel(place.channel, guest.id)
        place.answer_to(guest, "My desk")
        place.opens(namer, "My desk")
        namer.press("Your side's people")
        form_of(namer, "can speak or sign")
        names_people(place, namer, namer.id, guest.id)
        namer.close(everything=True)
        way(place)
        person.wait_for_modal(WAITS, PATIENCE_S, without="has named") if person.modal() else None

    return go


def saves_a_day_off(person: Person) -> None:
    side = HOST if person.name.startswith("Maria") else SUPPLIER
    person.fill(f"Days off of {side}", "2031-12-25")
    sends(person)
    form_of(person, "Saved")


def agrees_for_all(person: Person) -> None:
    side = HOST if person.name.startswith("Maria") else SUPPLIER
    person.fill(f"Your role at {side}", "Head of sales")
    person.check("Your word", f"I may decide this for {side}")
    sends(person)
    form_of(person, "Head of sales, did, on")


def proposes(person: Person) -> None:
    fills("A goal that you share", f"{person.name}: half the empty kilometres.")(person)


PEOPLE = from_the_desk("Your side's people", ends="can speak or sign")

PARTNERSHIP: Script = (
    raised,
    Feature("pulse", *from_the_desk("Well", ends=""), (names.PULSE,)),
    Feature("what is kept, from the card", *card("What is kept", KEPT), (names.KEPT,)),
    Feature("agree for the organisation",
            *then(from_the_desk("What is kept", "Agree for all of us", ends="agrees to what"),
                  agrees_for_all), (names.STANDING, names.STANDING_FORM)),
    Feature("take that back", *from_the_desk("What is kept", "Take it back", ends=KEPT)),
    Feature("settings, opened", command("settings", "This channel's week"),
            desk_then(WAITS, "Settings", ends="This channel's week")),
    Feature("settings, changed",
            *then(from_the_desk("Settings", ends="This channel's week"), saves_a_day_off),
            (names.SETTINGS, names.SETTINGS_FORM)),
    Feature("propose a goal", *then(
        from_the_desk(KNOWN, "Propose a shared goal", ends="A goal that you share"), proposes),
        (names.PARTNER, f"{names.GOAL}.new", names.GOAL_FORM)),
    Feature("share a goal", *from_the_desk(KNOWN, "Share this goal", ends="Shared by both"),
            (names.GOAL,)),
    Feature("take a goal away", *from_the_desk(KNOWN, "Take it away", ends=KNOWN)),
    raised,
    raised,
    Feature("take consent back in a case", *from_the_desk("What is kept", "Take our consent back",
                                                   ends="is erased"), (names.LEAVE,)),
    Feature("withdraw", None, pressed("Withdraw"), (names.WITHDRAW,)),
    Feature("say who speaks, who signs, who is asked next",
            named("maria", PEOPLE[0]), named("tomas", PEOPLE[1]),
            (names.PEOPLE, names.PEOPLE_FORM)),
    Feature("confirm somebody whom the other side named",
            confirms_a_guest("maria", "tomas", from_the_desk("Confirm them", ends="")[0]),
            confirms_a_guest("tomas", "maria", from_the_desk("Confirm them", ends="")[1]),
            (names.NAMED,)),
)  # fmt: skip
