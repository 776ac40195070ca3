"""Envelopes to the app over its sockets: acknowledgements, time limits, retries."""

import asyncio
import contextlib
import itertools
import json
import uuid
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Protocol

from bot.sandbox.event_faults import EventFaults
from bot.sandbox.options import Options
from bot.sandbox.refusals import NotAcknowledged

JSON = dict[str, Any]
Answer = JSON | None
REFRESH = {
    "type": "disconnect",
    "reason": "refresh_requested",
    "debug_info": {"host": "applink-sandbox"},
}


class Socket(Protocol):
    """One open Socket Mode connection. Both raise ConnectionError when it is closed."""

    async def send(self, text: str) -> None: ...

    async def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Attempt:
    """One delivery, kept for the tests: what was sent, which attempt, how it ended.

    what: the name that the app listens for; by: whose doing it is, "" where it is nobody's.
    """

    envelope_id: str
    kind: str
    label: str
    event_id: str
    number: int
    outcome: str
    what: str = ""
    by: str = ""


def label_of(payload: JSON) -> str:
    """What a delivery is about: the event's type, the interaction's, or the command."""
    if payload.get("type") == "event_callback":
        return str(payload["event"]["type"])
    return str(payload.get("type") or payload.get("command") or "")


def name_of(payload: JSON) -> str:
    """The action, form, shortcut or command by its name; of an event its type."""
    actions = payload.get("actions") or [{}]
    view = payload.get("view") or {}
    of_form = view.get("callback_id") if label_of(payload).startswith("view_") else ""
    named = actions[0].get("action_id") or of_form or payload.get("callback_id")
    return str(named or label_of(payload))


def doer_of(payload: JSON) -> str:
    """The id of who pressed, sent or wrote it."""
    source = payload.get("event", payload)
    user = source.get("user") or payload.get("user_id") or ""
    return str(user["id"] if isinstance(user, dict) else user)


async def _unless_closed(work: Awaitable[None]) -> None:
    with contextlib.suppress(ConnectionError):
        await work


class Deliveries:
    """Sends each envelope to one of the open sockets, in turn, and waits for its acknowledgement.

    Everything runs on one event loop, so nothing here needs a lock.
    """

    def __init__(self, options: Options, *, changed: Callable[[], None]) -> None:
        self._options = options
        self._changed = changed
        self._turn = itertools.count()
        self._waiting: dict[str, tuple[asyncio.Future[Answer], Socket, str]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self.sockets: list[Socket] = []
        self.attempts: list[Attempt] = []
        self.lose_acks: list[str] = []
        self.faults = EventFaults()

    # The app's side of the socket

    def connect(self, socket: Socket) -> None:
        self.sockets.append(socket)
        self._changed()

    def disconnect(self, socket: Socket) -> None:
        """Forget a socket; what it had not acknowledged has failed at once."""
        self.sockets.remove(socket)
        for future, carrier, _ in list(self._waiting.values()):
            if carrier is socket and not future.done():
                future.set_exception(NotAcknowledged("connection_failed"))
        self._changed()

    def acknowledge(self, envelope_id: str, payload: Answer) -> None:
        """Take an acknowledgement, unless a test asked to lose this one."""
        if envelope_id not in self._waiting:
            return
        future, _, label = self._waiting[envelope_id]
        if future.done():
            return
        if label in self.lose_acks:
            self.lose_acks.remove(label)
            future.set_exception(NotAcknowledged("timeout"))
        else:
            future.set_result(payload)

    # Slack's side

    async def ask(self, kind: str, payload: JSON, *, answered: bool = False) -> Answer:
        """Deliver an interaction once. Raises NotAcknowledged after the time limit."""
        return await self._attempt(kind, payload, {"accepts_response_payload": answered}, number=0)

    def tell(self, payload: JSON) -> None:
        """Deliver an event in the background, again and again until acknowledged."""
        for due in self.faults.due(label_of(payload), payload):
            self._start(self._persist(due))

    def release(self, *, backwards: bool) -> int:
        """Send what was kept back, each as soon as the one before was taken. Returns how many."""
        held = self.faults.release(backwards=backwards)
        self._start(self._one_by_one(held))
        return len(held)

    async def _one_by_one(self, payloads: list[JSON]) -> None:
        for payload in payloads:
            await self._persist(payload)

    def drop_sockets(self) -> None:
        """Close every connection without a word, as a fault of the network does."""
        for socket in self.sockets:
            self._start(_unless_closed(socket.close()))

    def refresh_sockets(self) -> None:
        """Ask the app to connect anew, as Slack does every few hours."""
        for socket in self.sockets:
            self._start(_unless_closed(socket.send(json.dumps(REFRESH))))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _persist(self, payload: JSON) -> None:
        reason = ""
        for number, delay in enumerate((0.0, *self._options.retry_delays)):
            if delay:
                await asyncio.sleep(delay)
            extra = {
                "accepts_response_payload": False,
                "retry_attempt": number,
                "retry_reason": reason,
            }
            try:
                await self._attempt("events_api", payload, extra, number=number)
            except NotAcknowledged as failure:
                reason = failure.reason
            else:
                return

    async def _attempt(self, kind: str, payload: JSON, extra: JSON, *, number: int) -> Answer:
        envelope_id = str(uuid.uuid4())
        outcome = "acknowledged"
        try:
            return await self._carry(envelope_id, kind, payload, extra)
        except NotAcknowledged as failure:
            outcome = failure.reason
            raise
        finally:
            event_id = str(payload.get("event_id", ""))
            label = label_of(payload)
            about = {"what": name_of(payload), "by": doer_of(payload)}
            made = Attempt(envelope_id, kind, label, event_id, number, outcome, **about)
            self.attempts.append(made)
            self._waiting.pop(envelope_id, None)
            self._changed()

    async def _carry(self, envelope_id: str, kind: str, payload: JSON, extra: JSON) -> Answer:
        if not self.sockets:
            raise NotAcknowledged("connection_failed")
        socket = self.sockets[next(self._turn) % len(self.sockets)]
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._waiting[envelope_id] = (future, socket, label_of(payload))
        envelope = {"envelope_id": envelope_id, "type": kind, "payload": payload, **extra}
        try:
            await socket.send(json.dumps(envelope))
            return await asyncio.wait_for(future, self._options.ack_seconds)
        except TimeoutError:
            raise NotAcknowledged("timeout") from None
        except ConnectionError:
            raise NotAcknowledged("connection_failed") from None
