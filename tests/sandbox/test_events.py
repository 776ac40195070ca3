"""Events have the shape of Slack's: the same keys and types as the fixtures, at every depth."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from bot.sandbox import events
from bot.sandbox.opening import GRETA, HOST, MARIA, SHARED, SUPPLIER, TOMAS
from bot.sandbox.world import BOT_USER, World
from tests.sandbox.fixtures import differences, fixture
from tests.sandbox.worlds import BUTTON, posted, rich, world_at, written

JSON = dict[str, Any]
Build = Callable[[World], JSON]


def of(world: World, event: JSON, team: str = HOST.id, *, ext_shared: bool = True) -> JSON:
    return events.event_callback(world, event, team=team, ext_shared=ext_shared)


def message(world: World) -> JSON:
    return of(world, events.message_event(world, written(world)))


def in_thread(world: World) -> JSON:
    root = written(world)
    reply = written(world, thread_ts=root.ts)
    return of(world, events.message_event(world, reply))


def to_channel_too(world: World) -> JSON:
    root = written(world)
    reply = world.keep(replace(written(world, thread_ts=root.ts), broadcast=True))
    return of(world, events.message_event(world, reply))


def external(world: World) -> JSON:
    return of(world, events.message_event(world, written(world, TOMAS.id)), SUPPLIER.id)


def direct(world: World) -> JSON:
    channel = world.direct_channel(MARIA.id)
    event = events.message_event(world, written(world, channel=channel.id))
    return of(world, event, ext_shared=False)


def by_the_app(world: World) -> JSON:
    section = {
        "type": "section",
        "block_id": "b1",
        "text": {"type": "mrkdwn", "text": "Raised.", "verbatim": False},
    }
    return of(world, events.message_event(world, posted(world, blocks=(section,))))


def mention_blocks() -> tuple[JSON, ...]:
    block = rich("")
    user = {"type": "user", "user_id": BOT_USER}
    block["elements"][0]["elements"] = [user, {"type": "text", "text": " help"}]
    return (block,)


def mention(world: World) -> JSON:
    asked = written(world, text=f"<@{BOT_USER}> help", blocks=mention_blocks())
    return of(world, events.app_mention_event(world, asked))


def external_mention(world: World) -> JSON:
    asked = written(world, TOMAS.id, f"<@{BOT_USER}> help", blocks=mention_blocks())
    return of(world, events.app_mention_event(world, asked))


def changed(world: World) -> JSON:
    before = written(world)
    after = replace(before, text="Three days.", edited_ts=world.next_ts())
    return of(world, events.message_changed_event(world, before, after))


def deleted(world: World) -> JSON:
    return of(world, events.message_deleted_event(world, written(world)))


def joined(world: World) -> JSON:
    channel = world.channel(SHARED)
    event = events.membership_event(world, "member_joined_channel", TOMAS.id, channel)
    return of(world, event, SUPPLIER.id)


def left(world: World) -> JSON:
    channel = world.channel(SHARED)
    event = events.membership_event(world, "member_left_channel", TOMAS.id, channel)
    return of(world, event, SUPPLIER.id)


def home(world: World) -> JSON:
    channel = world.direct_channel(MARIA.id)
    return of(world, events.app_home_opened_event(world, MARIA.id, channel, "home"))


def reaction(world: World) -> JSON:
    event = events.reaction_added_event(world, MARIA.id, "scales", written(world, TOMAS.id))
    return of(world, event)


def reaction_taken_back(world: World) -> JSON:
    event = events.reaction_removed_event(world, MARIA.id, "scales", written(world, TOMAS.id))
    return of(world, event)


def shared(world: World) -> JSON:
    return of(world, events.channel_shared_event(world, world.channel(SHARED), SUPPLIER.id))


BUILT: dict[str, Build] = {
    "event_message": message,
    "event_message_in_thread": in_thread,
    "event_message_thread_broadcast": to_channel_too,
    "event_message_external": external,
    "event_message_im": direct,
    "event_message_bot": by_the_app,
    "event_app_mention": mention,
    "event_app_mention_external": external_mention,
    "event_message_changed": changed,
    "event_message_deleted": deleted,
    "event_member_joined_channel": joined,
    "event_member_left_channel": left,
    "event_app_home_opened": home,
    "event_reaction_added": reaction,
    "event_reaction_removed": reaction_taken_back,
    "event_channel_shared": shared,
}


@pytest.mark.parametrize("name", BUILT)
def test_an_event_has_the_shape_of_its_fixture(name: str) -> None:
    assert list(differences(fixture(name), BUILT[name](world_at()))) == []


@pytest.mark.parametrize("name", BUILT)
def test_an_event_says_what_its_fixture_says_it_is(name: str) -> None:
    expected, built = fixture(name)["event"], BUILT[name](world_at())["event"]
    for key in ("type", "subtype", "channel_type", "tab"):
        assert built.get(key) == expected.get(key)


def test_every_event_has_an_id_of_its_own() -> None:
    world = world_at()
    ids = {message(world)["event_id"] for _ in range(20)}
    assert len(ids) == 20


def test_an_external_message_carries_its_authors_team_and_the_hosts_authorization() -> None:
    body = external(world_at())
    assert body["team_id"] == body["event"]["team"] == SUPPLIER.id
    assert body["context_team_id"] == HOST.id
    assert body["authorizations"][0]["team_id"] == HOST.id


def test_an_external_mention_is_sent_under_the_hosts_team_and_names_the_persons() -> None:
    event = external_mention(world_at())["event"]
    assert event["team"] == HOST.id
    assert event["user_team"] == event["user_profile"]["team"] == SUPPLIER.id


def test_a_guest_carries_the_hosts_team() -> None:
    world = world_at()
    event = events.message_event(world, written(world, GRETA.id))
    assert event["team"] == HOST.id
    assert "user_team" not in event


def test_a_deleted_message_is_told_with_its_last_text() -> None:
    event = deleted(world_at())["event"]
    assert event["previous_message"]["text"] == "Late again."
    assert event["deleted_ts"] == event["previous_message"]["ts"]


def test_a_button_of_the_app_comes_back_in_its_own_message_event() -> None:
    world = world_at()
    event = events.message_event(world, posted(world))
    assert event["blocks"][0]["elements"] == [BUTTON]
    assert "client_msg_id" not in event
