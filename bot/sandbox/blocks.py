"""Which blocks Slack takes in a message, a modal and on Home, and its refusal of all others."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from bot.sandbox import limits
from bot.sandbox.elements import (
    BUTTON,
    CHECKBOXES,
    FILES,
    ID,
    MULTI_SELECTS,
    OVERFLOW,
    PICKERS,
    RADIO,
    SELECTS,
    TEXTS,
    any_text,
    plain,
)
from bot.sandbox.refusals import SlackRefusal
from bot.sandbox.rich_text import CELL, RICH_TEXT
from bot.sandbox.schema import (
    Check,
    anything,
    at_least_one_key,
    boolean,
    enum,
    fault,
    integer,
    one_of_keys,
    record,
    sequence,
    string,
    tagged,
    then,
)

Surface = Literal["message", "modal", "home"]

SLACK_FILE = then(
    record({}, {"id": string(limits.ID_LENGTH), "url": string(limits.URL)}),
    one_of_keys("id", "url"),
)
IMAGE_KEYS: Mapping[str, Check] = {"image_url": string(limits.URL), "slack_file": SLACK_FILE}
IMAGE = then(
    record({"type": enum("image"), "alt_text": string(limits.IMAGE_ALT)}, IMAGE_KEYS),
    one_of_keys("image_url", "slack_file"),
)
WITH_OVERFLOW = {**BUTTON, **OVERFLOW, **CHECKBOXES, **RADIO, **SELECTS}
ACCESSORIES = {**WITH_OVERFLOW, **MULTI_SELECTS, **PICKERS, "image": IMAGE}
ACTIONS = {**WITH_OVERFLOW, **PICKERS}
INPUTS = {**CHECKBOXES, **RADIO, **SELECTS, **MULTI_SELECTS, **PICKERS, **TEXTS, **FILES}


def block(
    kind: str, required: Mapping[str, Check] | None = None, **optional: Check
) -> Mapping[str, Check]:
    return {kind: record({"type": enum(kind), **(required or {})}, {"block_id": ID, **optional})}


def _grid(most: int, *, least: int = 1) -> Check:
    return sequence(sequence(CELL, limits.TABLE_COLUMNS), most, least=least)


def _headed(rows: Any, at: str) -> Iterator[str]:
    """A data table's first row is its heading, without rich text, and all rows are as long."""
    if any(cell["type"] == "rich_text" for cell in rows[0]):
        yield fault("rich_text is not supported in header cells", f"{at}/0")
    if len({len(row) for row in rows}) > 1:
        yield fault("all rows must have the same number of values", at)


