"""Small pieces to say what JSON Slack takes; each yields the faults it finds, in Slack's words."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Check = Callable[[Any, str], Iterator[str]]


def fault(message: str, at: str) -> str:
    """One line of `response_metadata.messages`."""
    return f"[ERROR] {message} [json-pointer:{at}]"


def string(most: int, *, least: int = 1) -> Check:
    """A string of `least` to `most` characters."""

    def check(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, str):
            yield fault("must provide a string", at)
        elif len(value) < least:
            yield fault(f"must be more than {least - 1} characters", at)
        elif len(value) > most:
            yield fault(f"must be less than {most + 1} characters", at)

    return check


def matching(pattern: str, what: str) -> Check:
    """A string in one form, such as a date."""

    def check(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, str) or not re.fullmatch(pattern, value):
            yield fault(f"must provide {what}", at)

    return check


def enum(*values: str) -> Check:
    def check(value: Any, at: str) -> Iterator[str]:
        if value not in values:
            yield fault("must be a valid enum value", at)

    return check


def boolean(value: Any, at: str) -> Iterator[str]:
    if not isinstance(value, bool):
        yield fault("must provide a boolean", at)


def integer(least: int, most: int) -> Check:
    def check(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, int) or isinstance(value, bool):
            yield fault("must provide an integer", at)
        elif not least <= value <= most:
            yield fault(f"must be between {least} and {most}", at)

    return check


def anything(value: Any, at: str) -> Iterator[str]:
    """What Slack checks elsewhere, or we do not know: any JSON passes."""
    return iter(())


def sequence(item: Check, most: int, *, least: int = 1) -> Check:
    """A list of `least` to `most` items."""

    def check(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield fault("must provide an array", at)
            return
        if len(value) < least:
            yield fault(f"no fewer than {least} items allowed", at)
        if len(value) > most:
            yield fault(f"no more than {most} items allowed", at)
        for place, entry in enumerate(value):
            yield from item(entry, f"{at}/{place}")

    return check


def record(required: Mapping[str, Check], optional: Mapping[str, Check] | None = None) -> Check:
    """An object with these keys and no others."""
    known = {**required, **(optional or {})}

    def check(value: Any, at: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield fault("must provide an object", at)
            return
        for name in required:
            if name not in value:
                yield fault(f"missing required field: {name}", at)
        for name, entry in value.items():
            if name not in known:
                yield fault(f"invalid additional property: {name}", at)
            else:
                yield from known[name](entry, f"{at}/{name}")

    return check


def tagged(kinds: Mapping[str, Check]) -> Check:
    """An object whose `type` says which of these it is."""

    def check(value: Any, at: str) -> Iterator[str]:
        kind = value.get("type") if isinstance(value, dict) else None
        if not isinstance(kind, str):
            yield fault("missing required field: type", at)
        elif kind not in kinds:
            yield fault(f"unsupported type: {kind}", f"{at}/type")
        else:
            yield from kinds[kind](value, at)

    return check


def then(first: Check, *further: Check) -> Check:
    """What `first` finds; the further checks are asked only about what it finds sound."""

    def check(value: Any, at: str) -> Iterator[str]:
        faults = list(first(value, at))
        yield from faults
        if not faults:
            for one in further:
                yield from one(value, at)

    return check


def one_of_keys(*names: str) -> Check:
    """Exactly one of these keys stands in the object."""

    def check(value: Any, at: str) -> Iterator[str]:
        if isinstance(value, dict) and sum(name in value for name in names) != 1:
            yield fault(f"must provide exactly one of: {', '.join(names)}", at)

    return check


def at_least_one_key(*names: str) -> Check:
    def check(value: Any, at: str) -> Iterator[str]:
        if isinstance(value, dict) and not any(name in value for name in names):
            yield fault(f"must provide one of: {', '.join(names)}", at)

    return check
