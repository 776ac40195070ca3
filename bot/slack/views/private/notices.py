"""Modals that only say something, and forms that are given back filled in."""

import copy
from collections.abc import Mapping
from typing import Any

from bot.casework.shown import Saved
from bot.casework.tongues import Tongue, tongue
from bot.slack.blocks import Rendered, View, context, modal, section
from bot.slack.payloads import OpenView, Values
from bot.slack.text import lines, people
from bot.slack.views import actions as names
from bot.slack.views.shared.stages import ENGLISH
from bot.slack.views.shared.written import written

KEPT = "parley-kept"
"""Block id of the sentence above a form that came back."""


def waiting(title: str, comes: str = "") -> View:
    """Opened at once, inside the trigger's three seconds; a job fills it. comes: with what."""
    return modal(title, [section(people(f"One moment… {comes}".strip()))], callback=names.WAITING)


def notice(title: str, sentence: str, *, typed: str = "", speaks: Tongue = ENGLISH) -> View:
    """A sentence. typed: what somebody wrote that went nowhere, below it to copy."""
    blocks = [section(people(sentence)), *written(typed, speaks)]
    return modal(title, blocks, callback=names.NOTICE, close=speaks.say("close"))


def refused(sentence: str, typed: str = "") -> Rendered:
    """The same as the answer to a command."""
    words = people(sentence)
    return Rendered(words, (section(words), *written(typed)))


def shown(title: str, message: Rendered) -> View:
    """What would stand in a message, for one reader in a modal."""
    return modal(title, list(message.blocks), callback=names.NOTICE)


def saved(told: Saved) -> View:
    speaks = tongue(told.language)
    text = lines(people(told.sentence), people(told.next_step))
    blocks = [section(text), *written(told.typed, speaks)]
    return modal(told.title, blocks, callback=names.NOTICE, close=speaks.say("close"))


def given_back(view: OpenView, sentence: str, about: Mapping[str, Any] | None = None) -> View:
    """The same form with all that was typed in it and a sentence above, to be sent once more."""
    blocks = [_filled(b, view.values) for b in view.blocks if b.get("block_id") != KEPT]
    kept = context(people(sentence))
    kept["block_id"] = KEPT
    return modal(
        view.title,
        [kept, *blocks],
        callback=view.callback,
        about={**view.about, **(about or {})},
        submit=view.submit,
        close=view.close or "Close",
        tell_when_closed=view.tells_when_closed,
    )


_STATE_TO_INITIAL = {
    "value": "initial_value",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
    "selected_user": "initial_user",
    "selected_users": "initial_users",
    "selected_date": "initial_date",
}


def _filled(block: Mapping[str, Any], values: Values) -> dict[str, Any]:
    """An input with what stands in it as its initial value; any other block as it is."""
    filled = copy.deepcopy(dict(block))
    key = str(filled.get("block_id", ""))
    element = filled.get("element")
    if not isinstance(element, dict) or key not in values:
        return filled
    held: Mapping[str, Any] = next(iter(values.state[key].values()), {})
    for state, initial in _STATE_TO_INITIAL.items():
        if state in held:
            element.pop(initial, None)
            if held[state]:
                element[initial] = held[state]
    return filled
