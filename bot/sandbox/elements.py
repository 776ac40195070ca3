"""Which interactive elements Slack takes, where, and within which limits."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.sandbox import limits
from bot.sandbox.schema import (
    Check,
    anything,
    boolean,
    enum,
    fault,
    integer,
    matching,
    one_of_keys,
    record,
    sequence,
    string,
    tagged,
    then,
)

ID = string(limits.ID_LENGTH)


def plain(most: int) -> Check:
    """A plain_text object of at most `most` characters."""
    return record({"type": enum("plain_text"), "text": string(most)}, {"emoji": boolean})


def mrkdwn(most: int) -> Check:
    return record({"type": enum("mrkdwn"), "text": string(most)}, {"verbatim": boolean})


def any_text(most: int) -> Check:
    """A plain_text or an mrkdwn object."""
    return tagged({"plain_text": plain(most), "mrkdwn": mrkdwn(most)})


CONFIRM = record(
    {
        "title": plain(limits.CONFIRM_TITLE),
        "text": any_text(limits.CONFIRM_TEXT),
        "confirm": plain(limits.CONFIRM_BUTTON),
        "deny": plain(limits.CONFIRM_BUTTON),
    },
    {"style": enum("primary", "danger")},
)


def option(text: Check, description: Check, *, url: bool = False) -> Check:
    extra: dict[str, Check] = {"description": description}
    if url:
        extra["url"] = string(limits.URL)
    return record({"text": text, "value": string(limits.OPTION_VALUE)}, extra)


OPTION = option(plain(limits.OPTION_TEXT), plain(limits.OPTION_DESCRIPTION))
OVERFLOW_OPTION = option(plain(limits.OPTION_TEXT), plain(limits.OPTION_DESCRIPTION), url=True)
CHOICE = option(any_text(limits.OPTION_TEXT), any_text(limits.OPTION_DESCRIPTION))
GROUP = record(
    {"label": plain(limits.OPTION_TEXT), "options": sequence(OPTION, limits.SELECT_OPTIONS)}
)


def element(
    kind: str, required: Mapping[str, Check] | None = None, **optional: Check
) -> Mapping[str, Check]:
    base = {"type": enum(kind), **(required or {})}
    return {kind: record(base, {"action_id": ID, **optional})}


def _offered(value: Any) -> list[Any]:
    groups = value.get("option_groups") or [value]
    return [o for group in groups for o in group.get("options", ())]


def initial_among_options(value: Any, at: str) -> Iterator[str]:
    """A preselected option must be one of those offered."""
    offered = [(o["value"], o["text"]) for o in _offered(value)]
    chosen = list(value.get("initial_options", ()))
    if "initial_option" in value:
        chosen.append(value["initial_option"])
    for one in chosen:
        if (one["value"], one["text"]) not in offered:
            yield fault("initial option is not among the options", at)


def initial_fits(value: Any, at: str) -> Iterator[str]:
    """A prefilled text must not be longer than the field takes, nor its bounds crossed."""
    most, least = value.get("max_length", limits.TYPED_LENGTH), value.get("min_length", 0)
    if least > most:
        yield fault("min_length must not be more than max_length", at)
    if len(value.get("initial_value", "")) > most:
        yield fault(f"must be less than {most + 1} characters", f"{at}/initial_value")


def _checked(kinds: Mapping[str, Check], *more: Check) -> dict[str, Check]:
    return {kind: then(check, *more) for kind, check in kinds.items()}


PLACEHOLDER = plain(limits.PLACEHOLDER)
DATE = matching(r"\d{4}-\d{2}-\d{2}", "a date as YYYY-MM-DD")
TIME = matching(r"\d{2}:\d{2}", "a time as HH:mm")
ASKS = {"confirm": CONFIRM, "placeholder": PLACEHOLDER, "focus_on_load": boolean}
FILTER = record(
    {},
    {
        "include": anything,
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
)
DISPATCH = record(
    {}, {"trigger_actions_on": sequence(enum("on_enter_pressed", "on_character_entered"), 2)}
)
MANY = {**ASKS, "max_selected_items": integer(1, 100)}

BUTTON = element(
    "button",
    {"text": plain(limits.BUTTON_TEXT)},
    value=string(limits.BUTTON_VALUE),
    url=string(limits.URL),
    style=enum("primary", "danger"),
    confirm=CONFIRM,
    accessibility_label=string(limits.ACCESSIBILITY_LABEL),
)
OVERFLOW = element(
    "overflow", {"options": sequence(OVERFLOW_OPTION, limits.OVERFLOW_OPTIONS)}, confirm=CONFIRM
)
CHECKBOXES = _checked(
    element(
        "checkboxes",
        {"options": sequence(CHOICE, limits.CHOICE_OPTIONS)},
        initial_options=sequence(CHOICE, limits.CHOICE_OPTIONS),
        confirm=CONFIRM,
        focus_on_load=boolean,
    ),
    initial_among_options,
)
RADIO = _checked(
    element(
        "radio_buttons",
        {"options": sequence(CHOICE, limits.CHOICE_OPTIONS)},
        initial_option=CHOICE,
        confirm=CONFIRM,
        focus_on_load=boolean,
    ),
    initial_among_options,
)
OPTIONS = {
    "options": sequence(OPTION, limits.SELECT_OPTIONS),
    "option_groups": sequence(GROUP, limits.SELECT_GROUPS),
}
IN_MODAL = {"response_url_enabled": boolean, "default_to_current_conversation": boolean}
SELECTS = {
    **_checked(
        element("static_select", None, **OPTIONS, **ASKS, initial_option=OPTION),
        one_of_keys("options", "option_groups"),
        initial_among_options,
    ),
    **element(
        "external_select", None, **ASKS, initial_option=OPTION, min_query_length=integer(0, 255)
    ),
    **element("users_select", None, **ASKS, initial_user=ID),
    **element(
        "conversations_select", None, **ASKS, **IN_MODAL, initial_conversation=ID, filter=FILTER
    ),
    **element("channels_select", None, **ASKS, initial_channel=ID, response_url_enabled=boolean),
}
MULTI_SELECTS = {
    **_checked(
        element(
            "multi_static_select",
            None,
            **OPTIONS,
            **MANY,
            initial_options=sequence(OPTION, limits.SELECT_OPTIONS),
        ),
        one_of_keys("options", "option_groups"),
        initial_among_options,
    ),
    **element(
        "multi_external_select",
        None,
        **MANY,
        min_query_length=integer(0, 255),
        initial_options=sequence(OPTION, limits.SELECT_OPTIONS),
    ),
    **element("multi_users_select", None, **MANY, initial_users=sequence(ID, 100)),
    **element(
        "multi_conversations_select",
        None,
        **MANY,
        filter=FILTER,
        default_to_current_conversation=boolean,
        initial_conversations=sequence(ID, 100),
    ),
    **element("multi_channels_select", None, **MANY, initial_channels=sequence(ID, 100)),
}
PICKERS = {
    **element("datepicker", None, **ASKS, initial_date=DATE),
    **element("timepicker", None, **ASKS, initial_time=TIME, timezone=string(100)),
    **element(
        "datetimepicker",
        None,
        initial_date_time=integer(1, 9_999_999_999),
        confirm=CONFIRM,
        focus_on_load=boolean,
    ),
}
TYPED = {
    "placeholder": PLACEHOLDER,
    "focus_on_load": boolean,
    "dispatch_action_config": DISPATCH,
}
TEXTS = {
    **_checked(
        element(
            "plain_text_input",
            None,
            **TYPED,
            initial_value=string(limits.TYPED_LENGTH, least=0),
            multiline=boolean,
            min_length=integer(0, limits.TYPED_LENGTH),
            max_length=integer(1, limits.TYPED_LENGTH),
        ),
        initial_fits,
    ),
    **element(
        "number_input",
        {"is_decimal_allowed": boolean},
        **TYPED,
        initial_value=string(100),
        min_value=string(100),
        max_value=string(100),
    ),
    **element("email_text_input", None, **TYPED, initial_value=string(limits.TYPED_LENGTH)),
    **element("url_text_input", None, **TYPED, initial_value=string(limits.TYPED_LENGTH)),
    **element("rich_text_input", None, **TYPED, initial_value=anything),
}
FILES = element(
    "file_input",
    None,
    filetypes=sequence(string(limits.FILE_TYPE), limits.FILE_TYPES),
    max_files=integer(1, limits.FILES_IN_FORM),
)
"""In modals alone, for apps that may read files."""
