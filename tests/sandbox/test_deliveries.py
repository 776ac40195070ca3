"""An envelope is delivered until it is acknowledged: in time, once at a time, with one event_id."""

import asyncio
import json
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot.sandbox.deliveries import Deliveries, doer_of, label_of, name_of
from bot.sandbox.options import Options
from bot.sandbox.refusals import NotAcknowledged

JSON = dict[str, Any]
QUICK = Options(ack_seconds=0.05, retry_delays=(0.01, 0.01, 0.01))
EVENT: JSON = {"type": "event_callback", "event_id": "Ev1", "event": {"type": "message"}}
CLICK: JSON = {"type": "block_actions"}


class FakeSocket:
    """Keeps what it is sent, and answers each envelope by `reply`."""

    def __init__(self, deliveries: Deliveries, reply: Callable[[int], JSON | bool | None]) -> None:
        self.sent: list[JSON] = []
        self.closed = False
        self._deliveries = deliveries
        self._reply = reply

    async def send(self, text: str) -> None:
        envelope = json.loads(text)
        self.sent.append(envelope)
        given = self._reply(len(self.sent))
        if given is False:
            return
        payload = given if isinstance(given, dict) else None
        self._deliveries.acknowledge(envelope["envelope_id"], payload)

    async def close(self) -> None:
        self.closed = True


def never(number: int) -> bool:
    return False


def always(number: int) -> None:
    return None


def line() -> Deliveries:
    return Deliveries(QUICK, changed=lambda: None)


async def until(wish: Callable[[], bool]) -> None:
    async with asyncio.timeout(2):
        while not wish():
            await asyncio.sleep(0.002)


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


def test_an_acknowledged_event_is_sent_once() -> None:
    async def work() -> None:
        deliveries = line()
        socket = FakeSocket(deliveries, always)
        deliveries.connect(socket)
        deliveries.tell(EVENT)
        await until(lambda: len(deliveries.attempts) == 1)
        await asyncio.sleep(0.1)
        assert len(socket.sent) == 1
        assert deliveries.attempts[0].outcome == "acknowledged"

    run(work())


def test_an_event_left_alone_comes_again_with_the_same_event_id() -> None:
    async def work() -> None:
        deliveries = line()
        socket = FakeSocket(deliveries, lambda n: None if n == 3 else False)
        deliveries.connect(socket)
        deliveries.tell(EVENT)
        await until(lambda: len(deliveries.attempts) == 3)
        assert {e["payload"]["event_id"] for e in socket.sent} == {"Ev1"}
        assert len({e["envelope_id"] for e in socket.sent}) == 3
        assert [e["retry_attempt"] for e in socket.sent] == [0, 1, 2]
        assert [e["retry_reason"] for e in socket.sent] == ["", "timeout", "timeout"]

    run(work())


def test_an_event_is_given_up_after_the_last_retry() -> None:
    async def work() -> None:
        deliveries = line()
        socket = FakeSocket(deliveries, never)
        deliveries.connect(socket)
        deliveries.tell(EVENT)
        await until(lambda: len(deliveries.attempts) == 4)
        await asyncio.sleep(0.1)
        assert len(socket.sent) == 4
        assert {a.outcome for a in deliveries.attempts} == {"timeout"}

    run(work())


def test_an_event_waits_for_a_socket_to_come() -> None:
    async def work() -> None:
        deliveries = line()
        deliveries.tell(EVENT)
        await until(lambda: len(deliveries.attempts) == 1)
        socket = FakeSocket(deliveries, always)
        deliveries.connect(socket)
        await until(lambda: bool(socket.sent))
        assert socket.sent[0]["retry_reason"] == "connection_failed"

    run(work())


def test_an_interaction_is_sent_once_and_its_silence_told() -> None:
    async def work() -> None:
        deliveries = line()
        socket = FakeSocket(deliveries, never)
        deliveries.connect(socket)
        with pytest.raises(NotAcknowledged, match="timeout"):
            await deliveries.ask("interactive", CLICK)
        await asyncio.sleep(0.1)
        assert len(socket.sent) == 1
        assert "retry_attempt" not in socket.sent[0]

    run(work())


def test_the_payload_of_an_acknowledgement_comes_back() -> None:
    async def work() -> None:
        deliveries = line()
        deliveries.connect(FakeSocket(deliveries, lambda n: {"response_action": "clear"}))
        answer = await deliveries.ask("interactive", CLICK, answered=True)
        assert answer == {"response_action": "clear"}

    run(work())


