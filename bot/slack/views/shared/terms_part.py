"""The terms on the table, as the card shows them."""

from bot.mediation.case import Case
from bot.mediation.terms import Term
from bot.slack.blocks import Block, section
from bot.slack.text import Mrkdwn, bold, lines, people


def terms(case: Case) -> list[Block]:
    """One line a term, today's value marked; empty while there are none yet."""
    if case.agenda is None:
        return []
    title = bold(Mrkdwn("Terms that could be part of a package"))
    return [section(lines(title, *(f"•  {term_line(t)}" for t in case.agenda.terms)))]


def term_line(term: Term) -> Mrkdwn:
    """Payment term: 30 days · *45 days (today)* · 60 days."""
    options = [
        f"*{people(o, 60)} (today)*" if i == term.today else str(people(o, 60))
        for i, o in enumerate(term.options)
    ]
    return Mrkdwn(f"{people(term.name, 80)}: " + " · ".join(options))
