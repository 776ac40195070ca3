"""Two tables of Slack's limits, written apart: what the bot's makes fit, the sandbox's takes."""

import json
from typing import Any

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from bot.sandbox.blocks import block_faults
from bot.sandbox.limits import UPDATE_TEXT
from bot.sandbox.view_rules import view_faults
from bot.slack.limits import fitted_message, fitted_view
from bot.slack.limits.cut import length
from bot.slack.limits.kinds import MESSAGE_KINDS, MODAL_KINDS, VIEWS
from tests.slack.limits.test_fit import FORM
from tests.slack.limits.trees import near

slow_to_draw = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@slow_to_draw
@given(blocks=st.lists(near(MESSAGE_KINDS), min_size=1, max_size=4))
def test_a_fitted_message_is_taken(blocks: list[Any]) -> None:
    text, kept = fitted_message("Hello", blocks)
    event("some kept" if any(b["type"] != "context" for b in kept) else "nothing kept")
    assert block_faults(kept, surface="message") == []
    assert length(text) <= UPDATE_TEXT


@slow_to_draw
@given(blocks=st.lists(near(MODAL_KINDS), min_size=1, max_size=4))
def test_a_fitted_form_is_taken(blocks: list[Any]) -> None:
    made = fitted_view({**FORM, "blocks": blocks})
    event("some kept" if any(b["type"] != "context" for b in made["blocks"]) else "nothing kept")
    assert view_faults(made, "modal") == []


@slow_to_draw
@given(view=near(VIEWS))
def test_a_fitted_view_is_taken(view: Any) -> None:
    made = fitted_view(json.loads(json.dumps(view)))
    assert view_faults(made, made["type"]) == []
