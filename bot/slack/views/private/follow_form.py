"""What can be done about a signed agreement, for one person: more than the card's one button."""

from bot.casework.change_commitment import AskChange
from bot.casework.files import FileRef
from bot.casework.next_step import Opened
from bot.casework.tongues import Tongue, tongue
from bot.mediation.case import Case
from bot.mediation.commitments import Commitment, Progress
from bot.mediation.people import SideId
from bot.mediation.rhythm import Every
from bot.mediation.stages import Stage
from bot.slack.blocks import (
    Block,
    Element,
    Option,
    View,
    actions,
    button,
    context,
    date_input,
    file_input,
    modal,
    section,
    select,
    text_input,
)
from bot.slack.payloads import OpenView, reads_form
from bot.slack.text import people
from bot.slack.views import actions as names
from bot.slack.views.private.agreeing import agreeing_once
from bot.slack.views.shared.agreement_part import offer_line, promise_line
from bot.slack.views.shared.stages import next_step, stage_of

ONCE = "once"
FILES = ("pdf", "png", "jpg", "jpeg", "heic", "csv", "xlsx", "docx", "pptx", "txt", "eml", "msg")
LIVE = frozenset({Stage.AGREED, Stage.FULFILLED})


def follow_view(opened: Opened) -> View:
    """Every promise with what this person's side can do about it; then the whole agreement."""
    case, speaks = opened.case, tongue(opened.language)
    where = f"{stage_of(case, speaks)}. {next_step(case, speaks)}"
    blocks: list[Block] = [context(people(where))]
    agreed = case.agreement
    if agreed is not None and case.stage in LIVE:
        for promise in agreed.commitments:
            blocks.append(section(promise_line(case, promise)))
            elements = _elements(opened, promise)
            if elements:
                blocks.append(actions(*elements))
        for offer in agreed.offered:
            blocks.append(section(offer_line(case, offer)))
            blocks.append(actions(*_answers(case, offer, opened.side.id)))
        review = agreed.review_on
        if review and review <= opened.today and opened.side.id not in agreed.fits:
            blocks.append(section(people(speaks.say("still_fits"))))
            blocks.append(actions(button("It still fits", names.FOLLOW_FITS, case.id)))
    last = [button("Take it up again", names.REOPEN, case.id)]
    if case.stage is Stage.AGREED and agreed is not None:
        last.insert(0, button("Add a promise", names.PROMISE, case.id))
    blocks.append(actions(*last))
    return modal(
        speaks.say("numbered", number=case.number),
        blocks,
        callback=names.FOLLOW_VIEW,
        about={"case": case.id},
        close=speaks.say("close"),
    )


def _elements(opened: Opened, promise: Commitment) -> list[Element]:
    case, side, today = opened.case, opened.side.id, opened.today
    if promise.progress is Progress.CONFIRMED:
        return []
    value = f"{case.id}:{promise.key}"
    own = promise.side == side
    found: list[Element] = []
    if own and promise.can_be_done(today):
        found.append(button("Done, and show it", names.FOLLOW_DONE, value))
    if own and promise.progress is Progress.DONE:
        found.append(button("Show it", names.FOLLOW_SHOW, value))
    if not own and promise.progress is Progress.DONE:
        found.append(button("Confirm", names.CONFIRM, value, primary=True))
        found.append(button("Something is missing", names.FOLLOW_CONTEST, value))
    if promise.progress is Progress.CONTESTED:
        if not own:
            found.append(button("Confirm", names.CONFIRM, value, primary=True))
        if promise.key in opened.looked_into:
            other = opened.looked_into[promise.key]
            found.append(button("Open its case", names.OPEN, other))
        else:
            found.append(button("Make it a case", names.FOLLOW_CASE, value))
    if promise.change is None:
        found.append(button("Ask for a change", names.FOLLOW_CHANGE, value))
    elif promise.change.side == side:
        found.append(button("Take the wish back", names.FOLLOW_DROP, value))
    else:
        found.append(button("Agree to the change", names.FOLLOW_AGREE, value, primary=True))
        found.append(button("Leave it as it is", names.FOLLOW_DROP, value))
    return found


def _answers(case: Case, offer: Commitment, side: SideId) -> list[Element]:
    value = f"{case.id}:{offer.key}"
    if offer.side == side:
        return [button("Take it back", names.PROMISE_LEAVE, value)]
    agree = button("Agree to it", names.PROMISE_AGREE, value, primary=True)
    return [agree, button("Leave it as it is", names.PROMISE_LEAVE, value)]


def how_often(speaks: Tongue) -> list[Option]:
    """Once, or one of the rhythms."""
    rhythms = [Option(speaks.say(f"every.{e.value}").capitalize(), e.value) for e in Every]
    return [Option(speaks.say("pledge.once"), ONCE), *rhythms]


