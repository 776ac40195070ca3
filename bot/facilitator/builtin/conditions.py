"""Which terms mean something only beside another: no cap on penalties where there is no penalty."""

from collections.abc import Iterable, Iterator, Sequence

from bot.facilitator.builtin.voice import Voice
from bot.facilitator.library import Library
from bot.facilitator.reading.levels import is_nothing
from bot.mediation.terms import Agenda, Condition, Term


def with_conditions(agenda: Agenda, voice: Voice) -> Agenda:
    """The terms with what the library ties together; never against what holds today."""
    held = tuple(c for c in _tied(agenda.terms, voice.library) if not _is_broken(c, agenda))
    return Agenda(agenda.terms, conditions=held)


def with_needed(keys: Iterable[str], library: Library, most: int) -> tuple[str, ...]:
    """At most so many of these entries, each with the one that it needs, and none without it."""
    found: dict[str, None] = {}
    for key in dict.fromkeys(keys):
        needs = library.entries[key].needs
        wanted = [k for k in (key, needs.other if needs else key) if k not in found]
        if len(found) + len(set(wanted)) <= most:
            found.update(dict.fromkeys(wanted))
    return tuple(found)


def _tied(terms: Sequence[Term], library: Library) -> Iterator[Condition]:
    on_the_table = {t.key: t for t in terms}
    for term in terms:
        entry = library.entries.get(term.key)
        if entry is None or entry.needs is None or entry.needs.other not in on_the_table:
            continue
        other, free = on_the_table[entry.needs.other], entry.options[entry.needs.unless]
        options = tuple(o for o in term.options if o != free)
        among = tuple(o for o in other.options if not is_nothing(o))
        if options and among and len(among) < len(other.options):
            yield Condition(term.key, options, other.key, among)


def _is_broken(condition: Condition, agenda: Agenda) -> bool:
    own, other = agenda.term(condition.term), agenda.term(condition.other)
    if own.today is None or other.today is None:
        return False
    is_tied = own.options[own.today] in condition.options
    return is_tied and other.options[other.today] not in condition.among
