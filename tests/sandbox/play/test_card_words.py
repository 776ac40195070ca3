"""A player goes by the words on a card: they are those that Parley writes, in each language."""

from bot.casework.tongues import TONGUES, Tongue
from bot.mediation.agreement import Progress
from bot.mediation.stages import ENDS
from bot.sandbox.play import card_words, form_words
from bot.sandbox.play.form_words import shown
from bot.sandbox.play.forms_read import packages_in
from bot.sandbox.play.judgement import Term
from tests.sandbox.play.test_card import shown as on_card


def each(key: str, **values: object) -> list[str]:
    return [spoken.say(key, **values) for spoken in TONGUES.values()]


def test_every_way_to_end_is_known_in_each_language() -> None:
    for stage in ENDS:
        said = each(f"stage.{stage.value}")
        assert {card_words.ENDS[line] for line in said} == {said[0]}


def test_what_marks_a_card_is_known_in_each_language() -> None:
    marks = {
        card_words.CASE: each("case", number=1, title="x"),
        card_words.PACKAGE: each("package", letter="A"),
        card_words.ROUND: each("how.round", number=1),
    }
    for known, said in marks.items():
        assert all(line.startswith(start) for line, start in zip(said, known, strict=True))
    assert [*card_words.OPEN] == each(f"promise.{Progress.OPEN.value}")
    assert [*card_words.DONE] == each(f"promise.{Progress.DONE.value}")
    assert [*card_words.KEPT] == each(f"promise.{Progress.CONFIRMED.value}")
    promised = each("promise.by", who="", day="1")
    for by, line in zip(card_words.PROMISED_BY, promised, strict=True):
        assert line.startswith(by)
    held = each("package.changed", today="x")
    for today, line in zip(card_words.TODAY, held, strict=True):
        assert f" ({line}".startswith(today)


def test_every_label_of_a_form_is_what_it_says_in_spanish() -> None:
    english, spanish = (TONGUES[x].sayings for x in ("en", "es"))
    told = {(english[key], spanish[key]) for key in english}
    assert set(form_words.IN_SPANISH.items()) <= told
    for key, (one, other) in {
        "terms.label": form_words.HOLDS,
        "rate.towards": form_words.TOWARDS,
        "rate.better": form_words.BETTER,
        "rate.taken": form_words.BEST,
        "tap.one": form_words.ONE,
        "tap.two": form_words.TWO,
    }.items():
        assert one in english[key]
        assert other in spanish[key]


def test_a_label_is_found_in_whichever_language_it_stands() -> None:
    shown_here = ["Qué les importa", "Garantía, hoy", "Send"]
    assert shown(shown_here, "What matters to you") == "Qué les importa"
    assert shown(shown_here, "Garantía, today") == "Garantía, hoy"
    assert shown(shown_here, "Send") == "Send"
    assert shown(shown_here, "Nowhere") == "Nowhere"


def test_a_spanish_package_is_read_as_an_english_one() -> None:
    terms = [Term("Objetivo OTIF", ("95 %", "98 %"), "95 %"), Term("Garantía", ("1", "2"), "1")]
    told = "Paquete A\n•  Objetivo OTIF: 98 % (hoy 95 %)\nComo hoy: Garantía 1."
    assert packages_in(told, terms) == {"Paquete A": {"Objetivo OTIF": "98 %", "Garantía": "1"}}


def rows_in(spoken: Tongue) -> tuple[str, ...]:
    heads = [spoken.say("package.term"), spoken.say("package.today")]
    gains = spoken.say("package.gains", side="Northwind Foods")
    about = spoken.say("package.about", share=60)
    return (
        " | ".join([*heads, spoken.say("package", letter="A")]),
        "Garantía | 1 | 2",
        f"{gains} | – | {about}",
    )


def test_a_table_is_read_in_each_language() -> None:
    for spoken in TONGUES.values():
        about = spoken.say("package.about", share=60)
        rows = on_card(*rows_in(spoken))
        assert any("Garantía" in row and row.endswith("2") for row in rows)
        assert any("Northwind Foods" in row and about in row for row in rows)
        assert not any(" | " in row for row in rows)