def test_without_a_socket_an_interaction_fails_at_once() -> None:
    async def work() -> None:
        with pytest.raises(NotAcknowledged, match="connection_failed"):
            await line().ask("interactive", CLICK)

    run(work())


def test_a_socket_that_goes_takes_its_unanswered_envelopes_with_it() -> None:
    async def work() -> None:
        deliveries = Deliveries(Options(ack_seconds=30), changed=lambda: None)
        socket = FakeSocket(deliveries, never)
        deliveries.connect(socket)
        asking = asyncio.create_task(deliveries.ask("interactive", CLICK))
        await until(lambda: bool(socket.sent))
        deliveries.disconnect(socket)
        with pytest.raises(NotAcknowledged, match="connection_failed"):
            await asking

    run(work())


def test_a_socket_that_turns_out_closed_counts_as_a_failed_connection() -> None:
    class ClosedSocket(FakeSocket):
        async def send(self, text: str) -> None:
            raise ConnectionError("hung up")

        async def close(self) -> None:
            raise ConnectionError("hung up")

    async def work() -> None:
        deliveries = line()
        deliveries.connect(ClosedSocket(deliveries, never))
        deliveries.refresh_sockets()
        deliveries.drop_sockets()
        with pytest.raises(NotAcknowledged, match="connection_failed"):
            await deliveries.ask("interactive", CLICK)

    run(work())


def test_several_sockets_take_turns_and_each_envelope_goes_to_one() -> None:
    async def work() -> None:
        deliveries = line()
        sockets = [FakeSocket(deliveries, always) for _ in range(3)]
        for socket in sockets:
            deliveries.connect(socket)
        for _ in range(6):
            await deliveries.ask("interactive", CLICK)
        assert [len(socket.sent) for socket in sockets] == [2, 2, 2]

    run(work())


def test_a_lost_acknowledgement_brings_the_event_again_though_the_app_had_it() -> None:
    async def work() -> None:
        deliveries = line()
        socket = FakeSocket(deliveries, always)
        deliveries.connect(socket)
        deliveries.lose_acks.append("message")
        deliveries.tell(EVENT)
        await until(lambda: len(deliveries.attempts) == 2)
        assert [a.outcome for a in deliveries.attempts] == ["timeout", "acknowledged"]
        assert [a.number for a in deliveries.attempts] == [0, 1]

    run(work())


def test_a_loss_asked_for_one_kind_spares_the_others() -> None:
    async def work() -> None:
        deliveries = line()
        deliveries.connect(FakeSocket(deliveries, always))
        deliveries.lose_acks.append("view_submission")
        assert await deliveries.ask("interactive", CLICK) is None
        assert deliveries.lose_acks == ["view_submission"]

    run(work())


def test_an_acknowledgement_of_nothing_known_is_passed_over() -> None:
    line().acknowledge("no-such-envelope", None)


def test_sockets_can_be_dropped() -> None:
    async def work() -> None:
        deliveries = line()
        socket = FakeSocket(deliveries, always)
        deliveries.connect(socket)
        deliveries.drop_sockets()
        await until(lambda: socket.closed)

    run(work())


@pytest.mark.parametrize(
    ("payload", "label"),
    [(EVENT, "message"), (CLICK, "block_actions"), ({"command": "/parley"}, "/parley"), ({}, "")],
)
def test_a_delivery_is_named_by_what_it_is_about(payload: JSON, label: str) -> None:
    assert label_of(payload) == label


@pytest.mark.parametrize(
    ("payload", "name"),
    [
        ({"type": "block_actions", "actions": [{"action_id": "desk"}], "view": {}}, "desk"),
        ({"type": "view_submission", "view": {"callback_id": "tell"}}, "tell"),
        ({"type": "message_action", "callback_id": "clarify"}, "clarify"),
        ({"command": "/parley"}, "/parley"),
        (EVENT, "message"),
    ],
)
def test_a_delivery_is_named_as_the_app_listens_for_it(payload: JSON, name: str) -> None:
    assert name_of(payload) == name


@pytest.mark.parametrize(
    ("payload", "who"),
    [
        ({"type": "block_actions", "user": {"id": "U1"}}, "U1"),
        ({"command": "/parley", "user_id": "U2"}, "U2"),
        ({"type": "event_callback", "event": {"type": "message", "user": "U3"}}, "U3"),
        (EVENT, ""),
    ],
)
def test_a_delivery_knows_whose_doing_it_is(payload: JSON, who: str) -> None:
    assert doer_of(payload) == who
