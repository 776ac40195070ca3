"""What a package asks of each side and brings it, against today: two lines a side, by code."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.facilitator.builtin.long_run import Gain, goals_served, long_run
from bot.facilitator.builtin.naming import lowered
from bot.facilitator.builtin.voice import Voice
from bot.mediation.issues import IssueKind
from bot.mediation.partner import NO_GROUND, Ground
from bot.mediation.people import Side, SideId, TradeRole, opposite
from bot.mediation.terms import Agenda, Package, Reasons, Term

SHOWN = 3
BENEFITS = 2


@dataclass(frozen=True, slots=True)
class _Move:
    """One term that a package changes. gainer: the role it favours, None where nobody knows.

    serves_all: whether it is about how both work together, and so a gain for both.
    """

    key: str
    rises: bool
    change: str
    gainer: TradeRole | None
    benefit: str
    serves_all: bool = False


def reasons(
    agenda: Agenda,
    package: Package,
    sides: Sequence[Side],
    voice: Voice,
    ground: Ground = NO_GROUND,
) -> Reasons:
    """The same changes for every side: what one gives is what the other gets.

    What a change is good for stands with whoever gets it alone. A term whose direction nobody
    knows is a gain for all where it is about how both work together, else for none. Where nothing
    holds today, the middle of the options is what a choice is compared with.
    """
    moves = [
        _move(term, chosen, voice)
        for term, chosen in zip(agenda.terms, package, strict=True)
        if chosen != term.today
    ]
    gives: dict[SideId, str] = {}
    gets: dict[SideId, str] = {}
    gains: dict[SideId, list[Gain]] = {}
    for side in sides:
        known = side.trade_role is not TradeRole.UNSAID
        gained = [m for m in moves if m.serves_all or (m.gainer and not known)]
        gained += [m for m in moves if m.gainer is side.trade_role and known]
        given = [replace(m, benefit="") for m in moves if m.gainer and m not in gained]
        gives[side.id] = _line(given, voice) if given else voice.phrases.say("nothing_given")
        gets[side.id] = _line(gained, voice) if gained else voice.phrases.say("nothing_got")
        gains[side.id] = [Gain(m.key, m.rises, m.benefit) for m in gained]
    return Reasons(
        gives=gives,
        gets=gets,
        lasts=long_run(gains, ground, voice),
        goals=goals_served(gains, ground, voice),
    )


def _move(term: Term, chosen: int, voice: Voice) -> _Move:
    say = voice.phrases.say
    option = term.options[chosen]
    if term.today is None:
        change = say("changed_new", name=term.name, option=option)
    else:
        today = term.options[term.today]
        change = say("changed", name=term.name, option=option, today=today)
    entry = voice.library.entries.get(term.key)
    held = (len(term.options) - 1) / 2 if term.today is None else term.today
    if term.wants_more is None or chosen == held:
        together = entry is not None and entry.kind is IssueKind.COMMUNICATION
        return _Move(term.key, chosen > held, change, None, "", serves_all=together)
    rises = chosen > held
    gainer = term.wants_more if rises else opposite(term.wants_more)
    benefit = (entry.more if rises else entry.less) if entry else ""
    return _Move(term.key, rises, change, gainer, benefit)


def _line(moves: Sequence[_Move], voice: Voice) -> str:
    """The changes, and after them what they are good for."""
    say = voice.phrases.say
    changes = [m.change if i == 0 else lowered(m.change) for i, m in enumerate(moves[:SHOWN])]
    if len(moves) > SHOWN:
        changes.append(say("more_changes", count=str(len(moves) - SHOWN)))
    line = voice.phrases.listed(changes)
    benefits = [m.benefit for m in moves if m.benefit][:BENEFITS]
    if not benefits:
        return line
    return say("because", changes=line, benefits=voice.phrases.listed(benefits))
