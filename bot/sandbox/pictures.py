"""Pictures in blocks that are files of the workspace: there, complete, and a picture at all."""

from collections.abc import Iterator
from typing import Any

from bot.sandbox.entities import StoredFile
from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.schema import fault
from bot.sandbox.world import World

PICTURES = ("image/png", "image/jpeg", "image/gif")


def check_pictures(world: World, blocks: Any) -> None:
    """Raises SlackRefusal invalid_blocks for a file that Slack would not show in a block.

    A file just uploaded is worked on for a moment, and is refused until that is done.
    """
    faults = [
        fault("invalid slack file", at)
        for at, wanted in _wanted(blocks, "/blocks")
        if not _is_shown(world, wanted)
    ]
    if faults:
        raise SlackRefusal("invalid_blocks", *faults, extra={"errors": faults})


def _wanted(part: Any, at: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(part, list | tuple):
        for place, one in enumerate(part):
            yield from _wanted(one, f"{at}/{place}")
    elif isinstance(part, dict):
        for key, value in part.items():
            if key == "slack_file" and isinstance(value, dict):
                yield f"{at}/slack_file", value
            else:
                yield from _wanted(value, f"{at}/{key}")


def _is_shown(world: World, wanted: dict[str, Any]) -> bool:
    found = _file(world, wanted)
    if found is None or found.ready_at is None or found.mimetype not in PICTURES:
        return False
    return world.clock() >= found.ready_at


def _file(world: World, wanted: dict[str, Any]) -> StoredFile | None:
    if file_id := wanted.get("id"):
        return world.files.get(str(file_id))
    address = str(wanted.get("url", ""))
    return next((f for f in world.files.values() if f"/{f.id}/" in address), None)
