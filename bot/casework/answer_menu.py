"""Answer a menu, blind: nobody learns who answered how until all have, or the time is up."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.casework.authority import Action
from bot.casework.consent import join_case
from bot.casework.draft_agreement import draft_agreement
from bot.casework.membership import Actor, side_of
from bot.casework.ports import Job, Json, UnitOfWork
from bot.casework.show import announce, show_case
from bot.casework.tongues import tongue
from bot.mediation.case import Case
from bot.mediation.caucus import BlindAnswer, PrivateText, Reason
from bot.mediation.proposals import MAX_ROUNDS, Round, settle
from bot.mediation.refusals import MovedOn, Overtaken, Unclear
from bot.mediation.stages import Stage
from bot.mediation.timeline import Event

NOT_FOUND = "No package was found that every side could sign."
"""Recorded in the same words whoever declined, and however many did."""


@dataclass(frozen=True, slots=True)
class AnswerMenu:
    """The offers (indexes) that this side could sign; none of them is a decline.

    `revision` is the caucus's when the form was opened, None where the form does not say.
    """

    case_id: str
    round: int
    could_sign: frozenset[int] = field(repr=False)
    reason: Reason | None = field(default=None, repr=False)
    term: str | None = field(default=None, repr=False)
    remark: str = field(default="", repr=False)
    revision: int | None = None


def answer_menu(request: AnswerMenu, actor: Actor, *, uow: UnitOfWork, now: datetime) -> None:
    """Keep a side's answer; the round closes with the last one.

    Until then a side may change its answer. Raises Unclear for one that says nothing, MovedOn for
    a round that has closed, Overtaken where a colleague answered in the meantime.
    """
    # Held, so that of two sides that answer at the same moment the second sees the first.
    case = uow.cases.held(request.case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.ANSWER)
    case.require_side(side.id)
    case.require(Stage.PROPOSED)
    menu = _open_round(case)
    if request.round != menu.number:
        raise MovedOn("These packages were replaced by new ones. Open the case to see them.")
    if not request.could_sign <= set(range(len(menu.offers))):
        raise Unclear("could_sign", "Choose from the packages shown.")
    _require_an_answer(request)
    caucus = uow.caucuses.get(case.id, side.id)
    if request.revision is not None and request.revision != caucus.revision:
        raise Overtaken(
            "A colleague of your side has answered in the meantime. Your choice is kept below; "
            "send it to put it in place of theirs, or close this to leave theirs."
        )
    join_case(uow, actor.person, case, now=now)
    remark = request.remark.strip()
    answer = BlindAnswer(
        round=menu.number,
        could_sign=request.could_sign,
        reason=None if request.could_sign else request.reason,
        term=None if request.could_sign else request.term,
        remark=PrivateText(remark, owner=side.id) if remark else None,
    )
    uow.caucuses.save(caucus.with_answer(answer, by=actor.person, at=now))
    answers = {s: uow.caucuses.get(case.id, s).answer_to(menu.number) for s in case.side_ids}
    if all(answers.values()):
        close_round(case, uow=uow, now=now)


def close_round(case: Case, *, uow: UnitOfWork, now: datetime) -> Case:
    """The round's end: the package that all could sign, or a new menu, or no package.

    A side that did not answer accepted nothing: silence is never consent. Where somebody misses
    a term, the terms are opened once more for everyone before the next menu.
    """
    menu = _open_round(case)
    answers = {s: uow.caucuses.get(case.id, s).answer_to(menu.number) for s in case.side_ids}
    accepted = settle({s: a.could_sign if a else frozenset() for s, a in answers.items()})
    rounds = (*case.rounds[:-1], replace(menu, accepted=accepted, closed=True))
    case = replace(case, rounds=rounds)
    if accepted is not None:
        case = case.at(Stage.SIGNING, now=now)
        case = uow.cases.save(replace(case, agreement=draft_agreement(case, uow=uow, now=now)))
        text = f"Every side could sign package {_letter(accepted)}."
        uow.timeline.append(Event(case.id, "accepted", None, now, text))
        announce(uow, case, "signing")
    elif menu.number >= MAX_ROUNDS:
        because = tongue(case.language).say("ended.no_overlap")
        case = uow.cases.save(case.ended(Stage.NO_OVERLAP, because=because, now=now))
        uow.timeline.append(Event(case.id, "no_overlap", None, now, because))
        announce(uow, case, "no_overlap")
    elif any(a is not None and a.reason is Reason.SOMETHING_MISSING for a in answers.values()):
        case = uow.cases.save(case.with_terms_open_again(now=now))
        text = f"{NOT_FOUND} The terms are open once more."
        uow.timeline.append(Event(case.id, "round_closed", None, now, text))
        announce(uow, case, f"again-{menu.number}")
    else:
        case = uow.cases.save(case)
        uow.timeline.append(Event(case.id, "round_closed", None, now, NOT_FOUND))
        following = menu.number + 1
        args: dict[str, Json] = {"case": case.id, "round": following}
        uow.enqueue(Job("propose", f"propose:{case.id}:{following}", args))
    show_case(uow, case)
    return case


def _require_an_answer(request: AnswerMenu) -> None:
    """Raise Unclear for a form that says nothing: a tap on Send declines no package."""
    if not request.could_sign and request.reason is None:
        raise Unclear("reason", "Tick what you could sign, or say here what stands in the way.")
    if not request.could_sign and request.reason is Reason.NEVER and request.term is None:
        raise Unclear("term", "Say which term asks for something that you can never do.")


def _open_round(case: Case) -> Round:
    if case.round is None or case.round.closed:
        raise MovedOn("This round has closed. Open the case to see where it stands.")
    return case.round


def _letter(offer: int) -> str:
    return "ABC"[offer]
