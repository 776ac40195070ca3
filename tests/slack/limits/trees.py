"""Trees for the property tests: near to what Slack takes, far from it, and anything at all."""

from typing import Any

from hypothesis import strategies as st

from bot.slack.limits.rules import Also, ByType, Each, Else, Is, Line, Name, Rule, Shape, Words

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)
"""Any JSON."""

_ODD: st.SearchStrategy[Any] = st.sampled_from(
    (None, True, -1, 2.5, "", "text", [], [[]], [None], {}, {"type": "section"}, {"text": {}})
)
"""Values of the wrong kind, quick to draw in many places."""

_PIECES = ("word ", "&amp;", "<@U0001>", "<!channel>", "😀", "👩‍🚒", "e\u0301", "<", "&", "\n")
_NEAR = ("primary", "left", "2026-12-04", "14:30", "12.5", "U0ABC", "private", "bullet")


@st.composite
def texts(draw: st.DrawFn, most: int) -> str:
    """A text of about as many characters as are taken, sometimes a little or far more."""
    piece = draw(st.sampled_from(_PIECES))
    times = draw(st.sampled_from((1, 1, 1, 2, 2, most // len(piece), most + 1, 0)))
    return "a" * draw(st.integers(0, 2)) + piece * times


def near(rule: Rule) -> st.SearchStrategy[Any]:
    """Values that look like what a rule asks for, and break it in one place or another."""
    return st.one_of(_of(rule), _of(rule), _of(rule), _of(rule), _ODD)


def _of(rule: Rule) -> st.SearchStrategy[Any]:
    """Made once for each rule: they are values that live as long as the tests."""
    if id(rule) not in _made:
        _made[id(rule)] = _strategy(rule)
    return _made[id(rule)]


_made: dict[int, st.SearchStrategy[Any]] = {}


def _strategy(rule: Rule) -> st.SearchStrategy[Any]:
    match rule:
        case Line() | Name():
            return texts(rule.most)
        case Words():
            return _text_objects(rule)
        case Is():
            return _right(rule)
        case Each():
            return st.deferred(lambda: _lists(rule))
        case Also() | Else():
            return _of(rule.rule)
        case ByType():
            return st.sampled_from(sorted(rule.kinds)).flatmap(lambda k: _of(rule.kinds[k]))
        case Shape():
            return st.deferred(lambda: _objects(rule))
    raise AssertionError(f"no trees for {rule}")


def _text_objects(rule: Words) -> st.SearchStrategy[Any]:
    return st.fixed_dictionaries(
        {"type": st.sampled_from(("plain_text", "mrkdwn")), "text": texts(rule.most)},
        optional={"emoji": st.booleans(), "verbatim": st.booleans(), "other": st.none()},
    )


def _right(rule: Is) -> st.SearchStrategy[Any]:
    literal = [word for word in rule.what.split("'")[1::2] if rule.holds(word)]
    numbers = [n for n in (0, 1, 2, 10, 3_000, 1_700_000_000) if rule.holds(n)]
    flags = [flag for flag in (True, False) if rule.holds(flag)]
    others = [text for text in _NEAR if rule.holds(text)]
    return st.sampled_from([*literal, *numbers, *flags, *others])


def _lists(rule: Each) -> st.SearchStrategy[Any]:
    entry = near(rule.rule)
    few = st.lists(entry, max_size=3)
    many = st.tuples(entry, st.integers(0, rule.most + 2)).map(lambda t: [t[0]] * t[1])
    return st.one_of(few, few, many)


def _objects(rule: Shape) -> st.SearchStrategy[Any]:
    needs = {k: _of(r) for k, r in rule.needs.items()}
    may = {k: near(r) for k, r in rule.may.items()}
    whole = st.fixed_dictionaries(needs, optional={**may, "unknown": _ODD})
    return st.one_of(whole, whole, _without_a_part(whole))


@st.composite
def _without_a_part(draw: st.DrawFn, whole: st.SearchStrategy[Any]) -> Any:
    made = dict(draw(whole))
    if made:
        made.pop(draw(st.sampled_from(sorted(made))))
    return made
