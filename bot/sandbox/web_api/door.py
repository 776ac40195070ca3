"""The door of the Web API: tokens, methods, answers and refusals in Slack's form."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.sandbox.call_faults import meet
from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.web_api import (
    assistant,
    chat,
    conversations,
    files,
    identity,
    people,
    pins,
    streams,
    views,
)
from bot.sandbox.web_api.calls import JSON, Arguments, Method, decode
from bot.sandbox.workspace import Workspace

METHODS: Mapping[str, Method] = {
    **identity.METHODS,
    **people.METHODS,
    **conversations.METHODS,
    **chat.METHODS,
    **streams.METHODS,
    **files.METHODS,
    **views.METHODS,
    **pins.METHODS,
    **assistant.METHODS,
}
READING = (
    "auth.test",
    "bots.info",
    "team.info",
    "users.info",
    "users.list",
    "users.conversations",
    "conversations.info",
    "conversations.members",
    "conversations.list",
    "conversations.history",
    "conversations.replies",
    "chat.getPermalink",
    "files.info",
)


async def answer_call(request: Request, workspace: Workspace) -> Response:
    """Answer one call, unless a fault was asked for that it now meets."""
    fault = workspace.faults.take(request.path_params["method"])
    if fault is None:
        return await _answer(request, workspace)
    told = await meet(fault, request, lambda: _answer(request, workspace))
    workspace.changed()
    return told


async def _answer(request: Request, workspace: Workspace) -> Response:
    """As Slack would: HTTP 200 whatever the outcome, 429 at a rate limit."""
    name = request.path_params["method"]
    headers = {"X-OAuth-Scopes": ",".join(workspace.manifest.scopes)}
    try:
        body = await request.body()
        content_type = request.headers.get("content-type", "")
        call = decode(content_type, dict(request.query_params), body)
        _admit(workspace, name, _token(request, call))
        answer: JSON = {"ok": True, **METHODS[name](workspace, call)}
    except SlackRefusal as refusal:
        return _refused(refusal, headers)
    if name not in READING:
        workspace.changed()
    return JSONResponse(answer, headers=headers)


def _refused(refusal: SlackRefusal, headers: Mapping[str, str]) -> JSONResponse:
    if refusal.retry_after is None:
        return JSONResponse(refusal.as_answer(), headers=dict(headers))
    late = {**headers, "Retry-After": str(refusal.retry_after)}
    return JSONResponse(refusal.as_answer(), status_code=429, headers=late)


def _token(request: Request, call: Arguments) -> str:
    authorization = request.headers.get("authorization", "")
    return authorization.removeprefix("Bearer ").strip() or call.text("token")


def _admit(workspace: Workspace, name: str, token: str) -> None:
    if name not in METHODS:
        raise SlackRefusal("unknown_method", extra={"req_method": name})
    known = (workspace.options.bot_token, workspace.options.app_token)
    if not token:
        raise SlackRefusal("not_authed")
    if token not in known:
        raise SlackRefusal("invalid_auth")
    for_app = name == "apps.connections.open"
    if for_app != (token == workspace.options.app_token):
        raise SlackRefusal("not_allowed_token_type")
