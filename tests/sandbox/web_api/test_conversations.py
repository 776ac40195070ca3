"""Channels as the app sees them: shared or not, open or closed to it, and what was said."""

from slack_sdk import WebClient

from bot.sandbox.opening import HOST, MARIA, SHARED, SUPPLIER, TOMAS, WITH_GUEST
from bot.sandbox.server import Sandbox
from bot.sandbox.world import BOT_USER
from tests.sandbox.apps import refusal, web_client


def test_a_channel_of_two_organisations_is_marked_as_shared(api: WebClient) -> None:
    channel = api.conversations_info(channel=SHARED)["channel"]
    assert channel["is_ext_shared"] is True
    assert channel["connected_team_ids"] == [SUPPLIER.id]
    assert channel["internal_team_ids"] == [HOST.id]


def test_a_channel_with_a_guest_is_not_shared(api: WebClient) -> None:
    channel = api.conversations_info(channel=WITH_GUEST)["channel"]
    assert (channel["is_ext_shared"], channel["connected_team_ids"]) == (False, [])


def test_members_come_in_pages(api: WebClient) -> None:
    first = api.conversations_members(channel=SHARED, limit=3)
    cursor = first["response_metadata"]["next_cursor"]
    rest = api.conversations_members(channel=SHARED, limit=3, cursor=cursor)
    assert len({*first["members"], *rest["members"]}) == 5


def test_a_private_channel_without_the_app_does_not_exist_for_it(sandbox: Sandbox) -> None:
    api = web_client(sandbox)
    secret = sandbox.stage.add_channel("secret", [MARIA.id], private=True, with_app=False)
    assert refusal(lambda: api.conversations_info(channel=secret)) == "channel_not_found"
    assert refusal(lambda: api.chat_postMessage(channel=secret, text="x")) == "channel_not_found"
    listed = [c["id"] for c in api.conversations_list()["channels"]]
    assert listed == [SHARED, WITH_GUEST]


def test_a_public_channel_can_be_seen_and_joined_but_not_read_from_outside(
    sandbox: Sandbox,
) -> None:
    api = web_client(sandbox)
    open_to_all = sandbox.stage.add_channel("open", [MARIA.id], with_app=False)
    assert api.conversations_info(channel=open_to_all)["channel"]["is_member"] is False
    assert refusal(lambda: api.conversations_history(channel=open_to_all)) == "not_in_channel"
    assert refusal(lambda: api.chat_postMessage(channel=open_to_all, text="x")) == "not_in_channel"
    assert api.conversations_join(channel=open_to_all)["channel"]["is_member"] is True
    assert api.chat_postMessage(channel=open_to_all, text="x")["ok"]


def test_an_archived_channel_takes_no_messages(sandbox: Sandbox) -> None:
    api = web_client(sandbox)
    sandbox.stage.archive_channel(WITH_GUEST)
    assert refusal(lambda: api.chat_postMessage(channel=WITH_GUEST, text="x")) == "is_archived"
    assert refusal(lambda: api.conversations_join(channel=WITH_GUEST)) == "is_archived"
    listed = api.conversations_list(exclude_archived=True)["channels"]
    assert WITH_GUEST not in [c["id"] for c in listed]


def test_history_is_newest_first_without_replies(sandbox: Sandbox) -> None:
    api, maria = web_client(sandbox), sandbox.person("maria")
    first = maria.post(SHARED, "first")
    second = maria.post(SHARED, "second")
    reply = maria.post(SHARED, "reply", first)
    messages = api.conversations_history(channel=SHARED)["messages"]
    assert [m["ts"] for m in messages] == [second, first]
    root = messages[1]
    assert (root["reply_count"], root["latest_reply"], root["thread_ts"]) == (1, reply, first)


def test_history_can_be_cut_to_a_span_of_time(sandbox: Sandbox) -> None:
    api, maria = web_client(sandbox), sandbox.person("maria")
    times = [maria.post(SHARED, str(n)) for n in range(4)]
    between = api.conversations_history(channel=SHARED, oldest=times[0], latest=times[3])
    assert [m["text"] for m in between["messages"]] == ["2", "1"]
    exact = api.conversations_history(
        channel=SHARED, oldest=times[1], latest=times[1], inclusive=True
    )
    assert [m["text"] for m in exact["messages"]] == ["1"]


