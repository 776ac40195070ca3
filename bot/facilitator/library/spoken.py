"""An entry in another language: the same key, directions and number of options, other words."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.facilitator.library.entries import Entry, inside
from bot.facilitator.library.faults import Faults

WORDS = frozenset(
    {
        *("name", "topic", "noun", "topic_noun", "unit", "definition", "mismatch", "options"),
        *("more", "less", "cues"),
    }
)
_OPTIONAL = frozenset({"topic", "mismatch", "options", "cues", "noun", "topic_noun"})


DECIMAL_COMMA = frozenset({"es"})
"""Languages that write 0,5 %."""
_POINT = re.compile(r"(?<=\d)\.(?=\d)")


def speak(entry: Entry, words: Mapping[str, Any], path: Path, faults: Faults) -> Entry:
    """The entry in these words. Options may be left out where they are numbers alone."""
    unknown = set(words) - WORDS
    missing = WORDS - _OPTIONAL - set(words)
    if entry.mismatch and "mismatch" not in words:
        missing = missing | {"mismatch"}
    for name in sorted(unknown):
        faults.note(path, f"{entry.key}: does not know `{name}`")
    for name in sorted(missing):
        faults.note(path, f"{entry.key}: `{name}` is missing")
    language = path.parent.name
    options = tuple(words.get("options", entry.options))
    if language in DECIMAL_COMMA:
        options = tuple(_POINT.sub(",", o) for o in options)
    if len(options) != len(entry.options):
        faults.note(path, f"{entry.key}: needs {len(entry.options)} options, as in English")
        options = entry.options

    def text(name: str, otherwise: str) -> str:
        return str(words.get(name, otherwise))

    name = text("name", entry.name)
    return replace(
        entry,
        language=language,
        name=name,
        topic=text("topic", name),
        noun=text("noun", inside(name)),
        topic_noun=text("topic_noun", inside(text("topic", "")) or text("noun", inside(name))),
        unit=text("unit", entry.unit),
        options=options,
        definition=text("definition", entry.definition),
        mismatch=text("mismatch", ""),
        cues=(*entry.cues, *(c for c in words.get("cues", ()) if c not in entry.cues)),
        more=text("more", entry.more),
        less=text("less", entry.less),
    )
