"""Nothing private can reach the words: their inputs have no field for it, their code no import."""

import ast
import dataclasses
import typing
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot.facilitator
import prompts
from bot.casework.asking import Seen, Then
from bot.casework.words import Facilitator
from bot.mediation import caucus
from bot.mediation.caucus import PrivateText
from bot.mediation.concerns import Concern
from bot.mediation.issues import IssueKind
from bot.mediation.people import TradeRole
from tests.facilitator.model.bench import ModelBench

ROOTS = [Path(str(p.__file__)).parent for p in (bot.facilitator, prompts)]
MODULES = [path for root in ROOTS for path in sorted(root.rglob("*.py"))]
PUBLIC = frozenset(
    {
        "intake",
        "outline",
        "frame",
        "suggest_terms",
        "reasons",
        "suggest_trades",
        "trades_between",
        "reword_trades",
        "spoken_in",
        "term",
        "look_closely",
    }
)
"""Calls that are given what everybody may read, or what its writer sent for all to read."""

OWN_SIDE = frozenset({"follow_ups", "may_say", "look", "suspect", "in_doubt", "word_swaps"})
"""Calls that may be given what one side alone knows, as text or as an order of preference. Their
answer goes to that side; no model is asked."""

CALLS = sorted(PUBLIC | OWN_SIDE)


def reachable(kind: object, seen: set[object]) -> Iterator[object]:
    """Every type that a value of this type can hold."""
    for inner in (*typing.get_args(kind), kind):
        if inner is kind and kind in seen:
            continue
        if inner is not kind:
            yield from reachable(inner, seen)
            continue
        seen.add(kind)
        yield kind
        if isinstance(kind, type) and dataclasses.is_dataclass(kind):
            for hint in typing.get_type_hints(kind).values():
                yield from reachable(hint, seen)


@pytest.mark.parametrize("call", CALLS)
def test_no_input_of_the_words_can_hold_private_text(call: str) -> None:
    hints = typing.get_type_hints(getattr(Facilitator, call))
    hints.pop("return")
    assert hints
    kinds = {k for hint in hints.values() for k in reachable(hint, set())}
    private = {v for v in vars(caucus).values() if isinstance(v, type)} & {
        k for k in kinds if isinstance(k, type) and k.__module__ == caucus.__name__
    }
    assert private == set()


def test_every_call_of_the_words_is_for_all_or_for_one_side() -> None:
    offered = {n for kind in Facilitator.__mro__ for n in vars(kind) if not n.startswith("_")}
    assert offered == set(CALLS)
    assert not PUBLIC & OWN_SIDE


def test_what_is_for_one_side_alone_is_asked_of_no_model() -> None:
    asked = ModelBench({})
    words, secret = asked.facilitator, "Our boiler is old, and cash is short."
    terms = tuple(t for k in ("payment_days", "otif_target") if (t := words.term(k)) is not None)
    assert len(terms) == 2
    words.follow_ups(kind=IssueKind.OTHER, happened=secret, wants=secret, why=secret, known="")
    words.may_say(secret)
    words.look(secret, person="Ana")
    words.in_doubt(Seen(Concern.THREAT, secret), person="Ana", text=secret, then=Then.TAKE_OUT)
    words.suspect(secret, sides=("Borealis",))
    words.word_swaps(terms, [((0, 0), (1, 0))], asker=TradeRole.CUSTOMER, other="Borealis")
    assert asked.client.prompts == []


def test_the_walk_would_find_private_text_where_there_is_some() -> None:
    assert PrivateText in set(reachable(caucus.Caucus, set()))
    assert PrivateText in set(reachable(tuple[caucus.BlindAnswer, ...], set()))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_no_module_of_the_words_knows_the_private_types(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = {
        name
        for node in ast.walk(tree)
        for name in (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else []
        )
    }
    assert not {n for n in imported if n.endswith((".caucus", ".wall"))}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_no_module_of_the_words_reads_the_environment(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "os.environ" not in text
    assert "getenv" not in text
