"""One side is asked what would clear up most, at most three things, and nothing twice."""

import pytest

from bot.casework.asking import FollowUp, Inquirer, Part
from bot.facilitator import builtin_facilitator, load_library
from bot.mediation.issues import IssueKind

BUILTIN: Inquirer = builtin_facilitator(load_library())


def ask(
    happened: str,
    wants: str = "Keep the target as it is.",
    why: str = "It costs us.",
    **kind: IssueKind,
) -> tuple[FollowUp, ...]:
    return BUILTIN.follow_ups(
        kind=kind.get("kind", IssueKind.LATE_DELIVERY), happened=happened, wants=wants, why=why
    )


def texts(*questions: FollowUp) -> list[str]:
    return [q.text for q in questions]


def test_an_account_that_says_enough_is_asked_nothing() -> None:
    assert ask("By order lines and delivery date, OTIF in October was 97 %.") == ()


def test_a_result_without_a_definition_is_asked_for_one() -> None:
    (question,) = ask("OTIF in October was 97 %.")
    assert question.text == "How do you count OTIF?"
    assert "by order line or by order" in question.reason


def test_an_account_without_a_day_or_a_number_is_asked_for_them() -> None:
    assert texts(*ask("The truck was late.")) == [
        "How many or how much was it, by your own figures?",
        "On which day or in which month was it?",
    ]


def test_a_late_delivery_with_its_day_or_hour_needs_no_number() -> None:
    assert ask("The confirmation said 5/6, and nothing came.") == ()
    assert ask("The truck came at 17:40 on 12 May.") == ()


def test_a_matter_that_turns_on_no_number_is_not_asked_for_one() -> None:
    found = ask("Nobody told us in May.", kind=IssueKind.COMMUNICATION)
    assert found == ()


def test_a_missing_wish_is_asked_for_first() -> None:
    assert ask("The truck was late.", wants="")[0].text.startswith("What would help you now")


def test_the_reason_why_is_asked_along_with_the_promise_that_it_stays() -> None:
    _, question = ask("OTIF in October was 97 %.", why="")
    assert question.part is Part.WHY
    assert "stays with you unless you share it" in question.reason


def test_a_day_or_a_reason_alone_is_worth_no_page_of_its_own() -> None:
    assert ask("By order lines and delivery date, OTIF in October was 97 %.", why="") == ()
    assert ask("By order lines and delivery date, OTIF was 97 %.") == ()


def test_what_both_can_read_already_is_not_asked_again() -> None:
    known = "On 12 October 4 order lines came late, counted by order line and delivery date."
    assert (
        BUILTIN.follow_ups(
            kind=IssueKind.LATE_DELIVERY,
            happened="The truck was late.",
            wants="A plan that holds.",
            why="It costs us.",
            known=known,
        )
        == ()
    )


def test_each_question_says_what_its_answer_is_added_to() -> None:
    assert [q.part for q in ask("It was bad.", wants="", why="")] == [
        Part.WANTS,
        Part.HAPPENED,
        Part.HAPPENED,
    ]


def test_nobody_is_asked_more_than_three_things() -> None:
    found = ask("It was bad.", wants="", why="")
    assert len(found) == 3
    assert len(set(found)) == 3


def test_every_question_has_its_reason_and_asks_politely() -> None:
    for question in ask("It was bad.", wants="", why=""):
        assert question.reason
        assert question.text.endswith(("?", "."))
        assert "!" not in question.text + question.reason


def test_a_spanish_account_is_asked_in_spanish() -> None:
    assert texts(
        *ask("El camión llegó tarde a la tienda de los clientes.", "Que no se repita más.")
    )[0].startswith("¿")


@pytest.mark.parametrize(
    ("why", "question", "words"),
    [
        (
            "Between us: liquidity is thin until May.",
            "May I say that money that comes in time matters to you?",
            "Money that comes in time matters to us.",
        ),
        (
            "Nuestra liquidez es escasa hasta mayo, y no hay más.",
            "¿Puedo decir que para ustedes importa",
            "Para nosotros importa",
        ),
    ],
)
def test_a_reason_is_offered_in_words_that_are_not_its_own(
    why: str, question: str, words: str
) -> None:
    offer = BUILTIN.may_say(why)
    assert offer is not None
    assert offer.question.startswith(question)
    assert offer.words.startswith(words)
    assert not {"liquidity", "liquidez", "May", "mayo"} & set(offer.words.split())


@pytest.mark.parametrize("why", ["", "Because.", "9f3a7c"])
def test_a_reason_that_shows_no_interest_is_offered_in_no_words(why: str) -> None:
    assert BUILTIN.may_say(why) is None


@pytest.mark.parametrize("wants", ["No credit.", "45 days."])
def test_a_short_wish_is_a_wish(wants: str) -> None:
    asked = ask("OTIF in October was 97 %, by order lines and delivery date.", wants=wants)
    assert asked == ()
