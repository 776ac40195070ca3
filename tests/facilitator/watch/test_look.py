"""The watch keeps out of what is not for a facilitator, and leaves ordinary quarrels alone."""

import pytest

from bot.facilitator import WordWatch
from bot.mediation.concerns import Concern
from tests.facilitator.examples import BRIEFS

WATCH = WordWatch()


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("Deliver on Monday or I know where you live.", Concern.THREAT),
        ("You'll regret this!", Concern.THREAT),
        ("Fuck you and your trucks.", Concern.HARASSMENT),
        ("Go back to your country.", Concern.HARASSMENT),
        ("The driver was injured at your dock.", Concern.SAFETY),
        ("We found glass in the jars.", Concern.SAFETY),
        ("Your competitor charges 4 EUR less.", Concern.COMPETITION),
        ("All suppliers agreed to raise by 6 %.", Concern.COMPETITION),
        ("*watch  your\nback*", Concern.THREAT),
        ("Os vais a arrepentir.", Concern.THREAT),
        ("Hay una fuga de gas en el muelle.", Concern.SAFETY),
        ("Otro proveedor cobra menos.", Concern.COMPETITION),
        ("I know where you live, and your competitor charges less.", Concern.THREAT),
        ("I'll find you and your kids.", Concern.THREAT),
        ("He keeps putting his hand on my back.", Concern.HARASSMENT),
        ("We don't talk to Gypsies.", Concern.HARASSMENT),
        ("A worker lost two fingers in the machine.", Concern.SAFETY),
        ("The guard on the press was removed so that it runs faster.", Concern.SAFETY),
        ("Un operario perdió un dedo con la prensa.", Concern.SAFETY),
        ("Hapag offered us 1,450 a box, beat that.", Concern.COMPETITION),
        ("All three of us should stay above 90 a tonne.", Concern.COMPETITION),
        ("Maersk nos da 1.300 por contenedor, igualadlo.", Concern.COMPETITION),
    ],
)
def test_a_text_that_is_not_for_a_facilitator_is_stopped(text: str, concern: Concern) -> None:
    stop = WATCH.look(text, person="Ana Ruiz")
    assert stop is not None
    assert stop.concern is concern
    assert "Ana Ruiz" in stop.sentence


@pytest.mark.parametrize(
    "text",
    [
        *(s.happened for b in BRIEFS.values() for s in b.statements),
        "This is unacceptable, you are incompetent and we will call our lawyer.",
        "We are killing the line at noon.",
        "Exclusivity means that you sell to no competitor.",
        "The competitor in the next street is cheaper to reach.",
        "The shipment was hit by the strike; the load was not secured.",
        "A price increase of 6 % hurts our margin.",
        "Nos duele la subida del precio.",
        "",
    ],
)
def test_an_ordinary_quarrel_is_left_alone(text: str) -> None:
    assert WATCH.look(text, person="Ana Ruiz") is None


STOPPED = {
    Concern.THREAT: (
        "Next time I'll come over and hurt your driver.",
        "We know where your children play.",
        "It would be a pity if an accident would happen; an accident might happen to your family.",
        "Someone will burn down your warehouse.",
        "Te voy a partir la cara.",
        "Sabemos a qué colegio van tus hijos.",
        "We know where you park, so watch out.",
        "You'll be sorry, believe me.",
        "Somebody should punch that dispatcher.",
    ),
    Concern.HARASSMENT: (
        "Your planner keeps making sexual remarks to my team.",
        "He groped my colleague at the fair.",
        "Women cannot drive a forklift, everybody knows.",
        "Esa está en compras solo por su cara bonita.",
        "Recibo comentarios sexuales de vuestro jefe de tráfico.",
    ),
    Concern.SAFETY: (
        "A worker was almost crushed between dock and trailer.",
        "Two consumers got sick after eating the salad.",
        "Milk is fine, but the soy is not declared and gluten is missing on the label.",
        "There were shards: glass splinters in the jars.",
        "The lab found listeria in lot 7.",
        "El operario quedó atrapado en el muelle.",
        "Hay trazas de avellana en el lote 3.",
        "It smells of gas near dock 4.",
        "Two of our people were hurt.",
        "Huele a gas junto al muelle 4.",
        "Los frenos de la carretilla no funcionan.",
    ),
    Concern.COMPETITION: (
        "Another carrier bills us 0.95 EUR per km.",
        "A rival vendor offered 8 % more discount.",
        "We got a rate from another forwarder: fine, the rate of another forwarder.",
        "The other supplier's price is lower.",
        "We pay 2.10 EUR at your competitor.",
        "Globex quotes us 7.80 and you ask 8.40.",
        "How much discount do you give Initech?",
        "We could all raise our prices together in March.",
        "Another customer pays you 3 % more.",
        "Globex has quoted us 1,900 per box, can you match it?",
        "The people at Globex charge 45 an hour, you 60.",
        "Their quote is 11.80 and you ask 13.10.",
        "What is Initech paying you per case?",
        "If we all hold the price until March, nobody loses.",
        "We could split the north between the two of you.",
        "Si todos mantenemos el precio hasta marzo, nadie pierde.",
        "Initech os paga 0,98 por caja.",
        "Otro transportista nos cobra 0,90 € por km.",
        "La tarifa de un competidor es más baja.",
        "¿Cuánto cobráis a Initech?",
    ),
}


