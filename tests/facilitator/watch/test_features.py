"""What is counted of a passage tells the partner from a rival, and one number from none."""

from bot.facilitator.watch.features import MONEY, NAME, NUMBER, PARTY, features

SIDES = ("Brightmart", "Nord Pack")


def test_a_side_s_name_is_another_sign_than_anybody_else_s() -> None:
    ours = features("Then Brightmart quoted us 4.20", SIDES)
    theirs = features("Then Globex quoted us 4.20", SIDES)
    assert f"{PARTY} quoted" in ours
    assert f"{NAME} quoted" in theirs
    assert NAME not in ours


def test_a_side_s_name_is_known_in_part_and_in_small_letters() -> None:
    assert PARTY in features("so nord pack said no", SIDES)
    assert PARTY in features("so Nord said no", SIDES)
    assert PARTY not in features("so nordic said no", SIDES)


def test_amounts_and_numbers_are_signs_of_their_own() -> None:
    assert f"at {MONEY}" in features("They are at 4.20 EUR.")
    assert features("They are at € 4,20.") == features("They are at 1.300 euros.")
    assert f"at {NUMBER}" in features("They came at 14:30.")


def test_a_capital_at_the_start_of_a_sentence_is_no_name() -> None:
    assert NAME not in features("Late again. Nobody called.")
    assert NAME in features("Late again, Otto.")
    assert NAME not in features("Yes, I'm late and I know it.")


def test_accents_and_capitals_make_no_difference_within_a_word() -> None:
    assert features("¿Cuánto cobráis?") == features("¿cuanto cobrais?")


def test_a_text_all_in_capitals_has_the_same_signs_as_in_small_letters() -> None:
    said = "it would be sad if your warehouse burned, Nord."
    assert features(said.upper(), SIDES) == features(said, SIDES)
    assert NAME not in features(said.upper())


def test_endings_share_pieces() -> None:
    assert "#thre" in features("he threatened") & features("a threat")


def test_an_empty_text_has_none() -> None:
    assert features("  ") == frozenset()
