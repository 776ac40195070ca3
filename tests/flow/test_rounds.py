"""Answers are blind: whoever declines, the same words follow; three rounds at most, then an end."""

import pytest

from bot.sandbox.play.hands import Hands
from bot.sandbox.seen import Screen
from tests.flow.house import HOST, SUPPLIER, Place

NOBODY_NAMED = "No package suited every side, so here are new ones. Each side answers in private."


def declining(hands: Hands) -> None:
    """Answer no to every package, with a reason."""
    hands.person.wait_for_button("Answer in private", hands.channel, 20)
    hands.person.click("Answer in private", channel=hands.channel)
    hands.filled("Answer in private")
    hands.person.choose("If none: what stands in the way", "It brings us too little")
    hands.send()
    hands.read_and_close()


def moved_to(place: Place, number: int) -> str:
    """The card in this round, or at the end that came before it."""

    def there(screen: Screen) -> bool:
        return f"Round {number}" in screen.text or "No package found" in screen.text

    return place.maria.wait_for(there, place.channel, 20).find("Case ").text


@pytest.mark.parametrize("who", [HOST, SUPPLIER])
def test_whoever_declines_both_read_the_same_words_and_a_new_menu(place: Place, who: str) -> None:
    place.to_packages()
    seen = place.card()
    for hands in place.at_work():
        declining(hands) if hands.name == who else hands.answer()
    place.sees(place.maria, NOBODY_NAMED)
    assert "Round 2" in moved_to(place, 2)
    assert place.count(NOBODY_NAMED) == 1
    both = {p.screen(place.channel).find("Case ").text for p in (place.maria, place.tomas)}
    assert len({text.partition("Answers can be changed")[0] for text in both}) == 1
    assert "declined" not in place.card()
    assert place.card() != seen


def test_after_three_rounds_the_case_ends_honestly_and_today_s_terms_go_on(place: Place) -> None:
    place.to_packages()
    for number in (1, 2, 3):
        if "No package found" in moved_to(place, number):
            break
        place.both(declining)
    told = place.sees(place.tomas, "today's terms go on").text
    assert "No package found" in told
    assert "Answer in private" not in place.tomas.screen(place.channel).buttons


def test_an_answer_can_be_changed_until_both_have_answered(place: Place) -> None:
    place.to_packages()
    ours, theirs = place.at_work()
    declining(ours)
    ours.answer()
    theirs.answer()
    place.sees_button(place.maria, "Read and sign")
