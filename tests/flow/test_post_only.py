"""A partner invited to post alone: Slack refuses its people every button, until they have more."""

import pytest

from bot.sandbox.person import Person
from bot.sandbox.play.hands import PATIENCE_S
from bot.sandbox.refusals import PersonRefused
from tests.flow.features import WAITS, desk, form_of
from tests.flow.house import Place


@pytest.fixture
def posting(place: Place) -> Place:
    place.raised()
    place.house.sandbox.stage.post_only(place.channel, place.tomas.team)
    return place


def presses(person: Person, label: str, place: Place) -> None:
    place.sees_button(person, label)
    person.click(label, channel=place.channel)


def test_a_mention_is_answered_though_what_it_offers_cannot_be_pressed(posting: Place) -> None:
    posting.tomas.mention(posting.channel, "please", posting.thread)
    posting.tomas.wait_for_button("Just clarify", posting.channel, PATIENCE_S)
    for label in ("Just clarify", "My desk", "Tell your side"):
        with pytest.raises(PersonRefused, match="invited to post"):
            presses(posting.tomas, label, posting)


def test_the_case_waits_and_is_theirs_as_soon_as_they_may_do_more(posting: Place) -> None:
    presses(posting.maria, "Tell your side", posting)
    form_of(posting.maria, "The first two answers are shared")
    posting.maria.close(everything=True)
    assert "Tell your side" in posting.maria.screen(posting.channel).buttons
    posting.house.sandbox.stage.post_only(posting.channel, posting.tomas.team, only=False)
    desk(posting, posting.tomas, WAITS)
    posting.tomas.press("Tell your side")
    form_of(posting.tomas, "The first two answers are shared")
