"""Words that were taken from other words are told from words of one's own."""

import pytest

from bot.mediation.echoes import IN_TITLE, echoes, without_echoes

SAID = "Our driver was at dock 4 on Tuesday. The oil leaked over hall B."


@pytest.mark.parametrize(
    ("words", "echoed"),
    [
        ("The driver was at dock 4 on Tuesday", True),
        ("the oil leaked…", True),
        ("We paid for the cleaning of the hall.", False),
        ("At dock", False),
        ("", False),
    ],
)
def test_an_account_echoes_where_most_of_its_words_stand_there(words: str, echoed: bool) -> None:
    assert echoes(words, SAID) is echoed


def test_a_title_echoes_sooner_than_an_account() -> None:
    title = "Oil leaked in hall B last week"
    assert echoes(title, SAID, share=IN_TITLE)
    assert not echoes(title, SAID)


def test_each_sentence_is_weighed_by_itself_and_who_spoke_stays() -> None:
    text = "Ben: The driver was at dock 4. The oil leaked over hall B. We paid.\nAnna: No."
    assert without_echoes(text, SAID, instead="(gone)") == "Ben: (gone) We paid.\nAnna: No."


def test_a_text_that_echoes_nothing_comes_back_as_it_is() -> None:
    text = "  Two  lines,\n\nand a: colon.  "
    assert without_echoes(text, SAID, instead="(gone)") == text
