"""Who is who for the walk through the table of who may do what, and how each action is sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.casework.authority import Action, Kind
from bot.casework.clarify import OpenClarification, add_line, open_clarification
from bot.casework.follow_up import mark_done
from bot.casework.learn_channel import learn_channel
from bot.casework.membership import Actor
from bot.casework.my_desk import OwnSide
from bot.casework.name_people import NamePeople, name_people
from bot.casework.next_step import open_case
from bot.casework.set_habits import settings_of
from bot.casework.shown import ClarifyForm, CountForm, RaiseForm, TradesShown
from bot.mediation.case import Case
from bot.mediation.commitments import Commitment
from bot.mediation.facts.counts import Calculator
from bot.mediation.issues import Intake, IssueKind
from bot.mediation.partner import Topic
from bot.mediation.people import ChannelId, Membership, Person, PersonId, Role, TeamId
from bot.mediation.stages import Stage
from bot.slack.blocks import View
from bot.slack.views import actions as names
from bot.slack.views.private.clarify_form import clarify_form
from bot.slack.views.private.count_form import count_form
from bot.slack.views.private.follow_form import change_form, contest_form, reopen_form
from bot.slack.views.private.partner_form import about_form
from bot.slack.views.private.people_form import people_form
from bot.slack.views.private.raise_form import raise_form
from bot.slack.views.private.settings_form import settings_form
from bot.slack.views.private.sign_form import sign_form
from bot.slack.views.private.standing_form import standing_form
from bot.slack.views.private.standstill_form import standstill_form
from bot.slack.views.private.step import step_form
from tests.casework.memory import Tables
from tests.casework.world import (
    ACME,
    ALEX,
    ANNA,
    BEN,
    CHANNEL,
    ELSEWHERE,
    GUEST,
    IN_THREAD,
    MESSAGE,
    PEOPLE,
    STRANGER,
    WORKSPACE,
    World,
)
from tests.slack.listeners.front import Answer as Told
from tests.slack.listeners.front import Front

C2 = ChannelId("C2")
MIA, ADA, OLA, DEE = (Actor(PersonId(f"U{n}"), ACME) for n in ("MIA", "ADA", "OLA", "DEE"))
PAT = PersonId("UPAT")
WIM = Actor(PersonId("UWIM"), TeamId("T8"))

CAST: Mapping[Kind, Actor] = {
    Kind.SPOKESPERSON: ANNA,
    Kind.SIGNATORY: ALEX,
    Kind.MEMBER: MIA,
    Kind.ADMIN: ADA,
    Kind.GUEST: GUEST,
    Kind.OTHER_SIDE: BEN,
    Kind.OUTSIDER: STRANGER,
    Kind.OTHER_CHANNEL: OLA,
    Kind.OTHER_WORKSPACE: WIM,
    Kind.DEACTIVATED: DEE,
}


@dataclass(frozen=True)
class Prepared:
    """A world as it stands before the action, and how to send it as somebody."""

    tables: Tables
    send: Callable[[Front, Actor], Told]


def cast(world: World) -> None:
    """Everybody is where the table says; Acme has named Anna to speak and Alex to sign."""
    here = [Person(MIA.person, "Mia", ACME), Person(ADA.person, "Ada", ACME)]
    gone, sam = Person(DEE.person, "Dee", ACME), Person(STRANGER.person, "Sam", ELSEWHERE)
    world.room.members[CHANNEL] = [*PEOPLE, *here, sam]
    world.learn()
    world.room.members[C2] = [Person(OLA.person, "Ola", ACME)]
    world.room.shared_by[C2] = [(ACME, "Acme")]
    learn_channel(C2, workspace=WORKSPACE, store=world.store, room=world.room, ids=world.ids)
    acme = world.side(ANNA).id
    named = {ANNA: {Role.SPOKESPERSON}, ALEX: {Role.SIGNATORY}, DEE: set(Role), OLA: set(Role)}
    partnership = world.partnership
    for actor, roles in named.items():
        partnership = partnership.with_member(
            Membership(
                actor.person, acme, world.clock.now(), frozenset(roles), roles_by=ANNA.person
            )
        )
    with world.store() as uow:
        uow.directory.remember(gone)
        uow.partnerships.save(partnership)
        uow.commit()


def form(stage: Stage, **entered: Any) -> Callable[[World], Callable[[Front, Actor], Told]]:
    """The form of a stage: Anna's, which everybody sends, and Ben's own."""

    def prepare(world: World) -> Callable[[Front, Actor], Told]:
        case = world.case_at(stage)
        annas, bens = (step_form(world.opened(case, by), by.person) for by in (ANNA, BEN))

        def send(front: Front, by: Actor) -> Told:
            view = bens if by is BEN else annas
            return front.submit(by, view, **_filled(view, entered))

        return send

    return prepare


def _filled(view: Mapping[str, Any], entered: Mapping[str, Any]) -> dict[str, Any]:
    """Values by block id; a number stands for the option of that place."""

    def options(key: str) -> list[str]:
        block = next(b for b in view["blocks"] if b.get("block_id") == key)
        return [o["text"]["text"] for o in block["element"]["options"]]

    return {
        k: options(k)[v] if isinstance(v, int) else [options(k)[0]] if v == [0] else v
        for k, v in entered.items()
    }


def press(
    stage: Stage, action: str, value: Callable[[World, Case], str] = lambda _, case: case.id
) -> Callable[[World], Callable[[Front, Actor], Told]]:
    def prepare(world: World) -> Callable[[Front, Actor], Told]:
        pressed = value(world, world.case_at(stage))
        return lambda front, by: front.click(by, action, pressed)

    return prepare


def promise(world: World, case: Case) -> str:
    """Acme's first one."""
    assert case.agreement is not None
    acme = world.side(ANNA).id
    return next(c.key for c in case.agreement.commitments if c.side == acme)


