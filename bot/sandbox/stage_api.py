"""The stage hands' door: set up people and channels, and look behind the scenes, for tests."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse

from bot.sandbox import fault_errands
from bot.sandbox.entities import Channel, Member, Message, Organisation
from bot.sandbox.fault_errands import Errand
from bot.sandbox.options import AppManifest
from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.workspace import Workspace
from bot.sandbox.world import BOT_USER

JSON = dict[str, Any]


def add_organisation(workspace: Workspace, given: JSON) -> JSON:
    world = workspace.world
    team = Organisation(
        given.get("id") or world.new_id("T"),
        given["name"],
        given["domain"],
        given.get("grid", ""),
    )
    world.organisations[team.id] = team
    return {"id": team.id}


def name_host(workspace: Workspace, given: JSON) -> JSON:
    world = workspace.world
    world.host = Organisation(world.host.id, given["name"], given["domain"])
    world.organisations[world.host.id] = world.host
    return {}


def add_person(workspace: Workspace, given: JSON) -> JSON:
    """A person of an organisation; with `guest`, one who was invited into the host's."""
    world = workspace.world
    guest = bool(given.get("guest"))
    team = world.organisation(given.get("team") or world.host.id)
    member = Member(
        given.get("id") or world.new_id("U"),
        world.host.id if guest else team.id,
        given["handle"],
        given["name"],
        tz=given.get("tz", "UTC"),
        locale=given.get("locale", "en-US"),
        email=given.get("email", ""),
        restricted=guest,
        stranger=bool(given.get("stranger")),
    )
    world.members[member.id] = member
    return {"id": member.id}


def add_channel(workspace: Workspace, given: JSON) -> JSON:
    """A channel with its people; the app joins it, and is told so, unless `with_app` is false."""
    world = workspace.world
    teams = tuple(dict.fromkeys((world.host.id, *given.get("teams", ()))))
    channel = Channel(
        given.get("id") or world.new_id("C"),
        given["name"],
        given.get("host") or world.host.id,
        teams,
        tuple(world.member(m).id for m in given.get("members", ())),
        private=bool(given.get("private")),
        created=int(world.clock()),
    )
    world.channels[channel.id] = channel
    if given.get("with_app", True):
        workspace.join(channel, BOT_USER)
    return {"id": channel.id}


def other_app_says(workspace: Workspace, given: JSON) -> JSON:
    """A message of another organisation's app in a channel, with metadata of its own."""
    world = workspace.world
    team = world.organisation(given["team"])
    app = Member(world.new_id("U"), team.id, "other-app", given["name"], bot_id=world.new_id("B"))
    world.members[app.id] = app
    channel = world.channel(given["channel"])
    workspace.join(channel, app.id)
    said = Message(
        world.next_ts(), channel.id, app.id, given["text"], metadata=given.get("metadata")
    )
    return {"ts": workspace.say(said).ts}


def add_to_channel(workspace: Workspace, given: JSON) -> JSON:
    user = workspace.world.member(given.get("user") or BOT_USER)
    workspace.join(workspace.world.channel(given["channel"]), user.id)
    return {}


def remove_from_channel(workspace: Workspace, given: JSON) -> JSON:
    user = workspace.world.member(given.get("user") or BOT_USER)
    workspace.leave(workspace.world.channel(given["channel"]), user.id)
    return {}


def archive_channel(workspace: Workspace, given: JSON) -> JSON:
    channel = workspace.world.channel(given["channel"])
    workspace.archive(channel, _somebody(channel))
    return {}


def unarchive_channel(workspace: Workspace, given: JSON) -> JSON:
    channel = workspace.world.channel(given["channel"])
    workspace.unarchive(channel, _somebody(channel))
    return {}


def delete_channel(workspace: Workspace, given: JSON) -> JSON:
    channel = workspace.world.channel(given["channel"])
    workspace.delete_channel(channel, _somebody(channel))
    return {}


def _somebody(channel: Channel) -> str:
    return next((m for m in channel.members if m != BOT_USER), BOT_USER)


def share_channel(workspace: Workspace, given: JSON) -> JSON:
    team = workspace.world.organisation(given["team"])
    workspace.share(workspace.world.channel(given["channel"]), team.id)
    return {}


