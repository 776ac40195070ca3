"""The caucus wall, over many cases played at random: private words reach their own side alone."""

import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from types import ModuleType
from typing import Any

import pytest
from sqlmodel import SQLModel

from bot.casework import ledger
from bot.casework.words import Worded
from bot.facilitator.model.client import Schema
from bot.mediation import caucus
from bot.mediation.issues import Intake, Message
from bot.mediation.stages import Stage
from bot.mediation.statements import Brief, CommonStatement
from bot.mediation.terms import Agenda
from prompts import Rendered
from storage.secrets import EncryptedText
from tests.casework.fakes import ScriptedFacilitator
from tests.casework.walk import PRIVATE, SMALL, Walk
from tests.facilitator.model.bench import scripted
from tests.facilitator.model.repeating import repeated

MANY = 250
"""Cases a part; there are four parts, so that two processes share them."""

FEW = 25
"""Cases a part whose words come from a model, of which there are four parts too."""


def check(walk: Walk) -> Walk:
    public = walk.seen_by_all()
    assert "Late in May" in public, "the search reads what it should"
    for side, other in (("a", "b"), ("b", "a")):
        theirs = walk.seen_by(other)
        for canary in walk.told[side]:
            assert canary not in public, (walk.seed, walk.steps)
            assert canary not in theirs, (walk.seed, walk.steps)
    return walk


@pytest.mark.parametrize("part", range(4))
def test_no_private_word_reaches_the_channel_the_other_side_or_a_prompt(
    part: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    ends: Counter[Stage] = Counter()
    canaries = found_at_home = 0
    for seed in range(part * MANY, (part + 1) * MANY):
        walk = check(Walk(seed).play())
        ends[walk.world.case(walk.case.id).stage] += 1
        canaries += sum(len(told) for told in walk.told.values())
        found_at_home += any(c in walk.seen_by("b") for c in walk.told["b"])
    assert "canary" not in caplog.text
    assert canaries > 4 * MANY
    assert found_at_home > MANY / 2, "a side does find its own words again"
    for stage in (Stage.AGREED, Stage.NO_OVERLAP, Stage.WITHDRAWN, Stage.CLEARED_UP):
        assert ends[stage], f"no case came as far as {stage}: {ends}"


def fields_of(module: ModuleType) -> set[str]:
    """Every field of every value that a module of private types has."""
    kinds = [k for k in vars(module).values() if isinstance(k, type) and is_dataclass(k)]
    return {f"{k.__name__}.{f.name}" for k in kinds for f in fields(k)}


def filled_in(value: object) -> Iterator[str]:
    """The fields that say something in a value, and in all that it holds."""
    if is_dataclass(value) and not isinstance(value, type):
        for f in fields(value):
            held = getattr(value, f.name)
            usual = f.default if f.default_factory is MISSING else f.default_factory()
            if held != usual:
                yield f"{type(value).__name__}.{f.name}"
            yield from filled_in(held)
    elif isinstance(value, tuple):
        for held in value:
            yield from filled_in(held)


def test_no_field_of_a_private_type_is_left_out_of_the_walks() -> None:
    """A field that is added fails here until the walks fill it, and so look for it elsewhere."""
    told: set[str] = set()
    for seed in range(80):
        told.update(name for value in Walk(seed).play().private() for name in filled_in(value))
    assert told == fields_of(caucus) | fields_of(ledger)


def test_every_encrypted_column_holds_a_type_that_the_walks_know() -> None:
    tables = SQLModel.metadata.tables
    sealed = {
        c.table.name for t in tables.values() for c in t.c if isinstance(c.type, EncryptedText)
    }
    assert sealed == {"caucus", "private_line", "fairness", "pulse", "installation"}
    assert len(sealed - {"installation"}) == len(PRIVATE)


class Repeating(ScriptedFacilitator):
    """Words by a model that repeats all it is given, through the real prompts."""

    def __init__(self) -> None:
        super().__init__(terms=SMALL)
        self.model = scripted(self._repeats)

    def _repeats(self, prompt: Rendered, schema: Schema) -> Mapping[str, Any]:
        self.heard.append(prompt)
        return repeated(prompt, str(schema["title"]))

    def intake(self, messages: Sequence[Message], *, raised_from: str) -> Worded[Intake]:
        return self.model.intake(messages, raised_from=raised_from)

    def frame(self, brief: Brief) -> Worded[CommonStatement]:
        return self.model.frame(brief)

    def suggest_terms(self, brief: Brief, common: CommonStatement | None) -> Worded[Agenda]:
        self.model.suggest_terms(brief, common)
        return super().suggest_terms(brief, common)


@pytest.mark.parametrize("part", range(4))
def test_a_model_that_repeats_all_it_is_given_is_given_no_private_word(part: int) -> None:
    prompts = 0
    for seed in range(part * FEW, (part + 1) * FEW):
        words = Repeating()
        check(Walk(seed, facilitator=words).play())
        prompts += sum(isinstance(heard, Rendered) for heard in words.heard)
    assert prompts > FEW / 4


@pytest.mark.parametrize("seed", range(48))
def test_other_private_words_change_nothing_that_anybody_else_sees(seed: int) -> None:
    """The inference wall: the same steps with other secrets leave the same public traces."""
    one, other = Walk(seed, "canary").play(), Walk(seed, "different-words-altogether").play()
    assert one.steps == other.steps
    assert one.seen_by_all() == other.seen_by_all()


@pytest.mark.parametrize("seed", range(48))
def test_one_sides_private_words_change_nothing_that_the_other_side_reads(seed: int) -> None:
    """Forms, desk, own answers, week and trades of the other side, beside all that is open."""
    changed, reader = ("a", "b") if seed % 2 else ("b", "a")
    one, other = Walk(seed).play(), Walk(seed, changed=changed).play()
    assert one.steps == other.steps
    assert one.seen_by_all() == other.seen_by_all()
    assert one.seen_by(reader) == other.seen_by(reader)
    assert one.told[reader] == other.told[reader]
    if one.told[changed]:
        assert one.told[changed] != other.told[changed]


def test_what_waits_on_a_line_is_private_until_both_lines_are_in() -> None:
    walk = Walk(3)
    walk.clarify()
    assert walk.told["a"]
    public = walk.seen_by_all()
    assert not any(line in public for line in walk.told["a"])
