"""Whatever JSON an app sends, it is refused with a code or can be stored, read and filled in."""

import itertools
from typing import Any

from hypothesis import event, given, settings
from hypothesis import strategies as st

from bot.sandbox.blocks import block_faults
from bot.sandbox.reading import Reader, body_text, controls
from bot.sandbox.state import completed, state_values
from bot.sandbox.view_rules import view_faults
from tests.sandbox.modals import EVERYTHING, actions, button, option, plain

JSON = Any
READER = Reader({})
SAMPLES: list[JSON] = [
    *EVERYTHING["blocks"],
    {"type": "header", "text": plain("Head")},
    {"type": "context", "elements": [{"type": "mrkdwn", "text": "<@U1>"}]},
    actions({"type": "overflow", "action_id": "o", "options": [option("One")]}, button("Two")),
    {"type": "section", "fields": [plain("a")], "accessory": button("Three")},
    {"type": "image", "image_url": "https://a.b/c.png", "alt_text": "A picture"},
    {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": []}]},
    {"type": "table", "rows": [[{"type": "raw_text", "text": "cell"}]]},
    {"type": "carousel", "elements": [{"type": "card", "title": plain("Card")}]},
    {"type": "markdown", "text": "**bold**"},
]
scalars = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
junk = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["type", "text", "options", "elements"]), inner)
    ),
    max_leaves=5,
)


def paths(value: JSON, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in a JSON value."""
    inside: list[tuple[Any, ...]] = [at]
    if isinstance(value, dict):
        inside += [p for key, entry in value.items() for p in paths(entry, (*at, key))]
    if isinstance(value, list):
        inside += [p for n, entry in enumerate(value) for p in paths(entry, (*at, n))]
    return inside


def replaced(value: JSON, at: tuple[Any, ...], new: JSON) -> JSON:
    """A copy of a JSON value with another one in one place."""
    if not at:
        return new
    head, rest = at[0], at[1:]
    if isinstance(value, dict):
        return value | {head: replaced(value[head], rest, new)}
    changed = list(value)
    changed[head] = replaced(value[head], rest, new)
    return changed


@st.composite
def mutated(draw: st.DrawFn) -> JSON:
    """One of the samples with junk in one place."""
    sample = draw(st.sampled_from(SAMPLES))
    place = draw(st.sampled_from(paths(sample)))
    return replaced(sample, place, draw(st.text(min_size=1, max_size=5) | junk))


@given(mutated())
@settings(max_examples=600, deadline=None)
def test_a_damaged_block_is_refused_or_can_be_shown(block: JSON) -> None:
    faults = block_faults([block], surface="message")
    event("refused" if faults else "shown")
    if faults:
        assert all(f.startswith("[ERROR] ") and "[json-pointer:/blocks" in f for f in faults)
        return
    serials = itertools.count()
    blocks = completed([block], serial=lambda: f"id-{next(serials)}")
    assert isinstance(body_text("", blocks, READER), str)
    assert all(control.block_id for control in controls(blocks, {}, READER))
    state_values(blocks, {})


@given(junk)
@settings(deadline=None)
def test_junk_is_never_a_view(view: JSON) -> None:
    assert view_faults(view, "modal")
    assert view_faults(view, "home")


def test_the_samples_themselves_are_taken_and_most_can_be_read() -> None:
    read = 0
    for sample in SAMPLES:
        assert block_faults([sample], surface="message") == []
        blocks = completed([sample], serial=lambda: "id")
        read += bool(body_text("", blocks, READER) or list(controls(blocks, {}, READER)))
    assert read == len(SAMPLES) - 1  # the empty rich text