FEEDBACK_BUTTON = record(
    {"text": plain(limits.BUTTON_TEXT), "value": string(limits.BUTTON_VALUE)},
    {"accessibility_label": string(limits.ACCESSIBILITY_LABEL)},
)
CONTEXT_ACTIONS = tagged(
    {
        "feedback_buttons": record(
            {
                "type": enum("feedback_buttons"),
                "positive_button": FEEDBACK_BUTTON,
                "negative_button": FEEDBACK_BUTTON,
            },
            {"action_id": ID},
        ),
        "icon_button": record(
            {
                "type": enum("icon_button"),
                "icon": string(100),
                "text": plain(limits.BUTTON_TEXT),
            },
            {
                "action_id": ID,
                "value": string(limits.BUTTON_VALUE),
                "confirm": anything,
                "accessibility_label": string(limits.ACCESSIBILITY_LABEL),
                "visible_to_user_ids": anything,
            },
        ),
    }
)
_CARD = block(
    "card",
    None,
    title=any_text(limits.HEADER_TEXT),
    subtitle=any_text(limits.HEADER_TEXT),
    body=any_text(limits.CARD_BODY),
    subtext=any_text(limits.CARD_BODY),
    icon=anything,
    hero_image=anything,
    actions=sequence(tagged(BUTTON), limits.CARD_ACTIONS),
)
CARD = {
    "card": then(_CARD["card"], at_least_one_key("hero_image", "title", "actions", "body")),
}
BLOCKS: Mapping[str, Check] = {
    "section": then(
        *block(
            "section",
            None,
            text=any_text(limits.SECTION_TEXT),
            fields=sequence(any_text(limits.FIELD_TEXT), limits.SECTION_FIELDS),
            accessory=tagged(ACCESSORIES),
            expand=boolean,
        ).values(),
        at_least_one_key("text", "fields"),
    ),
    **block("divider"),
    **block("header", {"text": plain(limits.HEADER_TEXT)}),
    **block(
        "context",
        {
            "elements": sequence(
                tagged(
                    {
                        "image": IMAGE,
                        "plain_text": plain(limits.CONTEXT_TEXT),
                        "mrkdwn": any_text(limits.CONTEXT_TEXT),
                    }
                ),
                limits.CONTEXT_ELEMENTS,
            )
        },
    ),
    **block("actions", {"elements": sequence(tagged(ACTIONS), limits.ACTIONS_ELEMENTS)}),
    **block("context_actions", {"elements": sequence(CONTEXT_ACTIONS, limits.CONTEXT_ACTIONS)}),
    **block(
        "input",
        {"label": plain(limits.INPUT_LABEL), "element": tagged(INPUTS)},
        hint=plain(limits.INPUT_HINT),
        optional=boolean,
        dispatch_action=boolean,
    ),
    "image": then(
        *block(
            "image",
            {"alt_text": string(limits.IMAGE_ALT)},
            **IMAGE_KEYS,
            title=plain(limits.IMAGE_TITLE),
        ).values(),
        one_of_keys("image_url", "slack_file"),
    ),
    **block("markdown", {"text": string(limits.MARKDOWN_TEXT)}),
    "rich_text": RICH_TEXT,
    **block("table", {"rows": _grid(limits.TABLE_ROWS)}, column_settings=anything),
    **block(
        "data_table",
        {
            "rows": then(_grid(limits.DATA_TABLE_ROWS, least=2), _headed),
            "caption": string(limits.IMAGE_ALT),
        },
        page_size=integer(1, limits.TABLE_PAGE),
        row_header_column_index=anything,
    ),
    **block("alert", {"text": any_text(limits.ALERT_TEXT)}, level=anything),
    **CARD,
    **block("carousel", {"elements": sequence(tagged(CARD), limits.CAROUSEL_CARDS)}),
    **block(
        "task_card",
        {"task_id": ID, "title": string(limits.HEADER_TEXT)},
        status=anything,
        details=anything,
        output=anything,
        sources=anything,
    ),
    **block("plan", {"title": string(limits.HEADER_TEXT)}, tasks=anything),
}
MESSAGES_ONLY = {
    "markdown",
    "table",
    "data_table",
    "card",
    "carousel",
    "context_actions",
    "task_card",
    "plan",
}
NOT_IN: Mapping[Surface, set[str]] = {
    "message": {"alert"},
    "modal": MESSAGES_ONLY,
    "home": {*MESSAGES_ONLY, "alert"},
}


def block_faults(blocks: Any, *, surface: Surface, at: str = "/blocks") -> list[str]:
    """Everything that Slack would refuse in these blocks, all at once."""
    most = limits.MESSAGE_BLOCKS if surface == "message" else limits.VIEW_BLOCKS
    faults = list(sequence(tagged(BLOCKS), most, least=0)(blocks, at))
    if not isinstance(blocks, list):
        return faults
    given = [b if isinstance(b, dict) else {} for b in blocks]
    return faults + list(_misplaced(given, surface, at)) + list(_repeated(given, at))


def _misplaced(blocks: list[dict[str, Any]], surface: Surface, at: str) -> Iterator[str]:
    for place, one in enumerate(blocks):
        if str(one.get("type")) in NOT_IN[surface]:
            yield fault(f"unsupported type: {one['type']}", f"{at}/{place}/type")
        element = one.get("element")
        if surface != "modal" and isinstance(element, dict) and str(element.get("type")) in FILES:
            yield fault(f"unsupported type: {element['type']}", f"{at}/{place}/element/type")
    if sum(one.get("type") == "table" for one in blocks) > 1:
        yield fault("only one table is allowed in a message", at)
    markdown = [str(b.get("text", "")) for b in blocks if b.get("type") == "markdown"]
    if sum(map(len, markdown)) > limits.MARKDOWN_TEXT:
        yield fault(f"markdown must be less than {limits.MARKDOWN_TEXT + 1} characters in all", at)


def _repeated(blocks: list[dict[str, Any]], at: str) -> Iterator[str]:
    seen: set[str] = set()
    for place, one in enumerate(blocks):
        block_id = one.get("block_id")
        if isinstance(block_id, str) and block_id in seen:
            yield fault(f"block_id {block_id!r} already exists", f"{at}/{place}/block_id")
        if isinstance(block_id, str):
            seen.add(block_id)
        inside = one.get("elements")
        within = inside if isinstance(inside, list) else []
        ids = [str(e["action_id"]) for e in within if isinstance(e, dict) and "action_id" in e]
        for action_id in sorted({i for i in ids if ids.count(i) > 1}):
            yield fault(f"action_id {action_id!r} already exists", f"{at}/{place}/elements")


def check_message_blocks(blocks: Any) -> None:
    """Raises SlackRefusal invalid_blocks, with every fault."""
    faults = block_faults(blocks, surface="message")
    if faults:
        raise SlackRefusal("invalid_blocks", *faults, extra={"errors": faults})
