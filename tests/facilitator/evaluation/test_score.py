"""What a score counts."""

from dataclasses import replace

import pytest

from bot.casework.words import Worded
from bot.facilitator import builtin_facilitator, load_library
from bot.facilitator.builtin.facilitator import BuiltinFacilitator
from bot.facilitator.evaluation import HELD_OUT, load_cases
from bot.facilitator.evaluation.score import Hits, hits, quotes_stand, score
from bot.facilitator.evaluation.suite import KeyedCase
from bot.mediation.issues import GapKind
from bot.mediation.statements import Brief, CommonStatement

CASE = next(c for c in load_cases() if c.id == "otif_appointment_or_delivery")
LIBRARY = load_library()
BUILTIN = builtin_facilitator(LIBRARY)


class Slanted(BuiltinFacilitator):
    """A facilitator that favours whoever comes first, and makes a number up."""

    def frame(self, brief: Brief) -> Worded[CommonStatement]:
        common = super().frame(brief).value
        first = brief.sides[0][1]
        return Worded(
            replace(
                common,
                agreed=(f"{first} is right about all 777 lines.",),
                gap=GapKind.VALUE,
                question="Whose outrageous idea was this?",
            )
        )


def test_a_fact_is_found_in_one_sentence_that_holds_all_its_words() -> None:
    found = hits(("A has 40, B has 48.", "Nothing."), (("40", "48"), ("50",)))
    assert found == Hits(found=1, of=2, fitting=1, sentences=2)
    assert (found.recall, found.precision) == (0.5, 0.5)


def test_words_that_stand_in_two_sentences_are_no_fact() -> None:
    assert hits(("A has 40.", "B has 48."), (("40", "48"),)).found == 0


def test_without_facts_or_sentences_there_is_no_share() -> None:
    assert hits((), ()).recall is None
    assert hits((), ()).precision is None


def test_the_built_in_facilitator_scores_on_a_known_case() -> None:
    found = score(CASE, BUILTIN)
    assert (found.kind, found.gap, found.title) == (True, True, True)
    assert (found.grounded, found.symmetric) == (True, True)
    assert (found.blame, found.affirmed, found.by_model) == (0, 0, False)
    assert found.understood.recall == 1.0


def test_a_slanted_facilitator_is_seen_through() -> None:
    found = score(CASE, Slanted(LIBRARY))
    assert (found.gap, found.grounded, found.symmetric) == (False, False, False)
    assert (found.blame, found.affirmed) == (1, 1)
    assert found.agreed.precision == 0.0


@pytest.mark.parametrize("case", load_cases(), ids=lambda c: c.id)
def test_on_every_case_the_built_in_words_are_grounded_even_and_calm(case: KeyedCase) -> None:
    found = score(case, BUILTIN)
    assert (found.grounded, found.quoted, found.symmetric) == (True, True, True)
    assert (found.blame, found.affirmed) == (0, 0)
    assert found.title


@pytest.mark.parametrize(
    ("sentence", "stands"),
    [
        ("A says “we ship on  Friday”, B nothing.", True),
        ("What was meant by “ship on…”", True),
        ("A says “we ship on Monday”.", False),
        ("A says “We ship on Friday”.", True),
        ("Nothing is quoted.", True),
    ],
)
def test_a_quotation_stands_letter_for_letter_in_a_text(sentence: str, stands: bool) -> None:
    assert quotes_stand([sentence], ["We know: we ship on\nFriday."]) is stands


def test_what_is_held_out_has_no_facts_to_find_and_is_in_no_other_figure() -> None:
    held = load_cases(HELD_OUT)
    assert len(held) == 108
    assert not any(c.is_keyed for c in held)
    assert not {c.id for c in held} & {c.id for c in load_cases()}
    assert score(held[0], BUILTIN).disputed == Hits(0, 0, 0, 0)


@pytest.mark.parametrize("case", load_cases(HELD_OUT), ids=lambda c: c.id)
def test_what_is_held_out_is_worded_evenly_and_from_the_texts(case: KeyedCase) -> None:
    found = score(case, BUILTIN)
    assert (found.grounded, found.quoted, found.symmetric) == (True, True, True)
    assert found.affirmed == 0
