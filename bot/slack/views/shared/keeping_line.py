"""One line on what is kept and by whom, for the card of a new case."""

from bot.casework.hosting import Hosting
from bot.slack.text import Mrkdwn, people

NOBODY_SAID = Mrkdwn("whoever installed Parley")


def keeping_line(hosting: Hosting) -> Mrkdwn:
    """Where, by whom, who could read it, which model."""
    where = people(hosting.where, 80) or Mrkdwn("a database")
    host = people(hosting.host, 80) or NOBODY_SAID
    if hosting.model:
        at = f" at {people(hosting.model_at, 80)}" if hosting.model_at else ""
        model = f"Texts for everybody are worded by {people(hosting.model, 60)}{at}."
    else:
        model = "No language model is asked."
    return Mrkdwn(
        f"Kept in {where} by {host}, whose administrators could read it. {model} Nobody's words "
        "are kept before they agree."
    )
