"""Who may do what: one table, action by kind of actor, that every use case asks.

`docs/authority.md` shows the same table; `tests/slack/listeners/test_authority.py` walks it.
"""

from collections.abc import Mapping
from enum import StrEnum

from bot.mediation.both_or_all import both_or_all
from bot.mediation.people import Partnership, Role, Side
from bot.mediation.refusals import NotEntitled, Outsider, Refusal


class NotYetKnown(Refusal):
    """The directory does not hold this person, or not in this channel; a job reads it again."""


class Action(StrEnum):
    LOOK = "open a case"
    RAISE = "raise an issue"
    CLARIFY = "write a line to clarify"
    CLEAR = "say that a clarification is cleared up"
    TELL = "tell the side's story"
    CHECK = "check the side's part of the statement"
    SETTLE = "say whether the statement settles it"
    TERMS = "set the terms"
    RATE = "rate in private"
    ANSWER = "answer packages in private"
    SIGN = "sign"
    ATTEST = "attest a signature from outside Slack"
    STANDSTILL = "propose a standstill and agree to one"
    DONE = "mark the side's promise as done"
    CONFIRM_DONE = "confirm that the side's promise is done"
    CONTEST = "say what is missing in the side's promise"
    CHANGE = "ask for another promise, and answer that"
    REVIEW = "say that what was agreed still fits"
    FAIR = "say in private whether it was fair"
    REOPEN = "take a case up again"
    WITHDRAW = "withdraw the case"
    PRIVATE = "read and change the side's private answers"
    NAME = "name who speaks and who signs"
    ABOUT_US = "say how the side works, and share goals"
    STANDING = "agree for the organisation to what is kept"
    LEAVE = "take the side's consent back in a case, and take part again"
    CONFIRM_NAMED = "confirm somebody whom the other side named"
    COUNT = "count together"
    TRADES = "ask for trade-offs"
    CHANNEL_WEEK = "set what the channel is told, and when"
    DAYS_OFF = "set the side's days off"
    OWN_WEEK = "set one's own week and reminders"


class Kind(StrEnum):
    """What somebody is, seen from one side of a case.

    ADMIN is an administrator of the workspace whom the side has not named: it counts for nothing.
    """

    SPOKESPERSON = "own spokesperson"
    SIGNATORY = "own signatory"
    MEMBER = "own member"
    ADMIN = "admin"
    GUEST = "guest"
    OTHER_SIDE = "other side"
    OUTSIDER = "outsider"
    OTHER_CHANNEL = "other channel"
    OTHER_WORKSPACE = "other workspace"
    DEACTIVATED = "deactivated person"


class Answer(StrEnum):
    """A cell of the table. OWN: allowed, and it touches the actor's own side alone."""

    YES = "yes"
    OWN = "for their own side"
    SPEAKS = "up to who speaks"
    SIGNS = "up to who signs"
    PROMISED = "up to who promised"
    CONFIRMS = "up to the other side"
    NAMED = "up to the side that did not name them"
    GUEST = "on no side until named by both"
    OUTSIDE = "on no side"
    AWAY = "not in this channel"
    UNKNOWN = "not known here"


SENTENCES: Mapping[Answer, str] = {
    Answer.YES: "",
    Answer.OWN: "",
    Answer.SPEAKS: "{side} has named who speaks for it here. Please ask one of them; they stand "
    "under “Your side's people” on My desk.",
    Answer.SIGNS: "Signing for {side} is up to its signatories. Please ask one.",
    Answer.PROMISED: "The side that promised this marks it as done; you can confirm it then.",
    Answer.CONFIRMS: "This is your side's promise; it is confirmed by those to whom it was made.",
    Answer.NAMED: "Your side has named them, so somebody of another side confirms it.",
    Answer.GUEST: "This is between {names}, and as a guest you are on {neither} side here until "
    "one side has named you and {another} has confirmed it. Please ask somebody you work with to "
    "name you, on My desk.",
    Answer.OUTSIDE: "This is between {names}, and you are on {neither} side here, so there is "
    "nothing for you to fill in. If that is not right, ask someone of your side to name you, on "
    "My desk.",
    Answer.AWAY: "You do not seem to be in this channel any more, so this was not passed on. If "
    "you are, please send it once more; if not, a colleague who is can go on.",
    Answer.UNKNOWN: "Parley has not met you yet and is seeing which side you are on, which takes "
    "a second. Please press that once more; nothing is lost.",
}
"""What a person is told, by cell. `side` is their own side's name, `names` all sides'."""

