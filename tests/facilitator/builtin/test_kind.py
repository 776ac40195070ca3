"""The kind of issue is where most cues point; how people are spoken to counts half."""

import pytest

from bot.facilitator import builtin_facilitator, load_library
from bot.facilitator.builtin.kind import kind_of, urgency_of
from bot.facilitator.builtin.voice import voice
from bot.mediation.issues import IssueKind, Urgency

VOICE = voice("en", load_library())
BUILTIN = builtin_facilitator(load_library())


@pytest.mark.parametrize("kind", [k for k in IssueKind if k is not IssueKind.OTHER])
def test_every_kind_is_found_by_its_own_cues(kind: IssueKind) -> None:
    cues = VOICE.library.cues[kind][:4]
    assert kind_of([(", ".join(cues), 1.0)], VOICE) is kind


def test_the_raised_message_weighs_more_than_the_thread() -> None:
    price, late = "The price increase is too high.", "The delivery was late."
    assert kind_of([(price, 2.0), (late, 0.5)], VOICE) is IssueKind.PRICE
    assert kind_of([(price, 0.5), (late, 2.0)], VOICE) is IssueKind.LATE_DELIVERY


def test_the_matter_comes_before_how_it_was_said() -> None:
    assert kind_of([("You said that the price is fixed.", 1.0)], VOICE) is IssueKind.PRICE


def test_a_word_said_fifty_times_does_not_drown_the_rest() -> None:
    text = "price " * 50 + "the delivery was late, OTIF fell, the penalty was deducted, delay"
    assert kind_of([(text, 1.0)], VOICE) is IssueKind.LATE_DELIVERY


@pytest.mark.parametrize("text", ["", "Blue or green?", "12345"])
def test_without_a_cue_it_is_something_else(text: str) -> None:
    assert kind_of([(text, 1.0)], VOICE) is IssueKind.OTHER


@pytest.mark.parametrize("text", ["5 days", "Any news?", "Blue, as before?"])
def test_what_is_not_clear_is_left_to_people(text: str) -> None:
    assert kind_of([(text, 1.0)], VOICE) is IssueKind.OTHER


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (
            "quality",
            ["The lids of the jars crack as soon as you close them", "Not ours"],
        ),
        ("payment", ["Our books have nothing from you, no transfer came in", "It left on Tuesday"]),
        (
            "exclusivity",
            ["Mi tienda es la única que debía tenerlo y otra lo vende", "No es eso"],
        ),
    ],
)
def test_a_thread_without_a_cue_is_read_by_all_its_words(kind: str, texts: list[str]) -> None:
    speaks = BUILTIN.voice_for(texts)
    assert kind_of([(t, 2.0 / n) for n, t in enumerate(texts, 1)], speaks) is IssueKind(kind)


def test_urgent_goes_before_unhurried() -> None:
    assert urgency_of("No rush, but the line stops tonight.", VOICE) is Urgency.URGENT


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("volume", "The MOQ goes from 300 to 900, and we pay for what we cannot sell."),
        ("exclusivity", "We paid for the samples, and exclusivity runs until May."),
        ("service_level", "The portal was down and we paid the full fee."),
        ("late_delivery", "The truck came two days late and we are charged for it."),
        ("other", "By the pallet account you owe us 88 euro pallets."),
        ("communication", "Our people worked through the night for you, and not a word."),
        ("payment", "You still owe us 4,000 EUR."),
    ],
)
def test_words_of_paying_come_after_the_matter(kind: str, text: str) -> None:
    assert kind_of([(text, 1.0)], VOICE) is IssueKind(kind)


@pytest.mark.parametrize(
    "text",
    [
        "You pay 20 days late every month.",
        "Payments arrive 20 days late.",
        "Los pagos llegan 20 días tarde.",
        "Nos pagan con 20 días de retraso.",
        "Cobramos siempre tarde, 20 días de media.",
        "Vuestro cliente paga a 90 días y el plazo legal es de 60.",
    ],
)
def test_money_that_is_late_is_no_late_delivery(text: str) -> None:
    assert kind_of([(text, 1.0)], BUILTIN.voice_for([text])) is IssueKind.PAYMENT


def test_a_word_said_in_passing_decides_nothing_over_a_turn_of_phrase() -> None:
    text = "On Saturday nine of us loaded the truck, and at the meeting not a word of thanks."
    assert kind_of([(text, 1.0)], VOICE) is IssueKind.COMMUNICATION


@pytest.mark.parametrize(
    "text",
    [
        "Per diem for the container: 14 days out at $95/day.",
        "The box had 7 free days and came back to the depot on the 13th.",
    ],
)
def test_a_container_that_stays_out_is_detention(text: str) -> None:
    assert kind_of([(text, 1.0)], VOICE) is IssueKind.DETENTION


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1,800 cracked necks out of 240,000 this week, and we want a credit note.", "quality"),
        ("14 of 33 pallets came in wet. Who pays for that?", "quality"),
        ("Labels have the wrong allergen text.", "quality"),
        ("Las cajas llegaron mojadas. ¿Quién paga eso?", "quality"),
        ("You changed the drawing and now want the old price for it?", "scope"),
        ("We ordered 4,000 cartons and got 3,200. The rest came a week later.", "late_delivery"),
    ],
)
def test_what_went_wrong_comes_before_what_is_asked_for_it(text: str, kind: str) -> None:
    assert kind_of([(text, 1.0)], BUILTIN.voice_for([text])) is IssueKind(kind)


@pytest.mark.parametrize(
    "text", ["You billed an urgent surcharge.", "Nos habéis facturado un recargo urgente."]
)
def test_an_urgent_surcharge_makes_no_issue_urgent(text: str) -> None:
    assert urgency_of(text, BUILTIN.voice_for([text])) is Urgency.NORMAL
