"""The text to sign, with the owners and days of the signer's own promises."""

from bot.casework.next_step import Opened
from bot.casework.sign import Sign
from bot.slack.blocks import (
    Block,
    Option,
    View,
    checkboxes,
    context,
    date_input,
    modal,
    person_input,
    section,
)
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import Mrkdwn, people, shortened
from bot.slack.views import actions as names
from bot.slack.views.shared.agreement_part import promise_line, settled

TITLE = "Read and sign"


def sign_form(opened: Opened) -> View:
    """Own promises can be given to somebody else or another day; that makes a new version."""
    case = opened.case
    assert case.agreement is not None
    agreed = case.agreement
    blocks: list[Block] = settled(agreed)
    theirs = [c for c in agreed.commitments if c.side != opened.side.id]
    blocks += [section(promise_line(case, promise)) for promise in theirs]
    for promise in (c for c in agreed.commitments if c.side == opened.side.id):
        what = shortened(promise.what, 120)
        who = f"Who sees to it: {what}"
        blocks.append(person_input(who, f"owner-{promise.key}", chosen=promise.owner))
        blocks.append(date_input(f"By when: {what}", f"due-{promise.key}", chosen=promise.due))
    blocks.append(context(Mrkdwn(" ".join(str(people(s)) for s in agreed.frame))))
    label = f"I may sign this for {opened.side.name}"
    blocks.append(checkboxes("Your signature", "attested", [Option(label, "yes")]))
    blocks.append(context(Mrkdwn(f"Version `{agreed.version[:12]}`")))
    about = {"case": case.id, "version": agreed.version}
    return modal(TITLE, blocks, callback=names.SIGN_FORM, about=about, submit="Sign")


@reads_form
def read(view: OpenView) -> Sign:
    values = view.values
    owners = {k: values.person(f"owner-{k}") for k in _keys(view, "owner-")}
    dues = {k: day for k in _keys(view, "due-") if (day := values.day(f"due-{k}"))}
    return Sign(
        case_id=str(view.about["case"]),
        version=str(view.about["version"]),
        attested=bool(values.choices("attested")),
        owners={k: owner for k, owner in owners.items() if owner},
        dues=dues,
    )


def _keys(view: OpenView, prefix: str) -> list[str]:
    return [key.removeprefix(prefix) for key in view.values.state if key.startswith(prefix)]
