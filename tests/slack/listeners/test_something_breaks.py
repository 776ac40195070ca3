"""Where something breaks in the middle, what was told in private stands in no log and no answer.

The logs are set up as `parley run` does at its most talkative; whatever breaks quotes the text.
"""

import io
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from slack_sdk import WebClient
from sqlalchemy.exc import StatementError

from bot.logs import set_up_logs
from bot.mediation.stages import Stage
from bot.slack.views import actions as names
from bot.slack.views.private.step import step_form
from tests.casework.fakes import ScriptedFacilitator
from tests.casework.world import ANNA, BEN, memory_world
from tests.logs_kept import logs_kept
from tests.slack.listeners.front import Front
from tests.slack.loopback import Loopback

SECRET = "our boiler is twelve years old"
TELL = {"happened": "Late.", "wants": "A plan.", "why": SECRET, "private": SECRET}


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    out = io.StringIO()
    with logs_kept():
        set_up_logs("debug", stream=out)
        yield out


class AskingQuotes(ScriptedFacilitator):
    """Breaks over what it was given, and says what that was."""

    def follow_ups(self, **given: Any) -> Any:
        raise ValueError(f"cannot read {given}")


class WatchQuotes(ScriptedFacilitator):
    def look(self, text: str, **_: Any) -> Any:
        raise RuntimeError(text)


class OfferQuotes(ScriptedFacilitator):
    def may_say(self, why: str) -> Any:
        raise KeyError(why)


def form(front: Front, stage: Stage = Stage.CLARIFYING) -> dict[str, Any]:
    case = front.world.case_at(stage)
    return step_form(front.world.opened(case, ANNA), ANNA.person)


def a_database_that_refuses_a_statement(front: Front) -> None:
    """As SQLAlchemy says it, with the statement and its values."""
    view = form(front)
    values = {"told": json.dumps({"why": SECRET})}
    front.store.fault = StatementError("no key", "INSERT INTO caucus", values, ValueError(SECRET))
    with front.away(1):
        assert front.submit(ANNA, view, **TELL).status == 500


def words_that_break_over_a_form(front: Front) -> None:
    assert front.submit(ANNA, form(front), **TELL).status == 500


def words_that_break_before_a_form(front: Front) -> None:
    case = front.world.raise_case()
    for by in (ANNA, BEN):
        front.world.tell(case, by, why=SECRET, private=SECRET)
    assert front.click(ANNA, names.OPEN, case.id).status == 500


def a_form_in_another_shape(front: Front) -> None:
    view = form(front)
    raw = {**view, "id": "V1", "hash": "1.a", "state": {"values": {"why": {SECRET: SECRET}}}}
    who = {"user": {"id": ANNA.person, "team_id": ANNA.team}, "trigger_id": "1.2.3"}
    assert front.deliver({"type": "view_submission", "view": raw, **who}).status == 200


def an_answer_with_a_wrong_number(front: Front) -> None:
    view = form(front, Stage.PROPOSED)
    broken = {**view, "private_metadata": json.dumps({"case": "c", "round": SECRET})}
    front.submit(ANNA, broken, remark=SECRET, reason="I would rather not say")


@pytest.mark.parametrize(
    ("happen", "words"),
    [
        (a_database_that_refuses_a_statement, ScriptedFacilitator),
        (words_that_break_over_a_form, AskingQuotes),
        (words_that_break_over_a_form, WatchQuotes),
        (words_that_break_before_a_form, OfferQuotes),
        (a_form_in_another_shape, ScriptedFacilitator),
        (an_answer_with_a_wrong_number, ScriptedFacilitator),
    ],
    ids=lambda given: given.__name__,
)
def test_no_log_and_no_answer_tells_it(
    slack: Loopback,
    client: WebClient,
    log: io.StringIO,
    capfd: pytest.CaptureFixture[str],
    happen: Callable[[Front], None],
    words: type[ScriptedFacilitator],
) -> None:
    happen(Front(memory_world(words=words()), slack, client))
    assert SECRET not in log.getvalue() + "".join(capfd.readouterr())
    assert SECRET not in json.dumps([call.arguments for call in slack.calls])
    quiet = happen is an_answer_with_a_wrong_number  # given back to its writer, nothing broke
    assert ('"fault"' in log.getvalue()) is not quiet
