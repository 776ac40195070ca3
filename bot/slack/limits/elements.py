"""The table of Slack's limits, for elements: buttons, menus, inputs.

Kept by the bot for itself, from Slack's reference of November 2026 (docs.slack.dev/reference/
block-kit). Kinds that Parley has no use for are not in it, and are refused as unknown.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from bot.slack.limits.atoms import DAY, ID, INPUT_MOST, NUMBER, SLACK_ID, STYLE, TIME, URL, URL_MOST
from bot.slack.limits.cut import cut, length
from bot.slack.limits.rules import (
    FLAG,
    Also,
    ByType,
    Each,
    Json,
    Line,
    Name,
    Rule,
    Shape,
    Words,
    one_of,
    whole,
)

CONFIRM: Final = Shape(
    {
        "title": Words(100, plain=True),
        "text": Words(300),
        "confirm": Words(30, plain=True),
        "deny": Words(30, plain=True),
    },
    {"style": STYLE},
)
_ANY: Final[Mapping[str, Rule]] = {"action_id": ID, "confirm": CONFIRM}
_ASKED: Final[Mapping[str, Rule]] = {
    **_ANY,
    "placeholder": Words(150, plain=True),
    "focus_on_load": FLAG,
}
_IMAGE_PARTS: Final[Mapping[str, Rule]] = {"image_url": URL, "alt_text": Line(2_000)}

IMAGE: Final = Shape({"type": one_of("image"), **_IMAGE_PARTS})

BUTTON: Final = Shape(
    {"type": one_of("button"), "text": Words(75, plain=True)},
    {
        **_ANY,
        "value": Name(2_000),
        "url": URL,
        "style": STYLE,
        "accessibility_label": Line(75),
    },
)


def _option(*, formatted: bool) -> Shape:
    return Shape(
        {"text": Words(75, plain=not formatted), "value": Name(150)},
        {"description": Words(75, plain=not formatted)},
    )


def _choice(kind: str, most: int, *, several: bool, formatted: bool = False) -> Rule:
    option = _option(formatted=formatted)
    initial: Mapping[str, Rule] = (
        {"initial_options": Each(option, most, key="value")}
        if several
        else {"initial_option": option}
    )
    parts = {k: r for k, r in _ASKED.items() if k != "placeholder"}
    needs: Mapping[str, Rule] = {
        "type": one_of(kind),
        "options": Each(option, most, key="value"),
    }
    return Also(Shape(needs, {**parts, **initial}), _strangers, _without_strangers)


def _menu(kind: str, *, several: bool) -> Rule:
    option = _option(formatted=False)
    options = Each(option, 100, key="value")
    group = Shape({"label": Words(75, plain=True), "options": options})
    initial: Mapping[str, Rule] = (
        {
            "initial_options": Each(option, 100, key="value"),
            "max_selected_items": whole(1, 100),
        }
        if several
        else {"initial_option": option}
    )
    may: Mapping[str, Rule] = {
        **_ASKED,
        **initial,
        "options": options,
        "option_groups": Each(group, 100),
    }
    shape = Shape({"type": one_of(kind)}, may, any_of=("options", "option_groups"))
    return Also(shape, _strangers, _without_strangers)


def _people(thing: str, *, several: bool, slack: str) -> Rule:
    """A menu that Slack fills: users, conversations, channels."""
    initial = f"initial_{thing}s" if several else f"initial_{thing}"
    may: dict[str, Rule] = {
        **_ASKED,
        initial: Each(SLACK_ID, 100) if several else SLACK_ID,
    }
    if several:
        may["max_selected_items"] = whole(1, 100)
    if thing == "conversation":
        may |= {"default_to_current_conversation": FLAG, "filter": _FILTER}
    return Shape({"type": one_of(slack)}, may)


_FILTER: Final = Shape(
    {},
    {
        "include": Each(one_of("im", "mpim", "private", "public"), 4),
        "exclude_external_shared_channels": FLAG,
        "exclude_bot_users": FLAG,
    },
    any_of=("include", "exclude_external_shared_channels", "exclude_bot_users"),
)

OVERFLOW: Final = Shape(
    {"type": one_of("overflow"), "options": Each(_option(formatted=False), 5, key="value")}, _ANY
)


def _strangers(element: Json) -> Iterator[str]:
    """What a menu begins with has to be among what it offers."""
    if "options" in element and "option_groups" in element:
        yield ".option_groups: stands beside options, and only one of them is taken"
    offered = _offered(element)
    if "initial_option" in element and element["initial_option"] not in offered:
        yield ".initial_option: is not among the options"
    chosen = element.get("initial_options", [])
    if any(option not in offered for option in chosen):
        yield ".initial_options: has an entry that is not among the options"
    if len(chosen) > element.get("max_selected_items", len(chosen)):
        yield ".initial_options: has more entries than may be chosen"


def _without_strangers(element: Json) -> Json:
    made = {k: v for k, v in element.items() if k not in {"initial_option", "initial_options"}}
    if "options" in made:
        made.pop("option_groups", None)
    offered = _offered(made)
    if element.get("initial_option") in offered:
        made["initial_option"] = element["initial_option"]
    chosen = [o for o in element.get("initial_options", []) if o in offered]
    if chosen:
        made["initial_options"] = chosen[: made.get("max_selected_items")]
    return made


def _offered(element: Json) -> list[Json]:
    groups = element.get("option_groups", [])
    return [*element.get("options", []), *(o for group in groups for o in group["options"])]


_TYPED_PARTS: Final[Mapping[str, Rule]] = {
    **{k: r for k, r in _ASKED.items() if k != "confirm"},
    "dispatch_action_config": Shape(
        {"trigger_actions_on": Each(one_of("on_enter_pressed", "on_character_entered"), 2)}
    ),
}


def _too_long(element: Json) -> Iterator[str]:
    most = element.get("max_length", INPUT_MOST)
    if element.get("min_length", 0) > most:
        yield ".min_length: is above max_length"
    if length(element.get("initial_value", "")) > most:
        yield f".initial_value: has more than max_length, {most}, characters"


def _short_enough(element: Json) -> Json:
    most = element.get("max_length", INPUT_MOST)
    made = {k: v for k, v in element.items() if k != "min_length" or v <= most}
    if "initial_value" in made:
        made["initial_value"] = cut(made["initial_value"], most)
    return made


def _typed(kind: str, more: Mapping[str, Rule], needs: Mapping[str, Rule] | None = None) -> Rule:
    return Shape({"type": one_of(kind), **(needs or {})}, {**_TYPED_PARTS, **more})


_TEXT_INPUT: Final = Also(
    _typed(
        "plain_text_input",
        {
            "initial_value": Line(INPUT_MOST),
            "multiline": FLAG,
            "min_length": whole(0, INPUT_MOST),
            "max_length": whole(1, INPUT_MOST),
        },
    ),
    _too_long,
    _short_enough,
)
_NUMBER_INPUT: Final = _typed(
    "number_input",
    {"initial_value": NUMBER, "min_value": NUMBER, "max_value": NUMBER},
    {"is_decimal_allowed": FLAG},
)
_STAMP: Final = whole(1_000_000_000, 9_999_999_999)

PICKS: Final[Mapping[str, Rule]] = {
    "static_select": _menu("static_select", several=False),
    "users_select": _people("user", several=False, slack="users_select"),
    "conversations_select": _people("conversation", several=False, slack="conversations_select"),
    "channels_select": _people("channel", several=False, slack="channels_select"),
    "radio_buttons": _choice("radio_buttons", 10, several=False, formatted=True),
    "checkboxes": _choice("checkboxes", 10, several=True, formatted=True),
    "datepicker": Shape({"type": one_of("datepicker")}, {**_ASKED, "initial_date": DAY}),
    "timepicker": Shape({"type": one_of("timepicker")}, {**_ASKED, "initial_time": TIME}),
    "datetimepicker": Shape(
        {"type": one_of("datetimepicker")},
        {**_ANY, "focus_on_load": FLAG, "initial_date_time": _STAMP},
    ),
}
"""What stands beside a section, in a row of actions, or in an input."""

SEVERAL: Final[Mapping[str, Rule]] = {
    "multi_static_select": _menu("multi_static_select", several=True),
    "multi_users_select": _people("user", several=True, slack="multi_users_select"),
    "multi_conversations_select": _people(
        "conversation", several=True, slack="multi_conversations_select"
    ),
    "multi_channels_select": _people("channel", several=True, slack="multi_channels_select"),
}
"""Menus that take more than one: beside a section or in an input, never in a row of actions."""

_FEEDBACK: Final = Shape(
    {"text": Words(75, plain=True), "value": Name(2_000)}, {"accessibility_label": Line(75)}
)
CONTEXT_ACTIONS: Final = Shape(
    {
        "type": one_of("context_actions"),
        "elements": Each(
            ByType(
                {
                    "feedback_buttons": Shape(
                        {
                            "type": one_of("feedback_buttons"),
                            "positive_button": _FEEDBACK,
                            "negative_button": _FEEDBACK,
                        },
                        {"action_id": ID},
                    )
                }
            ),
            5,
            key="action_id",
        ),
    },
    {"block_id": ID},
)

PRESSED: Final[Mapping[str, Rule]] = {"button": BUTTON, "overflow": OVERFLOW}

TYPED: Final[Mapping[str, Rule]] = {
    "plain_text_input": _TEXT_INPUT,
    "email_text_input": _typed("email_text_input", {"initial_value": Line(INPUT_MOST)}),
    "url_text_input": _typed("url_text_input", {"initial_value": Name(URL_MOST)}),
    "number_input": _NUMBER_INPUT,
    "rich_text_input": _typed("rich_text_input", {}),
}
"""Inputs alone."""

FILES: Final[Mapping[str, Rule]] = {
    "file_input": Shape(
        {"type": one_of("file_input")},
        {"action_id": ID, "filetypes": Each(Name(20), 100), "max_files": whole(1, 10)},
    )
}
"""Inputs of a modal alone."""

INPUTS: Final = ByType({**PICKS, **SEVERAL, **TYPED})
MODAL_INPUTS: Final = ByType({**INPUTS.kinds, **FILES})
