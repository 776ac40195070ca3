"""One table says who may do what, and the documentation shows the same one."""

from pathlib import Path

import pytest

from bot.casework.authority import SENTENCES, TABLE, Action, Answer, Kind, may, require
from bot.mediation.people import Role, Side, SideId
from bot.mediation.refusals import NotEntitled

DOCS = Path(__file__).parents[2] / "docs" / "authority.md"
SIDE = Side(SideId("a"), "Acme")


def as_markdown() -> str:
    """The table as the documentation shows it."""
    head = "| | " + " | ".join(kind.value for kind in Kind) + " |"
    rule = "|---|" + "---|" * len(Kind)
    rows = [
        f"| {action.value} | " + " | ".join(TABLE[action][kind].value for kind in Kind) + " |"
        for action in Action
    ]
    return "\n".join([head, rule, *rows])


def test_the_documentation_shows_the_table_that_the_code_asks() -> None:
    assert as_markdown() in DOCS.read_text(encoding="utf-8")


def test_every_action_has_an_answer_for_every_kind_of_actor() -> None:
    assert set(TABLE) == set(Action)
    assert all(set(row) == set(Kind) for row in TABLE.values())


def test_every_refusal_says_what_to_do_next() -> None:
    for answer in Answer:
        sentence = SENTENCES[answer]
        assert bool(sentence) != (answer in {Answer.YES, Answer.OWN})
        assert "!" not in sentence
        assert "error" not in sentence.casefold()


def test_an_administrator_has_what_their_place_on_a_side_gives() -> None:
    assert all(row[Kind.ADMIN] is row[Kind.MEMBER] for row in TABLE.values())


def test_nobody_from_outside_may_do_anything() -> None:
    outside = (Kind.GUEST, Kind.OUTSIDER, Kind.OTHER_CHANNEL, Kind.OTHER_WORKSPACE)
    for row in TABLE.values():
        assert all(SENTENCES[row[kind]] for kind in (*outside, Kind.DEACTIVATED))


UP_TO_THE_OTHER = frozenset({Action.CONFIRM_DONE, Action.CONTEST})


@pytest.mark.parametrize("action", sorted(frozenset(Action) - UP_TO_THE_OTHER))
def test_both_roles_may_what_either_may(action: Action) -> None:
    either = any(may(action, frozenset({role})) for role in Role)
    assert may(action, frozenset(Role)) is either is True


def test_a_spokesperson_alone_does_not_sign() -> None:
    with pytest.raises(NotEntitled, match="Signing for Acme is up to its signatories"):
        require(Action.SIGN, frozenset({Role.SPOKESPERSON}), SIDE)
    require(Action.SIGN, frozenset({Role.SIGNATORY}), SIDE)


def test_whom_the_side_did_not_name_may_look_and_raise_and_no_more() -> None:
    nobody: frozenset[Role] = frozenset()
    assert {a for a in Action if may(a, nobody)} == {
        Action.LOOK,
        Action.RAISE,
        Action.CLARIFY,
        Action.DONE,
        Action.REOPEN,
        Action.TRADES,
        Action.OWN_WEEK,
    }
