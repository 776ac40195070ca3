"""Sign the agreement: the same version, by somebody of each side who may."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from bot.casework.authority import Action
from bot.casework.consent import join_case
from bot.casework.hours import day_of_person
from bot.casework.membership import Actor, side_of
from bot.casework.ports import UnitOfWork
from bot.casework.show import announce, show_case
from bot.casework.tongues import tongue
from bot.mediation.agreement import Agreement, Commitment, OutsideSigner
from bot.mediation.case import Case
from bot.mediation.people import PersonId, SideId
from bot.mediation.refusals import MovedOn, Unclear
from bot.mediation.rhythm import Every, last_weekday
from bot.mediation.stages import Stage
from bot.mediation.timeline import Event


@dataclass(frozen=True, slots=True)
class Outside:
    """As typed: a name, a role, and the day of the signature."""

    name: str
    role: str
    on: date | None

    def checked(self, today: date) -> OutsideSigner:
        """Raises Unclear for what is missing, and for a day that is still to come."""
        name, role = " ".join(self.name.split()), " ".join(self.role.split())
        if not name:
            raise Unclear("outside_name", "Give the name of the person who signed.")
        if not role:
            raise Unclear("outside_role", "Give their role, so that everybody can read it.")
        if self.on is None or self.on > today:
            raise Unclear("outside_on", "Choose the day on which it was signed.")
        return OutsideSigner(name, role, self.on)


@dataclass(frozen=True, slots=True)
class Sign:
    """A signature under the version that was read.

    attested: "I may sign for my side" was ticked. owners, dues: by commitment key, for the
    signer's own side; a change makes a new version, and an earlier signature has to be renewed.
    outside: who of the side signed outside of Slack, which the sender attests.
    review_on: the day to look at it again; another one than stands there makes a new version too.
    """

    case_id: str
    version: str
    attested: bool
    owners: Mapping[str, PersonId] = field(default_factory=dict)
    dues: Mapping[str, date] = field(default_factory=dict)
    outside: Outside | None = None
    review_on: date | None = None


def sign(request: Sign, actor: Actor, *, uow: UnitOfWork, now: datetime) -> Case:
    """The case with one more signature; agreed with the last one.

    Raises NotEntitled for a person who is no signatory of the side, Unclear where the signer
    did not say that they may sign, MovedOn for another version than the one that stands.
    """
    case = uow.cases.get(request.case_id)
    to = Action.ATTEST if request.outside else Action.SIGN
    side = side_of(uow, case.partnership, actor, channel=case.channel, now=now, to=to)
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
    today = day_of_person(uow, case.workspace, actor.person, now)
    outside = request.outside.checked(today) if request.outside else None
    changed = _with_changes(agreement, request, side.id, today=today)
    if changed.version != agreement.version and changed.signatures:
        changed = replace(changed, signatures=())
        text = f"{side.name} changed an owner or a date, so it is signed anew."
        uow.timeline.append(Event(case.id, "changed", actor.person, now, text))
        announce(uow, case, f"signing-{changed.version[:12]}")
    signed = changed.signed(
        side=side.id, by=actor.person, version=changed.version, now=now, outside=outside
    )
    join_case(uow, actor.person, case, now=now)
    case = replace(case, agreement=signed)
    text = f"{side.name} signed version {signed.version[:12]}{_attested(outside)}."
    uow.timeline.append(Event(case.id, "signed", actor.person, now, text))
    if signed.is_signed_by(case.side_ids):
        stage = Stage.FULFILLED if not signed.commitments else Stage.AGREED
        case = case.at(Stage.AGREED, now=now)
        if stage is Stage.FULFILLED:
            holds = tongue(case.language).say("ended.holds")
            case = case.ended(stage, because=holds, now=now)
        text = f"Agreed by every side: version {signed.version}."
        uow.timeline.append(Event(case.id, "agreed", None, now, text))
        case = uow.cases.save(case)
        announce(uow, case, "agreed")
    else:
        case = uow.cases.save(case)
    show_case(uow, case)
    return case


def _attested(outside: OutsideSigner | None) -> str:
    if outside is None:
        return ""
    who = f"{outside.name}, {outside.role}, on {outside.on:%d %b %Y}"
    return f"; attested: signed outside of Slack by {who}"


def _with_changes(agreement: Agreement, request: Sign, side: SideId, *, today: date) -> Agreement:
    def changed(c: Commitment) -> Commitment:
        if c.side != side:
            return c
        due = request.dues.get(c.key, c.due)
        if c.every is Every.MONTH_END:
            due = last_weekday(due.year, due.month)
        if due < today:
            raise Unclear("due-" + c.key, "Choose a day that is still to come.")
        if c.until is not None and c.until < due:
            raise Unclear("due-" + c.key, "Choose a day before the last one of this promise.")
        return replace(c, owner=request.owners.get(c.key, c.owner), due=due)

    review = request.review_on or agreement.review_on
    if review is not None and review <= today:
        raise Unclear("review_on", "Choose a day that is still to come.")
    commitments = tuple(changed(c) for c in agreement.commitments)
    return replace(agreement, commitments=commitments, review_on=review)
