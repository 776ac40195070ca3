"""Nobody's words are kept before they agreed: looked for in the database of a bot that ran."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.sandbox.play.hands import PATIENCE_S
from tests.flow.house import Place

CANARY = "gannetcanary"
THEIRS = f"Your {CANARY} dock kept our truck waiting 5 hours on Monday."


def kept(folder: Path) -> str:
    """Everything in the database's tables, but for the background work's own."""
    found: list[str] = []
    for file in folder.glob("*.db"):
        with closing(sqlite3.connect(file)) as held:
            tables = held.execute("select name from sqlite_master where type = 'table'").fetchall()
            for (table,) in tables:
                found += [repr(row) for row in held.execute(f'select * from "{table}"')]
    return "\n".join(found)


def test_a_case_raised_from_anothers_message_holds_none_of_its_words(place: Place) -> None:
    message = place.tomas.post(place.channel, THEIRS)
    place.maria.message_shortcut("Raise an issue", place.channel, message)
    form = place.maria.wait_for_modal("Everybody in this channel", PATIENCE_S)
    assert CANARY not in str(form.controls)
    assert "its words stay theirs" in str(form.controls)
    place.maria.choose("Your side", "We buy, or our goods are carried")
    assert place.maria.submit() == {}
    place.sees_button(place.maria, "Tell your side")
    assert CANARY not in place.card()
    assert "5 hours" in place.card()
    stored = kept(place.house.folder)
    assert "5 hours" in stored, "the look has found the case"
    assert CANARY not in stored
