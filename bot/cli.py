"""The command `parley`: one line of help and one call each.

What a command needs is imported inside it, so that the light ones answer at once.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

if TYPE_CHECKING:
    from bot.settings import Settings

app = typer.Typer(
    help="A neutral facilitator in Slack for companies that depend on each other.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

DOCTOR = "`parley doctor` looks at everything that is needed and says what to do."
NOT_REACHED = "Slack was not reached at {}. See whether this machine is online, and try again."

CHECK = (
    "Check the id, which is the end of the channel's link and looks like C0123ABCD; if it is "
    "right, write “/invite @Parley” in the channel."
)
NO_CHANNEL = {
    "channel_not_found": f"Parley finds no channel {{channel}}. {CHECK}",
    "not_in_channel": f"Parley is not in the channel {{channel}}. {CHECK}",
    "invalid_arguments": f"Parley finds no channel {{channel}}. {CHECK}",
    "is_archived": "The channel {channel} is archived. Take it out, or name another.",
}
"""What to tell whoever named a channel, by Slack's code."""

MOST_DAYS = 3_660

Channel = Annotated[str, typer.Option(help="The channel's id, as in its link: C0123ABCD.")]
Days = Annotated[int, typer.Option(min=1, max=MOST_DAYS, help="How many days to look back.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Print it, post nothing.")]


def main() -> None:
    app()


@app.command()
def run() -> None:
    """Connect to Slack and work until told to stop."""
    settings = _ready(works_on=True)
    from bot import wiring

    with _spoken_faults(settings):
        wiring.run(settings)


@app.command()
def digest(channel: Channel, dry_run: DryRun = False) -> None:
    """Post this week's digest of a channel, and print it."""
    settings = _ready()
    from bot import wiring
    from bot.casework.room import RoomUnavailable

    with _spoken_faults(settings):
        try:
            typer.echo(wiring.digest(settings, channel, dry_run=dry_run))
        except RoomUnavailable as fault:
            if fault.code not in NO_CHANNEL:
                raise
            _end(NO_CHANNEL[fault.code].format(channel=channel or "without an id"))


@app.command()
def usage(days: Days = 30) -> None:
    """Show what the language model has cost, day by day."""
    settings = _ready()
    from bot import wiring

    with _spoken_faults(settings):
        found = wiring.usage(settings, days)
        helpful = wiring.helpful(settings)
    if not found:
        typer.echo("No language model was asked in this time.")
    from bot.casework.usage_report import as_line, found_helpful

    for day in found:
        typer.echo(as_line(day))
    if line := found_helpful(helpful):
        typer.echo(line)


@app.command(name="eval")
def evaluate(
    model: Annotated[str, typer.Option(help="`builtin`, or a model of your server.")] = "builtin",
    cases: Annotated[Path | None, typer.Option(help="A folder of cases of your own.")] = None,
    out: Annotated[Path | None, typer.Option(help="Where to put the table and the plot.")] = None,
    base_url: Annotated[str, typer.Option(envvar="OPENAI_BASE_URL", hidden=True)] = "",
    api_key: Annotated[str, typer.Option(envvar="OPENAI_API_KEY", hidden=True)] = "",
) -> None:
    """Score the words of a facilitator on cases with known answers."""
    from bot.facilitator import evaluation

    if model != evaluation.BUILTIN and not (base_url or api_key):
        _end(f"To ask {model}, set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own.")
    if out is not None and out.exists() and not out.is_dir():
        _end(f"{out} is a file. Name a folder with --out, or one that is still to be made.")
    try:
        keyed = evaluation.load_cases(cases or evaluation.SHIPPED)
    except evaluation.CaseFault as fault:
        _end(str(fault))
    found = evaluation.play(model, keyed, base_url=base_url, api_key=api_key)
    if found.calls and not found.used:
        _end(
            f"None of {found.calls} calls to {model} brought an answer that could be used, so "
            "there is nothing to score. Check its name, OPENAI_BASE_URL and OPENAI_API_KEY."
        )
    typer.echo(evaluation.as_markdown(found))
    if out is not None:
        table, plot = evaluation.write_report(found, out)
        typer.echo(f"Written: {table}, {plot}")


@app.command()
def doctor() -> None:
    """Check tokens, scopes, database, key, library and model; say what to do about each fault."""
    from bot.doctor import examine
    from bot.doctor.report import shown
    from bot.settings import look_at_settings

    settings, faults = look_at_settings()
    _set_up_logs(settings)
    findings = examine(settings, faults)
    shown(findings)
    raise typer.Exit(1 if any(f.is_fault for f in findings) else 0)


@app.command()
def terms(
    library: Annotated[
        Path | None, typer.Option(envvar="PARLEY_LIBRARY", help="A folder of terms of your own.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="In every language, as JSON.")] = False,
) -> None:
    """List the terms that Parley knows, with the usual options of each."""
    from bot.facilitator.library import LibraryFault, load_library

    try:
        known = load_library(library)
    except LibraryFault as fault:
        _end(str(fault))
    if as_json:
        spoken = [e for words in known.spoken.values() for e in words.values()]
        listed = {e.name: e.options for e in (*known.entries.values(), *spoken)}
        typer.echo(json.dumps(listed, ensure_ascii=False))
        return
    for entry in known.entries.values():
        typer.echo(f"{entry.name}: {' · '.join(entry.options)}")


@app.command()
def manifest() -> None:
    """Print the app manifest (JSON) to paste into Slack."""
    from bot.slack.manifest import manifest_json

    typer.echo(manifest_json())


@app.command()
def key() -> None:
    """Make a new key for PARLEY_SECRET_KEY."""
    from base64 import urlsafe_b64encode
    from secrets import token_bytes

    typer.echo(urlsafe_b64encode(token_bytes(32)).decode())


@app.command()
def version() -> None:
    """Print the version."""
    from importlib.metadata import version as version_of

    typer.echo(version_of("parley"))


def _ready(*, works_on: bool = False) -> "Settings":
    """The settings, with the logs set up; every fault is told at once."""
    from bot.settings import SettingsFault, read_settings

    try:
        settings = read_settings()
    except SettingsFault as fault:
        _end(*map(str, fault.faults), "See .env.example, which explains every variable.")
    _set_up_logs(settings, works_on=works_on)
    return settings


def _set_up_logs(settings: "Settings", *, works_on: bool = False) -> None:
    """A command that ends by itself says what it found in its own words: no logs stand between."""
    from bot.logs import set_up_logs

    level = settings.parley_log_level
    is_heard = works_on or level == "debug"
    set_up_logs(level if is_heard else "critical", debug_texts=settings.parley_debug_texts)


@contextmanager
def _spoken_faults(settings: "Settings") -> Iterator[None]:
    """What cannot go on ends with a sentence and a next step, not with a traceback."""
    from sqlalchemy.exc import SQLAlchemyError

    from bot.casework.room import RoomUnavailable
    from bot.facilitator import LibraryFault
    from storage.secrets import KeyFault

    try:
        yield
    except RoomUnavailable as fault:
        if fault.code in {"timeout", "unreachable"}:
            _end(NOT_REACHED.format(settings.slack_base_url))
        _end(f"Slack did not take a call: {fault.code}.", DOCTOR)
    except SQLAlchemyError as fault:
        _end(f"The database did not take a call: {type(fault).__name__}.", DOCTOR)
    except (KeyFault, LibraryFault) as fault:
        _end(str(fault), DOCTOR)


def _end(*lines: str) -> NoReturn:
    for line in lines:
        typer.echo(line, err=True)
    raise typer.Exit(1)
