"""files: an address to upload to, the upload itself, and the file once it is complete."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from bot.sandbox import limits
from bot.sandbox.entities import Message, StoredFile
from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.shapes import file_json
from bot.sandbox.web_api.calls import JSON, Arguments, Method
from bot.sandbox.web_api.chat import thread_of
from bot.sandbox.workspace import Workspace
from bot.sandbox.world import BOT_USER


def upload_url(workspace: Workspace, call: Arguments) -> JSON:
    """An address that takes this file's bytes once, and the id that the file will have."""
    name, length = call.required("filename"), call.number("length", 0)
    if length <= 0:
        raise SlackRefusal("invalid_arguments", "[ERROR] length must be above 0")
    if len(call.text("alt_txt")) > limits.FILE_ALT:
        raise SlackRefusal("alt_txt_too_large")
    world = workspace.world
    file = StoredFile(
        world.new_id("F"), name, BOT_USER, length, title=name, alt_text=call.text("alt_txt")
    )
    world.files[file.id] = file
    return {"upload_url": f"{workspace.address}/upload/v1/{file.id}", "file_id": file.id}


async def take_upload(request: Request, workspace: Workspace) -> Response:
    """The bytes of a file, raw, as the official client sends them. 400 when not as announced."""
    file = workspace.world.files.get(request.path_params["file"])
    data = await request.body()
    if file is None or file.data is not None:
        return PlainTextResponse("This address takes nothing any more.", 404)
    if len(data) != file.length:
        return PlainTextResponse(f"{file.length} bytes were announced.", 400)
    workspace.world.files[file.id] = replace(file, data=data)
    return PlainTextResponse(f"OK - {len(data)}")


def complete(workspace: Workspace, call: Arguments) -> JSON:
    """Finish uploads; with a channel, share the files there in one message."""
    given = call.structure("files")
    if not isinstance(given, list) or not given:
        raise SlackRefusal("invalid_arguments", "[ERROR] missing required field: files")
    files = [_finished(workspace, one) for one in given]
    workspace.world.files |= {file.id: file for file in files}
    if channel_id := call.text("channel_id"):
        channel = workspace.world.open_channel(channel_id)
        thread = thread_of(workspace, channel, call)
        ids = tuple(file.id for file in files)
        text = call.text("initial_comment")
        at = workspace.world.next_ts()
        workspace.say(Message(at, channel.id, BOT_USER, text, thread_ts=thread, files=ids))
    return {"files": [file_json(workspace.world, file) for file in files]}


def _finished(workspace: Workspace, given: Any) -> StoredFile:
    file = workspace.world.files.get(str(given.get("id"))) if isinstance(given, dict) else None
    if file is None or file.data is None:
        raise SlackRefusal("file_not_found")
    ready_at = workspace.world.clock() + workspace.options.file_seconds
    return replace(file, title=str(given.get("title") or file.title), ready_at=ready_at)


def info(workspace: Workspace, call: Arguments) -> JSON:
    file = workspace.world.files.get(call.required("file"))
    if file is None or file.ready_at is None:
        raise SlackRefusal("file_not_found")
    if not workspace.manifest.may("files:read"):
        raise SlackRefusal("missing_scope", extra={"needed": "files:read"})
    download = f"{workspace.address}/files-pri/{file.id}/download"
    return {"file": {**file_json(workspace.world, file), "url_private_download": download}}


def attach(workspace: Workspace, user: str, name: str, data: bytes) -> StoredFile:
    """A file that a person put into a form, complete at once."""
    world = workspace.world
    at = world.clock()
    file = StoredFile(world.new_id("F"), name, user, len(data), name, data=data, ready_at=at)
    world.files[file.id] = file
    return file


async def serve_private(request: Request, workspace: Workspace) -> Response:
    """A file's bytes, for the app with its token; who comes without is sent to sign in."""
    file = workspace.world.files.get(request.path_params["file"])
    if file is None or file.data is None:
        return PlainTextResponse("There is no such file.", 404)
    given = request.headers.get("authorization", "")
    if given != f"Bearer {workspace.options.bot_token}":
        return RedirectResponse("https://slack.com/signin", 302)
    return Response(file.data, media_type=file.mimetype)


async def serve_file(request: Request, workspace: Workspace) -> Response:
    """A file's bytes, for the page that shows the sandbox."""
    file = workspace.world.files.get(request.path_params["file"])
    if file is None or file.data is None:
        return PlainTextResponse("There is no such file.", 404)
    return Response(file.data, media_type=file.mimetype)


METHODS: Mapping[str, Method] = {
    "files.getUploadURLExternal": upload_url,
    "files.completeUploadExternal": complete,
    "files.info": info,
}
