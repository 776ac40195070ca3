"""Messages and views have Slack's shape wherever they are told."""

from bot.sandbox.opening import GRETA, HOST, MARIA, SUPPLIER, TOMAS
from bot.sandbox.shapes import message_json, user_profile, view_json
from bot.sandbox.world import BOT_ID, BOT_USER
from tests.sandbox.worlds import opened, posted, world_at, written


def test_a_persons_message_has_a_client_id_and_no_bot() -> None:
    world = world_at()
    told = message_json(world, written(world))
    assert (told["user"], told["team"]) == (MARIA.id, HOST.id)
    assert "client_msg_id" in told
    assert "bot_id" not in told


def test_the_apps_message_has_a_bot_and_no_client_id() -> None:
    world = world_at()
    told = message_json(world, posted(world))
    assert (told["user"], told["bot_id"], told["bot_profile"]["team_id"]) == (
        BOT_USER,
        BOT_ID,
        HOST.id,
    )
    assert "client_msg_id" not in told


def test_a_reply_names_its_root_and_the_roots_author() -> None:
    world = world_at()
    root = written(world, TOMAS.id)
    told = message_json(world, written(world, thread_ts=root.ts))
    assert (told["thread_ts"], told["parent_user_id"]) == (root.ts, TOMAS.id)
    assert "thread_ts" not in message_json(world, root)


def test_metadata_is_never_told_with_the_message_itself() -> None:
    world = world_at()
    message = posted(world, metadata={"event_type": "key", "event_payload": {}})
    assert "metadata" not in message_json(world, message)


def test_a_profile_carries_the_persons_team_and_says_who_is_a_guest() -> None:
    assert user_profile(TOMAS)["team"] == SUPPLIER.id
    assert user_profile(GRETA)["is_restricted"] is True
    assert user_profile(MARIA)["first_name"] == "Maria"


def test_a_view_belongs_to_its_owners_team_and_to_the_hosts_installation() -> None:
    world = world_at()
    told = view_json(world, opened(world, TOMAS.id), {"b": {}})
    assert (told["team_id"], told["app_installed_team_id"]) == (SUPPLIER.id, HOST.id)
    assert told["state"] == {"values": {"b": {}}}
    assert told["previous_view_id"] is None
