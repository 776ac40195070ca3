"""Put terms on the table: suggested, edited, and confirmed by every side in the same edition."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.casework.authority import Action
from bot.casework.consent import join_case
from bot.casework.earlier import about_the_same_terms, with_what_they_fixed
from bot.casework.frame import confirmed_brief
from bot.casework.membership import Actor, side_of
from bot.casework.ports import Clock, Store, UnitOfWork
from bot.casework.show import announce, show_case
from bot.casework.words import Facilitator
from bot.mediation.case import Case
from bot.mediation.refusals import MovedOn, Overtaken
from bot.mediation.stages import Stage
from bot.mediation.terms import Agenda, Condition, Term
from bot.mediation.timeline import Event


def suggest_agenda(case_id: str, *, store: Store, facilitator: Facilitator, clock: Clock) -> None:
    """The first edition, from the library and from what every side confirmed or can read."""
    with store() as uow:
        case = uow.cases.get(case_id)
    if case.stage is not Stage.AGENDA or case.agenda is not None:
        return
    suggested = facilitator.suggest_terms(confirmed_brief(case), case.common)
    with store() as uow:
        case = uow.cases.get(case_id)
        if case.stage is not Stage.AGENDA or case.agenda is not None:
            return
        earlier = uow.cases.of_channel(case.workspace, case.channel)
        agenda = with_what_they_fixed(suggested.value, case, earlier)
        ties = about_the_same_terms(case, agenda, earlier)
        agenda = replace(agenda, notice=suggested.notice)
        saved = uow.cases.save(replace(case, agenda=agenda, ties=ties))
        text = "Terms were suggested: " + as_text(agenda)
        uow.timeline.append(Event(case.id, "agenda", None, clock.now(), text))
        announce(uow, saved, "agenda")
        show_case(uow, saved)
        uow.commit()


@dataclass(frozen=True, slots=True)
class SetAgenda:
    """The terms as a side leaves them. `edition` is the one that its form showed.

    conditions: None where its form did not ask for them.
    """

    case_id: str
    edition: int
    terms: tuple[Term, ...]
    conditions: tuple[Condition, ...] | None = None


def set_agenda(request: SetAgenda, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """The case with the terms confirmed or changed by this side.

    A change makes a new edition, which the other side has to confirm again. Raises Overtaken
    when the form showed an older edition.
    """
    case = uow.cases.get(request.case_id)
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=Action.TERMS)
    case.require_side(side.id)
    case.require(Stage.AGENDA)
    if case.agenda is None:
        raise MovedOn("The terms are still being put together. Please look again in a moment.")
    if request.edition != case.agenda.edition:
        raise Overtaken("The terms were changed in the meantime. Please open them once more.")
    agenda = case.agenda.edited(request.terms, by=side.id, conditions=request.conditions)
    changed = agenda.edition != case.agenda.edition
    said = "confirmed the terms."
    if changed:
        said = f"changed the terms: {as_text(agenda)}{_newly_defined(agenda, case.agenda)}"
    uow.timeline.append(Event(case.id, "agenda", actor.person, now, f"{side.name} {said}"))
    join_case(uow, actor.person, case, now=now)
    case = replace(case, agenda=agenda)
    if agenda.confirmed_by >= case.side_ids:
        case = uow.cases.save(case.at(Stage.RATING, now=now))
        announce(uow, case, f"rating-{len(case.rounds)}" if case.rounds else "rating")
    else:
        case = uow.cases.save(case)
        if changed:
            announce(uow, case, f"agenda-{agenda.edition}")
    show_case(uow, case)
    return case


def as_text(agenda: Agenda) -> str:
    """The terms with their options on one line, today's value marked, and what is tied."""
    terms = (
        f"{t.name}: "
        + " / ".join(f"{o} (today)" if i == t.today else o for i, o in enumerate(t.options))
        for t in agenda.terms
    )
    return "; ".join([*terms, *(condition_as_text(c, agenda) for c in agenda.conditions)])


def condition_as_text(condition: Condition, agenda: Agenda) -> str:
    """ "Cap on penalties: 2 % / 3 %, only with Late-delivery penalty: 1 % / 2 %"."""
    own, other = agenda.term(condition.term), agenda.term(condition.other)
    options = " / ".join(o for o in own.options if o in condition.options)
    among = " / ".join(o for o in other.options if o in condition.among)
    return f"{own.name}: {options}, only with {other.name}: {among}"


def _newly_defined(agenda: Agenda, before: Agenda) -> str:
    """What the terms count from now on, as far as it is new."""
    held = {t.key: t.definition for t in before.terms}
    new = [t for t in agenda.terms if t.definition != held.get(t.key, "")]
    return "".join(f"; {t.name} counts: {t.definition or 'not said'}" for t in new)
