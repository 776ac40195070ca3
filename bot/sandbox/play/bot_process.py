"""The bot as a process of its own, met over HTTP alone."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from datetime import time as hour_of
from importlib.util import find_spec
from pathlib import Path

from bot.sandbox.play.hands import PlayFault
from bot.sandbox.server import Sandbox

READY_WITHIN_S = 30.0
LAST_LINES = 12
LATE_ENOUGH = hour_of(16)
CLOCK = {"PARLEY_CLOCK_FILE": "clock"}
"""For `env`: a bot whose clock can be set, and which looks at it once a second."""
_WITHOUT_CLI = (
    "from bot.settings import read_settings; from bot.wiring import run; run(read_settings(None))"
)


class NotReady(PlayFault):
    """The bot did not come up; the end of its log is told."""


def start_bot(
    sandbox: Sandbox, folder: Path, *, pace: float, env: Mapping[str, str] | None = None
) -> "subprocess.Popen[bytes]":
    """Start the bot on a SQLite file in `folder`, where its log lies too. Not ready yet."""
    settings = {
        "SLACK_BOT_TOKEN": sandbox.bot_token,
        "SLACK_APP_TOKEN": sandbox.app_token,
        "SLACK_BASE_URL": sandbox.base_url,
        "DATABASE_URL": f"sqlite:///{folder / 'parley.db'}",
        "PARLEY_PACE_SECONDS": str(pace),
        "OPENAI_API_KEY": "",
        "PYTHONPATH": str(Path(__file__).parents[3]),
    }
    command = ["-m", "bot", "run"] if find_spec("bot.cli") else ["-c", _WITHOUT_CLI]
    with (folder / "bot.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, *command],
            env={**os.environ, **settings, **(env or {})},
            cwd=folder,  # so that no .env of the project is read
            stdout=log,
            stderr=subprocess.STDOUT,
        )


def wait_until_ready(sandbox: Sandbox, bot: "subprocess.Popen[bytes]", folder: Path) -> float:
    """Seconds until the bot's socket stood. Raises NotReady when it ended, or took too long."""
    began = time.monotonic()
    while sandbox.stage.sockets() == 0:
        waited = time.monotonic() - began
        if bot.poll() is not None or waited > READY_WITHIN_S:
            happened = "is not ready" if bot.poll() is None else "ended by itself"
            raise NotReady(f"The bot {happened} after {waited:.0f} s.\n{last_words(folder)}")
        time.sleep(0.05)
    return time.monotonic() - began


def set_clock(folder: Path, moment: datetime) -> None:
    """Tell a bot that was started with CLOCK what time it is; its clock runs on from there."""
    (folder / "clock.new").write_text(moment.isoformat(), encoding="ascii")
    (folder / "clock.new").replace(folder / CLOCK["PARLEY_CLOCK_FILE"])


@dataclass(slots=True)
class BotClock:
    """The clock of a bot that is started with CLOCK; `now` is when it was set last."""

    folder: Path
    now: datetime

    def __post_init__(self) -> None:
        set_clock(self.folder, self.now)

    def to(self, day: date) -> None:
        """On to a day, when it is past nine for everybody on the stage."""
        self.now = datetime.combine(day, LATE_ENOUGH, UTC)
        set_clock(self.folder, self.now)


def last_words(folder: Path) -> str:
    """The end of the bot's log."""
    log = folder / "bot.log"
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines() if log.exists() else []
    return "\n".join(["The last lines of its log:", *lines[-LAST_LINES:]])


def end_bot(bot: "subprocess.Popen[bytes]") -> None:
    """End this process, by force if it does not listen."""
    bot.terminate()
    try:
        bot.wait(timeout=10)
    except subprocess.TimeoutExpired:
        bot.kill()
        bot.wait()


@contextmanager
def running_bot(
    sandbox: Sandbox, folder: Path, *, pace: float = 0.0, env: Mapping[str, str] | None = None
) -> Iterator["subprocess.Popen[bytes]"]:
    """The bot, ready, until the block ends."""
    bot = start_bot(sandbox, folder, pace=pace, env=env)
    try:
        wait_until_ready(sandbox, bot, folder)
        yield bot
    finally:
        end_bot(bot)
