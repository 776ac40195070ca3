"""The companies that speak are known by their names, and nobody else is taken for one."""

import pytest

from bot.facilitator.watch.parties import named

SIDES = ("Nord Pack GmbH", "Turrones Ibi S.A.", "DHL")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("so nord pack gmbh said no", ["nord pack gmbh"]),
        ("so Nord Pack said no", ["Nord Pack"]),
        ("so Nord said no", ["Nord"]),
        ("SO NORD SAID NO", ["NORD"]),
        ("Turrones Ibi S.A. y DHL", ["Turrones Ibi S.A", "DHL"]),
        ("Globex GmbH and Pomeroy S.A. said no", []),
        ("we pack nord of the river, and turrones too", []),
        ("Turrones Bernal lo deja a 4", []),
        ("Nordic Packaging", []),
    ],
)
def test_a_company_is_known_by_its_name_without_its_legal_form_or_by_its_first_word(
    text: str, names: list[str]
) -> None:
    found = named(SIDES)
    assert found is not None
    assert [n.rstrip(".") for n in found.findall(text)] == names


def test_where_no_company_is_known_there_is_nothing_to_find() -> None:
    assert named(()) is None
    assert named(("", " ")) is None
