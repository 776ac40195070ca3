"""What people type that no form expects: each gets a clear sentence, and nothing is lost."""

import pytest

from bot.sandbox.refusals import PersonRefused
from tests.flow.house import Place

SAW = "What happened, as you saw it"
WANTS = "What would you like to come of this"


def test_a_title_without_a_word_is_asked_for_and_the_rest_of_the_form_stays(place: Place) -> None:
    place.form_to_raise()
    place.maria.choose("Your side", "We buy, or our goods are carried")
    place.maria.fill("What happened", "The truck came on Thursday.")
    place.maria.fill("Title", "   ")
    faults = place.maria.submit()
    assert list(faults) == ["Title"]
    assert faults["Title"]
    assert place.maria.form().value("What happened") == "The truck came on Thursday."
    assert place.count("Case ") == 0
    place.maria.fill("Title", "Thursday's truck")
    assert place.maria.submit() == {}
    place.sees(place.tomas, "Thursday's truck")


def test_the_field_takes_no_more_than_slack_lets_it(place: Place) -> None:
    place.raised()
    place.opens(place.tomas, "Tell your side")
    with pytest.raises(PersonRefused, match="3000 characters"):
        place.tomas.fill(SAW, "late " * 4_000)


def test_the_longest_statement_is_taken_whole_and_checked_before_anybody_reads_it(
    place: Place,
) -> None:
    whole = ("The truck stood at the gate. " * 110)[:2_990].strip() + " LAST"
    place.raised()
    place.both(lambda h: place.opens(h.person, "Tell your side"))
    place.tomas.fill(SAW, whole)
    place.tomas.fill(WANTS, "An answer.")
    place.maria.fill(WANTS, "An answer.")
    assert [place.tomas.submit(), place.maria.submit()] == [{}, {}]
    form = place.opens(place.tomas, "Check your part")
    assert form.value("How your side saw it").rstrip(".").endswith("LAST")
    assert place.tomas.submit() == {}
    place.opens(place.maria, "Check your part")
    assert place.maria.submit() == {}
    place.sees_button(place.tomas, "This settles it")


def test_a_message_of_20000_characters_can_be_raised_and_the_form_says_what_it_left_out(
    place: Place,
) -> None:
    form = place.form_to_raise("We waited at the gate again. " * 690)
    assert len(form.value("What happened")) <= 3_000
    place.maria.choose("Your side", "We buy, or our goods are carried")
    assert place.maria.submit() == {}
    place.sees_button(place.tomas, "Tell your side")


@pytest.mark.parametrize(
    "text", ["🚚 late again 😡 👩‍👩‍👧", "تأخر التسليم ثلاثة أيام", "משלוח מאוחר ‏(PO 4711)‏"]
)
def test_emoji_and_right_to_left_text_are_shown_as_they_were_typed(place: Place, text: str) -> None:
    place.form_to_raise()
    place.maria.fill("Title", text)
    place.maria.fill("What happened", text)
    place.maria.choose("Your side", "We buy, or our goods are carried")
    assert place.maria.submit() == {}
    place.sees_button(place.tomas, "Tell your side")
    assert place.card(place.tomas).count(text) == 2


def test_what_looks_like_a_mention_is_shown_as_text_and_notifies_nobody(place: Place) -> None:
    loud = f"<!channel> <!here> <@{place.ines.id}> *bold* <https://x.example|click> A&B"
    place.form_to_raise()
    place.maria.fill("Title", loud)
    place.maria.fill("What happened", loud)
    place.maria.choose("Your side", "We buy, or our goods are carried")
    assert place.maria.submit() == {}
    place.both(lambda h: place.opens(h.person, "Tell your side"))
    for person in (place.maria, place.tomas):
        person.fill(SAW, loud)
        person.fill(WANTS, loud)
        assert person.submit() == {}
    for person in (place.tomas, place.maria):
        place.opens(person, "Check your part")
        assert person.submit() == {}
    place.sees_button(place.tomas, "This settles it")
    assert f": {loud}\n" in place.card()
    assert place.card().count("A&B") == 5
    assert place.ines.id not in place.pinged_by_bot()
    assert place.jonas.id not in place.pinged_by_bot()


def test_a_loud_line_of_a_clarification_is_text_too(place: Place) -> None:
    loud = f"<!channel> <@{place.ines.id}> we meant Monday"
    place.maria.message_shortcut("Just clarify", place.channel, place.write())
    place.maria.wait_for_modal("", without="One moment…")
    place.maria.fill("What did you mean?", loud)
    assert place.maria.submit() == {}
    place.opens(place.tomas, "Add your line")
    place.tomas.fill("What did you understand?", loud)
    assert place.tomas.submit() == {}
    assert place.sees(place.tomas, "Both lines are in").text.count(loud) == 2
    assert place.ines.id not in place.pinged_by_bot()
