"""Texts under their labels, as they are: what is shown of them elsewhere may be less."""

from dataclasses import dataclass

from bot.slack.text import Mrkdwn


@dataclass(frozen=True, slots=True)
class Passage:
    label: Mrkdwn
    text: str
