"""A very small Slack on this machine: real sockets, answers set by the test."""

import asyncio
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from json import loads
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

Arguments = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """One call as it arrived. `bearer` is the token of its header."""

    method: str
    arguments: Arguments
    bearer: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent back. close: hang up without an answer. wait_s: answer late."""

    body: dict[str, Any] | str = field(default_factory=lambda: {"ok": True})
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wait_s: float = 0.0
    close: bool = False


Script = Reply | Callable[[Arguments], Reply | dict[str, Any]]


class Loopback:
    """Answers each method with the next reply set for it, and goes on with the last one."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self._scripts: dict[str, deque[Script]] = {}
        self._lock = threading.Lock()
        self.url = ""

    def forget(self) -> None:
        """As if it had just been started."""
        self.calls = []
        self._scripts = {}

    def answer(self, method: str, *replies: Script | dict[str, Any]) -> None:
        made = [Reply(r) if isinstance(r, dict) else r for r in replies]
        self._scripts[method] = deque(made)

    def refuse(self, method: str, *codes: str) -> None:
        self.answer(method, *({"ok": False, "error": code} for code in codes))

    def calls_to(self, method: str) -> list[Arguments]:
        return [c.arguments for c in self.calls if c.method == method]

    def methods(self) -> list[str]:
        return [c.method for c in self.calls]

    def reply_to(self, call: Call) -> Reply:
        with self._lock:
            self.calls.append(call)
            scripts = self._scripts.get(call.method)
            if not scripts:
                return Reply({"ok": False, "error": "unknown_method"})
            script = scripts[0] if len(scripts) == 1 else scripts.popleft()
        made = script if isinstance(script, Reply) else script(call.arguments)
        return made if isinstance(made, Reply) else Reply(made)


class _HangUp(Response):
    """Declares more than it sends, so that the client sees a broken connection."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        start = {
            "type": "http.response.start",
            "status": 200,
            "headers": [(b"content-length", b"99")],
        }
        await send(start)
        await send({"type": "http.response.body", "body": b"", "more_body": True})
        raise ConnectionResetError("hung up")


@contextmanager
def running(prefix: str = "/api") -> Iterator[Loopback]:
    """A loopback that listens on a free port of 127.0.0.1."""
    slack = Loopback()

    async def take(request: Request) -> Response:
        body = await request.body()
        if "json" in request.headers.get("content-type", ""):
            arguments: Arguments = loads(body or b"{}")
        else:
            arguments = dict(await request.form())
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
        method = request.path_params["method"]
        reply = slack.reply_to(Call(method, arguments, bearer))
        if reply.wait_s:
            await asyncio.sleep(reply.wait_s)
        if reply.close:
            return _HangUp()
        if isinstance(reply.body, str):
            return Response(reply.body, reply.status, reply.headers)
        return JSONResponse(reply.body, reply.status, reply.headers)

    app = Starlette(routes=[Route(prefix + "/{method:path}", take, methods=["GET", "POST"])])
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="critical", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.005)
    port = server.servers[0].sockets[0].getsockname()[1]
    slack.url = f"http://127.0.0.1:{port}{prefix}/"
    try:
        yield slack
    finally:
        server.should_exit = True
        thread.join(5)
