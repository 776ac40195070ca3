"""`python -m bench product`: how long people wait for the whole of Parley on this machine.

The bot starts as a second process beside a sandbox, and plays the shipped late delivery from its
first message to its digest, once with the pace off and once at Slack's of one message a second.
Times are wall-clock seconds and include the player's own reading.
"""

import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from bot.sandbox.options import Options
from bot.sandbox.play.bot_process import end_bot, start_bot, wait_until_ready
from bot.sandbox.play.course import play_case
from bot.sandbox.play.read_case import shipped
from bot.sandbox.play.story import Story
from bot.sandbox.server import Sandbox, running_sandbox

STARTS = 3
CASE = "late_delivery"


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, in seconds, and the most that it may be."""

    name: str
    seconds: float
    goal: float

    @property
    def is_met(self) -> bool:
        return self.seconds <= self.goal

    def __str__(self) -> str:
        kept = "met" if self.is_met else "missed"
        return f"{self.name:<44} {self.seconds:6.2f} s   goal {self.goal:>4.0f} s   {kept}"


def run() -> list[Figure]:
    """All figures; starts are medians of three, each with a new database."""
    return [
        Figure("ready after its start", statistics.median(_starts()), 3),
        Figure(f"{CASE}, pace off", _played(0.0), 5),
        Figure(f"{CASE}, one message a second", _played(1.0), 30),
    ]


def _starts() -> Iterator[float]:
    for _ in range(STARTS):
        with _running(0.0) as (_, ready):
            yield ready


def _played(pace: float) -> float:
    with _running(pace) as (sandbox, _):
        began = time.monotonic()
        play_case(sandbox, shipped(CASE), Story(Console(quiet=True)))
        return time.monotonic() - began


@contextmanager
def _running(pace: float) -> Iterator[tuple[Sandbox, float]]:
    """A sandbox with the bot, and how long the bot took from the start of its process."""
    with tempfile.TemporaryDirectory() as name, running_sandbox(Options(pace=pace)) as sandbox:
        folder = Path(name)
        began = time.monotonic()
        bot = start_bot(sandbox, folder, pace=pace)
        try:
            wait_until_ready(sandbox, bot, folder)
            yield sandbox, time.monotonic() - began
        finally:
            end_bot(bot)


def main() -> int:
    """Print the figures. Returns 1 where a goal was missed."""
    figures = run()
    print(*figures, sep="\n")
    return 0 if all(figure.is_met for figure in figures) else 1
