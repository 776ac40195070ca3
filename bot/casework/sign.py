"""Sign the agreement: the same version, by somebody of each side who may."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.casework.authority import Action
from bot.casework.membership import Actor, side_of
from bot.casework.ports import UnitOfWork
from bot.casework.show import announce, show_case
from bot.mediation.agreement import Agreement, Commitment
from bot.mediation.case import Case
from bot.mediation.people import PersonId, SideId
from bot.mediation.refusals import MovedOn, Unclear
from bot.mediation.stages import Stage
from bot.mediation.timeline import Event


@dataclass(frozen=True, slots=True)
class Sign:
    """A signature under the version that was read.

    attested: "I may sign for my side" was ticked. owners, dues: by commitment key, for the
    signer's own side; a change makes a new version, and an earlier signature has to be renewed.
    """

    case_id: str
    version: str
    attested: bool
    owners: Mapping[str, PersonId] = field(default_factory=dict)
    dues: Mapping[str, date] = field(default_factory=dict)


def sign(request: Sign, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """The case with one more signature; agreed with the last one.

    Raises NotEntitled for a person who is no signatory of the side, Unclear where the signer
    did not say that they may sign, MovedOn for another version than the one that stands.
    """
    case = uow.cases.get(request.case_id)
    side = side_of(uow, case.partnership, actor, now=now, to=Action.SIGN)
    case.require(Stage.SIGNING)
    case.require_side(side.id)
    partnership = uow.partnerships.get(case.partnership)
    if not request.attested:
        raise Unclear("attested", f"Tick that you may sign this for {side.name}.")
    agreement = case.agreement
    if agreement is None or agreement.version != request.version:
        raise MovedOn("The text has changed since you opened it. Please read it once more.")
    for key, owner in request.owners.items():
        if (theirs := partnership.side_of(owner)) not in {None, side}:
            assert theirs is not None
            raise Unclear(
                f"owner-{key}", f"Choose somebody of {side.name}; {theirs.name} has its own."
            )
    changed = _with_changes(agreement, request, side.id, today=now.date())
    if changed.version != agreement.version and changed.signatures:
        changed = replace(changed, signatures=())
        text = f"{side.name} changed an owner or a date, so it is signed anew."
        uow.timeline.append(Event(case.id, "changed", actor.person, now, text))
        announce(uow, case, f"signing-{changed.version[:12]}")
    signed = changed.signed(side=side.id, by=actor.person, version=changed.version, now=now)
    case = replace(case, agreement=signed)
    text = f"{side.name} signed version {signed.version[:12]}."
    uow.timeline.append(Event(case.id, "signed", actor.person, now, text))
    if signed.is_signed_by(case.side_ids):
        stage = Stage.FULFILLED if not signed.commitments else Stage.AGREED
        case = case.at(Stage.AGREED, now=now)
        if stage is Stage.FULFILLED:
            case = case.ended(stage, because="There was nothing left to do.", now=now)
        text = f"Agreed by every side: version {signed.version}."
        uow.timeline.append(Event(case.id, "agreed", None, now, text))
        case = uow.cases.save(case)
        announce(uow, case, "agreed")
    else:
        case = uow.cases.save(case)
    show_case(uow, case)
    return case


def _with_changes(agreement: Agreement, request: Sign, side: SideId, *, today: date) -> Agreement:
    def changed(c: Commitment) -> Commitment:
        if c.side != side:
            return c
        due = request.dues.get(c.key, c.due)
        if due < today:
            raise Unclear("due-" + c.key, "Choose a day that is still to come.")
        return replace(c, owner=request.owners.get(c.key, c.owner), due=due)

    return replace(agreement, commitments=tuple(changed(c) for c in agreement.commitments))
