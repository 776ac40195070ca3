"""Raise an issue: it becomes a case, and its card appears in the thread."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.casework.authority import Action
from bot.casework.consent import join_case
from bot.casework.earlier import of_the_same_kind
from bot.casework.membership import Actor, name_members, own_side_of_channel, side_of
from bot.casework.ports import Ids, Job, UnitOfWork
from bot.casework.show import show_case, show_clarification
from bot.casework.shown import Origin
from bot.casework.tongues import language_of
from bot.mediation.case import Case
from bot.mediation.issues import Issue, IssueKind, Message, Urgency
from bot.mediation.people import (
    ChannelId,
    Membership,
    Partnership,
    PersonId,
    Side,
    SideId,
    TradeRole,
    WorkspaceKey,
    opposite,
)
from bot.mediation.refusals import Overtaken, Refusal, Unclear
from bot.mediation.timeline import Event

MAX_TITLE = 150


@dataclass(frozen=True, slots=True)
class Other:
    """The other side, for a channel inside one workspace: its name and people, as typed."""

    name: str
    people: Sequence[PersonId]


@dataclass(frozen=True, slots=True)
class RaiseIssue:
    """What the form says. `trade_role` is the raiser's side's; None leaves it as it is known.

    beside: the number of an open case about the same message that its writer was told of.
    language: what its words are in, as far as it was read for that.
    """

    workspace: WorkspaceKey
    origin: Origin
    title: str
    happened: str
    kind: IssueKind
    urgency: Urgency
    trade_role: TradeRole | None = None
    other: Other | None = None
    clarification_id: str = ""
    beside: int = 0
    language: str = ""


def raise_issue(
    request: RaiseIssue, actor: Actor, *, uow: UnitOfWork, now: datetime, ids: Ids
) -> Case:
    """The new case.

    Raises Unclear for an empty title or a missing other side, Outsider for people of no side,
    Overtaken where this message has become a case that the form did not know of.
    """
    title = " ".join(request.title.split())
    if not title:
        raise Unclear("title", "Give the issue a short title, so that everybody can name it.")
    if len(title) > MAX_TITLE:
        raise Unclear("title", f"Shorten the title to {MAX_TITLE} characters; details go below.")
    partnership = _partnership_of(request, actor, uow=uow, now=now, ids=ids)
    own = side_of(
        uow, partnership.id, actor, channel=request.origin.channel, now=now, to=Action.RAISE
    )
    partnership = _with_roles(uow.partnerships.get(partnership.id), own, request.trade_role)
    uow.partnerships.save(partnership)
    _require_news(request, actor, uow=uow)
    origin = request.origin
    sources = tuple(
        m
        for m in uow.conversation.of_thread(origin.channel, origin.thread_ts or origin.message_ts)
        if m.ts == origin.message_ts and m.author == actor.person
    )
    case = Case(
        id=ids.fresh(),
        number=uow.cases.next_number(request.workspace),
        workspace=request.workspace,
        partnership=partnership.id,
        channel=origin.channel,
        thread_ts=origin.thread_ts or origin.message_ts,
        sides=partnership.sides,
        issue=replace(
            _issue(request, title, actor, sources, now), readers=_readers(uow, origin.channel)
        ),
        moved_at=now,
        ties=of_the_same_kind(
            uow.cases.of_channel(request.workspace, origin.channel), request.kind
        ),
    )
    uow.cases.add(case)
    join_case(uow, actor.person, case, now=now)
    uow.enqueue(Job("call_right_people", f"call-right-people:{case.id}", {"case": case.id}))
    if request.clarification_id:
        clarification = uow.clarifications.get(request.clarification_id)
        uow.clarifications.forget_lines(clarification.id)
        show_clarification(uow, uow.clarifications.save(clarification.became(case.id)))
    said = f"{own.name} raised “{title}”: {case.issue.happened}".strip(": ")
    uow.timeline.append(Event(case.id, "raised", actor.person, now, said))
    show_case(uow, case)
    return case


def _issue(
    request: RaiseIssue, title: str, actor: Actor, sources: tuple[Message, ...], now: datetime
) -> Issue:
    return Issue(
        title=title,
        happened=request.happened.strip(),
        kind=request.kind,
        urgency=request.urgency,
        raised_by=actor.person,
        raised_at=now,
        sources=sources,
        about_ts=request.origin.message_ts,
        language=request.language,
    )


def _readers(uow: UnitOfWork, channel: ChannelId) -> tuple[str, ...]:
    """The languages of those in the channel, of those that Parley speaks."""
    return tuple(sorted({language_of([p.locale]) for p in uow.directory.people_of(channel)}))


def standing_case(workspace: WorkspaceKey, origin: Origin, *, uow: UnitOfWork) -> Case | None:
    """The newest open case about this message, if there is one."""
    if not origin.message_ts:
        return None
    cases = uow.cases.of_channel(workspace, origin.channel)
    about = [c for c in cases if c.issue.about_ts == origin.message_ts and not c.is_over]
    return max(about, key=lambda c: c.number, default=None)


def _require_news(request: RaiseIssue, actor: Actor, *, uow: UnitOfWork) -> None:
    standing = standing_case(request.workspace, request.origin, uow=uow)
    if standing is None or standing.number == request.beside:
        return
    raiser = uow.directory.person(standing.issue.raised_by)
    who = raiser.name if raiser and raiser.id != actor.person else "You"
    has = "have" if who == "You" else "has"
    raise Overtaken(
        f"{who} {has} raised this message as case {standing.number} already. Close this and go on "
        "there, or send this once more for a case of its own."
    )


def _partnership_of(
    request: RaiseIssue, actor: Actor, *, uow: UnitOfWork, now: datetime, ids: Ids
) -> Partnership:
    """The channel's partnership, with the other side that the form names where there is one."""
    known = uow.partnerships.of_channel(request.workspace, request.origin.channel)
    if known is None:
        raise Refusal("Parley is still reading this channel. Please send the form once more.")
    if request.other is None:
        if len(known.sides) < 2:
            raise Unclear("other_name", "Name the other side, so that both can be heard alike.")
        return known
    return _with_other(known, request.other, actor, uow=uow, now=now, ids=ids)


