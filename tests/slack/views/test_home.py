"""A person's page: what waits first, promises next, the rest in pages, always within limits."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.casework.asked_fair import AskedFair
from bot.casework.ledger import Moment
from bot.casework.my_desk import Desk, Waiting
from bot.casework.next_step import Step
from bot.casework.owed import Promise
from bot.casework.shown import Alone, Asked, TradesShown
from bot.mediation.agreement import Progress
from bot.mediation.stages import Stage
from bot.mediation.terms import Trade
from bot.slack.limits import faults_of_message, faults_of_view
from bot.slack.newer_blocks import Streamed
from bot.slack.views.private.direct import direct_answer
from bot.slack.views.private.home import MOST_WAITING, PAGE, home
from bot.slack.views.private.where_form import where_form
from tests.slack import samples
from tests.slack.shown import buttons, read

MANY = tuple(replace(samples.case(), id=f"c{n}", number=n) for n in range(1, 1_201))


def test_an_empty_page_says_so() -> None:
    view = home(Desk())
    assert faults_of_view(view) == ()
    assert "Nothing waits for you" in read(view)
    assert buttons(view) == ["Raise an issue", "What is kept"]


def test_what_waits_comes_first_with_the_button_of_its_step() -> None:
    found = Waiting(samples.case(Stage.PROPOSED), Step.ANSWER)
    view = home(Desk(waiting=(found,), cases=(samples.case(),)))
    assert faults_of_view(view) == ()
    assert buttons(view)[:2] == ["Answer in private", "Open"]


def test_promises_are_marked_or_confirmed_here() -> None:
    agreed = samples.case(Stage.AGREED)
    assert agreed.agreement is not None
    theirs, mine = agreed.agreement.commitments
    promises = (Promise(agreed, mine, True), Promise(agreed, theirs, False))
    view = home(Desk(promises=promises, today=mine.due))
    assert faults_of_view(view) == ()
    assert "Nothing waits for you" not in read(view)
    assert buttons(view)[:2] == ["Mark as done", "Confirm"]
    assert "*You*: Payment term: 30 days" in read(view)
    assert "*Baltic Packaging*: On-time target: 96 %" in read(view)
    assert "  ·  Baltic Packaging, case " in read(view), "whom one promised it to"


def test_the_week_stands_on_top_what_is_late_first_and_what_is_far_off_below() -> None:
    agreed = samples.case(Stage.AGREED)
    assert agreed.agreement is not None
    theirs, mine = agreed.agreement.commitments
    missing = replace(mine, progress=Progress.CONTESTED, contested_because="Week 20")
    far = replace(mine, key="far", due=mine.due + timedelta(days=90))
    desk = Desk(
        waiting=(Waiting(samples.case(Stage.PROPOSED), Step.ANSWER),),
        promises=tuple(Promise(agreed, p, p is not theirs) for p in (far, missing, theirs)),
        today=mine.due - timedelta(days=20),
    )
    view = home(desk)
    assert buttons(view)[:4] == ["Mark as done", "Answer in private", "Confirm", "Mark as done"]
    first, later = read(view).split("Promises")
    assert "_Seen missing:_ Week 20" in first
    assert later.count("Mark as done") == 1


@pytest.mark.parametrize("moment", list(Moment))
def test_whether_it_was_fair_is_asked_on_the_desk_until_it_is_said(moment: Moment) -> None:
    view = home(Desk(fair=(AskedFair(samples.case(Stage.AGREED), moment),)))
    assert faults_of_view(view) == ()
    assert buttons(view)[:3] == ["Fair", "Mostly fair", "Not fair"]
    assert f"*Case {samples.case().number}: " in read(view)


def test_well_past_a_thousand_cases_are_paged() -> None:
    waiting = tuple(Waiting(c, Step.TELL) for c in MANY[:30])
    seen = 0
    for page in range(-(-len(MANY) // PAGE)):
        view = home(Desk(waiting=waiting, cases=MANY), page)
        assert faults_of_view(view) == ()
        seen += buttons(view).count("Open")
    assert seen == len(MANY)
    assert f"And {30 - MOST_WAITING} more" in read(home(Desk(waiting=waiting)))


def _answer(
    asked: Asked = Asked.TRADES, *trades: Trade, waits: bool = False, language: str = "en"
) -> Streamed:
    waiting = (Waiting(samples.case(), Step.TELL),) if waits else ()
    return direct_answer(Alone(Desk(waiting=waiting), asked, language, TradesShown(trades)))


TRADE = Trade("a", "b", "a week", "a month", "We could pay sooner.")


@pytest.mark.parametrize("asked", list(Asked))
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("waits", [True, False])
def test_a_direct_answer_fits_slack(asked: Asked, language: str, waits: bool) -> None:
    answer = _answer(asked, waits=waits, language=language)
    assert faults_of_message(answer.whole.text, list(answer.whole.blocks)) == ()
    assert faults_of_message(answer.whole.text, list(answer.below)) == ()
    assert answer.whole.text in read(answer.whole.blocks)


def test_a_direct_answer_suggests_trades_and_then_says_once_what_waits() -> None:
    answer = _answer(Asked.TRADES, TRADE, waits=True)
    assert "We could pay sooner." in answer.parts[1]
    assert buttons(answer.below) == buttons(answer.whole.blocks)
    told = read(answer.whole.blocks)
    assert told.count("aits for you") == 1
    assert "Case 12: Late delivery penalty" in told
    assert buttons(answer.below) == ["Tell your side", "Raise an issue"]


def test_who_asked_for_no_trades_is_told_what_waits_first() -> None:
    told = _answer(Asked.WAITS, waits=True).whole
    assert told.text == "This waits for you:"
    assert read(told.blocks).count("aits for you") == 1
    assert _answer(Asked.WAITS).whole.text.startswith("Nothing waits for you. Tell me")


def test_who_asks_for_help_or_to_raise_an_issue_is_told_how() -> None:
    assert "What waits for me?" in _answer(Asked.HELP, waits=True).whole.text
    assert "Case 12" not in read(_answer(Asked.HELP, waits=True).whole.blocks)
    assert _answer(Asked.RAISE).whole.text.startswith("An issue is raised in the channel")


def test_a_question_in_spanish_is_answered_in_spanish_throughout() -> None:
    told = read(_answer(Asked.TRADES, TRADE, waits=True, language="es").whole.blocks)
    for words in (
        "Esto se podría intercambiar.",
        "Lo que les cuesta:",
        "Solo usted ve esto",
        "Caso 12: ",
    ):
        assert words in told
    for words in ("Costs you", "Only you", "aits for you", "Raise an issue"):
        assert words not in told


def test_where_is_one_choice() -> None:
    assert faults_of_view(where_form()) == ()
