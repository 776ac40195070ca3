"""What is tied together: a field in which people read and write it, a line each."""

import re
from collections.abc import Sequence

from bot.casework.set_agenda import condition_as_text
from bot.mediation.refusals import Unclear
from bot.mediation.terms import Agenda, Condition, Term
from bot.slack.blocks import Block, text_input
from bot.slack.payloads import OpenView
from bot.slack.text import shortened

KEY = "conditions"
LABEL = "What stands only together"
HINT = "A line each, like “Payment days: 90 days, only with Early-payment discount: 1 % / 2 %”."
HOW = f"Write a line each. {HINT}"
MOST = 12
_ONLY_WITH = re.compile(r",?\s+(?:only with|s[oó]lo con)\s+", re.IGNORECASE)


def conditions_field(agenda: Agenda) -> Block:
    return text_input(LABEL, KEY, value=_written(agenda), optional=True, hint=HINT)


def read_conditions(
    view: OpenView, agenda: Agenda, terms: Sequence[Term]
) -> tuple[Condition, ...] | None:
    """What the field says of these terms; None where nobody touched it.

    Raises Unclear for a line that cannot be read, or names what is not on the table.
    """
    said = view.values.text(KEY).strip()
    if said == _written(agenda):
        return None
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    if len(lines) > MOST:
        raise Unclear(KEY, f"Leave at most {MOST} lines here.")
    return tuple(_condition(line, terms) for line in lines)


def _written(agenda: Agenda) -> str:
    return "\n".join(condition_as_text(c, agenda) for c in agenda.conditions)


def _condition(line: str, terms: Sequence[Term]) -> Condition:
    own, *others = _ONLY_WITH.split(line.rstrip("."))
    if len(others) != 1:
        raise Unclear(KEY, HOW)
    (term, options), (other, among) = _named(own, terms), _named(others[0], terms)
    if term is other:
        raise Unclear(KEY, f"Two different terms are tied; here it is {term.name} twice.")
    return Condition(term.key, options, other.key, among)


def _named(part: str, terms: Sequence[Term]) -> tuple[Term, tuple[str, ...]]:
    """A term with options, from "Payment days: 60 days / 90 days"."""
    fitting = [t for t in terms if part.strip().casefold().startswith(t.name.casefold())]
    term = max(fitting, key=lambda t: len(t.name), default=None)
    if term is None:
        named = shortened(part.partition(":")[0].strip(), 40)
        raise Unclear(KEY, f"“{named}” is no term here. {HOW}")
    said = part.strip()[len(term.name) :].lstrip(" :")
    known = {o.casefold(): o for o in term.options}
    options = [" ".join(o.split()) for o in re.split(r"\s*/\s*", said) if o.strip()]
    for option in options:
        if option.casefold() not in known:
            raise Unclear(KEY, f"“{shortened(option, 40)}” is no option of {term.name}. {HOW}")
    if not options:
        raise Unclear(KEY, HOW)
    return term, tuple(known[o.casefold()] for o in options)
