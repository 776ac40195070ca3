"""Slack's payloads, read: the only package that knows their raw keys."""

from bot.slack.payloads.events import (
    Looked,
    Moved,
    Reacted,
    Said,
    changed,
    looked,
    moved,
    reacted,
    said,
    said_in,
)
from bot.slack.payloads.interactions import (
    Click,
    Command,
    Shortcut,
    Submission,
    click,
    command,
    shortcut,
    submission,
    trigger_of,
)
from bot.slack.payloads.values import Body, NotUnderstood, OpenView, Values, reads_form

__all__ = [
    "Body",
    "Click",
    "Command",
    "Looked",
    "Moved",
    "NotUnderstood",
    "OpenView",
    "Reacted",
    "Said",
    "Shortcut",
    "Submission",
    "Values",
    "changed",
    "click",
    "command",
    "looked",
    "moved",
    "reacted",
    "reads_form",
    "said",
    "said_in",
    "shortcut",
    "submission",
    "trigger_of",
]
