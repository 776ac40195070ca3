"""The terms on the table, as the card shows them."""

from bot.casework.tongues import Tongue, tongue
from bot.mediation.case import Case
from bot.mediation.terms import Term
from bot.slack.blocks import Block, section
from bot.slack.text import Mrkdwn, bold, lines, people
from bot.slack.views.shared.stages import ENGLISH


def terms(case: Case) -> list[Block]:
    """One line a term, today's value marked; empty while there are none yet."""
    if case.agenda is None:
        return []
    speaks = tongue(case.language)
    title = bold(Mrkdwn(speaks.say("terms.title")))
    checked = case.agenda.is_checked_by(case.side_ids)
    shown = [term_line(t, speaks, checked=checked) for t in case.agenda.terms]
    return [section(lines(title, *(f"•  {line}" for line in shown)))]


def term_line(term: Term, speaks: Tongue = ENGLISH, *, checked: bool = True) -> Mrkdwn:
    """Payment term: 30 days · *45 days (today)* · 60 days.

    Before all have checked it, a value that nobody named is the usual one and not today's.
    """
    guessed = term.today_is_usual and not checked
    mark = speaks.say("terms.usual" if guessed else "terms.today")
    options = [
        f"*{people(o, 60)} ({mark})*" if i == term.today else str(people(o, 60))
        for i, o in enumerate(term.options)
    ]
    return Mrkdwn(f"{people(term.name, 80)}: " + " · ".join(options))