def done(world: World, case: Case) -> str:
    key = promise(world, case)
    world.act(mark_done, case.id, key, by=ANNA)
    return f"{case.id}:{key}"


def raising(world: World) -> Callable[[Front, Actor], Told]:
    intake = Intake("Late in May", "Three orders.", IssueKind.LATE_DELIVERY)
    view = raise_form(RaiseForm(IN_THREAD, intake, world.partnership.sides))
    return lambda front, by: front.submit(by, view)


def clarifying(world: World) -> Callable[[Front, Actor], Told]:
    with world.store() as uow:
        uow.conversation.record(MESSAGE, "100.1")
        uow.commit()
    view = clarify_form(ClarifyForm(IN_THREAD, MESSAGE, world.partnership.sides, by_author=False))
    return lambda front, by: front.submit(by, view, line="Any order.")


def clearing(world: World) -> Callable[[Front, Actor], Told]:
    clarifying(world)
    asked = OpenClarification(WORKSPACE, IN_THREAD, "Any order.")
    found = world.act(open_clarification, asked, by=ANNA, ids=world.ids)
    world.act(add_line, found.id, "Standard sizes.", by=BEN)
    return lambda front, by: front.click(by, names.CLEARED, found.id)


def private(world: World) -> Callable[[Front, Actor], Told]:
    """Only reading: what is shown then is looked at by the test itself."""
    value = f"{world.case_at(Stage.PROPOSED).id}:answer"
    return lambda front, by: front.click(by, f"{names.CHANGE}.answer", value)


def naming(world: World) -> Callable[[Front, Actor], Told]:
    world.raise_case()

    def own(by: Actor) -> View:
        partnership = world.partnership
        side = world.side(by)
        return people_form(OwnSide(partnership.id, side, (), (), (), named=False, may_name=True))

    annas, bens = own(ANNA), own(BEN)

    def send(front: Front, by: Actor) -> Told:
        view, named = (bens, [BEN.person]) if by is BEN else (annas, [ANNA.person, ALEX.person])
        return front.submit(by, view, speaks=named, signs=named)

    return send


def confirming(world: World) -> Callable[[Front, Actor], Told]:
    """Borealis has named somebody for itself; Acme confirms it."""
    world.commit(open_case, world.raise_case().id, by=BEN)
    asked = NamePeople(world.partnership.id, [BEN.person, PAT], [BEN.person])
    world.act(name_people, asked, by=BEN)
    value = f"{world.partnership.id}:{PAT}"
    return lambda front, by: front.click(by, names.NAMED, value)


def attesting(world: World) -> Callable[[Front, Actor], Told]:
    case = world.case_at(Stage.SIGNING)
    annas, bens = (sign_form(world.opened(case, by), outside=True) for by in (ANNA, BEN))
    signer = {"outside_name": "Kim", "outside_role": "CEO", "outside_on": "2026-03-01"}

    def send(front: Front, by: Actor) -> Told:
        view = bens if by is BEN else annas
        return front.submit(by, view, **signer, **_filled(view, {"attested": [0]}))

    return send


def holding(world: World) -> Callable[[Front, Actor], Told]:
    view = standstill_form(world.raise_case())
    return lambda front, by: front.submit(by, view, until="2026-03-06")


def telling_about_us(world: World) -> Callable[[Front, Actor], Told]:
    world.commit(open_case, world.raise_case().id, by=BEN)
    view = about_form(world.partnership.id, Topic.HOURS)
    return lambda front, by: front.submit(by, view, words="Nine to five.")


def leaving(world: World) -> Callable[[Front, Actor], Told]:
    case = world.raise_case()
    for by in (ANNA, BEN):
        world.tell(case, by, private="Only Parley.")
    return lambda front, by: front.click(by, names.LEAVE, case.id)


def standing(world: World) -> Callable[[Front, Actor], Told]:
    world.commit(open_case, world.raise_case().id, by=BEN)
    view = standing_form(world.partnership.id, world.side(ANNA))

    def send(front: Front, by: Actor) -> Told:
        return front.submit(by, view, role="Buyer", **_filled(view, {"entitled": [0]}))

    return send


