"""Whatever Slack can send is in the table of who may do what, or is nobody's to decide."""

from collections.abc import Mapping

from bot.casework.authority import Action
from bot.slack.views import actions as names
from tests.slack.listeners.listening import heard

SHOWS = "opens or turns a view of one's own; what is sent from it is asked again"
OPEN = "for everybody in the channel: holds nothing of any side"
TOLD_BY_SLACK = "tells of what happened; nobody acts with it"

ROWS: Mapping[str, Action | str] = {
    "shortcut raise_issue": Action.RAISE,
    "shortcut clarify": Action.CLARIFY,
    "shortcut tradeoffs": Action.TRADES,
    "shortcut raise_issue_anywhere": Action.RAISE,
    "command /parley": "each of its verbs is one of the buttons below",
    names.RAISE: Action.RAISE,
    names.RAISE_ANYWHERE: SHOWS,
    names.WHERE: Action.RAISE,
    names.RAISE_FORM: Action.RAISE,
    names.CLARIFY: Action.CLARIFY,
    names.CLARIFY_FORM: Action.CLARIFY,
    names.LINE: Action.CLARIFY,
    names.LINE_FORM: Action.CLARIFY,
    names.CLEARED: Action.CLEAR,
    names.MAKE_CASE: Action.RAISE,
    names.TRADES: Action.TRADES,
    names.TRADES_AS: Action.TRADES,
    names.HELPFUL: "counted without a name",
    names.MORE: SHOWS,
    names.OPEN: Action.LOOK,
    names.TELL_FORM: Action.TELL,
    names.MORE_FORM: Action.TELL,
    names.CONFIRM_FORM: Action.CHECK,
    names.SETTLES: Action.SETTLE,
    names.BARGAIN: Action.SETTLE,
    names.AGENDA_FORM: Action.TERMS,
    names.EDIT_TERMS: SHOWS,
    names.RATE_FORM: Action.RATE,
    names.FINE_TUNE: SHOWS,
    names.QUESTION: Action.RATE,
    names.LOOK: Action.RATE,
    names.QUESTION_FORM: Action.RATE,
    names.ANSWER_FORM: Action.ANSWER,
    names.SIGN_FORM: Action.SIGN,
    names.OUTSIDE: SHOWS,
    names.STANDSTILL: SHOWS,
    names.STANDSTILL_FORM: Action.STANDSTILL,
    names.STANDSTILL_AGREE: Action.STANDSTILL,
    names.STANDSTILL_LEAVE: Action.STANDSTILL,
    names.WITHDRAW: Action.WITHDRAW,
    names.DONE: Action.DONE,
    names.DONE_ALL: Action.DONE,
    names.DONE_FORM: Action.DONE,
    names.SHOW_FORM: Action.DONE,
    names.CONFIRM: Action.CONFIRM_DONE,
    names.CONFIRM_ALL: Action.CONFIRM_DONE,
    names.FOLLOW_DONE: SHOWS,
    names.FOLLOW_SHOW: SHOWS,
    names.FOLLOW_CONTEST: SHOWS,
    names.CONTEST_FORM: Action.CONTEST,
    names.FOLLOW_CHANGE: SHOWS,
    names.CHANGE_FORM: Action.CHANGE,
    names.FOLLOW_AGREE: Action.CHANGE,
    names.FOLLOW_DROP: Action.CHANGE,
    names.FOLLOW_CASE: Action.REOPEN,
    names.FOLLOW_FITS: Action.REVIEW,
    names.PROMISE: SHOWS,
    names.PROMISE_FORM: Action.CHANGE,
    names.PROMISE_AGREE: Action.CHANGE,
    names.PROMISE_LEAVE: Action.CHANGE,
    names.REOPEN: SHOWS,
    names.REOPEN_FORM: Action.REOPEN,
    names.FELT: Action.FAIR,
    names.COUNT: Action.COUNT,
    names.COUNT_FORM: Action.COUNT,
    names.DESK: SHOWS,
    names.PAGE: SHOWS,
    names.LIST: OPEN,
    names.READ_CASE: Action.LOOK,
    names.READ_TOLD: Action.PRIVATE,
    names.READ_MESSAGE: Action.LOOK,
    names.TOLD: Action.PRIVATE,
    names.CHANGE: Action.PRIVATE,
    names.PULSE: Action.PRIVATE,
    names.PEOPLE: SHOWS,
    names.PEOPLE_FORM: Action.NAME,
    names.NAMED: Action.CONFIRM_NAMED,
    names.ABOUT_US: SHOWS,
    f"{names.ABOUT_US}.again": SHOWS,
    names.ABOUT_FORM: Action.ABOUT_US,
    names.PARTNER: SHOWS,
    f"{names.GOAL}.new": SHOWS,
    names.GOAL_FORM: Action.ABOUT_US,
    names.GOAL: Action.ABOUT_US,
    names.KEPT: OPEN,
    names.STANDING: Action.STANDING,
    names.LEAVE: Action.LEAVE,
    names.SETTINGS: SHOWS,
    names.SETTINGS_WHERE: SHOWS,
    names.SETTINGS_FORM: Action.OWN_WEEK,
    "event app_mention": OPEN,
    "event reaction_added": OPEN,
    "event app_home_opened": SHOWS,
    "event message": TOLD_BY_SLACK,
    "event member_joined_channel": TOLD_BY_SLACK,
    "event member_left_channel": TOLD_BY_SLACK,
    "event channel_unarchive": TOLD_BY_SLACK,
    "event group_unarchive": TOLD_BY_SLACK,
    "event channel_shared": TOLD_BY_SLACK,
    "event channel_unshared": TOLD_BY_SLACK,
}


def test_every_listener_that_is_registered_has_a_row() -> None:
    assert heard() == set(ROWS)


def test_every_row_of_the_table_can_be_sent() -> None:
    parts_of_a_form = {Action.ATTEST, Action.CHANNEL_WEEK, Action.DAYS_OFF}
    sent = {row for row in ROWS.values() if isinstance(row, Action)}
    assert sent | parts_of_a_form == set(Action)
