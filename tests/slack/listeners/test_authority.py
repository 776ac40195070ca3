"""Every action by every kind of actor, through the payloads that Slack would send.

One form is opened by somebody who may; then everybody else sends that very form.
"""

import json
from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.casework.authority import SENTENCES, TABLE, Action, Answer, Kind
from bot.mediation.both_or_all import both_or_all
from bot.mediation.people import Membership
from tests.casework.memory import MemoryStore, Tables
from tests.casework.world import (
    ACME,
    World,
    memory_world,
)
from tests.slack.listeners.authority_walk import CAST, WAYS, Prepared, cast
from tests.slack.listeners.front import Front
from tests.slack.loopback import Loopback
from tests.slack.shown import read


@pytest.fixture(scope="module")
def prepared() -> Callable[[Action], Prepared]:
    """Each action's world is built once; every cell begins from a copy of it."""
    made: dict[Action, Prepared] = {}

    def prepare(action: Action) -> Prepared:
        if action not in made:
            world = memory_world()
            send = WAYS[action](world)
            cast(world)
            assert isinstance(world.store, MemoryStore)
            made[action] = Prepared(world.store.tables.snapshot(), send)
        return made[action]

    return prepare


def kept(tables: Tables) -> tuple[object, ...]:
    """What an action may change."""
    held = (tables.cases, tables.caucuses, tables.clarifications, tables.lines, tables.felt)
    members = [(m.person, m.roles, m.roles_by, m.stands) for m in everybody(tables)]
    return (*held, sorted(members, key=str), tables.preferences)


def everybody(tables: Tables) -> list[Membership]:
    """All entries that somebody named or gave roles; the rest is nobody's doing."""
    listed = [m for p in tables.partnerships.values() for m in p.members]
    return [m for m in listed if m.roles_by is not None or m.named_by is not None]


def test_every_action_of_the_table_is_walked() -> None:
    assert set(WAYS) == set(Action)


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("action", list(WAYS))
def test_the_table_holds_for_what_slack_sends(
    action: Action,
    kind: Kind,
    prepared: Callable[[Action], Prepared],
    slack: Loopback,
    client: WebClient,
) -> None:
    before = prepared(action)
    world = memory_world()
    assert isinstance(world.store, MemoryStore)
    world.store.tables = before.tables.snapshot()
    front = Front(world, slack, client)
    told = before.send(front, CAST[kind])
    assert told.acknowledged
    said = read(told.body) + "".join(read(call) for call in shown(slack))
    answer = TABLE[action][kind]
    sentence = spoken_by(answer)
    if sentence:
        assert sentence in said
        assert kept(world.store.tables) == kept(before.tables), "refused, and nothing changed"
        return
    assert not any(s in said for s in spoken())
    if action not in {Action.LOOK, Action.PRIVATE, Action.TRADES}:
        assert kept(world.store.tables) != kept(before.tables)
    if answer is Answer.OWN:
        assert acmes(world.store.tables, world) == acmes(before.tables, world)


def shown(slack: Loopback) -> list[Any]:
    calls = [*slack.calls_to("views.open"), *slack.calls_to("views.push")]
    return [json.loads(c["view"]) if isinstance(c["view"], str) else c["view"] for c in calls]


def spoken_by(answer: Answer) -> str:
    """The sentence of a refusal as somebody at Acme's table with Borealis reads it."""
    both = {"side": "Acme", "names": "Acme and Borealis"}
    return both_or_all(SENTENCES[answer], ("Acme", "Borealis"), **both)


def spoken() -> list[str]:
    return [spoken_by(answer) for answer, sentence in SENTENCES.items() if sentence]


def acmes(tables: Tables, world: World) -> list[object]:
    """What Acme has told and signed, which the other side never touches."""
    acme = next(s.id for p in tables.partnerships.values() for s in p.sides if s.team_id == ACME)
    return [
        *(c for (_, side), c in tables.caucuses.items() if side == acme),
        *(told for case in tables.cases.values() if (told := case.statement_of(acme))),
        *(set_by for (_, scope, _), set_by in tables.preferences.items() if scope == acme),
        *(line for (_, side), line in tables.lines.items() if side == acme),
    ]