def promised(world: World) -> tuple[Case, Commitment]:
    case = world.case_at(Stage.AGREED)
    assert case.agreement is not None
    held = case.agreement.commitment(promise(world, case))
    assert held is not None
    return case, held


def contesting(world: World) -> Callable[[Front, Actor], Told]:
    case, held = promised(world)
    world.act(mark_done, case.id, held.key, by=ANNA)
    view = contest_form(world.case(case.id), held)
    return lambda front, by: front.submit(by, view, because="One page.")


def changing(world: World) -> Callable[[Front, Actor], Told]:
    view = change_form(*promised(world))
    return lambda front, by: front.submit(by, view, what="Something else", due="2026-12-01")


def reviewing(world: World) -> Callable[[Front, Actor], Told]:
    case, _ = promised(world)
    assert case.agreement is not None
    due = replace(case.agreement, review_on=world.clock.now().date())
    with world.store() as uow:
        uow.cases.save(replace(case, agreement=due))
        uow.commit()
    return lambda front, by: front.click(by, names.FOLLOW_FITS, case.id)


def taking_up(world: World) -> Callable[[Front, Actor], Told]:
    view = reopen_form(world.case_at(Stage.AGREED))
    return lambda front, by: front.submit(by, view, reason="New figures.")


def counting(world: World) -> Callable[[Front, Actor], Told]:
    case = world.case_at(Stage.FRAMED)
    view = count_form(CountForm(case.id, Calculator.LATENESS, ()))
    return lambda front, by: front.submit(by, view, due="2026-02-02", happened="2026-02-04")


def trading(world: World) -> Callable[[Front, Actor], Told]:
    """Only reading: a job puts what is told into the modal that opens."""
    case = world.raise_case()

    def send(front: Front, by: Actor) -> Told:
        told = front.click(by, names.TRADES, f"case:{case.id}")
        front.world.run_jobs()
        (shown,) = front.world.room.modals.values()
        assert isinstance(shown, TradesShown)
        return Told(told.status, {"text": shown.instead})

    return send


def setting(*kept: str) -> Callable[[World], Callable[[Front, Actor], Told]]:
    """The form of somebody who speaks, with one part of it alone."""

    def prepare(world: World) -> Callable[[Front, Actor], Told]:
        world.opened(world.raise_case(), ANNA)
        with world.store() as uow:
            found = settings_of(WORKSPACE, CHANNEL, ANNA, uow=uow, now=world.clock.now())
        view = settings_form(found)
        blocks = [b for b in view["blocks"] if b.get("block_id", "").startswith((*kept, "my_"))]
        changed = {"my_hour": "17:00"} | ({"hour": "16:00"} if "hour" in kept else {})
        days = {"days_off": "2026-12-24"} if "days_off" in kept else {}
        return lambda front, by: front.submit(by, {**view, "blocks": blocks}, **changed, **days)

    return prepare


WAYS: Mapping[Action, Callable[[World], Callable[[Front, Actor], Told]]] = {
    Action.LOOK: press(Stage.AGREED, names.OPEN),
    Action.RAISE: raising,
    Action.CLARIFY: clarifying,
    Action.CLEAR: clearing,
    Action.TELL: form(Stage.CLARIFYING, happened="Late.", wants="A plan."),
    Action.CHECK: form(Stage.CONFIRMING),
    Action.SETTLE: press(Stage.FRAMED, names.BARGAIN),
    Action.TERMS: form(Stage.AGENDA),
    Action.RATE: form(Stage.RATING, matters_1=0),
    Action.ANSWER: form(Stage.PROPOSED, could_sign=[0]),
    Action.SIGN: form(Stage.SIGNING),
    Action.ATTEST: attesting,
    Action.STANDSTILL: holding,
    Action.DONE: press(Stage.AGREED, names.DONE, lambda w, c: f"{c.id}:{promise(w, c)}"),
    Action.CONFIRM_DONE: press(Stage.AGREED, names.CONFIRM, done),
    Action.WITHDRAW: press(Stage.CLARIFYING, names.WITHDRAW),
    Action.PRIVATE: private,
    Action.NAME: naming,
    Action.ABOUT_US: telling_about_us,
    Action.STANDING: standing,
    Action.LEAVE: leaving,
    Action.CONFIRM_NAMED: confirming,
    Action.CONTEST: contesting,
    Action.CHANGE: changing,
    Action.REVIEW: reviewing,
    Action.FAIR: press(Stage.AGREED, names.FELT, lambda _, c: f"{c.id}:signed:fair"),
    Action.REOPEN: taking_up,
    Action.COUNT: counting,
    Action.TRADES: trading,
    Action.CHANNEL_WEEK: setting("day", "hour", "zone", "language", "parts"),
    Action.DAYS_OFF: setting("days_off"),
    Action.OWN_WEEK: setting(),
}
