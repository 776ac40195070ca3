"""Socket Mode: the address that apps.connections.open gives out, and what runs over it."""

import itertools
import json
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.sandbox.deliveries import Deliveries
from bot.sandbox.world import APP_ID

HELLO = {
    "type": "hello",
    "debug_info": {
        "host": "applink-sandbox",
        "build_number": 1,
        "approximate_connection_time": 18060,
    },
    "connection_info": {"app_id": APP_ID},
}


class Tickets:
    """The one-time tickets in the WebSocket addresses."""

    def __init__(self) -> None:
        self._serials = itertools.count(1)
        self._open: set[str] = set()

    def issue(self) -> str:
        ticket = f"ticket-{next(self._serials)}"
        self._open.add(ticket)
        return ticket

    def spend(self, ticket: str) -> bool:
        if ticket not in self._open:
            return False
        self._open.remove(ticket)
        return True


class AppSocket:
    """One connection of the app, as the deliveries see it. Raises ConnectionError once closed."""

    def __init__(self, websocket: WebSocket) -> None:
        self._websocket = websocket

    async def send(self, text: str) -> None:
        try:
            await self._websocket.send_text(text)
        except (WebSocketDisconnect, RuntimeError) as closed:
            # Starlette raises the one for a closed socket, the other for a closing one.
            raise ConnectionError("The app has hung up.") from closed

    async def close(self) -> None:
        try:
            await self._websocket.close(code=1001)
        except (WebSocketDisconnect, RuntimeError) as closed:
            raise ConnectionError("The app has hung up.") from closed


async def serve_socket(websocket: WebSocket, *, tickets: Tickets, deliveries: Deliveries) -> None:
    """Greet the app, then take its acknowledgements until it leaves."""
    if not tickets.spend(websocket.query_params.get("ticket", "")):
        await websocket.close(code=1008)
        return
    await websocket.accept()
    socket = AppSocket(websocket)
    await socket.send(json.dumps({**HELLO, "num_connections": len(deliveries.sockets) + 1}))
    deliveries.connect(socket)
    try:
        while True:
            _take(json.loads(await websocket.receive_text()), deliveries)
    except WebSocketDisconnect:
        pass
    finally:
        deliveries.disconnect(socket)


def _take(answer: dict[str, Any], deliveries: Deliveries) -> None:
    envelope_id = answer.get("envelope_id")
    if isinstance(envelope_id, str):
        payload = answer.get("payload")
        deliveries.acknowledge(envelope_id, payload if isinstance(payload, dict) else None)
