"""An OpenAI-compatible server on this machine, for the tests: it answers as it is told."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route


class ModelServer:
    """Answers one call after another from `answers`; the last one again and again.

    answer_to: makes every answer from its request instead, where it is set.
    requests: the bodies that came in. strays: paths that were asked for beside them.
    """

    def __init__(self) -> None:
        self.answers: list[Response] = []
        self.requests: list[dict[str, Any]] = []
        self.strays: list[str] = []
        self.answer_to: Callable[[dict[str, Any]], object] | None = None
        self.waits = False
        self.came = threading.Condition()
        self.released = threading.Event()
        self.url = ""

    def says(self, content: object, *, finish: str = "stop", refusal: str | None = None) -> None:
        text = content if isinstance(content, str) else json.dumps(content)
        self.answers.append(JSONResponse(completion(text, finish=finish, refusal=refusal)))

    def fails(self, status: int, body: str = '{"error": {"message": "no", "code": "no"}}') -> None:
        self.answers.append(Response(body, status, media_type="application/json"))

    async def complete(self, request: Request) -> Response:
        body = json.loads(await request.body())
        with self.came:
            self.requests.append(body)
            self.came.notify_all()
        if self.answer_to:
            return JSONResponse(completion(json.dumps(self.answer_to(self.requests[-1]))))
        if self.waits:
            await run_in_threadpool(self.released.wait, 20)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def wait_for(self, times: int, timeout: float) -> None:
        """Return once this many requests came in. Raises AssertionError after `timeout` seconds."""
        with self.came:
            arrived = self.came.wait_for(lambda: len(self.requests) >= times, timeout)
        assert arrived, f"{len(self.requests)} of {times} questions reached the model"

    async def stray(self, request: Request) -> Response:
        self.strays.append(request.url.path)
        return Response(status_code=404)

    @property
    def prompts(self) -> str:
        """Everything that was sent, as one text."""
        return "\n".join(m["content"] for body in self.requests for m in body["messages"])


def completion(text: str, *, finish: str = "stop", refusal: str | None = None) -> dict[str, Any]:
    """A chat completion in OpenAI's shape."""
    message = {"role": "assistant", "content": None if refusal else text, "refusal": refusal}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "scripted",
        "choices": [{"index": 0, "message": message, "finish_reason": finish, "logprobs": None}],
        "usage": {"prompt_tokens": 120, "completion_tokens": 30, "total_tokens": 150},
    }


@contextmanager
def serving() -> Iterator[ModelServer]:
    """A running server; it ends with the block."""
    script = ModelServer()
    app = Starlette(
        routes=[
            Route("/v1/chat/completions", script.complete, methods=["POST"]),
            Route("/{elsewhere:path}", script.stray, methods=["GET", "POST", "PATCH"]),
        ]
    )
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    script.url = f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield script
    finally:
        script.released.set()
        server.should_exit = True
        thread.join(timeout=10)
        listening.close()
