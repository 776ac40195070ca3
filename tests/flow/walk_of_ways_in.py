"""Every way to begin, and what a clarification asks for: both companies' people walk it."""

from bot.sandbox.person import Person
from bot.sandbox.play.hands import PATIENCE_S
from bot.slack.views import actions as names
from tests.flow.features import (
    WAITS,
    Act,
    Feature,
    Script,
    answered,
    command,
    desk,
    desk_then,
    form_of,
    from_the_desk,
    home,
    mention,
    sends,
    shortcut,
)
from tests.flow.house import Place

PRICES = "We need a price increase of 6 % on all film grades from January."
OURS = (
    "Your lorry stood at our gate for five hours on Monday. " + "The driver waited. " * 59 + "So."
)
THEIRS = "The dock was full, as we had written on Friday."
NOBODY = "Nobody sees your line"
READERS = "Everybody in this channel can read this"


def said(place: Place, words: str) -> str:
    """The message itself, and none that quotes it."""
    seen = place.maria.screen(place.channel).messages
    return next(m.ts for m in seen if m.text == words)


def on_a_price(place: Place) -> None:
    place.write(PRICES)


def two_messages(place: Place) -> None:
    place.maria.post(place.channel, OURS)
    place.tomas.post(place.channel, THEIRS)


def line(person: Person) -> None:
    form = person.wait_for_modal(NOBODY, PATIENCE_S)
    person.fill(form.labels[0], "The day that we both had confirmed.")
    sends(person)


def clarify_by_shortcut(place: Place) -> None:
    place.maria.message_shortcut("Just clarify", place.channel, said(place, OURS))
    form_of(place.maria, NOBODY)
    line(place.maria)


def clarify_by_mention(place: Place) -> None:
    thread = said(place, THEIRS)
    place.tomas.mention(place.channel, "please", thread)
    place.tomas.taps += 1  # the key that sends it
    answered(place, place.tomas, thread, "Just clarify")
    form_of(place.tomas, NOBODY)
    line(place.tomas)


def adds_line(who: str, words: str) -> Act:
    def go(place: Place) -> None:
        person = getattr(place, who)
        answered(place, person, said(place, words), "Add your line")
        form_of(person, NOBODY)
        line(person)

    return go


def reads_all(who: str) -> Act:
    def go(place: Place) -> None:
        person = getattr(place, who)
        answered(place, person, said(place, OURS), "Read all")
        form_of(person, "waited. So.")

    return go


def clears_up(who: str) -> Act:
    return lambda place: answered(place, getattr(place, who), said(place, OURS), "Cleared up")


def makes_case(place: Place) -> None:
    answered(place, place.tomas, said(place, THEIRS), "Make it a case")
    form_of(place.tomas, READERS)


def raise_by_shortcut(place: Place) -> None:
    ts = place.maria.post(place.channel, "Two pallets of film were missing on Tuesday.")
    place.maria.message_shortcut("Raise an issue", place.channel, ts)
    form_of(place.maria, READERS)
    place.maria.choose("Your side", "We buy, or our goods are carried")
    sends(place.maria)


def raise_by_mention(place: Place) -> None:
    ts = place.tomas.post(place.channel, "Your October invoices were paid 20 days late.")
    place.tomas.mention(place.channel, "please", ts)
    place.tomas.taps += 1  # the key that sends it
    answered(place, place.tomas, ts, "Raise an issue")
    form_of(place.tomas, READERS)
    sends(place.tomas)  # which side buys is known by now


def reacts(who: str) -> Act:
    def go(place: Place) -> None:
        person = getattr(place, who)
        ts = person.post(place.channel, f"{person.name} would like this looked at.")
        person.react(place.channel, ts, "scales")
        answered(place, person, ts, "Suggest trade-offs")
        form_of(person, "Trade-offs")

    return go


def concretely(place: Place) -> None:
    mention("Suggest trade-offs", "Say which end")(place)
    place.tomas.press("We supply")
    place.tomas.wait_for_modal("for example", PATIENCE_S, without="Say which end")
    place.tomas.press("This helps")


def concretely_by_shortcut(place: Place) -> None:
    shortcut("Suggest trade-offs", "Say which end")(place)
    place.maria.press("We buy")
    place.maria.wait_for_modal("for example", PATIENCE_S, without="Say which end")
    place.maria.press("This helps")


WAYS_IN: Script = (
    on_a_price,
    Feature(
        "trade-offs from one's own end, and whether they help",
        concretely_by_shortcut,
        concretely,
        (names.TRADES, names.TRADES_AS, names.HELPFUL, "event app_mention"),
    ),
    two_messages,
    Feature("just clarify", clarify_by_shortcut, clarify_by_mention,
            (names.CLARIFY, names.CLARIFY_FORM)),
    Feature("read a long message", reads_all("maria"), reads_all("tomas"), (names.READ_MESSAGE,)),
    Feature("add a line", adds_line("maria", THEIRS), adds_line("tomas", OURS),
            (names.LINE, names.LINE_FORM)),
    Feature("cleared up", clears_up("maria"), clears_up("tomas"), (names.CLEARED,)),
    Feature("make a case of it", None, makes_case, (names.MAKE_CASE,)),
    Feature("raise an issue", raise_by_shortcut, raise_by_mention, (names.RAISE, names.RAISE_FORM)),
    Feature("the ways in by an emoji", reacts("maria"), reacts("tomas"), ("event reaction_added",)),
    Feature(
        "the channel's week",
        command("digest", "This week in this channel"),
        desk_then(WAITS, "This week", ends="This week in this channel"),
        (names.DESK, names.MORE),
    ),
    Feature(
        "one's own week",
        command("digest mine", "Your week"),
        lambda place: desk(place, place.tomas, WAITS),
    ),
    Feature(
        "the open cases",
        command("list", "open case"),
        lambda place: desk(place, place.tomas, "Case "),
    ),
    Feature("help", command("help", "parley digest"), desk_then(WAITS, "Help", ends="pinned in")),
    Feature("raise from anywhere", *from_the_desk("Raise an issue", ends="")),
    Feature("what waits", lambda place: home(place, WAITS),
            lambda place: desk(place, place.tomas, WAITS)),
)  # fmt: skip
