"""A person's page: what waits first, promises next, the rest in pages, always within limits."""

from dataclasses import replace

from bot.casework.my_desk import Desk, Promise, Waiting
from bot.casework.next_step import Step
from bot.casework.room import TradesShown
from bot.mediation.stages import Stage
from bot.mediation.terms import Trade
from bot.slack.limits import faults_of_message, faults_of_view
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
    view = home(Desk(promises=(Promise(agreed, mine, True), Promise(agreed, theirs, False))))
    assert faults_of_view(view) == ()
    assert buttons(view)[:2] == ["Mark as done", "Confirm"]
    assert "*You*: Payment term: 30 days" in read(view)
    assert "*Baltic Packaging*: On-time target: 96 %" in read(view)


def test_well_past_a_thousand_cases_are_paged() -> None:
    waiting = tuple(Waiting(c, Step.TELL) for c in MANY[:30])
    seen = 0
    for page in range(-(-len(MANY) // PAGE)):
        view = home(Desk(waiting=waiting, cases=MANY), page)
        assert faults_of_view(view) == ()
        seen += buttons(view).count("Open")
    assert seen == len(MANY)
    assert f"And {30 - MOST_WAITING} more" in read(home(Desk(waiting=waiting)))


def test_a_direct_answer_suggests_trades_or_says_how_to_ask() -> None:
    trade = Trade("a", "b", "a week", "a month", "We could pay sooner.")
    found = Waiting(samples.case(), Step.TELL)
    answer = direct_answer(Desk(waiting=(found,)), TradesShown((trade,)))
    shown = answer.whole
    assert "We could pay sooner." in answer.parts[1]
    assert buttons(answer.below) == buttons(shown.blocks)
    assert faults_of_message(shown.text, list(shown.blocks)) == ()
    assert "We could pay sooner." in read(shown.blocks)
    assert buttons(shown.blocks) == ["Tell your side", "Raise an issue"]
    asked = direct_answer(Desk(), TradesShown(())).whole
    assert faults_of_message(asked.text, list(asked.blocks)) == ()
    assert "Tell me in a sentence" in asked.text


def test_who_asked_for_no_trades_is_told_what_waits_first() -> None:
    found = Waiting(samples.case(), Step.TELL)
    told = direct_answer(Desk(waiting=(found,)), TradesShown(())).whole
    assert told.text == "This waits for you:"
    assert buttons(told.blocks) == ["Tell your side", "Raise an issue"]
    assert direct_answer(Desk(), TradesShown(())).whole.text.startswith(
        "Nothing waits for you. Tell"
    )


def test_where_is_one_choice() -> None:
    assert faults_of_view(where_form()) == ()