def _with_other(
    known: Partnership, other: Other, actor: Actor, *, uow: UnitOfWork, now: datetime, ids: Ids
) -> Partnership:
    """With the side that the form names, and its people; a side of that name is not made twice."""
    name = " ".join(other.name.split())
    if not name:
        raise Unclear("other_name", "Name the other side, so that both can be heard alike.")
    if not other.people:
        raise Unclear("other_people", "Name at least one person who speaks for the other side.")
    if len(known.sides) > 1:
        side_of(uow, known.id, actor, channel=None, now=now, to=Action.RAISE)
        known = uow.partnerships.get(known.id)
    if actor.person in other.people:
        raise Unclear("other_people", "You are on your own side; name somebody else here.")
    named = next((s for s in known.sides if s.name.casefold() == name.casefold()), None)
    if named is None and len(known.sides) > 1:
        names = " and ".join(s.name for s in known.sides)
        raise Unclear("other_name", f"The sides of this channel are {names}; name one of these.")
    if len(known.sides) == 1:
        own = own_side_of_channel(uow, known, actor)
        if named is not None:
            raise Unclear("other_name", f"{own.name} is your own side; name the other one here.")
        # Until now the workspace was one side. Whoever had joined it may belong to the new one.
        known = replace(known, members=(Membership(actor.person, own.id, now),))
    side = named or Side(SideId(ids.fresh()), name)
    sides = known.sides if named else (*known.sides, side)
    grown = name_members(replace(known, sides=sides), side, other.people, by=actor.person, now=now)
    held = [grown.membership_of(person) for person in other.people]
    if all(m is None or m.side != side.id for m in held):
        sentence = "Everyone named here is on another side already; name somebody else."
        raise Unclear("other_people", sentence)
    return uow.partnerships.save(grown)


def _with_roles(partnership: Partnership, own: Side, role: TradeRole | None) -> Partnership:
    """With the raiser's end of the trade, and the other end for everybody else."""
    if role is None:
        return partnership
    sides = tuple(
        replace(s, trade_role=role if s.id == own.id else opposite(role)) for s in partnership.sides
    )
    return replace(partnership, sides=sides)
