"""The external person does all that the host's people do, with at most one tap more.

Slack gives them no commands, no shortcuts, no Home and no direct messages with the app; buttons
in the channel, and the pinned desk, stand in for all of these.
"""

from collections.abc import Mapping

import pytest

from bot.slack.views import actions as names
from tests.flow.features import Feature, Script, heard_from, unheard, walk
from tests.flow.house import Place
from tests.flow.walk_of_a_case import CASE, CLEARED_UP
from tests.flow.walk_of_a_partnership import PARTNERSHIP
from tests.flow.walk_of_promises import AT_ONCE, PROMISES
from tests.flow.walk_of_ways_in import WAYS_IN
from tests.slack.listeners.listening import heard

SCRIPTS: Mapping[str, Script] = {
    "ways in": WAYS_IN,
    "a case": CASE,
    "cleared up": CLEARED_UP,
    "promises": PROMISES,
    "at once": AT_ONCE,
    "the partnership": PARTNERSHIP,
}

CLOSED = "Slack has none for external people; a mention's buttons and the desk stand in for it"
HOME = "only where no channel is known, which is on Home; the desk knows its own"
TOLD = "tells of what happened; nobody does anything with it"

NOT_WALKED: Mapping[str, str] = {
    "shortcut raise_issue": CLOSED,
    "shortcut clarify": CLOSED,
    "shortcut tradeoffs": CLOSED,
    "shortcut raise_issue_anywhere": CLOSED,
    "command /parley": CLOSED,
    "event app_home_opened": CLOSED,
    names.RAISE_ANYWHERE: HOME,
    names.WHERE: HOME,
    names.SETTINGS_WHERE: HOME,
    names.PAGE: "turns the page of a long desk, by the same button for both",
    names.READ_CASE: "the whole of a card that Slack would cut, by the same button for both",
    names.LIST: "turns the page of a long list, by the same button for both",
    names.LOOK: "comes by itself to who has answered; test_second_look.py has its external person",
    names.FOLLOW_FITS: "once a review has come; test_time.py has both sides say it alike",
    "event message": TOLD,
    "event member_joined_channel": TOLD,
    "event member_left_channel": TOLD,
    "event channel_unarchive": TOLD,
    "event group_unarchive": TOLD,
    "event channel_shared": TOLD,
    "event channel_unshared": TOLD,
}


def declared(script: Script) -> set[str]:
    return {name for step in script if isinstance(step, Feature) for name in step.through}


@pytest.mark.parametrize("script", SCRIPTS.values(), ids=SCRIPTS)
def test_every_feature_costs_the_external_person_at_most_one_tap_more(
    place: Place, script: Script
) -> None:
    cost = walk(place, script)
    assert {name: c for name, c in cost.items() if c[1] > c[0] + 1} == {}, cost
    assert len(cost) == sum(isinstance(step, Feature) for step in script), "each has its own name"
    assert unheard(declared(script), heard_from(place, place.tomas)) == set()


def test_whatever_the_bot_listens_for_is_walked_or_has_a_reason_not_to_be() -> None:
    walked = set().union(*map(declared, SCRIPTS.values()))
    assert walked | set(NOT_WALKED) == heard()
    assert walked & set(NOT_WALKED) == set()
