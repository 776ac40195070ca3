"""A case from raised to signed, and one that a clear statement ends: both sides walk every step."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.sandbox.play.hands import PATIENCE_S, RATING, Hands
from bot.slack.views import actions as names
from tests.flow.features import (
    Act,
    Feature,
    Script,
    by_hand,
    card,
    desk_then,
    fills,
    form_of,
    from_the_desk,
    home_then,
    pressed,
    sends,
    then,
)
from tests.flow.house import HOST, SUPPLIER, Place

SAW = "What happened, as you saw it"
WANTS = "What would you like to come of this"
LONG = "The trucks stood at the gate, one after the other, until it was dark. " * 20
HOURS = "When are you at work, and when best reached?"
STORY = "The first two answers are shared"


def ways(label: str, ends: str, *further: str, through: tuple[str, ...] = ()) -> Script:
    """From the desk, and on the card; `further` are buttons of the form that opens."""

    def on_card(who: str) -> Act:
        def go(place: Place) -> None:
            person = getattr(place, who)
            place.opens(person, label)
            for each in further:
                person.press(each)
            form_of(person, ends)

        return go

    by_desk = from_the_desk(label, *further, ends=ends)
    by_card = on_card("maria"), on_card("tomas")
    return (
        Feature(f"{label} {further} from the desk", *by_desk, through),
        Feature(f"{label} {further} on the card", *by_card, through),
    )


def waits(label: str) -> Act:
    return lambda place: place.sees_button(place.tomas, label)


def proposes_standstill(who: str, label: str) -> Act:
    def go(place: Place) -> None:
        person = getattr(place, who)
        place.opens(person, label)
        person.pick_date("Until the end of", f"{datetime.now(UTC) + timedelta(days=5):%Y-%m-%d}")
        sends(person)
        side = HOST if person is place.maria else SUPPLIER
        place.sees(place.tomas, f"{side} proposes a standstill")

    return go


def rates_a_little(hands: Hands) -> None:
    """What matters, one question answered, the next ones left."""
    person = hands.person
    goes_on = person.modal()
    if goes_on is None or RATING not in goes_on.title:
        hands.open("Say what matters", RATING)
    form = person.form()
    for label in ("Matters most", "Second"):
        person.choose(label, form.field(label).options[("Matters most", "Second").index(label)])
    sends(person)
    person.wait_for_modal("Question 1", PATIENCE_S)
    person.press("Much the same")
    person.wait_for_modal("Question 2", PATIENCE_S)
    person.close()


def answers_all(hands: Hands) -> None:
    hands.open("Answer in private", "Answer in private")
    could = hands.person.form().field("You could sign")
    hands.person.check("You could sign", *could.options)
    sends(hands.person)


def counts(hands: Hands) -> None:
    hands.open("Count it together", "On time in full")
    hands.fill("Or the rows, or counts", "619 of 660 order lines by appointment date")
    sends(hands.person)


def signs_and_says(hands: Hands) -> None:
    hands.open("Read and sign", "Read and sign")
    hands.choose("Was the way here fair?", "Mostly fair")
    sends(hands.person)


def tells_little(hands: Hands) -> None:
    """A number without its definition, which is asked for on the next page."""
    hands.open("Tell your side", "Tell your side")
    hands.fill(SAW, f"OTIF in October was 97 %. {LONG}")
    hands.fill(WANTS, "Keep the target as it is.")
    hands.fill("Anything that only Parley should know", LONG)
    sends(hands.person)
    label = hands.person.wait_for_modal("If you like", PATIENCE_S).labels[0]
    hands.fill(label, "By order line and appointment date.")
    sends(hands.person)


def both(act: Callable[[Hands], object]) -> Act:
    return lambda place: place.both(act)


def raised(place: Place) -> None:
    place.raised()


CASE: Script = (
    raised,
    *ways("Tell your side", STORY, through=(names.OPEN,)),
    Feature("propose a standstill", proposes_standstill("maria", "Agree on a standstill"),
            proposes_standstill("tomas", "Propose another standstill"),
            (names.STANDSTILL, names.STANDSTILL_FORM)),
    proposes_standstill("maria", "Propose another standstill"),
    Feature("leave a standstill aside", None, pressed("Leave it aside"), (names.STANDSTILL_LEAVE,)),
    proposes_standstill("maria", "Agree on a standstill"),
    Feature("agree to a standstill", None, pressed("Agree to it", "Standstill, agreed"),
            (names.STANDSTILL_AGREE,)),
    Feature("suggest trade-offs", *card("Suggest trade-offs", "Trade-offs"), (names.TRADES,)),
    Feature("tell", None, by_hand(Hands.tell)[1], (names.TELL_FORM,)),
    Feature("read what my side told", *from_the_desk("What your side told", ends="Your side alone"),
            (names.TOLD,)),
    Feature("change what my side told", None, then(
        from_the_desk("What your side told", "Change the story", ends=STORY), sends)[1],
            (names.CHANGE,)),
    by_hand(Hands.tell)[0],
    waits("Check your part"),
    *ways("Check your part", "what the common statement will say"),
    Feature("check the statement", *by_hand(Hands.check_part), (names.CONFIRM_FORM,)),
    waits("Count it together"),
    Feature("count", *by_hand(counts), (names.COUNT, names.COUNT_FORM)),
    Feature("look for a package", None, pressed("Look for a package"), (names.BARGAIN,)),
    waits("Check the terms"),
    *ways("Check the terms", "These could be part of a package"),
    *ways("Check the terms", "", "Change the terms", through=(names.EDIT_TERMS,)),
    Feature("check the terms", *by_hand(lambda h: h.check_terms({})), (names.AGENDA_FORM,)),
    *ways("Say what matters", "Only your side and Parley see this"),
    *ways("Say what matters", "Only your side and Parley see this", "Fine-tune",
          through=(names.FINE_TUNE,)),
    Feature("say what matters", *by_hand(rates_a_little),
            (names.RATE_FORM, names.QUESTION, names.QUESTION_FORM)),
    waits("Answer in private"),
    *ways("Answer in private", "Tick every package"),
    Feature("answer", *by_hand(answers_all), (names.ANSWER_FORM,)),
    waits("Read and sign"),
    *ways("Read and sign", "With Sign you say that you may sign"),
    *ways("Read and sign", "You attest", "Our signatory is not in Slack", through=(names.OUTSIDE,)),
    Feature("sign, and say whether it was fair", *by_hand(signs_and_says), (names.SIGN_FORM,)),
    waits("Change or contest"),
    Feature("a case from the list", home_then("Going on", "Open", ends="promise"),
            desk_then("Going on", "Open", ends="promise")),
)  # fmt: skip

CLEARED_UP: Script = (
    raised,
    Feature("tell, and answer what is asked", *by_hand(tells_little), (names.MORE_FORM,)),
    Feature("read what my side told, whole",
            *from_the_desk("What your side told", "Read all", ends="until it was dark"),
            (names.READ_TOLD,)),
    Feature("check it", *by_hand(Hands.check_part)),
    Feature("say that it settles it", None,
            pressed("This settles it", "says that this settles it"), (names.SETTLES,)),
    lambda place: place.maria.click("This settles it", channel=place.channel),
    waits("Take it up again"),
    Feature("answer what is asked of one's own side", *then(
        from_the_desk("Answer", ends="Everybody you work with here"),
        fills(HOURS, "Trucks come before six.")), (names.ABOUT_US, names.ABOUT_FORM)),
    Feature("change that", *then(
        from_the_desk("How we work", "Change it", ends="Everybody you work with here"),
        fills(HOURS, "Trucks come before seven.")), (f"{names.ABOUT_US}.again",)),
    Feature("take an ended case up again", *then(
        card("Take it up again", "What has changed"), fills("What has changed", "It came again.")),
            (names.REOPEN, names.REOPEN_FORM)),
)  # fmt: skip
