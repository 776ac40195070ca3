"""Messages, profiles and views in the JSON shape that Slack gives them everywhere."""

from typing import Any

from bot.sandbox.entities import Member, Message, StoredFile, View
from bot.sandbox.world import APP_ID, BOT_ID, World

JSON = dict[str, Any]


def bot_profile(world: World) -> JSON:
    return {
        "id": BOT_ID,
        "deleted": False,
        "name": "parley",
        "updated": 1764000000,
        "app_id": APP_ID,
        "icons": {"image_36": "https://a.slack-edge.com/bot_36.png"},
        "team_id": world.host.id,
    }


def message_json(world: World, message: Message) -> JSON:
    """A message as history, events and interactions carry it (without its metadata)."""
    author = world.member(message.user)
    body: JSON = {"type": "message", "user": message.user, "ts": message.ts}
    if author.is_bot:
        body["bot_id"] = author.bot_id
        if author.bot_id == BOT_ID:
            body |= {"app_id": APP_ID, "bot_profile": bot_profile(world)}
    else:
        body["client_msg_id"] = message.client_msg_id
    body |= {"text": message.text, "team": author.team_id, "blocks": list(message.blocks)}
    if message.thread_ts:
        body["thread_ts"] = message.thread_ts
        parent = world.messages.get((message.channel, message.thread_ts))
        if parent is not None and message.thread_ts != message.ts:
            body["parent_user_id"] = parent.user
    if message.broadcast and message.thread_ts:
        body |= {"subtype": "thread_broadcast", "root": root_json(world, message)}
        del body["team"]
        body.pop("parent_user_id", None)
    if message.files:
        body |= {"subtype": "file_share", "upload": False}
        body["files"] = [file_json(world, world.files[f]) for f in message.files]
    if message.edited_ts:
        body["edited"] = {"user": message.user, "ts": message.edited_ts}
    return body


def root_json(world: World, reply: Message) -> JSON:
    """The message under which a thread stands, as a reply that went to the channel too has it."""
    root = world.messages.get((reply.channel, reply.thread_ts))
    replies = world.replies(reply.channel, reply.thread_ts)
    if root is None or not replies:
        return {}
    people = list(dict.fromkeys(r.user for r in replies))
    return message_json(world, root) | {
        "thread_ts": root.ts,
        "reply_count": len(replies),
        "reply_users_count": len(people),
        "latest_reply": replies[-1].ts,
        "reply_users": people,
        "is_locked": False,
    }


def file_json(world: World, file: StoredFile) -> JSON:
    address = f"https://files.slack.com/files-pri/{world.host.id}-{file.id}/{file.id}/{file.name}"
    return {
        "id": file.id,
        "created": int(file.ready_at or 0),
        "name": file.name,
        "title": file.title,
        "alt_txt": file.alt_text,
        "mimetype": file.mimetype,
        "filetype": file.name.rpartition(".")[2],
        "size": file.length,
        "user": file.owner,
        "mode": "hosted",
        "is_external": False,
        "is_public": any(file.id in m.files for m in world.messages.values()),
        "url_private": address,
        "url_private_download": address.replace(f"/{file.id}/", f"/{file.id}/download/"),
        "permalink": f"https://{world.host.domain}.slack.com/files/{file.owner}/{file.id}/{file.name}",
    }


def user_profile(member: Member) -> JSON:
    return {
        "avatar_hash": "g1a2b3c4d5e6",
        "image_72": "https://secure.gravatar.com/avatar/1.png",
        "first_name": member.name.split()[0],
        "real_name": member.name,
        "display_name": member.name,
        "team": member.team_id,
        "name": member.handle,
        "is_restricted": member.restricted,
        "is_ultra_restricted": member.single_channel,
    }


def view_json(world: World, view: View, state: JSON | None = None) -> JSON:
    """A view as Slack returns it and sends it. An external person's carries that person's team."""
    return {
        "id": view.id,
        "team_id": world.member(view.owner).team_id,
        **view.definition,
        "state": {"values": state or {}},
        "hash": view.hash,
        "previous_view_id": view.previous or None,
        "root_view_id": view.root,
        "app_id": APP_ID,
        "external_id": view.external_id,
        "app_installed_team_id": world.host.id,
        "bot_id": BOT_ID,
    }
