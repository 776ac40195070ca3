"""auth, apps, bots and team: who the app is, and how it connects."""

from collections.abc import Mapping

from bot.sandbox.entities import Member
from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.web_api.calls import JSON, Arguments, Method
from bot.sandbox.workspace import Workspace
from bot.sandbox.world import APP_ID, BOT_ID, BOT_USER


def auth_test(workspace: Workspace, call: Arguments) -> JSON:
    host = workspace.world.host
    return {
        "url": f"https://{host.domain}.slack.com/",
        "team": host.name,
        "user": "parley",
        "team_id": host.id,
        "user_id": BOT_USER,
        "bot_id": BOT_ID,
        "app_id": APP_ID,
        "is_enterprise_install": False,
    }


def connections_open(workspace: Workspace, call: Arguments) -> JSON:
    if len(workspace.deliveries.sockets) >= workspace.options.max_sockets:
        raise SlackRefusal("too_many_websockets")
    address = workspace.address.replace("http://", "ws://", 1)
    return {"url": f"{address}/link/?ticket={workspace.tickets.issue()}&app_id={APP_ID}"}


def bots_info(workspace: Workspace, call: Arguments) -> JSON:
    if call.text("bot", BOT_ID) != BOT_ID:
        raise SlackRefusal("bot_not_found")
    bot = {
        "id": BOT_ID,
        "deleted": False,
        "name": "Parley",
        "updated": 1764000000,
        "app_id": APP_ID,
        "user_id": BOT_USER,
        "icons": {"image_36": "https://a.slack-edge.com/bot_36.png"},
    }
    return {"bot": bot}


def team_info(workspace: Workspace, call: Arguments) -> JSON:
    world = workspace.world
    team = world.organisation(call.text("team") or world.host.id)
    icon = {"image_default": True}
    host = {"email_domain": f"{team.domain}.example"} if team == world.host else {}
    return {"team": {"id": team.id, "name": team.name, "domain": team.domain, "icon": icon, **host}}


def user_json(workspace: Workspace, member: Member) -> JSON:
    """A person as users.info tells it. Of an external person no e-mail address is told."""
    external = member.team_id != workspace.world.host.id
    profile: JSON = {
        "real_name": member.name,
        "real_name_normalized": member.name,
        "display_name": member.name,
        "display_name_normalized": member.name,
        "title": "",
        "team": member.team_id,
        "image_72": "https://secure.gravatar.com/avatar/1.png",
    }
    if member.email and not external:
        profile["email"] = member.email
    if member.is_bot:
        profile |= {"bot_id": member.bot_id, "api_app_id": APP_ID}
    body: JSON = {
        "id": member.id,
        "team_id": member.team_id,
        "name": member.handle,
        "real_name": member.name,
        "deleted": member.deleted,
        "tz": member.tz,
        "tz_label": member.tz,
        "tz_offset": 0,
        "profile": profile,
        "is_bot": member.is_bot,
        "is_app_user": False,
        "updated": 1764000000,
    }
    if grid := workspace.world.organisation(member.team_id).grid:
        about = {"id": member.id, "enterprise_id": grid, "teams": [member.team_id]}
        body["enterprise_user"] = about | {"is_admin": False, "is_owner": False}
    if external:
        return body | {"is_stranger": member.stranger}
    return body | {
        "is_admin": False,
        "is_owner": False,
        "is_restricted": member.restricted,
        "is_ultra_restricted": member.single_channel,
    }


METHODS: Mapping[str, Method] = {
    "auth.test": auth_test,
    "apps.connections.open": connections_open,
    "bots.info": bots_info,
    "team.info": team_info,
}
