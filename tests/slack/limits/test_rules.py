"""What a value has to be, and how it is made to fit: two promises that every rule keeps."""

from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from bot.slack.limits.elements import PICKS, PRESSED, SEVERAL, TYPED
from bot.slack.limits.kinds import MESSAGE_KINDS, VIEWS
from bot.slack.limits.rules import (
    FLAG,
    GONE,
    Also,
    ByType,
    Each,
    Else,
    Line,
    Name,
    Rule,
    Shape,
    Words,
    one_of,
    whole,
)
from tests.slack.limits.trees import near

RULES: dict[str, Rule] = {
    **PICKS,
    **SEVERAL,
    **PRESSED,
    **TYPED,
    **MESSAGE_KINDS.kinds,
    **VIEWS.kinds,
}


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data(), name=st.sampled_from(sorted(RULES)))
def test_what_is_kept_is_without_faults_and_what_was_so_is_kept_as_it_is(
    data: st.DataObject, name: str
) -> None:
    rule = RULES[name]
    value = data.draw(near(rule))
    made = rule.fitted(value)
    faulty = any(rule.faults(value, name))
    event("faulty" if faulty else "faultless")
    if not faulty:
        assert made == value
    if made is not GONE:
        assert tuple(rule.faults(made, name)) == ()


@pytest.mark.parametrize("name", sorted(RULES))
def test_every_kind_refuses_what_is_no_object(name: str) -> None:
    values: tuple[Any, ...] = (None, 3, "text", [], {})
    for value in values:
        assert any(RULES[name].faults(value, name))
        assert RULES[name].fitted(value) is GONE


@pytest.mark.parametrize(
    ("rule", "value", "made"),
    [
        (Line(5), "longer", "long…"),
        (Line(5), " ", GONE),
        (Name(5), "longer", GONE),
        (Name(5, least=0), "", ""),
        (FLAG, 1, GONE),
        (one_of("a", "b"), "c", GONE),
        (whole(1, 3), 4, GONE),
        (whole(0, 1), True, GONE),
        (Words(5), {"type": "mrkdwn", "text": "longer"}, {"type": "mrkdwn", "text": "long…"}),
        (
            Words(5, plain=True),
            {"type": "mrkdwn", "text": "x", "verbatim": True},
            {"type": "plain_text", "text": "x"},
        ),
        (Words(5), {"type": "mrkdwn", "text": "x", "emoji": True}, {"type": "mrkdwn", "text": "x"}),
        (Words(5), "x", GONE),
        (Each(Line(2), most=2), ["a", "", "b", "c"], ["a", "b"]),
        (Each(Line(2), most=2), [], GONE),
        (Shape({"a": Line(2)}, {"b": FLAG}), {"a": "x", "b": 1, "c": 2}, {"a": "x"}),
        (Shape({"a": Line(2)}), {"a": ""}, GONE),
        (Shape({}, {"a": FLAG}, any_of=("a",)), {"a": "yes"}, GONE),
        (ByType({"x": Shape({"type": one_of("x")})}), {"type": "y"}, GONE),
        (Else(Line(2), {"text": "–"}), 3, {"text": "–"}),
    ],
)
def test_a_part_is_shortened_replaced_or_left_out(rule: Rule, value: Any, made: Any) -> None:
    assert any(rule.faults(value, "x")) != (made == value)
    assert rule.fitted(value) == made


def test_entries_of_the_same_name_stand_there_once() -> None:
    rule = Each(Shape({"id": Name(2)}), most=5, key="id")
    assert rule.fitted([{"id": "a"}, {"id": "b"}, {"id": "a"}]) == [{"id": "a"}, {"id": "b"}]
    assert list(rule.faults([{"id": "a"}, {"id": "a"}], "x")) == ["x[1].id: stands there twice"]


def test_the_parts_are_looked_at_together_only_when_each_is_right() -> None:
    rule = Also(
        Shape({"low": whole(0, 9), "high": whole(0, 9)}),
        lambda v: iter([".low: is above high"] if v["low"] > v["high"] else []),
        lambda v: {**v, "low": v["high"]},
    )
    assert list(rule.faults({"low": 5, "high": 3}, "x")) == ["x.low: is above high"]
    assert list(rule.faults({"low": 5}, "x")) == ["x.high: is missing"]
    assert rule.fitted({"low": 5, "high": 3}) == {"low": 3, "high": 3}
