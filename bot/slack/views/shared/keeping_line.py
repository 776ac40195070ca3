"""One line on what is kept and by whom, for the card of a new case."""

from bot.casework.hosting import Hosting
from bot.casework.tongues import Tongue
from bot.slack.text import Mrkdwn, people


def keeping_line(hosting: Hosting, speaks: Tongue) -> Mrkdwn:
    """Where, by whom, who could read it, which model."""
    where = people(hosting.where, 80) or speaks.say("kept.where")
    host = people(hosting.host, 80) or speaks.say("kept.nobody")
    if hosting.model:
        at = speaks.say("kept.at", at=people(hosting.model_at, 80)) if hosting.model_at else ""
        model = speaks.say("kept.model", model=people(hosting.model, 60), at=at)
    else:
        model = speaks.say("kept.no_model")
    kept = speaks.say("kept", where=where, host=host, model=model)
    return Mrkdwn(f"{speaks.say('kept.trial')} {kept}" if hosting.open_logs else kept)
