"""Hypothesis strategies for every domain value that is stored."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

from hypothesis import strategies as st

from bot.mediation.caucus import PrivateText
from bot.mediation.people import SideId, TradeRole
from bot.mediation.terms import Agenda, Term

T = TypeVar("T")

texts = st.text(
    alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=30
)
"""Any text that both databases can hold: PostgreSQL has no place for a zero byte."""

moments = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
whole = st.integers(min_value=-(2**31), max_value=2**31)


@st.composite
def terms(draw: Callable[..., Any]) -> Term:
    options = draw(
        st.lists(texts.filter(bool), min_size=1, max_size=5, unique_by=lambda o: o.casefold())
    )
    today = draw(st.none() | st.integers(0, len(options) - 1))
    return Term(
        key=draw(texts),
        name=draw(texts.filter(lambda n: bool(n.strip()))),
        options=tuple(options),
        today=today,
        unit=draw(texts),
        definition=draw(texts),
        wants_more=draw(st.none() | st.sampled_from(TradeRole)),
        duty=draw(st.none() | st.sampled_from(TradeRole)),
        holds=draw(st.booleans()),
        traded_for=tuple(draw(st.lists(texts, max_size=2))),
    )


@st.composite
def agendas(draw: Callable[..., Any]) -> Agenda:
    held = draw(st.lists(terms(), min_size=1, max_size=4, unique_by=lambda t: t.key))
    pairs = st.frozensets(st.tuples(st.sampled_from([t.key for t in held]), st.integers(0, 3)))
    return Agenda(
        terms=tuple(held),
        edition=draw(st.integers(1, 9)),
        confirmed_by=frozenset(draw(st.lists(texts, max_size=2))),
        forbidden=tuple(draw(st.lists(pairs, max_size=2))),
    )


st.register_type_strategy(str, texts)
st.register_type_strategy(int, whole)
st.register_type_strategy(datetime, moments)
st.register_type_strategy(Term, terms())
st.register_type_strategy(Agenda, agendas())
st.register_type_strategy(
    PrivateText,
    st.builds(lambda text, owner: PrivateText(text, owner=SideId(owner)), texts, texts),
)


def values(kind: type[T]) -> st.SearchStrategy[T]:
    """Any value of a stored type, every field of it filled in."""
    return st.from_type(kind)