def post_only(workspace: Workspace, given: JSON) -> JSON:
    """What a partner's people may do in a channel: post alone, or (`only` false) all."""
    world = workspace.world
    channel, team = world.channel(given["channel"]), world.organisation(given["team"]).id
    held = channel.post_only | {team} if given.get("only", True) else channel.post_only - {team}
    world.channels[channel.id] = replace(channel, post_only=held)
    return {}


def unshare_channel(workspace: Workspace, given: JSON) -> JSON:
    team = workspace.world.organisation(given["team"])
    workspace.unshare(workspace.world.channel(given["channel"]), team.id)
    return {}


def deactivate_person(workspace: Workspace, given: JSON) -> JSON:
    member = workspace.world.member(given["user"])
    workspace.world.members[member.id] = replace(member, deleted=True)
    return {}


def declare_app(workspace: Workspace, given: JSON) -> JSON:
    """Take the app's manifest: from now on only what it declares is offered and delivered."""
    workspace.manifest = AppManifest.parse(given["manifest"])
    return {}


def set_pace(workspace: Workspace, given: JSON) -> JSON:
    workspace.options = replace(workspace.options, pace=float(given["seconds"]))
    return {}


def pings(workspace: Workspace, given: JSON) -> JSON:
    return {"pings": [asdict(ping) for ping in workspace.world.pings]}


def pinned(workspace: Workspace, given: JSON) -> JSON:
    """The times of the messages that are pinned in a channel, the oldest pin first."""
    return {"pinned": list(workspace.world.pins.get(given["channel"], ()))}


def alone(workspace: Workspace, given: JSON) -> JSON:
    """Of a direct conversation: every status that the app has set, and the prompts it offers."""
    world, channel = workspace.world, given["channel"]
    statuses = [status for at, _, status in world.statuses if at == channel]
    return {"statuses": statuses, "prompts": [list(p) for p in world.prompts.get(channel, ())]}


def attempts(workspace: Workspace, given: JSON) -> JSON:
    """Every delivery so far, how it ended, and how many sockets are open."""
    made = [asdict(attempt) for attempt in workspace.deliveries.attempts]
    return {"attempts": made, "sockets": len(workspace.deliveries.sockets)}


def find(workspace: Workspace, given: JSON) -> JSON:
    """The ids behind names: organisations, people (by handle) and channels."""
    world = workspace.world
    return {
        "organisations": {t.name: t.id for t in world.organisations.values()},
        "people": {m.handle: m.id for m in world.members.values()},
        "channels": {c.name: c.id for c in world.channels.values() if not c.is_direct},
    }


ERRANDS: Mapping[str, Errand] = {
    **fault_errands.ERRANDS,
    "add_organisation": add_organisation,
    "name_host": name_host,
    "add_person": add_person,
    "add_channel": add_channel,
    "add_to_channel": add_to_channel,
    "other_app_says": other_app_says,
    "remove_from_channel": remove_from_channel,
    "archive_channel": archive_channel,
    "unarchive_channel": unarchive_channel,
    "delete_channel": delete_channel,
    "share_channel": share_channel,
    "post_only": post_only,
    "unshare_channel": unshare_channel,
    "deactivate_person": deactivate_person,
    "declare_app": declare_app,
    "set_pace": set_pace,
    "pings": pings,
    "pinned": pinned,
    "alone": alone,
    "attempts": attempts,
    "find": find,
}


async def run_errand(request: Request, workspace: Workspace) -> JSONResponse:
    """One errand. 400 with Slack's code for somebody or something that is not there."""
    try:
        errand = ERRANDS[request.path_params["errand"]]
        done = errand(workspace, await request.json())
    except SlackRefusal as refusal:
        return JSONResponse({"refused": refusal.code}, status_code=400)
    workspace.changed()
    return JSONResponse(done)


async def wait(request: Request, workspace: Workspace) -> JSONResponse:
    """Answer when something has changed since the version given, at the latest after 10 s."""
    since = int(request.query_params.get("since", "0"))
    seconds = min(10.0, float(request.query_params.get("seconds", "5")))
    return JSONResponse({"version": await workspace.wait_for_news(since, seconds)})
