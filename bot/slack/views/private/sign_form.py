"""The text to sign, with the owners and days of the signer's own promises."""

from bot.casework.ledger import Felt
from bot.casework.next_step import Opened
from bot.casework.sign import Outside, Sign
from bot.casework.tongues import Tongue, tongue
from bot.mediation.case import Case
from bot.mediation.commitments import Commitment
from bot.slack.blocks import (
    Block,
    Option,
    View,
    actions,
    button,
    checkboxes,
    context,
    date_input,
    modal,
    person_input,
    radio,
    section,
    text_input,
)
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import Mrkdwn, people, shortened
from bot.slack.views import actions as names
from bot.slack.views.private.agreeing import agreeing_once
from bot.slack.views.shared.agreement_part import measured, promise_line, rhythm, settled

LABEL = 120
"""Characters of a promise above its boxes; a longer one stands whole before them."""


def sign_form(opened: Opened, *, outside: bool = False, typed: Sign | None = None) -> View:
    """Own promises can be given to somebody else or another day; that makes a new version.

    outside: the signatory has no Slack; whoever sends the form attests who signed, and when.
    typed: what was filled in before the form went to another page, and came back.
    """
    case = opened.case
    assert case.agreement is not None
    agreed = case.agreement
    speaks = tongue(opened.language)
    blocks: list[Block] = settled(agreed, tongue(case.language))
    theirs = [c for c in agreed.commitments if c.side != opened.side.id]
    blocks += [section(promise_line(case, promise)) for promise in theirs]
    for promise in (c for c in agreed.commitments if c.side == opened.side.id):
        blocks += _own(case, promise, typed, speaks, may_leave=not outside)
    if not outside:
        blocks.append(actions(button(speaks.say("sign.promise"), names.PROMISE, case.id)))
    review = typed.review_on if typed else agreed.review_on
    blocks.append(date_input(speaks.say("sign.review"), "review_on", chosen=review, optional=True))
    if agreed.signatures:
        blocks.append(context(people(speaks.of(case.sides, "sign.anew"))))
    blocks.append(context(Mrkdwn(" ".join(str(people(s)) for s in agreed.frame))))
    if outside:
        blocks += _outside(speaks)
        label = speaks.say("sign.attest", side=opened.side.name)
        signature = speaks.say("sign.signature")
        blocks.append(checkboxes(signature, "attested", [Option(label, "yes")]))
    else:
        felt = [Option(speaks.say(f"felt.{value.value}"), value.value) for value in Felt]
        fair, hint = speaks.say("sign.fair"), speaks.say("fair.private")
        blocks.append(radio(fair, "felt", felt, optional=True, hint=hint))
        blocks.append(actions(button(speaks.say("sign.elsewhere"), names.OUTSIDE, case.id)))
        means = speaks.say("sign.means", side=people(opened.side.name, 80))
        blocks.append(section(Mrkdwn(means)))
    blocks += agreeing_once(opened.agreed, speaks)
    version = speaks.say("agreed.version", version=agreed.version[:12])
    blocks.append(context(Mrkdwn(version.rstrip("."))))
    about = {"case": case.id, "version": agreed.version}
    return modal(
        speaks.say("sign"),
        blocks,
        callback=names.SIGN_FORM,
        about=about,
        submit=speaks.say("sign.send"),
        close=speaks.say("close"),
    )


def _own(
    case: Case, promise: Commitment, typed: Sign | None, speaks: Tongue, *, may_leave: bool
) -> list[Block]:
    """A promise of the reader's own side: who sees to it, and by when."""
    key, what = promise.key, shortened(promise.what, LABEL)
    owner = (typed.owners if typed else {}).get(key, promise.owner)
    due = (typed.dues if typed else {}).get(key, promise.due)
    blocks = [section(people(promise.what))] if len(promise.what) > LABEL else []
    blocks.append(person_input(speaks.say("sign.owner", what=what), f"owner-{key}", chosen=owner))
    blocks.append(date_input(speaks.say("sign.due", what=what), f"due-{key}", chosen=due))
    how = measured(promise, tongue(case.language))
    notes = [note for note in (_comes_round(promise, speaks), how) if note]
    if notes:
        blocks.append(context(*map(Mrkdwn, notes)))
    if promise.added_by is not None and may_leave:
        leave = button(speaks.say("sign.leave"), names.PROMISE_LEAVE, f"{case.id}:{key}")
        blocks.append(actions(leave))
    return blocks


def _comes_round(promise: Commitment, speaks: Tongue) -> str:
    comes = rhythm(promise, speaks)
    return speaks.say("sign.rhythm", rhythm=comes) if comes else ""


def _outside(speaks: Tongue) -> list[Block]:
    who, role = speaks.say("sign.who"), speaks.say("sign.role")
    return [
        context(people(speaks.say("sign.attesting"))),
        text_input(who, "outside_name", lines=False, optional=True, at_most=80),
        text_input(role, "outside_role", lines=False, optional=True, at_most=80),
        date_input(speaks.say("sign.on"), "outside_on", optional=True),
    ]


@reads_form
def felt_in(view: OpenView) -> Felt | None:
    """What the signer thinks of the way here, None where they left it open."""
    said = view.values.choice("felt")
    return Felt(said) if said else None


@reads_form
def read(view: OpenView) -> Sign:
    """The form without a box to tick says in words what sending it means."""
    values = view.values
    owners = {k: values.person(f"owner-{k}") for k in _keys(view, "owner-")}
    dues = {k: day for k in _keys(view, "due-") if (day := values.day(f"due-{k}"))}
    return Sign(
        case_id=str(view.about["case"]),
        version=str(view.about["version"]),
        attested="attested" not in values or bool(values.choices("attested")),
        owners={k: owner for k, owner in owners.items() if owner},
        dues=dues,
        outside=_signed_elsewhere(view),
        review_on=values.day("review_on"),
    )


def _signed_elsewhere(view: OpenView) -> Outside | None:
    """None where the form did not ask for it."""
    values = view.values
    if "outside_name" not in values:
        return None
    name, role = values.text("outside_name"), values.text("outside_role")
    return Outside(name, role, values.day("outside_on"))


def _keys(view: OpenView, prefix: str) -> list[str]:
    return [key.removeprefix(prefix) for key in view.values.state if key.startswith(prefix)]
