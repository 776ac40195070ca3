"""Ten thousand payloads in shapes that Slack does not send: none breaks a listener.

Each is a documented payload with a few of its parts taken out, turned into something else, or
made very long. Forms are ones that Parley made itself.
"""

import copy
import json
import logging
import random
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from slack_bolt import BoltRequest

import bot
from bot.mediation.stages import Stage
from bot.slack import payloads
from bot.slack.views import actions as names
from bot.slack.views.private.step import step_form
from tests.casework.world import ANNA, CHANNEL
from tests.slack.listeners.front import Front
from tests.slack.views.typing import state_of

FIXTURES = sorted((Path(__file__).parents[2] / "fixtures" / "slack").glob("*.json"))
OURS = Path(bot.__file__).parent
PAYLOADS = 10_000
ODD: tuple[Any, ...] = (None, "", "x" * 5_000, 0, -1, 1.5, True, [], {}, [None], {"id": {}}, "שלום")
BUTTONS = (
    *(names.OPEN, names.SETTLES, names.BARGAIN, names.WITHDRAW, names.DONE, names.CONFIRM),
    *(names.RAISE, names.CLARIFY, names.TRADES, names.LINE, names.CLEARED, names.MAKE_CASE),
    *(names.QUESTION + ".1", names.FINE_TUNE, names.EDIT_TERMS, names.WHERE, names.PAGE + ".x"),
    *(
        names.LIST + ".older",
        names.READ_CASE,
        names.READ_TOLD,
        names.READ_MESSAGE,
        names.TOLD + ".older",
    ),
    *(names.LOOK + ".keep", names.LOOK + ".again"),
)


def test_no_mutated_payload_breaks_a_listener(
    front: Front, caplog: pytest.LogCaptureFixture
) -> None:
    _fuzz(front, caplog, seed=2_026, count=PAYLOADS)


@pytest.mark.storm
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(10))
def test_nor_do_many_more(front: Front, caplog: pytest.LogCaptureFixture, seed: int) -> None:
    _fuzz(front, caplog, seed=seed, count=3 * PAYLOADS)


def _fuzz(front: Front, caplog: pytest.LogCaptureFixture, *, seed: int, count: int) -> None:
    caplog.set_level(logging.ERROR)
    chance = random.Random(seed)
    seeds = [*_documented(), *_forms(front), *_presses(front)]
    answered, told, not_for_bolt = 0, 0, 0
    for _ in range(count):
        payload = _mutated(copy.deepcopy(chance.choice(seeds)), chance)
        shown = _modals(front)
        try:
            answer = front.app.dispatch(BoltRequest(body=payload, mode="socket_mode"))
        except Exception as fault:  # whose fault it is, is the question here
            if not _is_bolts_own(fault):
                raise
            not_for_bolt += 1
        else:
            answered += 1
            if (waits := _who_waits(payload)) and answer.status == 200:
                told += 1
                assert answer.body or _modals(front) > shown, (waits, payload)
    print(f"{answered} answered, {told} of them told why not, {not_for_bolt} not for Bolt")
    assert answered > count * 0.8
    assert told > count * 0.02
    faults = [r.exc_info[1] for r in caplog.records if r.name.startswith("bot.") and r.exc_info]
    assert [f for f in faults if isinstance(f, Exception) and not _is_bolts_own(f)] == []


def _modals(front: Front) -> int:
    return len(front.slack.calls_to("views.open")) + len(front.slack.calls_to("views.push"))


def _who_waits(payload: dict[str, Any]) -> str:
    """What somebody waits for whose payload cannot be read, as far as they can be answered."""
    kind = payload.get("type")
    trigger = payload.get("trigger_id")
    if kind == "view_submission":
        return "" if _is_read(payloads.submission, payload) else "a form"
    if "command" in payload and not isinstance(payload.get("type"), str):
        return "" if _is_read(payloads.command, payload) else "a command"
    parse = {"block_actions": payloads.click, "message_action": payloads.shortcut}.get(str(kind))
    if parse and isinstance(trigger, str) and trigger:
        return "" if _is_read(parse, payload) else "a press"
    return ""


def _is_read(parse: Callable[[Any], object], payload: dict[str, Any]) -> bool:
    try:
        parse(payload)
    except payloads.NotUnderstood:
        return False
    return True


def _is_bolts_own(fault: Exception) -> bool:
    """Whether Bolt stumbled over the shape before any line of ours was reached."""
    frames = [frame.f_code.co_filename for frame, _ in traceback.walk_tb(fault.__traceback__)]
    return not any(Path(name).is_relative_to(OURS) for name in frames)


def test_an_untouched_payload_of_each_kind_is_acknowledged(front: Front) -> None:
    seeds = [*_documented(), *_presses(front)]
    answers = [front.deliver(copy.deepcopy(seed)).status for seed in seeds]
    assert set(answers) == {200}


def _documented() -> Iterator[dict[str, Any]]:
    for path in FIXTURES:
        yield json.loads(path.read_text(encoding="utf-8"))


def _presses(front: Front) -> Iterator[dict[str, Any]]:
    who = {"user": {"id": ANNA.person, "team_id": ANNA.team}, "team": {"id": "T1"}}
    case = front.world.raise_case()
    for action in BUTTONS:
        pressed = {"type": "button", "action_id": action, "value": case.id, "action_ts": "1.1"}
        yield {
            "type": "block_actions",
            "actions": [{**pressed, "block_id": "b"}],
            "trigger_id": "1.2.3",
            "channel": {"id": CHANNEL},
            "message": {"ts": "101.1", "thread_ts": "100.1"},
            **who,
        }


def _forms(front: Front) -> Iterator[dict[str, Any]]:
    """A form of every step, as it would be sent."""
    who = {"user": {"id": ANNA.person, "team_id": ANNA.team}, "team": {"id": "T1"}}
    for stage in (Stage.CLARIFYING, Stage.CONFIRMING, Stage.AGENDA, Stage.RATING, Stage.SIGNING):
        case = front.world.case_at(stage)
        view = step_form(front.world.opened(case, ANNA), ANNA.person)
        if "submit" in view:
            raw = {**view, "id": "V1", "hash": "1.a", "state": {"values": state_of(view)}}
            yield {"type": "view_submission", "view": raw, "trigger_id": "1.2.3", **who}


def _mutated(payload: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    for _ in range(chance.randint(1, 4)):
        places = [*_places(payload)]
        if not places:
            return payload
        holder, key = chance.choice(places)
        if isinstance(holder, dict) and chance.random() < 0.4:
            holder.pop(key)
        else:
            holder[key] = copy.deepcopy(chance.choice(ODD))
    return payload


def _places(part: Any) -> Iterator[tuple[Any, Any]]:
    keys = part.keys() if isinstance(part, dict) else range(len(part))
    for key in list(keys):
        yield part, key
        if isinstance(part[key], dict | list):
            yield from _places(part[key])
