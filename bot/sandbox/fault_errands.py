"""What stage hands can have go wrong: calls, events, acknowledgements, triggers, connections."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.sandbox.call_faults import CallFault
from bot.sandbox.workspace import Workspace

JSON = dict[str, Any]
Errand = Callable[[Workspace, JSON], JSON]


def lose_ack(workspace: Workspace, given: JSON) -> JSON:
    """Refuse the next acknowledgement of this kind: an event's type, or an interaction's."""
    workspace.deliveries.lose_acks += [given["of"]] * int(given.get("times", 1))
    return {}


def fail_calls(workspace: Workspace, given: JSON) -> JSON:
    """Let the next calls of a method go wrong. `kind` and the rest as `CallFault` has them."""
    workspace.faults.plan(CallFault(**given))
    return {}


def faults_left(workspace: Workspace, given: JSON) -> JSON:
    return {"left": workspace.faults.left(given["method"])}


def clear_faults(workspace: Workspace, given: JSON) -> JSON:
    workspace.faults.clear()
    return {}


def expire_triggers(workspace: Workspace, given: JSON) -> JSON:
    """Let every trigger given out so far be too old, as three seconds would."""
    triggers = workspace.world.triggers
    workspace.world.triggers = {t: replace(v, expires=0.0) for t, v in triggers.items()}
    return {}


def expire_response_urls(workspace: Workspace, given: JSON) -> JSON:
    """Let every address for answers be too old, as half an hour would."""
    urls = workspace.world.response_urls
    workspace.world.response_urls = {u: replace(v, expires=0.0) for u, v in urls.items()}
    return {}


def end_streams(workspace: Workspace, given: JSON) -> JSON:
    """End every stream, as some minutes would. What stands there stays."""
    for message in list(workspace.world.messages.values()):
        workspace.world.keep(replace(message, streaming_until=0.0))
    return {}


def drop_sockets(workspace: Workspace, given: JSON) -> JSON:
    workspace.deliveries.drop_sockets()
    return {}


def refresh_sockets(workspace: Workspace, given: JSON) -> JSON:
    workspace.deliveries.refresh_sockets()
    return {}


def repeat_events(workspace: Workspace, given: JSON) -> JSON:
    workspace.deliveries.faults.repeat(given["of"], int(given.get("times", 1)))
    return {}


def hold_events(workspace: Workspace, given: JSON) -> JSON:
    workspace.deliveries.faults.hold(given["of"])
    return {}


def release_events(workspace: Workspace, given: JSON) -> JSON:
    """Send what was kept back. `sent` says how many there were."""
    backwards = bool(given.get("backwards"))
    return {"sent": workspace.deliveries.release(backwards=backwards)}


ERRANDS: Mapping[str, Errand] = {
    "lose_ack": lose_ack,
    "fail_calls": fail_calls,
    "faults_left": faults_left,
    "clear_faults": clear_faults,
    "expire_triggers": expire_triggers,
    "expire_response_urls": expire_response_urls,
    "end_streams": end_streams,
    "drop_sockets": drop_sockets,
    "refresh_sockets": refresh_sockets,
    "repeat_events": repeat_events,
    "hold_events": hold_events,
    "release_events": release_events,
}
