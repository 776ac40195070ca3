"""What one side tells in private is on no screen of the other, and in no line of the log."""

from bot.sandbox.play.case import Side
from bot.sandbox.play.hands import Hands
from tests.flow.house import HOST, SUPPLIER, Place

OURS = "heronsecret"
THEIRS = "ottersecret"


def with_secret(hands: Hands, secret: str) -> Hands:
    """The same speaker, who puts a word that nobody else has into everything private."""
    side: Side = hands.side.model_copy(
        update={
            "why": f"Because of {secret}why.",
            "share_why": False,
            "private": f"Never tell about {secret}private.",
        }
    )
    return Hands(hands.name, side, hands.person, hands.channel, hands.thread)


def whole_screen(place: Place, hands: Hands) -> str:
    seen = hands.person.screen(place.channel)
    parts = [seen.text, *(m.notification for m in seen.messages)]
    parts += [str(c) for m in seen.messages for c in m.controls]
    form = hands.person.modal()
    parts += [form.text, str(form.controls)] if form else []
    return "\n".join(parts)


def test_private_words_reach_no_screen_of_the_other_side_and_no_line_of_the_log(
    place: Place,
) -> None:
    place.raised()
    ours, theirs = place.at_work()
    place.hands = {HOST: with_secret(ours, OURS), SUPPLIER: with_secret(theirs, THEIRS)}
    seen: dict[str, list[str]] = {HOST: [], SUPPLIER: []}

    def look(hands: Hands) -> None:
        seen[hands.name].append(whole_screen(place, hands))

    steps = (
        Hands.tell,
        Hands.check_part,
        lambda h: h.name == HOST and place.opens(h.person, "Suggest trade-offs"),
        lambda h: h.name == HOST and h.person.close(),
        lambda h: place.sees_button(h.person, "Look for a package"),
        lambda h: h.name == HOST and h.click("Look for a package"),
        lambda h: h.check_terms({}),
        Hands.rate,
        Hands.answer,
        Hands.sign,
    )
    for step in steps:
        place.both(step)
        place.both(look)
    place.sees(place.maria, "Signed by every side")
    place.both(look)
    assert THEIRS not in "\n".join(seen[HOST])
    assert OURS not in "\n".join(seen[SUPPLIER])
    assert place.house.log
    assert OURS not in place.house.log
    assert THEIRS not in place.house.log


def test_a_side_finds_its_own_private_words_in_its_own_form(place: Place) -> None:
    place.raised()
    ours, theirs = place.at_work()
    with_secret(ours, OURS).tell()
    form = place.opens(ours.person, "Tell your side")
    assert OURS in str(form.controls)
    ours.person.close()
    form = place.opens(theirs.person, "Tell your side")
    assert OURS not in str(form.controls)


def test_while_answers_come_in_nothing_shows_who_has_answered(place: Place) -> None:
    place.to_packages()
    ours, theirs = place.at_work()
    place.sees(place.maria, "There are packages on the table")  # the note comes after the card
    before = whole_screen(place, theirs)
    ours.answer()
    assert whole_screen(place, theirs) == before


def test_a_reason_kept_private_is_offered_in_other_words_and_stands_once_accepted(
    place: Place,
) -> None:
    place.raised()
    ours, theirs = place.at_work()
    kept = ours.side.model_copy(
        update={"why": f"Our cash flow is thin, {OURS}.", "share_why": False}
    )
    place.hands[HOST] = Hands(HOST, kept, ours.person, place.channel, place.thread)
    place.both(Hands.tell)
    form = place.opens(place.maria, "Check your part")
    (question,) = (label for label in form.labels if "May I say" in label)
    assert form.value(question) == "No, it stays with us"
    place.maria.choose(question, "Yes, it may stand under our name")
    assert place.maria.submit() == {}
    theirs.check_part()
    place.sees_button(place.maria, "Look for a package")
    assert "Money that comes in time matters to us" in place.card(place.tomas)
    assert OURS not in whole_screen(place, theirs)
