"""Slack's text markup: what a reader sees of it, whom it notifies, how typed text is escaped."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

Names = Callable[[str], str]

CONTROL = re.compile(r"<([^<>]+)>")
EMPHASIS = re.compile(r"(?<![\w*_~`])([*_~`])(\S(?:[^\n]*?\S)?)\1(?![\w*_~`])")
BROADCASTS = ("channel", "here", "everyone")
DATE_FORMS = {
    "date_num": "%Y-%m-%d",
    "date": "%B %-d, %Y",
    "date_short": "%b %-d, %Y",
    "date_long": "%A, %B %-d, %Y",
    "date_pretty": "%B %-d, %Y",
    "date_short_pretty": "%b %-d, %Y",
    "date_long_pretty": "%A, %B %-d, %Y",
    "time": "%H:%M",
    "time_secs": "%H:%M:%S",
}


def escape(typed: str) -> str:
    """What Slack's client makes of typed characters, so that nothing typed becomes markup."""
    return typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def shown(text: str, *, names: Names, zone: str = "UTC") -> str:
    """An mrkdwn text as its reader sees it: names for ids, labels for links, no escapes.

    `names` gives the visible name of a person or channel id; dates are told in `zone`.
    """
    seen = CONTROL.sub(lambda found: _control(found[1], names, zone), text)
    while (plain := EMPHASIS.sub(r"\2", seen)) != seen:
        seen = plain
    return unescape(seen)


def _control(inside: str, names: Names, zone: str) -> str:
    target, _, label = inside.partition("|")
    if target.startswith("@"):
        return f"@{names(target[1:])}"
    if target.startswith("#"):
        return f"#{label or names(target[1:])}"
    if target.startswith("!date^"):
        return _date(target, label, zone)
    if target.startswith("!subteam^"):
        return label or "@group"
    if target.startswith("!"):
        return f"@{target[1:]}"
    return label or target.removeprefix("mailto:")


def _date(target: str, fallback: str, zone: str) -> str:
    parts = target.split("^")
    if len(parts) < 3 or not parts[1].isdigit():
        return fallback
    moment = datetime.fromtimestamp(int(parts[1]), ZoneInfo(zone))
    told = parts[2]
    for token, form in DATE_FORMS.items():
        told = told.replace(f"{{{token}}}", moment.strftime(form))
    return told


def pinged(text: str) -> Iterator[str]:
    """Whom an mrkdwn text notifies: ids of people, or channel, here, everyone."""
    for found in CONTROL.finditer(text):
        target = found[1].partition("|")[0]
        if target.startswith("@"):
            yield target[1:]
        elif target.startswith("!subteam^"):
            yield target.removeprefix("!subteam^")
        elif target[1:] in BROADCASTS and target.startswith("!"):
            yield target[1:]


def pinged_in_blocks(value: Any) -> Iterator[str]:
    """Whom blocks notify: through mrkdwn and markdown texts, and rich text's own mentions."""
    if isinstance(value, list | tuple):
        for entry in value:
            yield from pinged_in_blocks(entry)
    if not isinstance(value, dict):
        return
    kind = value.get("type")
    if kind in ("mrkdwn", "markdown"):
        yield from pinged(str(value.get("text", "")))
    elif kind == "user":
        yield str(value.get("user_id", ""))
    elif kind == "broadcast":
        yield str(value.get("range", ""))
    else:
        for entry in value.values():
            yield from pinged_in_blocks(entry)
