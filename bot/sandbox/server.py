"""The sandbox as a server on 127.0.0.1: in a thread for tests, or as a process of its own."""

import socket
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from bot.sandbox import people_api, stage_api
from bot.sandbox.opening import opening_world
from bot.sandbox.options import AppManifest, Options
from bot.sandbox.person import Person
from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.response_urls import answer_at
from bot.sandbox.socket_mode import serve_socket
from bot.sandbox.stage import Stage
from bot.sandbox.web_api.door import answer_call
from bot.sandbox.wire import Wire
from bot.sandbox.workspace import Workspace

Handler = Callable[[Request, Workspace], Awaitable[Response]]


async def _take_answer(request: Request, workspace: Workspace) -> Response:
    try:
        answer_at(workspace, request.path_params["url_id"], await request.json())
    except SlackRefusal as refusal:
        return JSONResponse(refusal.as_answer(), status_code=404)
    workspace.changed()
    return PlainTextResponse("ok")


def build_app(workspace: Workspace) -> Starlette:
    """The routes: Slack's own for the app, and the sandbox's for people and stage hands."""

    def bound(handler: Handler) -> Callable[[Request], Awaitable[Response]]:
        async def handle(request: Request) -> Response:
            return await handler(request, workspace)

        return handle

    async def link(websocket: WebSocket) -> None:
        deliveries = workspace.deliveries
        await serve_socket(websocket, tickets=workspace.tickets, deliveries=deliveries)

    answers = [
        Route(f"/{kind}/{{team}}/{{url_id}}", bound(_take_answer), methods=["POST"])
        for kind in ("actions", "commands", "app")
    ]
    return Starlette(
        routes=[
            Route("/api/{method}", bound(answer_call), methods=["GET", "POST"]),
            WebSocketRoute("/link/", link),
            *answers,
            Route("/people/{who}/{what}", bound(people_api.see), methods=["GET"]),
            Route("/people/{who}/{what}/{id}", bound(people_api.see), methods=["GET"]),
            Route("/people/{who}/{gesture}", bound(people_api.act), methods=["POST"]),
            Route("/stage/news", bound(stage_api.wait), methods=["GET"]),
            Route("/stage/{errand}", bound(stage_api.run_errand), methods=["POST"]),
        ]
    )


class Sandbox:
    """A running sandbox: its addresses and tokens, its people, its stage hands."""

    def __init__(self, address: str, options: Options) -> None:
        self.address = address
        self.base_url = f"{address}/api/"
        self.bot_token = options.bot_token
        self.app_token = options.app_token
        self.stage = Stage(Wire(address))

    def person(self, who: str) -> Person:
        """Somebody by handle or id, with taps and words counted from zero."""
        return Person(Wire(self.address), who)


@contextmanager
def running_sandbox(
    options: Options | None = None, manifest: AppManifest | None = None
) -> Iterator[Sandbox]:
    """A sandbox in a thread, on a free port, until the block ends."""
    options = options or Options()
    listener = socket.create_server(("127.0.0.1", 0))
    server, address = _server(options, manifest or AppManifest(), listener)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    Wire(address).wait_until_open()
    try:
        yield Sandbox(address, options)
    finally:
        # The server notices within a tenth of a second, closes its sockets and ends its thread.
        # Nothing of it is shared with the next sandbox, so nobody needs to wait for that.
        server.should_exit = True


def serve(
    options: Options, manifest: AppManifest, *, port: int, opened: Callable[[Sandbox], None]
) -> None:
    """Serve in this process until interrupted. `opened` is called with the addresses first."""
    listener = socket.create_server(("127.0.0.1", port))
    server, address = _server(options, manifest, listener)
    opened(Sandbox(address, options))
    server.run(sockets=[listener])


def _server(
    options: Options, manifest: AppManifest, listener: socket.socket
) -> tuple[uvicorn.Server, str]:
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    workspace = Workspace(opening_world(time.time), options, manifest)
    workspace.address = address
    config = uvicorn.Config(
        build_app(workspace),
        log_level="warning",
        access_log=False,
        lifespan="off",
        ws="websockets-sansio",
        ws_ping_interval=None,
        timeout_graceful_shutdown=1,
    )
    return uvicorn.Server(config), address
