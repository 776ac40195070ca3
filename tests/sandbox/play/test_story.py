"""What the narration tells apart: what people do, what they read, and what they only think."""

import io
from types import SimpleNamespace
from typing import Any, cast, get_args

from rich.console import Console

from bot.sandbox.play.hands import Doing, Hands, Note
from bot.sandbox.play.read_case import shipped
from bot.sandbox.play.story import KINDS, MARKS, Story
from bot.sandbox.seen import Screen


class StillScreen:
    """Somebody whose channel is empty and stays so."""

    def __init__(self, name: str) -> None:
        self.name = name

    def screen(self, _channel: str) -> Screen:
        return cast(Screen, SimpleNamespace(messages=(), text=""))


def told(*notes: Note) -> str:
    """A chapter in which one side took these notes, as the terminal shows it."""
    console = Console(file=io.StringIO(), width=100)
    side = shipped("late_delivery").sides["Northwind Foods"]
    hands = Hands("Northwind Foods", side, cast(Any, StillScreen("Maria Lopez")), "C1", "1.0")
    hands.notes = list(notes)
    Story(console).chapter("Packages", [hands], "C1")
    return cast(io.StringIO, console.file).getvalue()


def test_every_kind_of_doing_has_a_mark_of_its_own_and_a_word_in_the_legend() -> None:
    assert set(MARKS) == set(get_args(Doing))
    assert len(set(MARKS.values())) == len(MARKS) == len(KINDS)


def test_what_a_person_thinks_is_not_marked_like_what_it_reads() -> None:
    page = told(Note("weigh", "Package A: 17 % better"), Note("see", "Your answers are kept."))
    assert "≈ Package A: 17 % better" in page
    assert "◦ Your answers are kept." in page


def test_the_legend_says_that_a_thought_stands_on_no_screen() -> None:
    console = Console(file=io.StringIO(), width=110)
    Story(console).open(shipped("late_delivery"))
    assert "≈ weighs, on no screen" in cast(io.StringIO, console.file).getvalue()


def test_the_same_doing_again_is_counted_instead_of_repeated() -> None:
    page = told(*[Note("tap", "Mark as done")] * 3)
    assert page.count("Mark as done") == 1
    assert "×3" in page
