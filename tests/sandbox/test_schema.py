"""The pieces that say what JSON is taken: each finds its own faults and tells where they are."""

from typing import Any

import pytest

from bot.sandbox.schema import (
    Check,
    anything,
    at_least_one_key,
    boolean,
    enum,
    fault,
    integer,
    matching,
    one_of_keys,
    record,
    sequence,
    string,
    tagged,
    then,
)

POINT = record({"x": integer(0, 9)}, {"name": string(3)})
KINDS = tagged({"point": record({"type": enum("point"), "x": integer(0, 9)})})


@pytest.mark.parametrize(
    ("check", "value"),
    [
        (string(3), "abc"),
        (string(3, least=0), ""),
        (string(3), "🙂🙂🙂"),
        (matching(r"\d+", "digits"), "123"),
        (enum("a", "b"), "b"),
        (boolean, False),
        (integer(1, 3), 3),
        (anything, {"whatever": [1]}),
        (sequence(string(1), 2), ["a", "b"]),
        (sequence(string(1), 2, least=0), []),
        (POINT, {"x": 1}),
        (POINT, {"x": 1, "name": "abc"}),
        (KINDS, {"type": "point", "x": 1}),
        (one_of_keys("a", "b"), {"a": 1}),
        (at_least_one_key("a", "b"), {"a": 1, "b": 2}),
    ],
)
def test_what_fits_has_no_fault(check: Check, value: Any) -> None:
    assert list(check(value, "")) == []


@pytest.mark.parametrize(
    ("check", "value", "message", "at"),
    [
        (string(3), "abcd", "must be less than 4 characters", ""),
        (string(3), "", "must be more than 0 characters", ""),
        (string(3), 7, "must provide a string", ""),
        (matching(r"\d+", "digits"), "12a", "must provide digits", ""),
        (enum("a"), "c", "must be a valid enum value", ""),
        (boolean, "true", "must provide a boolean", ""),
        (integer(1, 3), 4, "must be between 1 and 3", ""),
        (integer(1, 3), True, "must provide an integer", ""),
        (sequence(string(1), 2), "ab", "must provide an array", ""),
        (sequence(string(1), 2), [], "no fewer than 1 items allowed", ""),
        (sequence(string(1), 2), ["a", "b", "c"], "no more than 2 items allowed", ""),
        (sequence(string(1), 2), ["a", "bb"], "must be less than 2 characters", "/1"),
        (POINT, "x", "must provide an object", ""),
        (POINT, {}, "missing required field: x", ""),
        (POINT, {"x": 1, "y": 2}, "invalid additional property: y", ""),
        (POINT, {"x": 10}, "must be between 0 and 9", "/x"),
        (KINDS, {"x": 1}, "missing required field: type", ""),
        (KINDS, {"type": "circle"}, "unsupported type: circle", "/type"),
        (KINDS, {"type": ["point"]}, "missing required field: type", ""),
        (one_of_keys("a", "b"), {"a": 1, "b": 2}, "must provide exactly one of: a, b", ""),
        (one_of_keys("a", "b"), {}, "must provide exactly one of: a, b", ""),
        (at_least_one_key("a", "b"), {}, "must provide one of: a, b", ""),
    ],
)
def test_a_fault_says_what_and_where(check: Check, value: Any, message: str, at: str) -> None:
    assert fault(message, at) in list(check(value, ""))


def test_all_faults_are_told_at_once() -> None:
    found = list(sequence(POINT, 5)([{"x": -1}, {"name": "abcd"}], "/points"))
    assert found == [
        "[ERROR] must be between 0 and 9 [json-pointer:/points/0/x]",
        "[ERROR] missing required field: x [json-pointer:/points/1]",
        "[ERROR] must be less than 4 characters [json-pointer:/points/1/name]",
    ]


def test_further_checks_are_asked_about_sound_values_only() -> None:
    crosses = then(string(3), matching("x*", "crosses"), matching("y*", "why"))
    assert list(crosses("xyz", "")) == [
        fault("must provide crosses", ""),
        fault("must provide why", ""),
    ]
    assert list(crosses("wxyz", "")) == [fault("must be less than 4 characters", "")]
