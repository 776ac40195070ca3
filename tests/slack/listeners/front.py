"""The app as Slack meets it: payloads go in, acknowledgements come out. Nothing is patched."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from slack_bolt import App, BoltRequest
from slack_sdk import WebClient

from bot.casework.membership import Actor
from bot.casework.ports import Store, UnitOfWork
from bot.slack.app import Identity, build_app
from bot.slack.listeners.reception import Reception
from tests.casework.world import CHANNEL, WORKSPACE, World
from tests.slack.loopback import Loopback
from tests.slack.views.typing import state_of

BOT = Identity("T1", "", "B0PARLEY", "U0PARLEY")


class Breaking:
    """A store that fails at its next transactions, as a database does that goes away."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.failures = 0
        self.fault: Exception = OSError("the database is away")

    def __call__(self) -> UnitOfWork:
        if self.failures:
            self.failures -= 1
            raise self.fault
        return self._store()

    def reading(self) -> UnitOfWork:
        if self.failures:
            self.failures -= 1
            raise self.fault
        return self._store.reading()


@dataclass(frozen=True, slots=True)
class Answer:
    """What Slack is told. `body` is the acknowledgement's payload."""

    status: int
    body: dict[str, Any]

    @property
    def acknowledged(self) -> bool:
        return self.status == 200


@dataclass
class Front:
    """Sends what Slack would send, as one person or another."""

    world: World
    slack: Loopback
    client: WebClient
    app: App = field(init=False)
    store: Breaking = field(init=False)
    readers: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(4))
    count: int = 0

    def __post_init__(self) -> None:
        world = self.world
        self.store = Breaking(world.store)
        reception = Reception(
            WORKSPACE,
            self.store,
            world.clock,
            world.ids,
            self.client,
            world.words,
            readers=self.readers,
        )
        self.app = build_app(reception, self.client, BOT)
        self.slack.answer("views.open", {"ok": True, "view": {"id": "V1"}})
        self.slack.answer("views.push", {"ok": True, "view": {"id": "V2"}})
        self.slack.answer("views.update", {"ok": True, "view": {"id": "V1"}})

    def deliver(self, payload: dict[str, Any]) -> Answer:
        response = self.app.dispatch(BoltRequest(body=payload, mode="socket_mode"))
        body = response.body
        said = json.loads(body) if body.startswith("{") else {"text": body} if body else {}
        return Answer(response.status, said)

    def _by(self, actor: Actor) -> dict[str, Any]:
        return {
            "user": {"id": actor.person, "team_id": actor.team},
            "team": {"id": "T1"},
            "trigger_id": "1.2.3",
        }

    def click(self, by: Actor, action: str, value: str, **more: Any) -> Answer:
        self.count += 1
        pressed = {"type": "button", "action_id": action, "value": value}
        pressed |= {"block_id": "b", "action_ts": f"1.{more.pop('at', self.count)}"}
        message = {} if "view" in more else {"message": {"ts": "101.1", "thread_ts": "100.1"}}
        place = {} if "view" in more else {"channel": {"id": CHANNEL}}
        payload = {"type": "block_actions", "actions": [pressed], **self._by(by)}
        return self.deliver({**payload, **message, **place, **more})

    def submit(self, by: Actor, view: dict[str, Any], /, **entered: Any) -> Answer:
        """Send a form. `view` is as the app built it; `entered` goes over its initial values."""
        given_hash = entered.pop("hash", "1.a")
        raw = {
            **view,
            "id": "V1",
            "hash": given_hash,
            "state": {"values": state_of(view, **entered)},
        }
        return self.deliver({"type": "view_submission", "view": raw, **self._by(by)})

    def close(self, by: Actor, view: dict[str, Any]) -> Answer:
        raw = {**view, "id": "V1", "hash": "1.a"}
        return self.deliver({"type": "view_closed", "view": raw, **self._by(by)})

    def shortcut(self, by: Actor, callback: str, ts: str = "100.1") -> Answer:
        payload = {"type": "message_action", "callback_id": callback, "channel": {"id": CHANNEL}}
        message = {"message": {"ts": ts, "text": "late again"}}
        return self.deliver({**payload, **message, **self._by(by)})

    def command(self, by: Actor, text: str, channel: str = CHANNEL) -> Answer:
        who = {"user_id": by.person, "team_id": by.team, "channel_id": channel}
        return self.deliver({"command": "/parley", "text": text, "trigger_id": "1.2.3", **who})

    def event(self, event_id: str, **event: Any) -> Answer:
        told = {"type": "event_callback", "event_id": event_id, "team_id": "T1"}
        return self.deliver({**told, "event": {"channel": CHANNEL, **event}})

    def opened(self) -> dict[str, Any]:
        """The view that was opened last."""
        return self._view("views.open")

    def turned(self) -> dict[str, Any]:
        return self._view("views.update")

    def pushed(self) -> dict[str, Any]:
        return self._view("views.push")

    def _view(self, method: str) -> dict[str, Any]:
        calls = self.slack.calls_to(method)
        assert calls, f"{method} was not called"
        view = calls[-1]["view"]
        found = json.loads(view) if isinstance(view, str) else view
        assert isinstance(found, dict)
        return found

    @contextmanager
    def away(self, times: int) -> Iterator[None]:
        """The database fails this many times."""
        self.store.failures = times
        yield
        self.store.failures = 0
