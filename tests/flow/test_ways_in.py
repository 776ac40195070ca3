"""The ways in, for people of the host and of the other company, and what is seen by whom."""

import pytest

from bot.sandbox.play.hands import PATIENCE_S
from bot.sandbox.refusals import PersonRefused
from tests.flow.house import Place

ABOUT = "We want 30 days to pay instead of 60, and the price goes up 4 % from January."


def test_somebody_of_the_other_company_has_no_shortcut_and_comes_in_by_a_mention(
    place: Place,
) -> None:
    ts = place.write()
    with pytest.raises(PersonRefused):
        place.tomas.message_shortcut("Raise an issue", place.channel, ts)
    place.tomas.mention(place.channel, "can you help", ts)
    form = place.opens(place.tomas, "Raise an issue")
    assert form.value("Title")
    place.tomas.choose("Your side", "We supply, or we carry")
    assert place.tomas.submit() == {}
    assert "raised by @Tomas Berg" in place.sees(place.maria, "raised by").text


@pytest.mark.parametrize("way", ["shortcut", "command", "mention"])
def test_trade_offs_are_for_the_eyes_of_who_asked_alone(place: Place, way: str) -> None:
    place.sees_button(place.tomas, "My desk")  # pinned by itself, soon after the channel is met
    ts = place.write(ABOUT)
    before = place.tomas.screen(place.channel).text
    if way == "shortcut":
        place.maria.message_shortcut("Suggest trade-offs", place.channel, ts)
    elif way == "command":
        place.maria.command("/parley", f"tradeoffs {ABOUT}", place.channel)
    else:
        place.maria.mention(place.channel, "ideas?", ts)
        place.opens(place.maria, "Suggest trade-offs")
        before = place.tomas.screen(place.channel).text
    form = place.maria.wait_for_modal("Trade-offs", without="One moment…")
    assert form.text.count("Costs you:") == 3
    assert form.text.count("May help them:") == 3
    assert place.tomas.screen(place.channel).text == before
    assert place.tomas.modal() is None


def test_a_case_begun_by_command_is_prefilled_with_what_was_typed(place: Place) -> None:
    place.maria.command("/parley", "raise The pallets came wet", place.channel)
    form = place.maria.wait_for_modal("", without="One moment…")
    assert "pallets" in form.value("Title") + form.value("What happened")
    place.maria.choose("Your side", "We buy, or our goods are carried")
    assert place.maria.submit() == {}
    place.sees_button(place.tomas, "Tell your side")


def test_a_command_of_20000_characters_opens_a_form_that_fits(place: Place) -> None:
    place.maria.command("/parley", "raise " + "The pallets came wet. " * 900, place.channel)
    form = place.maria.wait_for_modal("", PATIENCE_S, without="One moment…")
    assert 0 < len(form.value("What happened") or form.value("Title")) <= 3_000
    place.maria.fill("Title", "Wet pallets")
    place.maria.choose("Your side", "We buy, or our goods are carried")
    assert place.maria.submit() == {}
    place.sees(place.tomas, "Wet pallets")


def test_a_word_that_the_command_does_not_know_is_answered_with_what_it_knows(
    place: Place,
) -> None:
    place.maria.command("/parley", "dance", place.channel)
    told = place.sees(place.maria, "/parley digest").text
    assert "does not know “dance” yet" in told
    assert "dance" not in place.tomas.screen(place.channel).text


def test_the_digest_of_a_quiet_week_says_so_to_who_asked(place: Place) -> None:
    place.sees_button(place.maria, "My desk")
    place.maria.command("/parley", "digest", place.channel)
    place.sees(place.maria, "A quiet week")
    assert "A quiet week" not in place.tomas.screen(place.channel).text


def test_the_digest_names_what_waits_in_at_most_seven_lines(place: Place) -> None:
    place.raised()
    place.maria.command("/parley", "digest", place.channel)
    week = "This week in this channel"
    told = place.sees(place.maria, week).find(week).text.splitlines()
    assert 2 <= len(told) <= 8
    assert any("Late-delivery penalty" in line for line in told)


def test_the_list_and_the_number_lead_to_a_case(place: Place) -> None:
    place.raised()
    number = place.card().split(":")[0].removeprefix("Case ")
    place.maria.command("/parley", "list", place.channel)
    place.sees(place.maria, "1 open case")
    place.maria.command("/parley", f"case {number}", place.channel)
    assert place.maria.wait_for_modal("Tell your side").submit


def test_a_case_asked_for_in_another_channel_opens_only_for_who_is_in_its_own(
    place: Place,
) -> None:
    place.raised()
    number = place.card().split(":")[0].removeprefix("Case ")
    other = place.house.place()
    other.raised()
    other.maria.command("/parley", f"case {number}", other.channel)
    other.sees(other.maria, f"There is no case {number} in this channel. /parley list shows")
    place.house.sandbox.stage.add_to_channel(other.channel, place.maria.id)
    place.maria.command("/parley", f"case {number}", other.channel)
    assert place.maria.wait_for_modal("Tell your side").submit


def test_before_any_case_one_tap_tells_the_end_of_the_trade_and_trades_become_concrete(
    place: Place,
) -> None:
    ts = place.write("We need a price increase of 6 % on all film grades from January.")
    place.maria.message_shortcut("Suggest trade-offs", place.channel, ts)
    form = place.maria.wait_for_modal("Say which end", PATIENCE_S)
    assert "If your side buys" in form.text
    place.maria.press("We buy")
    form = place.maria.wait_for_modal("for example 5 %", PATIENCE_S, without="Say which end")
    assert form.text.count("Could this work?") == 3
