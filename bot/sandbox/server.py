"""The sandbox as a server on 127.0.0.1: in a thread for tests, or as a process of its own."""

import socket
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from bot.sandbox import people_api, stage_api
from bot.sandbox.lines import Lines
from bot.sandbox.opening import opening_world
from bot.sandbox.options import AppManifest, Options
from bot.sandbox.person import Person
from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.response_urls import answer_at
from bot.sandbox.socket_mode import serve_socket
from bot.sandbox.stage import Stage
from bot.sandbox.web_api import files
from bot.sandbox.web_api.calls import decode
from bot.sandbox.web_api.door import answer_call
from bot.sandbox.wire import Wire
from bot.sandbox.workspace import Workspace

Handler = Callable[[Request, Workspace], Awaitable[Response]]


async def _take_answer(request: Request, workspace: Workspace) -> Response:
    try:
        given = decode("application/json", {}, await request.body())
        answer_at(workspace, request.path_params["url_id"], given)
    except SlackRefusal as refusal:
        return JSONResponse(refusal.as_answer(), status_code=404)
    workspace.changed()
    return PlainTextResponse("ok")


def build_app(workspace: Workspace, opened: Callable[[], None]) -> Starlette:
    """The routes: Slack's own for the app, and the sandbox's for people and stage hands.

    `opened` is called once, when the server takes calls and heeds signals.
    """

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        opened()
        yield

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
            Route("/upload/v1/{file}", bound(files.take_upload), methods=["POST"]),
            Route("/files-pri/{file}/download", bound(files.serve_private), methods=["GET"]),
            Route("/files/{file}", bound(files.serve_file), methods=["GET"]),
            Route("/people/{who}/{what}", bound(people_api.see), methods=["GET"]),
            Route("/people/{who}/{what}/{id}", bound(people_api.see), methods=["GET"]),
            Route("/people/{who}/{gesture}", bound(people_api.act), methods=["POST"]),
            Route("/stage/news", bound(stage_api.wait), methods=["GET"]),
            Route("/stage/{errand}", bound(stage_api.run_errand), methods=["POST"]),
        ],
        lifespan=lifespan,
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
    """A sandbox in a thread, on a free port, until the block ends. Raises TimeoutError."""
    options = options or Options()
    listener = socket.create_server(("127.0.0.1", 0))
    ready = threading.Event()
    workspace = _workspace(options, manifest or AppManifest(), listener)
    server = _server(build_app(workspace, ready.set))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    if not ready.wait(timeout=10):
        raise TimeoutError(f"The sandbox at {workspace.address} did not open within 10 s.")
    try:
        yield Sandbox(workspace.address, options)
    finally:
        # The server notices within a tenth of a second, closes its sockets and ends its thread.
        # Nothing of it is shared with the next sandbox, so nobody needs to wait for that.
        server.should_exit = True


def serve(
    options: Options, manifest: AppManifest, *, port: int, opened: Callable[[Sandbox], None]
) -> None:
    """Serve in this process until interrupted. `opened` is called when it takes calls."""
    listener = socket.create_server(("127.0.0.1", port))
    workspace = _workspace(options, manifest, listener)
    sandbox = Sandbox(workspace.address, options)
    with suppress(KeyboardInterrupt):
        _server(build_app(workspace, lambda: opened(sandbox))).run(sockets=[listener])


def _workspace(options: Options, manifest: AppManifest, listener: socket.socket) -> Workspace:
    workspace = Workspace(opening_world(time.time), options, manifest)
    workspace.address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    return workspace


def _server(app: Starlette) -> uvicorn.Server:
    config = uvicorn.Config(
        Lines(app),
        log_level="warning",
        access_log=False,
        lifespan="on",
        ws="websockets-sansio",
        ws_ping_interval=None,
        timeout_graceful_shutdown=1,
    )
    return uvicorn.Server(config)
