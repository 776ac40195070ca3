"""`parley doctor`: each thing that Parley needs, whether it is there, and what to do if not."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from bot.doctor.database import DATABASE, KEY, database_findings
from bot.doctor.finding import Finding
from bot.doctor.model import MODEL, model_finding
from bot.doctor.slack import APP, BOT, RIGHTS, slack_findings
from bot.facilitator import LibraryFault, load_library
from bot.settings import Fault, Settings

__all__ = ["Finding", "examine"]

ADDRESS, LIBRARY, SETTING = "Slack's address", "library", "settings"


ABOUT: Mapping[str, str] = {
    "SLACK_BOT_TOKEN": BOT,
    "SLACK_APP_TOKEN": APP,
    "SLACK_BASE_URL": ADDRESS,
    "DATABASE_URL": DATABASE,
    "PARLEY_SECRET_KEY": KEY,
    "PARLEY_LIBRARY": LIBRARY,
    "OPENAI_API_KEY": MODEL,
    "OPENAI_BASE_URL": MODEL,
    "PARLEY_MODEL": MODEL,
}
"""What a variable is about; what is about nothing here is a setting."""

ORDER = (BOT, RIGHTS, APP, ADDRESS, DATABASE, KEY, LIBRARY, MODEL, SETTING)


def examine(settings: Settings, faults: Sequence[Fault] = ()) -> tuple[Finding, ...]:
    """Every finding, in the order in which they are worth mending. Nothing is changed.

    faults: of variables that could not be read. What hangs on one of them is not tried, so that
    no token or key goes to another server than the one that was meant; all the rest is.
    """
    told = [
        Finding(ABOUT.get(f.variable, SETTING), f"{f.variable} {f.what}.", f.todo) for f in faults
    ]
    missing = {finding.about for finding in told}
    looked = [found for found in _looked(settings, missing) if found.about not in missing]
    return tuple(sorted((*told, *looked), key=lambda found: ORDER.index(found.about)))


def _looked(settings: Settings, missing: Collection[str]) -> Iterator[Finding]:
    key, secret = settings.openai_api_key, settings.parley_secret_key
    if ADDRESS not in missing:
        yield from slack_findings(
            settings.slack_bot_token.get_secret_value(),
            settings.slack_app_token.get_secret_value(),
            settings.slack_base_url,
        )
    if DATABASE not in missing:
        yield from database_findings(
            settings.database_url.get_secret_value(),
            secret.get_secret_value() if secret else "",
            settings.key_file,
        )
    yield library_finding(settings.parley_library)
    if MODEL not in missing:
        yield model_finding(
            key.get_secret_value() if key else "",
            settings.openai_base_url or "",
            settings.parley_model,
        )


def library_finding(place: Path | None) -> Finding:
    """Whether the terms of one's own can be read along with those that come with Parley."""
    try:
        load_library(place)
    except LibraryFault as fault:
        return Finding(LIBRARY, str(fault), "Correct these lines, or leave PARLEY_LIBRARY out.")
    added = f", with those of {place}" if place else ""
    return Finding(LIBRARY, f"Its terms can be read{added}.")
