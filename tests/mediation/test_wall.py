"""The wall: private words open for their own side and for the vault, and for nobody else."""

import ast
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import bot
from bot.mediation.caucus import PrivateText
from bot.mediation.people import SideId
from bot.mediation.wall import EVERYONE, VAULT, Audience, WallBreach, release, reveal
from tests.mediation.parts import BUYER, SELLER, STRANGER

WORDS = "our boiler is old"
TEXT = PrivateText(WORDS, owner=BUYER.id)
ANSWER = PrivateText("theirs", owner=SELLER.id)


def test_its_own_side_and_the_vault_read_it() -> None:
    assert reveal(TEXT, to=Audience.own_side(BUYER.id)) == WORDS
    assert reveal(TEXT, to=VAULT) == WORDS


@pytest.mark.parametrize(
    "audience",
    [
        EVERYONE,
        Audience.own_side(SELLER.id),
        Audience.own_side(STRANGER),
        Audience("side"),
        Audience("side", None),
        Audience("everyone", BUYER.id),
        Audience("vault", BUYER.id),
        Audience("prompt", BUYER.id),
    ],
)
def test_nobody_else_does_and_the_breach_tells_none_of_it(audience: Audience) -> None:
    with pytest.raises(WallBreach) as breach:
        reveal(TEXT, to=audience)
    assert WORDS not in str(breach.value)


@given(st.text(), st.text())
def test_a_side_whose_name_looks_alike_is_another_side(owner: str, asker: str) -> None:
    text = PrivateText(WORDS, owner=SideId(owner))
    if owner == asker:
        assert reveal(text, to=Audience.own_side(SideId(asker))) == WORDS
    else:
        with pytest.raises(WallBreach):
            reveal(text, to=Audience.own_side(SideId(asker)))


class TestRelease:
    def test_with_every_sides_own_line_all_are_shown(self) -> None:
        shown = release({BUYER.id: TEXT, SELLER.id: ANSWER}, sides=[BUYER.id, SELLER.id])
        assert shown == {BUYER.id: WORDS, SELLER.id: "theirs"}

    @pytest.mark.parametrize(
        "lines",
        [
            {},
            {BUYER.id: TEXT},
            {BUYER.id: TEXT, SELLER.id: TEXT},
            {BUYER.id: ANSWER, SELLER.id: TEXT},
            {BUYER.id: TEXT, SELLER.id: PrivateText("  ", owner=SELLER.id)},
            {BUYER.id: TEXT, SELLER.id: ANSWER, STRANGER: PrivateText("x", owner=STRANGER)},
        ],
        ids=["none", "one", "one twice", "swapped", "an empty one", "one too many"],
    )
    def test_otherwise_none_is(self, lines: dict[SideId, PrivateText]) -> None:
        with pytest.raises(WallBreach, match="before every side"):
            release(lines, sides=[BUYER.id, SELLER.id])


SOURCES = sorted(Path(bot.__file__).parent.rglob("*.py"))


def test_the_door_is_used_nowhere_but_in_the_wall() -> None:
    """Read from the source itself, so that nothing has to be run to find a second door."""
    users = {
        path.name
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute) and node.attr == "_through_the_wall"
    }
    assert users == {"wall.py"}


DOORS = {
    "bot/casework/clarify.py": "both lines, once every side has written its own",
    "bot/casework/look_closely.py": "a passage of one's own, asked about before anybody read it",
    "bot/casework/may_say.py": "the reason, to offer its own side other words for it",
    "bot/casework/tell_more.py": "what was told before, kept again for the side that told it",
    "bot/slack/views/private/answer_form.py": "the note in the form that it was typed into",
    "bot/slack/views/private/tell_form.py": "reason and more in the form they were typed into",
    "bot/slack/views/private/told_view.py": "what your side told, read by your side",
    "storage/codec.py": "the vault",
}
"""Every module that opens private text, and what for. A new one is argued for here."""


def test_private_text_is_opened_where_it_serves_its_own_side_and_nowhere_else() -> None:
    root = Path(bot.__file__).parent.parent
    sources = [*SOURCES, *sorted((root / "storage").rglob("*.py"))]
    opens = {
        path.relative_to(root).as_posix()
        for path in sources
        if path.name != "wall.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom)
        and node.module == "bot.mediation.wall"
        and {"reveal", "release"} & {alias.name for alias in node.names}
    }
    assert opens == set(DOORS)


def test_the_wall_is_imported_by_its_names_so_that_every_use_is_seen() -> None:
    for path in SOURCES:
        imported = [
            alias.name
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Import)
            or (isinstance(node, ast.ImportFrom) and node.module == "bot.mediation")
            for alias in node.names
        ]
        assert not {n for n in imported if n in {"wall", "caucus"} or n.endswith(".wall")}, path


def test_the_vault_is_opened_by_storage_alone() -> None:
    users = [
        str(path)
        for path in SOURCES
        if path.name != "wall.py"
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Name) and node.id == "VAULT"
    ]
    assert users == []