def test_a_span_of_time_needs_times(sandbox: Sandbox) -> None:
    api = web_client(sandbox)
    early = refusal(lambda: api.conversations_history(channel=SHARED, oldest="yesterday"))
    late = refusal(lambda: api.conversations_history(channel=SHARED, latest="today"))
    assert (early, late) == ("invalid_ts_oldest", "invalid_ts_latest")


def test_history_comes_in_pages(sandbox: Sandbox) -> None:
    api, maria = web_client(sandbox), sandbox.person("maria")
    for n in range(5):
        maria.post(SHARED, str(n))
    first = api.conversations_history(channel=SHARED, limit=3)
    assert first["has_more"] is True
    cursor = first["response_metadata"]["next_cursor"]
    rest = api.conversations_history(channel=SHARED, limit=3, cursor=cursor)
    assert [m["text"] for m in (*first["messages"], *rest["messages"])] == list("43210")
    assert rest["has_more"] is False


def test_replies_begin_with_the_root_and_go_forward(sandbox: Sandbox) -> None:
    api, maria = web_client(sandbox), sandbox.person("maria")
    root = maria.post(SHARED, "root")
    for n in range(3):
        maria.post(SHARED, str(n), root)
    messages = api.conversations_replies(channel=SHARED, ts=root)["messages"]
    assert [m["text"] for m in messages] == ["root", "0", "1", "2"]
    assert refusal(lambda: api.conversations_replies(channel=SHARED, ts="1.0")) == (
        "thread_not_found"
    )


def test_a_replys_own_time_gives_that_reply_and_names_its_thread(sandbox: Sandbox) -> None:
    api, maria = web_client(sandbox), sandbox.person("maria")
    root = maria.post(SHARED, "root")
    reply = maria.post(SHARED, "reply", root)
    maria.post(SHARED, "another", root)
    messages = api.conversations_replies(channel=SHARED, ts=reply)["messages"]
    assert [(m["text"], m["thread_ts"]) for m in messages] == [("reply", root)]


def test_reactions_are_told_with_who_gave_them(sandbox: Sandbox) -> None:
    api, maria, tomas = web_client(sandbox), sandbox.person("maria"), sandbox.person("tomas")
    ts = maria.post(SHARED, "late")
    maria.react(SHARED, ts, "scales")
    tomas.react(SHARED, ts, "scales")
    tomas.react(SHARED, ts, "scales")
    found = api.conversations_history(channel=SHARED)["messages"][0]["reactions"]
    assert found == [{"name": "scales", "users": [MARIA.id, TOMAS.id], "count": 2}]


def test_a_direct_message_opens_once_for_an_own_person(api: WebClient) -> None:
    first = api.conversations_open(users=MARIA.id)["channel"]["id"]
    again = api.conversations_open(users=[MARIA.id], return_im=True)["channel"]
    assert (again["id"], again["is_im"], again["user"]) == (first, True, MARIA.id)


def test_a_direct_message_does_not_open_for_outsiders_or_bots(api: WebClient) -> None:
    assert refusal(lambda: api.conversations_open(users=TOMAS.id)) == "user_not_visible"
    assert refusal(lambda: api.conversations_open(users=BOT_USER)) == "cannot_dm_bot"
    assert refusal(lambda: api.conversations_open(users="U9")) == "user_not_found"
    assert refusal(lambda: api.api_call("conversations.open")) == "no_users"


def test_a_deactivated_person_cannot_be_written_to(sandbox: Sandbox) -> None:
    sandbox.stage.deactivate_person(MARIA.id)
    api = web_client(sandbox)
    assert refusal(lambda: api.conversations_open(users=MARIA.id)) == "user_disabled"
    assert api.users_info(user=MARIA.id)["user"]["deleted"] is True


def test_the_channels_of_a_person_are_those_the_app_shares(sandbox: Sandbox) -> None:
    api = web_client(sandbox)
    sandbox.stage.add_channel("without-app", [MARIA.id], with_app=False)
    listed = [c["id"] for c in api.users_conversations(user=MARIA.id)["channels"]]
    assert listed == [SHARED, WITH_GUEST]
    assert [c["id"] for c in api.users_conversations()["channels"]] == [SHARED, WITH_GUEST]
