"""What was promised, step by step: done, shown, confirmed, found missing, changed, taken up."""

from bot.sandbox.person import Person
from bot.sandbox.play.hands import PATIENCE_S
from bot.slack.views import actions as names
from tests.flow.features import (
    Act,
    Feature,
    Script,
    card,
    desk,
    fills,
    form_of,
    from_the_desk,
    home,
    pressed,
    sends,
    then,
)
from tests.flow.house import Place

MORE = "Change or contest"
LINK = "https://example.com/may"
ALL_DONE, ALL_CONFIRMED = "All of ours are done", "Confirm all of theirs"


def agreed(place: Place) -> None:
    place.to_agreement()


def shown(text: str) -> Feature:
    return Feature(text, lambda place: home(place, text),
                   lambda place: desk(place, place.tomas, text))  # fmt: skip


def about_a_promise(*labels: str, ends: str) -> tuple[Act, Act]:
    """By the card's button to all promises, then by the first of these buttons."""

    def of(who: str) -> Act:
        def go(place: Place) -> None:
            person: Person = getattr(place, who)
            place.opens(person, MORE)
            for label in labels:
                person.press(label, which=0)
            form_of(person, ends)

        return go

    return of("maria"), of("tomas")


def asks_for(day: str) -> tuple[Act, Act]:
    def do(person: Person) -> None:
        person.pick_date("By when", day)
        sends(person)

    return then(about_a_promise("Ask for a change", ends="nothing changes unless"), do)


def adds(words: str) -> tuple[Act, Act]:
    def do(person: Person) -> None:
        person.fill(person.form().labels[0], words)
        sends(person)

    return then(card("Add a promise", "Who sees to it"), do)


def host_presses(label: str) -> Act:
    def go(place: Place) -> None:
        place.sees_button(place.maria, label)
        place.maria.click(label, channel=place.channel)

    return go


def marked(place: Place) -> None:
    """The desk is drawn anew without what was just marked."""
    place.maria.wait_for("done, to be confirmed", place.channel, PATIENCE_S)


PROMISES: Script = (
    agreed,
    shown("Promises"),
    Feature("say in private whether it was fair",
            *from_the_desk("Mostly fair", ends="kept for your side"), (names.FELT,)),
    Feature("what can be done about a promise", *card(MORE, "promise")),
    Feature("ask for another day", *asks_for("2031-05-05"),
            (names.FOLLOW_CHANGE, names.CHANGE_FORM)),
    Feature("agree to another day",
            *about_a_promise("Agree to the change", ends="5 May 2031"), (names.FOLLOW_AGREE,)),
    Feature("ask once more", *asks_for("2031-06-06")),
    Feature("leave it as it is",
            *about_a_promise("Leave it as it is", ends="promise"), (names.FOLLOW_DROP,)),
    Feature("done, with a link", *then(
        about_a_promise("Done, and show it", ends="What shows it"), fills("What shows it", LINK)),
        (names.FOLLOW_DONE, names.DONE_FORM)),
    Feature("show it", *then(
        about_a_promise("Show it", ends="What shows it"), fills("What shows it", f"{LINK}#2")),
        (names.FOLLOW_SHOW, names.SHOW_FORM)),
    Feature("confirm, from the desk", *from_the_desk("Confirm", ends=""), (names.CONFIRM,)),
    Feature("mark as done, from the desk", *from_the_desk("Mark as done", ends=""), (names.DONE,)),
    marked,
    Feature("say what is missing", *then(
        about_a_promise("Something is missing", ends="What is missing"),
        fills("What is missing", "Week 20 is not in it.")),
        (names.FOLLOW_CONTEST, names.CONTEST_FORM)),
    Feature("make a case of what is missing",
            *about_a_promise("Make it a case", ends="It goes on in case"), (names.FOLLOW_CASE,)),
)  # fmt: skip

AT_ONCE: Script = (
    agreed,
    Feature("take a signed case up again", *then(
        about_a_promise("Take it up again", ends="What has changed"),
        fills("What has changed", "The season is over.")),
        (names.REOPEN, names.REOPEN_FORM)),
    Feature("add a promise", *adds("A call on Fridays."), (names.PROMISE, names.PROMISE_FORM)),
    Feature("agree to a promise", *about_a_promise("Agree to it", ends=""), (names.PROMISE_AGREE,)),
    Feature("add one more", *adds("A forecast every week.")),
    Feature("leave a promise out",
            *about_a_promise("Leave it as it is", ends=""), (names.PROMISE_LEAVE,)),
    Feature("all of ours are done", None, pressed(ALL_DONE), (names.DONE_ALL,)),
    host_presses(ALL_DONE),
    Feature("confirm all of theirs", None, pressed(ALL_CONFIRMED), (names.CONFIRM_ALL,)),
    host_presses(ALL_CONFIRMED),
    lambda place: place.sees_button(place.tomas, "Take it up again"),
    Feature("say whether it was fair, looking back",
            *from_the_desk("Mostly fair", ends="kept for your side")),
)  # fmt: skip
