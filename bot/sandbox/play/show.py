"""`make try`: a sandbox here, the bot as a second process, and a case from its start to its end."""

import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rich.console import Console

from bot.sandbox.options import Options
from bot.sandbox.play.bot_process import CLOCK, BotClock, NotReady, last_words, running_bot
from bot.sandbox.play.course import play_case
from bot.sandbox.play.hands import PlayFault
from bot.sandbox.play.known_terms import known_terms, unknown
from bot.sandbox.play.read_case import SHIPPED, CaseFault, path_of, read_case
from bot.sandbox.play.stage_up import name_host
from bot.sandbox.play.story import Story
from bot.sandbox.refusals import NoAnswer, PersonRefused
from bot.sandbox.server import running_sandbox

WIDTH = 110
WEDNESDAY = 2


def show(path: Path | None, *, pace: float) -> int:
    """Play a case file, told in the terminal. Returns the process's exit code."""
    console = Console(highlight=False)
    console.width = min(WIDTH, console.width) if console.is_terminal else WIDTH
    try:
        return _played(path_of(path) if path else SHIPPED / "late_delivery.yaml", pace, console)
    except CaseFault as fault:
        console.print(str(fault), markup=False, soft_wrap=True)
        return 2


def next_wednesday(now: datetime) -> datetime:
    """A story begins on one, so that what is due two weeks later is due on one too."""
    return now + timedelta(days=(WEDNESDAY - now.weekday()) % 7)


def _played(path: Path, pace: float, console: Console) -> int:
    """Raises CaseFault when the file cannot be played as it stands."""
    case = read_case(path)
    if found := unknown(case, known_terms()):
        raise CaseFault(found, path)
    with tempfile.TemporaryDirectory(prefix="parley-") as name:
        folder = Path(name)
        clock = BotClock(folder, next_wednesday(datetime.now(UTC)))
        began = time.monotonic()
        try:
            with running_sandbox(Options(pace=pace)) as sandbox, ExitStack() as stack:
                name_host(sandbox, case)
                stack.enter_context(running_bot(sandbox, folder, pace=pace, env=CLOCK))
                ready = time.monotonic() - began
                play_case(sandbox, case, Story(console), clock=clock)
                took = time.monotonic() - began
                times = f"Ready after {ready:.1f} s, played in {took - ready:.1f} s."
                console.print(f"  [dim]{times}[/]")
        except CaseFault as fault:
            raise CaseFault(fault.faults, path) from None
        except (PlayFault, AssertionError, PersonRefused, NoAnswer) as fault:
            console.print(f"\nThis did not go as it should. {fault}", markup=False)
            if not isinstance(fault, NotReady):
                console.print(last_words(folder), markup=False)
            return 1
    return 0
