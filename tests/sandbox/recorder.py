"""An app that keeps everything it receives, and does what a test has prepared."""

import re
import threading
from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.sandbox.deliveries import label_of

JSON = dict[str, Any]
ANY = re.compile(".*")


class Recorder:
    """Give its `wire` to connected_app. All of it may be changed while it runs.

    `opens` is the view that it opens on every shortcut, command and button; `answers` the
    acknowledgement's content by callback_id or command; `silent` the kinds it leaves alone.
    """

    def __init__(self) -> None:
        self.bodies: list[JSON] = []
        self.opens: JSON | None = None
        self.pushes: JSON | None = None
        self.answers: dict[str, JSON] = {}
        self.silent: set[str] = set()
        self.view_id = ""
        self._news = threading.Condition()

    def wire(self, app: App) -> None:
        @app.event(ANY)
        def event(ack: Any, body: JSON, client: WebClient) -> None:
            self._take(ack, body, client)

        @app.command(ANY)
        def command(ack: Any, body: JSON, client: WebClient) -> None:
            self._take(ack, body, client)

        @app.shortcut(ANY)
        def shortcut(ack: Any, body: JSON, client: WebClient) -> None:
            self._take(ack, body, client)

        @app.action(ANY)
        def action(ack: Any, body: JSON, client: WebClient) -> None:
            self._take(ack, body, client)

        @app.view_submission(ANY)
        def submission(ack: Any, body: JSON, client: WebClient) -> None:
            self._take(ack, body, client)

        @app.view_closed(ANY)
        def closed(ack: Any, body: JSON, client: WebClient) -> None:
            self._take(ack, body, client)

    def _take(self, ack: Any, body: JSON, client: WebClient) -> None:
        kind = label_of(body)
        with self._news:
            self.bodies.append(body)
            self._news.notify_all()
        if kind in self.silent:
            raise RuntimeError("left without an acknowledgement on purpose")
        if "trigger_id" in body and self.opens and kind != "view_submission":
            opened = client.views_open(trigger_id=body["trigger_id"], view=self.opens)
            self.view_id = opened["view"]["id"]
        elif "trigger_id" in body and self.pushes and kind == "block_actions":
            client.views_push(trigger_id=body["trigger_id"], view=self.pushes)
        name = body.get("callback_id") or body.get("view", {}).get("callback_id") or kind
        ack(**self.answers.get(name, {}))

    def wait(self, kind: str, count: int = 1, timeout: float = 10.0) -> list[JSON]:
        """All bodies of one kind, as soon as there are `count`. Raises AssertionError."""

        def found() -> list[JSON]:
            return [body for body in self.bodies if label_of(body) == kind]

        with self._news:
            enough = self._news.wait_for(lambda: len(found()) >= count, timeout)
            assert enough, f"{len(found())} of {count} {kind} came; all: {self.kinds()}"
            return found()

    def kinds(self) -> list[str]:
        return [label_of(body) for body in self.bodies]
