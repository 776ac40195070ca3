"""The language is the one that people write in; nothing is kept between two calls."""

from typing import Any

import pytest

from bot.casework.words import Facilitator, Worded
from bot.facilitator import builtin_facilitator, load_library
from bot.mediation.people import TradeRole
from tests.facilitator.examples import BRIEFS, brief, message, sides

LIBRARY = load_library()
BUILTIN = builtin_facilitator(LIBRARY)
SPANISH = brief(
    first=("El camión llegó tarde y la línea paró.", "Que no se repita.", "Es caro."),
    second=("El camión salió a tiempo.", "Que se mire juntos.", "El plan se rompe."),
)


def test_it_honours_the_protocol() -> None:
    facilitator: Facilitator = BUILTIN
    assert facilitator.term("moq") is not None


def test_it_never_says_that_a_model_worded_anything() -> None:
    said = BRIEFS["otif"]
    worded: list[Worded[Any]] = [
        BUILTIN.intake([message("OTIF was 93 %.")], raised_from="1.0"),
        BUILTIN.frame(said),
        BUILTIN.suggest_terms(said, None),
    ]
    assert all(not w.by_model and w.notice == "" for w in worded)


def test_a_case_in_spanish_stays_in_spanish_to_its_reasons() -> None:
    common = BUILTIN.frame(SPANISH).value
    assert common.question.startswith("¿")
    agenda = BUILTIN.suggest_terms(SPANISH, common).value
    spanish = LIBRARY.in_language("es").entries
    assert [t.name for t in agenda.terms] == [spanish[t.key].name for t in agenda.terms]
    package = tuple(0 if t.today else 1 for t in agenda.terms)
    reasons = BUILTIN.reasons(agenda, package, sides(SPANISH))
    assert any("(hoy " in line for line in (*reasons.gives.values(), *reasons.gets.values()))


def test_what_the_sides_write_decides_and_not_the_title() -> None:
    said = brief(title="OTIF de octubre en el contrato", first=SPANISH_TOLD, second=SPANISH_TOLD)
    english = brief(title=said.title, first=ENGLISH_TOLD, second=ENGLISH_TOLD)
    assert BUILTIN.frame(said).value.question.startswith("¿")
    assert not BUILTIN.frame(english).value.question.startswith("¿")


SPANISH_TOLD = ("El camión llegó tarde a la tienda.", "Que no se repita.", "")
ENGLISH_TOLD = ("The truck was late at the shop.", "That it is not so again.", "")


@pytest.mark.parametrize("name", BRIEFS)
def test_the_same_brief_gives_the_same_words(name: str) -> None:
    said = BRIEFS[name]
    other = builtin_facilitator(load_library())
    assert BUILTIN.frame(said) == BUILTIN.frame(said) == other.frame(said)
    assert BUILTIN.suggest_terms(said, None) == other.suggest_terms(said, None)
    trades = [
        f.suggest_trades(said.sources[0], asker=TradeRole.PROVIDER, other="B")
        for f in (BUILTIN, other)
    ]
    assert trades[0] == trades[1]
