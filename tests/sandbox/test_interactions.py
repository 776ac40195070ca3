"""Interactions have the shape of Slack's: the same keys and types as the fixtures."""

from collections.abc import Callable
from typing import Any

import pytest
from slack_bolt.request.internals import extract_actor_team_id, extract_team_id

from bot.sandbox import interactions
from bot.sandbox.forms import action_of, press_of
from bot.sandbox.opening import HOST, MARIA, SHARED, SUPPLIER, TOMAS
from bot.sandbox.state import state_values
from bot.sandbox.world import World
from tests.sandbox.fixtures import differences, fixture
from tests.sandbox.worlds import ACTIONS, BUTTON, SELECT, opened, posted, world_at, written

JSON = dict[str, Any]
URL = "http://127.0.0.1/actions/T/R"


def command(world: World) -> JSON:
    channel = world.channel(SHARED)
    given = {"command": "/parley", "text": "raise", "url": URL, "trigger": "1.2.3"}
    return interactions.slash_command(world, MARIA.id, channel, **given)


def message_action(world: World) -> JSON:
    given = {"callback": "raise_issue", "url": URL, "trigger": "1.2.3"}
    return interactions.message_action(world, MARIA.id, written(world), **given)


def shortcut(world: World) -> JSON:
    return interactions.global_shortcut(world, MARIA.id, callback="raise", trigger="1.2.3")


def pressed(world: World, user: str, **message: Any) -> JSON:
    root = written(world, TOMAS.id)
    action = press_of(ACTIONS, BUTTON, "")
    return interactions.message_block_actions(
        world,
        user,
        posted(world, thread_ts=root.ts, **message),
        action,
        state={},
        url=URL,
        trigger="1.2.3",
    )


def in_modal(world: World) -> JSON:
    view = opened(world)
    block = view.definition["blocks"][1]
    action = action_of(block, SELECT, view.entered["more", "kind"])
    state = state_values(view.definition["blocks"], view.entered)
    return interactions.view_block_actions(
        world, MARIA.id, view, action, state=state, trigger="1.2.3"
    )


def submission(world: World, user: str) -> JSON:
    view = opened(world, user)
    state = state_values(view.definition["blocks"], view.entered)
    return interactions.view_submission(
        world, user, view, state=state, response_urls=[], trigger="1.2.3"
    )


def closed(world: World) -> JSON:
    view = opened(world)
    state = state_values(view.definition["blocks"], view.entered)
    return interactions.view_closed(world, MARIA.id, view, state=state, cleared=False)


BUILT: dict[str, Callable[[World], JSON]] = {
    "slash_command": command,
    "message_action": message_action,
    "shortcut": shortcut,
    "block_actions_message": lambda world: pressed(world, MARIA.id),
    "block_actions_message_external": lambda world: pressed(world, TOMAS.id),
    "block_actions_ephemeral": lambda world: pressed(world, MARIA.id, seen_by=MARIA.id),
    "block_actions_modal": in_modal,
    "view_submission": lambda world: submission(world, MARIA.id),
    "view_submission_external": lambda world: submission(world, TOMAS.id),
    "view_closed": closed,
}


@pytest.mark.parametrize("name", BUILT)
def test_an_interaction_has_the_shape_of_its_fixture(name: str) -> None:
    assert list(differences(fixture(name), BUILT[name](world_at()))) == []


@pytest.mark.parametrize("name", [n for n in BUILT if n != "slash_command"])
def test_an_interaction_is_of_the_type_of_its_fixture(name: str) -> None:
    assert BUILT[name](world_at())["type"] == fixture(name)["type"]


@pytest.mark.parametrize("name", ["block_actions_message_external", "view_submission_external"])
def test_an_external_person_acts_under_the_own_team_in_the_hosts_workspace(name: str) -> None:
    for body in (fixture(name), BUILT[name](world_at())):
        assert body["user"]["team_id"] != body["team"]["id"]
    built = BUILT[name](world_at())
    assert built["user"]["team_id"] == SUPPLIER.id
    assert built["team"]["id"] == HOST.id


def test_bolt_takes_an_external_submission_for_the_hosts() -> None:
    for body in (fixture("view_submission_external"), submission(world_at(), TOMAS.id)):
        host = body["view"]["app_installed_team_id"]
        assert extract_team_id(body) == extract_actor_team_id(body) == host
        assert body["user"]["team_id"] != host


def test_an_ephemeral_message_is_not_sent_along_with_its_click() -> None:
    body = pressed(world_at(), MARIA.id, seen_by=MARIA.id)
    assert "message" not in body
    assert body["container"]["is_ephemeral"] is True


def test_a_form_comes_with_every_value_it_holds() -> None:
    values = submission(world_at(), MARIA.id)["view"]["state"]["values"]
    assert values["what"]["text"]["value"] == "Four days late"
    assert values["more"]["kind"]["selected_option"]["value"] == "delivery"
