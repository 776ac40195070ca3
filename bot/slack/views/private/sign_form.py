"""The text to sign, with the owners and days of the signer's own promises."""

from bot.casework.ledger import Felt
from bot.casework.next_step import Opened
from bot.casework.sign import Outside, Sign
from bot.casework.tongues import tongue
from bot.mediation.both_or_all import both_or_all
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
from bot.slack.views.private.fair_view import LABELS, PRIVATE
from bot.slack.views.shared.agreement_part import measured, promise_line, rhythm, settled

TITLE = "Read and sign"
LABEL = 120
"""Characters of a promise above its boxes; a longer one stands whole before them."""
FAIR = "Was the way here fair?"
ELSEWHERE = "Our signatory is not in Slack"
ATTESTING = (
    "You attest that this person signed exactly this text for your side. Every side sees that it "
    "was attested, and by whom."
)


SIGNED_ANEW = (
    "{Another} has signed this text. A change of an owner or a day, or one more promise, "
    "makes a new one, which it would be asked to sign again."
)


def sign_form(opened: Opened, *, outside: bool = False, typed: Sign | None = None) -> View:
    """Own promises can be given to somebody else or another day; that makes a new version.

    outside: the signatory has no Slack; whoever sends the form attests who signed, and when.
    typed: what was filled in before the form went to another page, and came back.
    """
    case = opened.case
    assert case.agreement is not None
    agreed = case.agreement
    speaks = tongue(case.language)
    blocks: list[Block] = settled(agreed, speaks)
    theirs = [c for c in agreed.commitments if c.side != opened.side.id]
    blocks += [section(promise_line(case, promise)) for promise in theirs]
    for promise in (c for c in agreed.commitments if c.side == opened.side.id):
        blocks += _own(case, promise, typed, may_leave=not outside)
    if not outside:
        blocks.append(actions(button("Add a promise", names.PROMISE, case.id)))
    review = typed.review_on if typed else agreed.review_on
    blocks.append(date_input("Look at it again on", "review_on", chosen=review, optional=True))
    if agreed.signatures:
        blocks.append(context(people(both_or_all(SIGNED_ANEW, case.sides))))
    blocks.append(context(Mrkdwn(" ".join(str(people(s)) for s in agreed.frame))))
    if outside:
        blocks += _outside()
        label = f"I attest that this was signed for {opened.side.name}"
        blocks.append(checkboxes("Your signature", "attested", [Option(label, "yes")]))
    else:
        felt = [Option(label, value.value) for value, label in LABELS.items()]
        blocks.append(radio(FAIR, "felt", felt, optional=True, hint=PRIVATE))
        blocks.append(actions(button(ELSEWHERE, names.OUTSIDE, case.id)))
        name = people(opened.side.name, 80)
        blocks.append(section(Mrkdwn(f"With *Sign* you say that you may sign this for {name}.")))
    blocks += agreeing_once(opened.agreed)
    blocks.append(context(Mrkdwn(f"Version `{agreed.version[:12]}`")))
    about = {"case": case.id, "version": agreed.version}
    return modal(TITLE, blocks, callback=names.SIGN_FORM, about=about, submit="Sign")


def _own(case: Case, promise: Commitment, typed: Sign | None, *, may_leave: bool) -> list[Block]:
    """A promise of the reader's own side: who sees to it, and by when."""
    key, what = promise.key, shortened(promise.what, LABEL)
    owner = (typed.owners if typed else {}).get(key, promise.owner)
    due = (typed.dues if typed else {}).get(key, promise.due)
    blocks = [section(people(promise.what))] if len(promise.what) > LABEL else []
    blocks.append(person_input(f"Who sees to it: {what}", f"owner-{key}", chosen=owner))
    blocks.append(date_input(f"By when: {what}", f"due-{key}", chosen=due))
    how = measured(promise, tongue(case.language))
    notes = [note for note in (_comes_round(promise), how) if note]
    if notes:
        blocks.append(context(*map(Mrkdwn, notes)))
    if promise.added_by is not None and may_leave:
        leave = button("Leave this one out", names.PROMISE_LEAVE, f"{case.id}:{key}")
        blocks.append(actions(leave))
    return blocks


def _comes_round(promise: Commitment) -> str:
    return f"From then on {rhythm(promise)}." if promise.every else ""


def _outside() -> list[Block]:
    return [
        context(people(ATTESTING)),
        text_input("Who signed", "outside_name", lines=False, optional=True, at_most=80),
        text_input("Their role", "outside_role", lines=False, optional=True, at_most=80),
        date_input("Signed on", "outside_on", optional=True),
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
