"""`python -m bot.sandbox serve`: a Slack-compatible workspace as a process of its own."""

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.sandbox.options import AppManifest, Options
from bot.sandbox.play.show import show
from bot.sandbox.server import Sandbox
from bot.sandbox.server import serve as serve_forever

app = typer.Typer(add_completion=False, help="A Slack-compatible workspace on this machine.")


@app.callback()
def sandbox() -> None:
    """A Slack-compatible workspace on this machine."""


@app.command()
def serve(
    port: Annotated[int, typer.Option(help="0 takes a free port.")] = 0,
    pace: Annotated[float, typer.Option(help="Least seconds between posts in a channel.")] = 0.0,
    manifest: Annotated[Path | None, typer.Option(help="The app's manifest, as JSON.")] = None,
) -> None:
    """Serve until interrupted; print the addresses and tokens first, one per line."""
    declared = json.loads(manifest.read_text()) if manifest else None
    parsed = AppManifest.parse(declared) if declared else AppManifest()
    serve_forever(Options(pace=pace), parsed, port=port, opened=_announce)


@app.command()
def play(
    case: Annotated[Path | None, typer.Option(help="A case file; see docs/cases.md.")] = None,
    pace: Annotated[float, typer.Option(help="Seconds between posts; Slack takes about 1.")] = 0.0,
) -> None:
    """Play a whole case with the bot as a second process, told in the terminal."""
    raise typer.Exit(show(case, pace=pace))


def _announce(sandbox: Sandbox) -> None:
    print(f"SLACK_BASE_URL={sandbox.base_url}")
    print(f"SLACK_BOT_TOKEN={sandbox.bot_token}")
    print(f"SLACK_APP_TOKEN={sandbox.app_token}", flush=True)


if __name__ == "__main__":
    app()
