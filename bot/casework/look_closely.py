"""Look closely: what a side says is looked at once more, and in doubt that side alone is asked.

A list stops words before anything is kept (`heed`). A closer look, by a language model where one
serves, finds more and errs more: so it stops nothing. What it takes for a threat, a demeaning word,
a danger or a competitor's secret is said to the side that wrote it beside its part of the common
statement, which nobody else has read yet, and that side decides.
"""

from collections.abc import Mapping
from dataclasses import replace

from bot.casework.asking import CloserWatch, Seen, Then
from bot.casework.heed import turn_to
from bot.casework.membership import Actor
from bot.casework.next_step import Opened, Step
from bot.casework.ports import UnitOfWork
from bot.mediation.case import Case
from bot.mediation.caucus import InDoubt, PrivateText
from bot.mediation.people import SideId
from bot.mediation.statements import Brief, Statement
from bot.mediation.wall import Audience, reveal


def looked_at(brief: Brief, watch: CloserWatch) -> Mapping[SideId, Seen]:
    """What shows in what each side says for all to read, each side's looked at by itself.

    It may take a while. What one side wrote is never beside what another is judged by.
    """
    names = [name for _, name, _ in brief.sides]
    looks = ((s.side, watch.look_closely(_text_of(s), sides=names)) for s in brief.statements)
    return {side: seen for side, seen in looks if seen is not None}


def keep_doubts(uow: UnitOfWork, case: Case, seen: Mapping[SideId, Seen]) -> None:
    """What each side will be asked about, for that side alone; what is cleared up is forgotten."""
    for side in case.sides:
        caucus = uow.caucuses.get(case.id, side.id)
        found = seen.get(side.id)
        doubt = InDoubt(found.concern, PrivateText(found.words, owner=side.id)) if found else None
        if doubt != caucus.in_doubt:
            uow.caucuses.save(caucus.with_doubt(doubt))


def with_doubt(opened: Opened, actor: Actor, *, watch: CloserWatch, uow: UnitOfWork) -> Opened:
    """The case as it was opened; where a side checks its part, with what it is asked about."""
    common, doubt = opened.case.common, opened.caucus.in_doubt
    told = opened.case.statement_of(opened.side.id)
    if opened.step is not Step.CONFIRM or opened.refused or not (common and doubt and told):
        return opened
    part = common.about(opened.side.id)
    words = reveal(doubt.words, to=Audience.own_side(opened.side.id))
    stands = words in " ".join(f"{part.account} {part.wants} {part.needs}".split())
    sentence = watch.in_doubt(
        Seen(doubt.concern, words),
        person=turn_to(actor, opened.case.channel, opened.case.workspace, uow=uow),
        text=_text_of(told),
        then=Then.TAKE_OUT if stands else Then.NOTHING,
    )
    return replace(opened, in_doubt=sentence)


def _text_of(told: Statement) -> str:
    return "\n".join(t for t in (told.happened, told.wants, told.why) if t)
