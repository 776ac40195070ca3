"""The line that a request came on: it can be cut, as a fault of the network does."""

from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send


class Lines:
    """Around the whole app: `scope["hang_up"]()` closes a request's connection without a word.

    Neither ASGI nor Starlette knows such a thing, so it is taken from uvicorn's own cycle.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            cycle: Any = getattr(send, "__self__", None)

            async def hang_up() -> None:
                cycle.transport.close()
                while (await receive())["type"] != "http.disconnect":
                    pass  # whatever was still on its way is dropped

            scope["hang_up"] = hang_up
        await self._app(scope, receive, send)
