"""Socket Mode with the real client: greeting, several sockets, reconnection, retries."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from bot.sandbox.opening import SHARED
from bot.sandbox.options import Options
from bot.sandbox.refusals import NoAnswer
from bot.sandbox.server import Sandbox, running_sandbox
from bot.sandbox.socket_mode import Tickets
from tests.sandbox.apps import connected_app, eventually, web_client
from tests.sandbox.recorder import Recorder


def link(sandbox: Sandbox) -> str:
    api = web_client(sandbox, sandbox.app_token)
    return str(api.apps_connections_open(app_token=sandbox.app_token)["url"])


def opened(sandbox: Sandbox) -> ClientConnection:
    return connect(link(sandbox), proxy=None)


def test_a_socket_is_greeted_with_the_number_of_connections(sandbox: Sandbox) -> None:
    with opened(sandbox) as first, opened(sandbox) as second:
        hello, again = json.loads(first.recv(2)), json.loads(second.recv(2))
    assert hello["type"] == "hello"
    assert (hello["num_connections"], again["num_connections"]) == (1, 2)


def test_an_address_lets_in_one_socket(sandbox: Sandbox) -> None:
    address = link(sandbox)
    with connect(address, proxy=None) as socket:
        socket.recv(2)
        with pytest.raises((ConnectionClosed, InvalidStatus)):
            connect(address, proxy=None).recv(2)


def test_a_ticket_is_spent_once() -> None:
    tickets = Tickets()
    ticket = tickets.issue()
    assert tickets.spend(ticket)
    assert not tickets.spend(ticket)
    assert not tickets.spend("made-up")


def test_no_more_sockets_than_slack_allows() -> None:
    with running_sandbox(Options(max_sockets=1)) as sandbox, opened(sandbox) as socket:
        socket.recv(2)
        with pytest.raises(SlackApiError, match="too_many_websockets"):
            link(sandbox)


def test_an_event_goes_to_one_of_several_sockets(sandbox: Sandbox) -> None:
    one, other = Recorder(), Recorder()
    with connected_app(sandbox, one.wire), connected_app(sandbox, other.wire):
        maria = sandbox.person("maria")
        for n in range(6):
            maria.post(SHARED, str(n))
        one.wait("message", 3)
        other.wait("message", 3)
    assert len(one.bodies) == len(other.bodies) == 3
    assert len({b["event_id"] for b in (*one.bodies, *other.bodies)}) == 6


def test_an_unacknowledged_event_comes_again_to_the_app(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    recorder.silent = {"app_mention"}
    sandbox.person("maria").mention(SHARED, "help")
    first = recorder.wait("app_mention")[0]
    recorder.silent = set()
    bodies = recorder.wait("app_mention", 2)
    assert bodies[1]["event_id"] == first["event_id"]
    assert bodies[1] == first


def test_a_lost_acknowledgement_makes_the_app_see_the_event_twice(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    sandbox.stage.lose_ack("app_mention")
    sandbox.person("maria").mention(SHARED, "help")
    bodies = recorder.wait("app_mention", 2)
    assert bodies[0]["event_id"] == bodies[1]["event_id"]
    assert [a["outcome"] for a in sandbox.stage.unacknowledged()] == ["timeout"]


def test_a_lost_acknowledgement_of_a_form_asks_the_person_to_send_again(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    recorder.opens = {"type": "modal", "title": {"type": "plain_text", "text": "Form"}}
    recorder.opens |= {"submit": {"type": "plain_text", "text": "Send"}, "blocks": []}
    maria = sandbox.person("maria")
    maria.global_shortcut("any")
    sandbox.stage.lose_ack("view_submission")
    with pytest.raises(NoAnswer, match="Try again"):
        maria.submit()
    assert maria.submit() == {}
    assert len(recorder.wait("view_submission", 2)) == 2


def test_people_may_act_at_the_same_moment(sandbox: Sandbox, recorder: Recorder) -> None:
    recorder.opens = {"type": "modal", "title": {"type": "plain_text", "text": "Form"}}
    recorder.opens |= {"submit": {"type": "plain_text", "text": "Send"}, "blocks": []}
    people = [sandbox.person("maria"), sandbox.person("jonas")]
    for person in people:
        person.global_shortcut("any")
    with ThreadPoolExecutor(2) as both:
        assert list(both.map(lambda p: p.submit(), people)) == [{}, {}]
    users = {body["user"]["id"] for body in recorder.wait("view_submission", 2)}
    assert users == {person.id for person in people}
    assert [person.modal() for person in people] == [None, None]


def test_an_event_from_before_the_app_came_is_delivered_when_it_comes() -> None:
    recorder = Recorder()
    with running_sandbox(Options(retry_delays=(0.1,) * 100)) as sandbox:
        sandbox.person("maria").post(SHARED, "before you came")
        with connected_app(sandbox, recorder.wire):
            assert recorder.wait("message")[0]["event"]["text"] == "before you came"


def test_the_app_hears_its_own_messages_too_though_bolt_passes_them_over(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    web_client(sandbox).chat_postMessage(channel=SHARED, text="from the app")
    maria = sandbox.person("maria")
    maria.post(SHARED, "from Maria")
    recorder.wait("message")
    eventually(lambda: len(sandbox.stage.attempts("message")) == 2)
    assert [b["event"]["text"] for b in recorder.bodies] == ["from Maria"]


def test_edits_and_deletions_arrive_as_messages_of_their_own(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    maria = sandbox.person("maria")
    ts = maria.post(SHARED, "four days")
    maria.edit(SHARED, ts, "three days")
    maria.delete(SHARED, ts)
    kinds = [b["event"].get("subtype") for b in recorder.wait("message", 3)]
    assert sorted(kinds, key=str) == [None, "message_changed", "message_deleted"]


def test_an_app_without_the_subscription_hears_nothing(sandbox: Sandbox) -> None:
    events = {"bot_events": ["app_mention"]}
    sandbox.stage.declare_app({"settings": {"event_subscriptions": events}})
    recorder = Recorder()
    with connected_app(sandbox, recorder.wire):
        sandbox.person("maria").mention(SHARED, "help")
        recorder.wait("app_mention")
    assert recorder.kinds() == ["app_mention"]


def test_the_app_hears_nothing_of_channels_it_is_not_in(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    sandbox.stage.remove_from_channel(SHARED)
    recorder.wait("member_left_channel")
    sandbox.person("maria").post(SHARED, "now among ourselves")
    assert sandbox.stage.attempts("message") == []


def test_a_dropped_connection_is_opened_again_by_the_client(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    sandbox.stage.drop_sockets()
    eventually(lambda: sandbox.stage.sockets() == 0)
    eventually(lambda: sandbox.stage.sockets() == 1)
    sandbox.person("maria").post(SHARED, "are you still there")
    recorder.wait("message")


def test_a_client_asked_to_connect_anew_does_and_misses_nothing(
    sandbox: Sandbox, recorder: Recorder
) -> None:
    sandbox.stage.refresh_sockets()
    maria = sandbox.person("maria")
    for n in range(5):
        maria.post(SHARED, str(n))
    bodies = recorder.wait("message", 5)
    assert {b["event"]["text"] for b in bodies} == set("01234")
    eventually(lambda: sandbox.stage.sockets() == 1)


def test_the_official_client_may_open_connections_with_the_app_token_alone(
    sandbox: Sandbox,
) -> None:
    nobody = WebClient(base_url=sandbox.base_url)
    answer = nobody.apps_connections_open(app_token=sandbox.app_token)
    assert str(answer["url"]).startswith("ws://127.0.0.1:")