@pytest.mark.parametrize(
    ("text", "concern"), [(text, c) for c, texts in STOPPED.items() for text in texts]
)
def test_what_others_charge_and_what_harms_somebody_is_seen_in_any_words(
    text: str, concern: Concern
) -> None:
    stop = WATCH.look(text, person="Ana Ruiz")
    assert stop is not None
    assert stop.concern is concern


HARMLESS = (
    "The carrier charges us 75 EUR for the second delivery and you billed it to us.",
    "Baltic charges us 75 EUR an hour for waiting.",
    "Your rate is 1,450 per load, the contract says 1,300.",
    "Another supplier needs 5 days to answer, you need 10.",
    "The other carrier brought 12 pallets on time.",
    "A second delivery cost us 90 EUR.",
    "Another order was short by 4 pallets.",
    "What do you charge for storage?",
    "What do you pay after 60 days?",
    "The others agreed too, so the call is on Monday.",
    "We all agreed on 95 % last year.",
    "We agreed with the carrier on two slots a day.",
    "We should all look at the figures together.",
    "Prices rose by 6 % in the whole market, the index says.",
    "We will hurt for a year if this stays.",
    "This penalty will kill our margin.",
    "The truck hit the rack and two boxes were crushed.",
    "The pallet was crushed, 14 cartons are lost.",
    "The label was not on the box.",
    "Nuts and bolts are missing on pallet 3.",
    "The peanut butter arrived 2 days late.",
    "The lactose order was 400 kg short.",
    "Metal parts in the box were bent.",
    "Glass jars in the second layer were broken.",
    "The plant caught up by Friday.",
    "The truck hit the dock, nobody was hurt.",
    "You will be sorry to hear that the lot is late.",
    "If you raise the price, we have to look at the volume.",
    "We should hit the target by May.",
    "We split the order between the two plants.",
    "Si subimos el precio, lo decimos con 60 días.",
    "Transportes Ega os ofrece 2 días más.",
    "Women and men of the night shift loaded the truck.",
    "The gas surcharge is 3 %.",
    "Their rate of answers is 80 %, you ask for 95 %.",
    "The brakes order of May is still open: 300 pieces.",
    "Our planner was ill on Monday, nobody answered.",
    "The offer of May names 4 %.",
    "Please quote us 500 pieces by Friday.",
    "You know where our dock is.",
    "Your office is closed at 17:00.",
    "We will come to your office on Tuesday with the figures.",
    "Exclusivity: you would sell to no other retailer for 12 months.",
    "Another supplier could have it made elsewhere.",
    "El transportista nos cobra 60 EUR por la segunda entrega.",
    "Otro pedido llegó 3 días tarde.",
    "Otro proveedor tarda 5 días en contestar.",
    "Nos vamos a matar a trabajar para llegar.",
    "Los demás ya firmaron el acta de la reunión.",
    "La oferta de mayo dice 4 %.",
    "El conductor quedó en llamar a las 8.",
    "¿Cuánto cobran por el almacenaje?",
)


@pytest.mark.parametrize("text", HARMLESS)
def test_ordinary_words_that_sound_like_it_are_left_alone(text: str) -> None:
    assert WATCH.look(text, person="Ana Ruiz") is None


@pytest.mark.parametrize("text", ["watch your back", "got injured", "puta", "all suppliers agreed"])
def test_what_is_said_is_kind_and_names_one_next_step(text: str) -> None:
    stop = WATCH.look(text, person="{person}")
    assert stop is not None
    assert "!" not in stop.sentence
    assert stop.words == text
    assert stop.sentence.count("{person}") == 1


def test_what_the_writer_was_told_of_is_passed_and_the_rest_still_seen() -> None:
    text = "The driver was injured, and your competitor charges less."
    first = WATCH.look(text, person="Ana Ruiz")
    assert first is not None
    assert first.concern is Concern.SAFETY
    second = WATCH.look(text, person="Ana Ruiz", passed=frozenset({Concern.SAFETY}))
    assert second is not None
    assert (second.concern, second.words) == (Concern.COMPETITION, "your competitor charges")
    assert "“your competitor charges”" in second.sentence


@pytest.mark.parametrize(
    "text",
    [
        "We will have to kill the order if it is not here by Friday.",
        "Our safety stock is down to two days.",
        "Please send the price from your competitor list.",
        "The machine stops when the guard is open.",
        "If you don't deliver by May we will not pay the fee.",
        "What Anna asks is only an answer by Friday.",
        "DHL quoted a lead time of 4 days.",
        "El stock de seguridad está a cero, y esa penalización nos mata.",
    ],
)
def test_harsh_words_about_the_matter_are_no_reason_to_stop(text: str) -> None:
    assert WATCH.look(text, person="Ana") is None


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("I know where you live.", "Please speak with somebody on your side whom you trust."),
        ("Os vais a arrepentir.", "hablen con alguien de su parte en quien confíen."),
    ],
)
def test_where_nobody_is_known_it_says_so_in_the_language_of_the_sign(text: str, whom: str) -> None:
    stop = WATCH.look(text, person="")
    assert stop is not None
    assert whom in stop.sentence
