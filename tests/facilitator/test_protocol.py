"""The built-in facilitator answers every call, for any text, without a network."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.casework.words import Facilitator
from bot.facilitator import builtin_facilitator, load_library
from bot.mediation.people import TradeRole
from tests.facilitator.examples import BRIEFS, brief, message, sides

BUILTIN: Facilitator = builtin_facilitator(load_library())

texts = st.text(max_size=400) | st.sampled_from([t for b in BRIEFS.values() for t in b.sources])


@given(text=texts)
@settings(max_examples=60, deadline=None)
def test_any_message_gives_a_title_of_at_most_80_characters(text: str) -> None:
    intake = BUILTIN.intake([message(text)], raised_from="1.0").value
    assert len(intake.title) <= 80
    assert "\n" not in intake.title


@given(mine=texts, wants=texts, yours=texts)
@settings(max_examples=60, deadline=None)
def test_any_two_accounts_give_a_statement_and_terms(mine: str, wants: str, yours: str) -> None:
    said = brief(first=(mine, wants, ""), second=(yours, wants, mine))
    common = BUILTIN.frame(said).value
    assert [s.side for s in common.said] == [side for side, _, _ in said.sides]
    assert all(s.account for s in common.said)
    assert common.question
    agenda = BUILTIN.suggest_terms(said, common).value
    assert 3 <= len(agenda.terms) <= 6
    package = tuple(len(t.options) - 1 for t in agenda.terms)
    reasons = BUILTIN.reasons(agenda, package, sides(said))
    assert set(reasons.gives) == set(reasons.gets) == {s for s, _, _ in said.sides}


@given(text=texts, asker=st.sampled_from(TradeRole))
@settings(max_examples=60, deadline=None)
def test_whoever_asks_gets_three_different_trades_where_a_term_is_named(
    text: str, asker: TradeRole
) -> None:
    trades = BUILTIN.suggest_trades(f"The penalty. {text}", asker=asker, other="Nordpack")
    assert len(trades) == 3
    assert len({t.words for t in trades}) == 3


def test_a_term_is_found_by_its_key() -> None:
    term = BUILTIN.term("otif_target")
    assert term is not None
    assert term.name == "OTIF target"
    assert BUILTIN.term("no_such_term") is None
