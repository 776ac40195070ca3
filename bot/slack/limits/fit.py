"""The last guard before Slack: what it would refuse is found, or shortened until it is taken.

Views are written to fit; this is for what nobody foresaw. The table itself is in `kinds` and
`elements`.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from bot.slack.blocks import Block, View
from bot.slack.limits.cut import cut, length
from bot.slack.limits.kinds import (
    BLOCK_WEIGHT,
    HOME_KINDS,
    MARKDOWN_TEXT,
    MESSAGE_BLOCKS,
    MESSAGE_KINDS,
    MESSAGE_WEIGHT,
    MODAL_KINDS,
    NOTICE_MOST,
    VIEW_BLOCKS,
    VIEW_BYTES,
    VIEWS,
)
from bot.slack.limits.rich import words_in
from bot.slack.limits.rules import GONE, ByType, Json, Line

LEFT_OUT = "There is more to this than fits here."
NO_WORDS = "Parley has something for you here."
_CLOSING: Block = {
    "type": "context",
    "elements": [{"type": "plain_text", "text": LEFT_OUT, "emoji": False}],
}
_PASSIVE = frozenset({"divider", "context", "image", "section", "header", "markdown", "alert"})


def faults_of_message(text: Any, blocks: Any) -> tuple[str, ...]:
    """What Slack would refuse, or people would miss, in a message: a path and a sentence each."""
    return tuple(_message_faults(text, blocks))


def faults_of_view(view: Any) -> tuple[str, ...]:
    """What Slack would refuse in a modal or a Home tab: a path and a sentence each."""
    return tuple(_view_faults(view))


def fitted_message(text: Any, blocks: Any) -> tuple[str, list[Block]]:
    """The same message so that Slack takes it; without faults it comes back as it was.

    Texts are cut, blocks that cannot be kept are left out under a closing line, those without
    buttons first.
    """
    kept, lost = _fitted_blocks(_stood_in(blocks, MESSAGE_KINDS), MESSAGE_KINDS)
    kept, extra_table = _without_second_table(kept)
    kept = _closed(kept, lost or extra_table, _message_takes)
    notice = Line(NOTICE_MOST).fitted(text)
    return (_first_words(kept) if notice is GONE else notice), kept


def fitted_view(view: Any) -> View:
    """The same view so that Slack takes it; without faults it comes back as it was."""
    given = view if isinstance(view, dict) else {}
    kind = "home" if given.get("type") == "home" else "modal"
    kinds = HOME_KINDS if kind == "home" else MODAL_KINDS
    kept, lost = _fitted_blocks(_stood_in(given.get("blocks"), kinds), kinds)
    kept = _with_one_focus(kept)
    made: View = VIEWS.fitted(
        {
            "title": _words("Parley"),
            **{k: v for k, v in given.items() if k != "title" or not _is_wordless(v)},
            "type": kind,
            "blocks": [dict(_CLOSING)],
        }
    )
    if kind == "modal" and _asks(kept) and "submit" not in made:
        made["submit"] = _words("Save")
    made["blocks"] = _closed(
        kept, lost or not kept, lambda blocks: _view_takes({**made, "blocks": blocks})
    )
    return made


def _message_faults(text: Json, blocks: Json) -> Iterator[str]:
    yield from Line(NOTICE_MOST).faults(text, "text")
    if not isinstance(blocks, list | tuple):
        yield "blocks: are not a list"
        return
    yield from _block_faults(blocks, MESSAGE_KINDS, MESSAGE_BLOCKS)
    if _weight(blocks) > MESSAGE_WEIGHT:
        yield f"blocks: have more than about {MESSAGE_WEIGHT} characters together"
    if _markdown(blocks) > MARKDOWN_TEXT:
        yield f"blocks: have more than {MARKDOWN_TEXT} characters of markdown together"
    if _without_second_table(blocks)[1]:
        yield "blocks: hold more than one table"


def _view_faults(view: Json) -> Iterator[str]:
    yield from VIEWS.faults(view, "view")
    if not isinstance(view, dict) or not isinstance(view.get("blocks"), list):
        return
    blocks = view["blocks"]
    yield from _repeated_ids(blocks)
    if view.get("type") == "modal" and _asks(blocks) and "submit" not in view:
        yield "view.submit: is missing, and the view asks for something"
    if sum(map(_has_focus, blocks)) > 1:
        yield "view.blocks: more than one of them takes the focus"
    if _size(view) > VIEW_BYTES:
        yield f"view: has more than {VIEW_BYTES} bytes"


def _block_faults(blocks: Sequence[Json], kinds: ByType, most: int) -> Iterator[str]:
    if len(blocks) > most:
        yield f"blocks: are {len(blocks)}, and at most {most} are taken"
    for index, block in enumerate(blocks):
        yield from kinds.faults(block, f"blocks[{index}]")
    yield from _repeated_ids(blocks)


def _repeated_ids(blocks: Sequence[Json]) -> Iterator[str]:
    seen: set[str] = set()
    for index, block in enumerate(blocks):
        held = block.get("block_id") if isinstance(block, dict) else None
        if isinstance(held, str):
            if held in seen:
                yield f"blocks[{index}].block_id: stands there twice"
            seen.add(held)


def _fitted_blocks(blocks: Sequence[Json], kinds: ByType) -> tuple[list[Block], bool]:
    """The blocks that can be kept, and whether one could not. A repeated id is taken off."""
    tried = [kinds.fitted(block) for block in blocks]
    kept: list[Block] = []
    seen: set[str] = set()
    for block in (made for made in tried if made is not GONE):
        held = block.get("block_id")
        repeated = held in seen
        kept.append({k: v for k, v in block.items() if k != "block_id" or not repeated})
        if held:
            seen.add(held)
    return kept, len(kept) < len(blocks)


def _stood_in(blocks: Json, kinds: ByType) -> list[Json]:
    """Blocks of kinds that this surface does not take become a section of the same words."""
    if not isinstance(blocks, list | tuple):
        return []
    return [_section_of(b) if _is_stranger(b, kinds) else b for b in blocks]


def _is_stranger(block: Json, kinds: ByType) -> bool:
    return (
        isinstance(block, dict)
        and block.get("type") in ("alert", "markdown")
        and (block["type"] not in kinds.kinds)
    )


def _section_of(block: Json) -> Json:
    words = block.get("text")
    return {"type": "section", "text": _words(words) if isinstance(words, str) else words}


def _closed(blocks: list[Block], lost: bool, takes: Callable[[list[Block]], bool]) -> list[Block]:
    """As many of the blocks as are taken, with the closing line where some are missing."""
    if not lost and takes(blocks):
        return blocks
    kept = list(blocks)
    while kept and not takes([*kept, _CLOSING]):
        kept.pop(_least_missed(kept))
    return [*kept, json.loads(json.dumps(_CLOSING))]


def _least_missed(blocks: Sequence[Block]) -> int:
    """The last that only says something, then the last with one button, then a row of them."""
    passive = [i for i in reversed(range(len(blocks))) if blocks[i]["type"] in _PASSIVE]
    inert = (i for i in passive if "accessory" not in blocks[i])
    return next(inert, passive[0] if passive else len(blocks) - 1)


def _message_takes(blocks: Sequence[Block]) -> bool:
    return (
        len(blocks) <= MESSAGE_BLOCKS
        and _weight(blocks) <= MESSAGE_WEIGHT
        and _markdown(blocks) <= MARKDOWN_TEXT
    )


def _view_takes(view: View) -> bool:
    return len(view["blocks"]) <= VIEW_BLOCKS and _size(view) <= VIEW_BYTES


def _weight(blocks: Sequence[Json]) -> int:
    return len(blocks) * BLOCK_WEIGHT + words_in(list(blocks))


def _markdown(blocks: Sequence[Json]) -> int:
    held = [b for b in blocks if isinstance(b, dict) and b.get("type") == "markdown"]
    return sum(length(b["text"]) for b in held if isinstance(b.get("text"), str))


def _size(view: View) -> int:
    return len(json.dumps(view))


def _without_second_table(blocks: Sequence[Json]) -> tuple[list[Json], bool]:
    tables = [i for i, b in enumerate(blocks) if isinstance(b, dict) and b.get("type") == "table"]
    return [b for i, b in enumerate(blocks) if i not in tables[1:]], len(tables) > 1


def _asks(blocks: Sequence[Json]) -> bool:
    return any(isinstance(b, dict) and b.get("type") == "input" for b in blocks)


def _focused(block: Json) -> list[Json]:
    parts = block if isinstance(block, dict) else {}
    row = parts.get("elements")
    held = [parts.get("element"), parts.get("accessory"), *(row if isinstance(row, list) else [])]
    return [e for e in held if isinstance(e, dict) and e.get("focus_on_load") is True]


def _has_focus(block: Json) -> int:
    return len(_focused(block))


def _with_one_focus(blocks: list[Block]) -> list[Block]:
    made: list[Block] = json.loads(json.dumps(blocks))
    for element in [e for block in made for e in _focused(block)][1:]:
        element["focus_on_load"] = False
    return made


def _is_wordless(title: Json) -> bool:
    return not (
        isinstance(title, dict) and isinstance(title.get("text"), str) and title["text"].strip()
    )


def _words(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def _first_words(blocks: Sequence[Block]) -> str:
    """The first text that stands in the blocks, for a notification that was given none."""
    for block in blocks:
        words = block.get("text")
        held = words.get("text") if isinstance(words, dict) else words
        if isinstance(held, str):
            return cut(held, NOTICE_MOST)
    return NO_WORDS
