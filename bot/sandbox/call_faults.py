"""Calls of the Web API that go wrong on demand: refused, limited, broken, cut off, or late."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Literal, get_args

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

Kind = Literal["limited", "broken", "hung_up", "late", "refused"]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class CallFault:
    """What happens to the next `times` calls of `method`.

    limited: 429 with `seconds` as Retry-After. broken: status 500. hung_up: no answer at all.
    late: the right answer after `seconds`. refused: HTTP 200 with Slack's `code`.
    done: the call has its effect nevertheless, and only the answer is lost.
    """

    method: str
    kind: Kind
    times: int = 1
    seconds: float = 0.0
    code: str = ""
    done: bool = False

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"{self.kind} is none of: {', '.join(KINDS)}.")


class CallFaults:
    """The faults that are still to come, by method, in the order in which they were asked for."""

    def __init__(self) -> None:
        self._coming: dict[str, list[CallFault]] = {}

    def plan(self, fault: CallFault) -> None:
        self._coming.setdefault(fault.method, []).append(fault)

    def clear(self) -> None:
        """From now on every call goes well."""
        self._coming.clear()

    def left(self, method: str) -> int:
        """How many calls of this method are still to go wrong."""
        return sum(fault.times for fault in self._coming.get(method, ()))

    def take(self, method: str) -> CallFault | None:
        """What the call that comes now meets, used up by it."""
        line = self._coming.get(method)
        if not line:
            return None
        fault = line[0]
        line[0] = replace(fault, times=fault.times - 1)
        if line[0].times <= 0:
            line.pop(0)
        return fault


async def meet(
    fault: CallFault, request: Request, answer: Callable[[], Awaitable[Response]]
) -> Response:
    """The answer of a call that goes wrong. `answer` does the call as it should be."""
    if fault.kind == "late":
        told = await answer()
        await asyncio.sleep(fault.seconds)
        return told
    if fault.done:
        await answer()
    match fault.kind:
        case "limited":
            late = {"Retry-After": f"{fault.seconds:g}"}
            return JSONResponse({"ok": False, "error": "ratelimited"}, 429, headers=late)
        case "broken":
            return PlainTextResponse("Something went wrong on our side.", 500)
        case "refused":
            return JSONResponse({"ok": False, "error": fault.code})
        case _:
            await request.scope["hang_up"]()
            return Response()  # goes nowhere any more