_NOBODYS = (
    Answer.GUEST,
    Answer.OWN,
    Answer.OUTSIDE,
    Answer.AWAY,
    Answer.UNKNOWN,
    Answer.AWAY,
)
_ANY = (Answer.YES, Answer.YES, Answer.YES, Answer.YES, *_NOBODYS)
_SPEAKING = (Answer.YES, Answer.YES, Answer.SPEAKS, Answer.SPEAKS, *_NOBODYS)
_SIGNING = (Answer.SIGNS, Answer.YES, Answer.SIGNS, Answer.SIGNS, *_NOBODYS)
_NO_OTHERS = (Answer.GUEST, Answer.PROMISED, *_NOBODYS[2:])
_CONFIRMING = (*(Answer.CONFIRMS,) * 4, Answer.GUEST, Answer.YES, *_NOBODYS[2:])

_ROWS: Mapping[Action, tuple[Answer, ...]] = {
    Action.LOOK: _ANY,
    Action.RAISE: _ANY,
    Action.CLARIFY: _ANY,
    Action.CLEAR: _SPEAKING,
    Action.TELL: _SPEAKING,
    Action.CHECK: _SPEAKING,
    Action.SETTLE: _SPEAKING,
    Action.TERMS: _SPEAKING,
    Action.RATE: _SPEAKING,
    Action.ANSWER: _SPEAKING,
    Action.SIGN: _SIGNING,
    Action.ATTEST: _SPEAKING,
    Action.STANDSTILL: _SPEAKING,
    Action.DONE: (*_ANY[:4], *_NO_OTHERS),
    Action.CONFIRM_DONE: _CONFIRMING,
    Action.CONTEST: _CONFIRMING,
    Action.CHANGE: _SPEAKING,
    Action.REVIEW: _SPEAKING,
    Action.FAIR: _SPEAKING,
    Action.REOPEN: _ANY,
    Action.WITHDRAW: _SPEAKING,
    Action.PRIVATE: _SPEAKING,
    Action.NAME: _SPEAKING,
    Action.ABOUT_US: _SPEAKING,
    Action.STANDING: _SIGNING,
    Action.LEAVE: _SPEAKING,
    Action.CONFIRM_NAMED: (*_SPEAKING[:4], Answer.GUEST, Answer.NAMED, *_NOBODYS[2:]),
    Action.COUNT: _SPEAKING,
    Action.TRADES: _ANY,
    Action.CHANNEL_WEEK: _SPEAKING,
    Action.DAYS_OFF: _SPEAKING,
    Action.OWN_WEEK: _ANY,
}

TABLE: Mapping[Action, Mapping[Kind, Answer]] = {
    action: dict(zip(Kind, row, strict=True)) for action, row in _ROWS.items()
}


def own_kind(roles: frozenset[Role]) -> Kind:
    """What somebody of a side is to it. Who may both speak and sign counts for the action."""
    if Role.SPOKESPERSON in roles:
        return Kind.SPOKESPERSON
    return Kind.SIGNATORY if Role.SIGNATORY in roles else Kind.MEMBER


LEFT_ALONE = (
    "Whom {side} had named for this has left the channel. You can name who goes on, yourself too, "
    "under “Your side's people” on My desk."
)


def may(action: Action, roles: frozenset[Role], *, left_alone: bool = False) -> bool:
    """Whether somebody of a side with these roles may do this for it.

    A member with both roles may do what either of them may. left_alone: everybody whom the side
    had named is gone; then anybody of it may name anew, and nothing else.
    """
    if left_alone and action is Action.NAME:
        return True
    kinds = [own_kind(frozenset({role})) for role in roles] or [Kind.MEMBER]
    return any(not SENTENCES[TABLE[action][kind]] for kind in kinds)


def require(
    action: Action, roles: frozenset[Role], side: Side, *, left_alone: bool = False
) -> None:
    """Raise NotEntitled unless these roles allow it."""
    if not may(action, roles, left_alone=left_alone):
        answer = TABLE[action][own_kind(roles)]
        sentence = LEFT_ALONE if left_alone else SENTENCES[answer]
        raise NotEntitled(sentence.format(side=side.name))


def turned_away(action: Action, kind: Kind, partnership: Partnership) -> Refusal:
    """The refusal for somebody who is on no side here."""
    answer = TABLE[action][kind]
    names = [s.name for s in partnership.sides]
    listed = " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
    sentence = both_or_all(SENTENCES[answer], names, names=listed)
    if answer in {Answer.AWAY, Answer.UNKNOWN}:
        return NotYetKnown(sentence)
    return Outsider(sentence)
