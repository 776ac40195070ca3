"""A message's text as its readers see it: Slack's own notation turned back into words."""

import re
from collections.abc import Mapping

from bot.mediation.people import PersonId

_TOKEN = re.compile(r"<([@#!]?)([^>|]*)(?:\|([^>]*))?>")


def as_read(text: str, names: Mapping[PersonId, str]) -> str:
    """Mentions as @name, links as their label, entities as characters."""

    def word(found: re.Match[str]) -> str:
        sign, target, label = found.group(1), found.group(2), found.group(3) or ""
        if sign == "@":
            return "@" + (label or names.get(PersonId(target), "someone"))
        if sign == "#":
            return "#" + (label or "channel")
        if sign == "!":
            return label or "@" + target.split("^")[0]
        return label or target.removeprefix("mailto:").removeprefix("tel:")

    plain = _TOKEN.sub(word, text)
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip()


def mentioned(text: str) -> frozenset[PersonId]:
    """The people that a message's text names."""
    return frozenset(PersonId(m.group(2)) for m in _TOKEN.finditer(text) if m.group(1) == "@")
