"""The terms on the table, as the card shows them."""

from collections.abc import Sequence

from bot.casework.tongues import Tongue, tongue
from bot.mediation.case import Case
from bot.mediation.terms import Agenda, Condition, Term
from bot.slack.blocks import Block, context, section
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
    shown += [Mrkdwn(people(tied, 300)) for tied in conditions(case.agenda, speaks)]
    told = [context(people(case.agenda.notice, 300))] if case.agenda.notice else []
    return [section(lines(title, *(f"•  {line}" for line in shown))), *told]


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


def conditions(agenda: Agenda, speaks: Tongue = ENGLISH) -> list[str]:
    """ "Cap on penalties other than no cap: only with Late-delivery penalty other than none."."""
    return [_condition(c, agenda, speaks) for c in agenda.conditions]


def _condition(condition: Condition, agenda: Agenda, speaks: Tongue) -> str:
    own = _some(agenda.term(condition.term), condition.options, speaks)
    other = _some(agenda.term(condition.other), condition.among, speaks)
    return speaks.say("terms.tied", own=own, other=other)


def _some(term: Term, options: Sequence[str], speaks: Tongue) -> str:
    """A term with these of its options, by the one that is left where that is shorter."""
    named = [o for o in term.options if o in options]
    left = [o for o in term.options if o not in options]
    if len(left) == 1 and len(named) > 1:
        return speaks.say("terms.other_than", name=term.name, option=left[0])
    return f"{term.name} {speaks.say('terms.or').join(named)}"