def _evidence(promise: Commitment, speaks: Tongue) -> list[Block]:
    return [
        text_input(
            speaks.say("show.what"),
            "evidence",
            value=promise.evidence,
            hint=speaks.say("show.hint"),
            optional=True,
            lines=False,
            at_most=1_000,
            focus=True,
        ),
        file_input(
            speaks.say("show.file"),
            "file",
            types=FILES,
            hint=speaks.say("show.file_hint"),
            optional=True,
        ),
    ]


@reads_form
def shown_in(view: OpenView) -> tuple[str, FileRef | None]:
    """What shows it: in words or as a link, and the file that was attached, where one was."""
    attached = view.values.file("file")
    return view.values.text("evidence"), FileRef(*attached) if attached else None


@reads_form
def missing_in(view: OpenView) -> str:
    return view.values.text("because")


@reads_form
def reason_in(view: OpenView) -> str:
    return view.values.text("reason")


def show_form(
    case: Case, promise: Commitment, *, agreed: bool = False, language: str = "en"
) -> View:
    """For what was marked as done already, and is not confirmed yet."""
    speaks = tongue(language)
    blocks = [section(promise_line(case, promise)), *_evidence(promise, speaks)]
    blocks += agreeing_once(agreed, speaks)
    return _form("show", "show.send", blocks, names.SHOW_FORM, case, promise, speaks)


def done_form(
    case: Case, promise: Commitment, *, agreed: bool = False, language: str = "en"
) -> View:
    speaks = tongue(language)
    blocks = [section(promise_line(case, promise)), *_evidence(promise, speaks)]
    blocks += agreeing_once(agreed, speaks)
    return _form("show.done", "show.mark", blocks, names.DONE_FORM, case, promise, speaks)


def contest_form(
    case: Case, promise: Commitment, *, agreed: bool = False, language: str = "en"
) -> View:
    speaks = tongue(language)
    what, hint = speaks.say("miss.what"), speaks.say("miss.hint")
    blocks = [
        section(promise_line(case, promise)),
        text_input(what, "because", hint=hint, at_most=500, focus=True),
    ]
    blocks += agreeing_once(agreed, speaks)
    return _form("miss", "send", blocks, names.CONTEST_FORM, case, promise, speaks)


def change_form(
    case: Case, promise: Commitment, *, agreed: bool = False, language: str = "en"
) -> View:
    """Nothing changes unless the other side agrees, and the form says so."""
    speaks = tongue(language)
    chosen = promise.every.value if promise.every else ONCE
    blocks = [
        context(people(speaks.of(case.sides, "alter.intro"))),
        text_input(speaks.say("alter.what"), "what", value=promise.what, lines=False, at_most=500),
        date_input(speaks.say("alter.due"), "due", chosen=promise.due),
        select(
            speaks.say("pledge.often"),
            "every",
            how_often(speaks),
            chosen=chosen,
            placeholder=speaks.say("choose"),
        ),
        _optional(date_input(speaks.say("pledge.until"), "until", chosen=promise.until)),
    ]
    blocks += agreeing_once(agreed, speaks)
    return _form("alter", "alter.send", blocks, names.CHANGE_FORM, case, promise, speaks)


def rhythm_in(chosen: str) -> Every | None:
    """As it was chosen among `how_often`."""
    return None if chosen in {"", ONCE} else Every(chosen)


def reopen_form(case: Case, *, agreed: bool = False, language: str = "en") -> View:
    speaks = tongue(language)
    signed = speaks.say("again.signed") if case.agreement is not None else ""
    blocks = [
        context(people(speaks.say("again.intro", signed=signed))),
        text_input(speaks.say("again.what"), "reason", at_most=1_000, focus=True),
        *agreeing_once(agreed, speaks),
    ]
    return modal(
        speaks.say("again"),
        blocks,
        callback=names.REOPEN_FORM,
        about={"case": case.id},
        submit=speaks.say("again.send"),
        close=speaks.say("close"),
    )


@reads_form
def read_change(view: OpenView) -> AskChange:
    values = view.values
    due = values.day("due")
    if due is None:
        raise ValueError("a day is missing")
    return AskChange(
        case_id=str(view.about["case"]),
        key=str(view.about["key"]),
        what=values.text("what"),
        due=due,
        every=rhythm_in(values.choice("every")),
        until=values.day("until"),
    )


def _form(
    title: str,
    submit: str,
    blocks: list[Block],
    callback: str,
    case: Case,
    promise: Commitment,
    speaks: Tongue,
) -> View:
    return modal(
        speaks.say(title),
        blocks,
        callback=callback,
        about={"case": case.id, "key": promise.key},
        submit=speaks.say(submit),
        close=speaks.say("close"),
    )


def _optional(block: Block) -> Block:
    return {**block, "optional": True}
