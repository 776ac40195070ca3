"""`parley doctor`: each thing that Parley needs, whether it is there, and what to do if not."""

from pathlib import Path

from bot.doctor.database import database_findings
from bot.doctor.finding import Finding
from bot.doctor.model import model_finding
from bot.doctor.slack import slack_findings
from bot.facilitator import LibraryFault, load_library
from bot.settings import Settings

__all__ = ["Finding", "examine"]


def examine(settings: Settings) -> tuple[Finding, ...]:
    """Every finding, in the order in which they are worth mending. Nothing is changed."""
    key, secret = settings.openai_api_key, settings.parley_secret_key
    return (
        *slack_findings(
            settings.slack_bot_token.get_secret_value(),
            settings.slack_app_token.get_secret_value(),
            settings.slack_base_url,
        ),
        *database_findings(
            settings.database_url.get_secret_value(),
            secret.get_secret_value() if secret else "",
            settings.key_file,
        ),
        library_finding(settings.parley_library),
        model_finding(
            key.get_secret_value() if key else "",
            settings.openai_base_url or "",
            settings.parley_model,
        ),
    )


def library_finding(place: Path | None) -> Finding:
    """Whether the terms of one's own can be read along with those that come with Parley."""
    try:
        load_library(place)
    except LibraryFault as fault:
        return Finding("library", str(fault), "Correct these lines, or leave PARLEY_LIBRARY out.")
    added = f", with those of {place}" if place else ""
    return Finding("library", f"Its terms can be read{added}.")
